import type { Dossier } from '../contrat.ts'
import { vivantes } from '../faits/etat.ts'
import { compterDemandes } from './demandes.ts'

/** What was not done, and why: counted, because the lack of time has to be seen (design/ecrans.md §2.4, rule 13). */
export interface NonFait {
  fauteDeTemps: number
  refus: number
  sansObjet: number
}

const parDossier = new WeakMap<Dossier, NonFait>()

function nonFaitDe(dossier: Dossier): NonFait {
  const connu = parDossier.get(dossier)
  if (connu !== undefined) return connu
  const { fauteDeTemps, refus, sansObjet } = compterDemandes([dossier])
  const compte = { fauteDeTemps: fauteDeTemps + questionsFauteDeTemps(dossier), refus, sansObjet }
  parDossier.set(dossier, compte)
  return compte
}

/** Questions that nobody had the time to ask, and that nothing has answered since. */
function questionsFauteDeTemps(dossier: Dossier): number {
  const dites = vivantes(dossier.declarations).filter((d) => !d.fait.startsWith('demande.'))
  const repondues = new Set(dites.filter((d) => d.valeur !== null).map((d) => d.fait))
  const manquees = dites.filter((d) => d.inconnu === 'faute-de-temps' && !repondues.has(d.fait))
  return new Set(manquees.map((d) => d.fait)).size
}

/** Of the whole day. Each dossier is counted once as long as it does not change. */
export function compterNonFait(dossiers: readonly Dossier[]): NonFait {
  return dossiers.map(nonFaitDe).reduce(
    (somme, n) => ({
      fauteDeTemps: somme.fauteDeTemps + n.fauteDeTemps,
      refus: somme.refus + n.refus,
      sansObjet: somme.sansObjet + n.sansObjet,
    }),
    { fauteDeTemps: 0, refus: 0, sansObjet: 0 },
  )
}

/** « Non fait : faute de temps 3, refus 1, sans objet 1 »; null when there is nothing to say. */
export function direNonFait({ fauteDeTemps, refus, sansObjet }: NonFait): string | null {
  const dits = [
    ['faute de temps', fauteDeTemps],
    ['refus', refus],
    ['sans objet', sansObjet],
  ] as const
  const comptes = dits.filter(([, n]) => n > 0).map(([mot, n]) => `${mot} ${n}`)
  return comptes.length === 0 ? null : `Non fait\u00a0: ${comptes.join(', ')}`
}
