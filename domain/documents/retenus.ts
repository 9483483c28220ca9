import {
  type CadreEcrit,
  cadreDuCatalogue,
  type DispositifEcrit,
  dispositifDuCatalogue,
  lieuDeDemande,
} from '../catalogue/index.ts'
import type { CadreLu, CleFait } from '../contrat.ts'
import { retenusDe } from '../faits/choix.ts'
import { plier } from '../texte.ts'
import type { Appel } from './contenu.ts'
import type { Lecteur } from './enonces.ts'
import { type DispositifPourLecteur, pourLecteur } from './lectures.ts'
import { faitVisible } from './sources.ts'

/** What this dossier is about: the dispositifs and the framework that somebody retained. */

/** A dispositif as this reader may see it, with its entry in the catalogue. */
export interface DispositifSuivi extends DispositifPourLecteur {
  ecrit: DispositifEcrit
  /** Retained by whoever asks or pleads, and not only offered by this tribunal. */
  retenu: boolean
}

export interface CadreSuivi {
  ecrit: CadreEcrit
  /** `undefined` when it is not in force on the day of the reading. */
  lu: CadreLu | undefined
  declarations: string[]
}

/**
 * On paper, criterion by criterion: what was retained; before anything is, the programmes of this tribunal, or the
 * first one of any tribunal when it is not known: more would not hold on the page.
 */
export function aDetailler(l: Lecteur): DispositifSuivi[] {
  const lus = l.orientation.dispositifs.flatMap((lu): DispositifSuivi[] => {
    const ecrit = dispositifDuCatalogue(l.catalogue, lu.id)
    return ecrit === undefined ? [] : [{ ...pourLecteur(lu, l), ecrit, retenu: false }]
  })
  const choix = faitVisible('orientation.choix', l.role) ? retenusDe(l.orientation.faits) : []
  const choisis = lus.filter((d) => choix.includes(d.lu.id))
  if (choisis.length > 0) return choisis.map((d) => ({ ...d, retenu: true }))
  const tribunal = texteConnu(l, 'procedure.tribunal')
  if (tribunal === undefined) return lus.filter((d) => d.ecrit.tribunaux.length > 0).slice(0, 1)
  return lus.filter((d) => lieuDeDemande(d.ecrit, tribunal) === 'ici')
}

/** The one to speak of first: a profile to assess before something to check. */
export function encoreOuvert(suivis: readonly DispositifSuivi[]): DispositifSuivi | undefined {
  const lu = (lecture: DispositifSuivi['lecture']) => suivis.find((d) => d.lecture === lecture)
  return lu('profil-a-evaluer') ?? lu('a-verifier')
}

/** The framework retained, with the figures of the law on that day; `null` when none is, or for an investigator. */
export function cadreRetenu(l: Lecteur): CadreSuivi | null {
  const id = faitVisible('orientation.cadre', l.role) ? texteConnu(l, 'orientation.cadre') : undefined
  const ecrit = id === undefined ? undefined : cadreDuCatalogue(l.catalogue, id, l.orientation.date)
  if (ecrit === undefined) return null
  const lu = l.orientation.cadres.find((c) => c.id === id)
  return { ecrit, lu, declarations: idsDe(l, 'orientation.cadre') }
}

/** Whom to call: as noted by this court, then those of the catalogue that nobody noted, with a line to fill. */
export function appelsDe(ecrit: DispositifEcrit): Appel[] {
  const notes = (ecrit.contacts ?? []).map(({ qui, telephone }) => ({ qui, telephone: telephone ?? null }))
  const connus = new Set(notes.map((a) => plier(a.qui)))
  return [
    ...notes,
    ...ecrit.appels.filter((qui) => !connus.has(plier(qui))).map((qui) => ({ qui, telephone: null })),
  ]
}

/** Ids of what was said of a fact, in this document. */
export function idsDe(l: Lecteur, fait: CleFait): string[] {
  return (l.parFait.get(fait) ?? []).map((d) => d.id)
}

/** The one text that a fact holds, when it is settled. */
export function texteConnu(l: Lecteur, fait: CleFait): string | undefined {
  const etat = l.orientation.faits[fait]
  return etat?.etat === 'connu' && typeof etat.valeur === 'string' ? etat.valeur : undefined
}
