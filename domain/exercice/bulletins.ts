import type { DateIso } from '../contrat.ts'
import { ajouterJours } from '../dates.ts'

/** Records of invented people, in the invented layout of the acceptance cases; every date counts back from the day. */

export interface Condamnation {
  /** Days before the day of the exercise. */
  ilYA: number
  /** Each offence, and how many days before the decision it was committed. */
  faits: readonly (readonly [libelle: string, avant: number])[]
  peine: readonly string[]
}

export interface Bulletin {
  nom: string
  prenom: string
  sexe: 'M' | 'F'
  naissance: DateIso
  lieu: string
  condamnations: readonly Condamnation[]
}

export function ecrireBulletin(b: Bulletin, jour: DateIso): string {
  const tete = [
    'BULLETIN N° 1                                   Demandé par : TJ BOBIGNY',
    `NOM : ${b.nom}   Prénoms : ${b.prenom}            ${b.sexe === 'F' ? 'Née' : 'Né'} le ${date(b.naissance)} à ${b.lieu}   Sexe : ${b.sexe}`,
    'Nationalité : FRANÇAISE        Identité vérifiée',
    '-'.repeat(75),
  ]
  if (b.condamnations.length === 0) return [...tete, 'NEANT', ''].join('\n')
  const decisions = b.condamnations.flatMap(({ ilYA, faits, peine }, i) => {
    const le = ajouterJours(jour, -ilYA)
    return [
      `${i + 1}  ${date(le)}  TRIBUNAL CORRECTIONNEL DE BOBIGNY           CONTRADICTOIRE`,
      ...faits.map(([libelle, avant]) => `   ${libelle}            le ${date(ajouterJours(le, -avant))}`),
      ...peine.map((p) => `   ${dater(p, le)}`),
    ]
  })
  return [...tete, ...decisions, ''].join('\n')
}

/** « EXECUTEE LE {90} » : so many days after the decision. */
function dater(peine: string, le: DateIso): string {
  return peine.replace(/\{(\d+)\}/g, (_, jours: string) => date(ajouterJours(le, Number(jours))))
}

function date(iso: DateIso): string {
  return iso.split('-').reverse().join('/')
}
