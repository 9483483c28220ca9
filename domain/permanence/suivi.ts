import type { CleFait, Dossier, Orientation } from '../contrat.ts'
import { ecartsDe, retenusDe } from '../faits/choix.ts'
import { parDate, vivantes } from '../faits/etat.ts'
import { limiteVingtHeures, minutesEntre } from '../heures.ts'

/** What the board knows of one person beside the answers: nothing here reads addiction, housing or health. */
export interface Suivi {
  vuA: string | null
  finGardeAVue: string | null
  /** Two ends were given and nobody settled which: the earlier one is kept, since a person is freed after it. */
  finContradictoire: boolean
  /** 20 hours after the end of the garde à vue (803-3 CPP); null when it is not known. */
  limite: string | null
  /** Place given by hand. */
  rang: number | null
}

const suivis = new WeakMap<Dossier, Suivi>()

/** Dossiers are replaced, never mutated: each is read once, so that a key costs what changed and not the whole day. */
export function suiviDe(dossier: Dossier): Suivi {
  const connu = suivis.get(dossier)
  if (connu !== undefined) return connu
  const lu = lire(dossier)
  suivis.set(dossier, lu)
  return lu
}

function lire(dossier: Dossier): Suivi {
  const dites = vivantes(dossier.declarations)
    .filter((d) => d.fait.startsWith('permanence.'))
    .sort(parDate)
  const valeurs = (fait: CleFait) =>
    dites.flatMap((d) => (d.fait === fait && d.valeur !== null ? [d.valeur] : []))
  const premier = (fait: CleFait) => valeurs(fait).map(String).sort()[0] ?? null
  const finGardeAVue = premier('permanence.finGardeAVue')
  const rang = valeurs('permanence.rang').at(-1)
  return {
    vuA: premier('permanence.vuA'),
    finGardeAVue,
    finContradictoire: new Set(valeurs('permanence.finGardeAVue')).size > 1,
    limite: finGardeAVue === null ? null : limiteVingtHeures(finGardeAVue),
    rang: typeof rang === 'number' ? rang : null,
  }
}

export type EtatLimite = 'a-preciser' | 'loin' | 'dans-l-heure' | 'passee'

/** Where `maintenant` stands to the limit; one passed on an earlier day than today is over, and `loin`. */
export function etatLimite(limite: string | null, maintenant: string): EtatLimite {
  if (limite === null) return 'a-preciser'
  const reste = minutesEntre(maintenant, limite)
  if (reste <= 0) return limite.slice(0, 10) < maintenant.slice(0, 10) ? 'loin' : 'passee'
  return reste <= 60 ? 'dans-l-heure' : 'loin'
}

/** What somebody decided, in the order kept by the file; empty and null where nobody did. */
export interface ChoixFait {
  retenus: readonly string[]
  cadre: string | null
  ecartes: readonly string[]
}

export function choixDe({ faits }: Pick<Orientation, 'faits'>): ChoixFait {
  const cadre = faits['orientation.cadre']
  return {
    retenus: retenusDe(faits),
    cadre: cadre?.etat === 'connu' && cadre.valeur !== '' ? String(cadre.valeur) : null,
    ecartes: [...ecartsDe(faits).keys()],
  }
}

export function estChoisi({ retenus, cadre, ecartes }: ChoixFait): boolean {
  return retenus.length > 0 || cadre !== null || ecartes.length > 0
}
