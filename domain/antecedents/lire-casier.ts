import type { CasierLu } from '../contrat.ts'
import { deplierColonnes } from './colonnes.ts'
import { lireEntete } from './entete.ts'
import { lireFlux } from './lecteur.ts'
import type { PlageDeLignes } from './lecture.ts'
import { enFlux, enLignes, joindreCesures, lignesDuCasier } from './texte.ts'

/** Reads a pasted bulletin n° 1. Never throws; what is not understood is given back line by line. */
export function lireCasier(texte: string): CasierLu {
  return situerCasier(texte).lu
}

/** The same reading, with the lines of each conviction (from 1, both ends included) in the order of `lu`. */
export function situerCasier(texte: string): { lu: CasierLu; lignes: PlageDeLignes[] } {
  const lignes = enLignes(texte)
  const entete = lireEntete(lignes)
  const jointes = joindreCesures(deplierColonnes(lignes, entete.corps))
  const lecture = lireFlux(enFlux(jointes))
  for (const { numero, texte: reste, portee } of jointes) {
    // Only the end of a cut word: as understood as the line that holds the word.
    if (portee !== undefined && reste.trim() === '' && lecture.comprises.has(portee))
      lecture.comprises.add(numero)
  }
  const ecrites = lignes.filter((l) => l.texte.trim() !== '')
  const lisibles = entete.estBulletin ? lecture.condamnations : lecture.condamnations.filter(seSuffit)
  const etat = etatDe(entete.formule, entete.estBulletin || ecrites.length <= 3, lisibles.length)
  const comprises =
    etat === 'condamnations' ? entete.comprises.union(lecture.comprises) : new Set(entete.comprises)
  const imprimees = lignesDuCasier(texte)
  const lignesNonLues = ecrites
    .filter((l) => !comprises.has(l.numero) || (etat === 'condamnations' && lecture.douteuses.has(l.numero)))
    .map((l) => ({ ligne: l.numero, texte: (imprimees[l.numero - 1] ?? l.texte).trim() }))
  const condamnations = etat === 'condamnations' ? lisibles : []
  const { identite } = entete
  return {
    lu: { etat, condamnations, ...(identite === undefined ? {} : { identite }), lignesNonLues },
    lignes: condamnations.map((c) => lecture.places.get(c) ?? { debut: 1, fin: 1 }),
  }
}

/** Without the title of a bulletin, only a decision with its day, its court, an offence and a sentence counts. */
function seSuffit(c: CasierLu['condamnations'][number]): boolean {
  return c.date !== null && c.juridiction !== '' && c.infractions.length > 0 && c.peines.length > 0
}

type Formule = ReturnType<typeof lireEntete>['formule']

function etatDe(formule: Formule, credible: boolean, nombre: number): CasierLu['etat'] {
  if (nombre > 0) return 'condamnations'
  if (formule === 'neant') return credible ? 'neant' : 'illisible'
  return formule ?? 'illisible'
}
