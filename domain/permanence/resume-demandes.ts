import type { Dossier } from '../contrat.ts'
import { momentLocal } from '../documents/format.ts'
import type { Destinataire } from '../documents/index.ts'
import { DESTINATAIRES, etatDemande, type SuiteDemande } from './demandes.ts'

/** The requests of one person in a few words, for the board. */

export interface DemandeFaite {
  destinataire: Destinataire
  suite: SuiteDemande
  /** ISO date-time of the act. */
  le: string
}

const parDossier = new WeakMap<Dossier, readonly DemandeFaite[]>()

/** Oldest act first; nobody was asked where the list is empty. Dossiers are replaced, never mutated: each is read once. */
export function demandesFaites(dossier: Dossier): readonly DemandeFaite[] {
  const connues = parDossier.get(dossier)
  if (connues !== undefined) return connues
  const faites = DESTINATAIRES.flatMap((destinataire): DemandeFaite[] => {
    const { suite, le } = etatDemande(dossier, destinataire)
    return suite === null || le === null ? [] : [{ destinataire, suite, le }]
  }).sort((a, b) => Date.parse(a.le) - Date.parse(b.le))
  parDossier.set(dossier, faites)
  return faites
}

export const NOMS_DESTINATAIRES: Readonly<Record<Destinataire, string>> = {
  apcars: 'APCARS',
  jap: 'JAP',
  spip: 'SPIP',
  avocat: 'Avocat',
  siao: 'SIAO',
}

const DEMANDEE: Readonly<Record<Destinataire, string>> = {
  apcars: 'APCARS demandée',
  jap: 'JAP sollicité',
  spip: 'SPIP sollicité',
  avocat: 'Avocat prévenu',
  siao: 'SIAO sollicité',
}

/** « 9 h 12 », the hour of an act in Paris, never cut in two. */
export function direHeureActe(instant: string): string {
  return momentLocal(instant).heure.replaceAll(' ', '\u00a0')
}

/** « APCARS demandée 9 h 12 », « SPIP : faute de temps ». */
export function direDemande({ destinataire, suite, le }: DemandeFaite): string {
  const heure = direHeureActe(le)
  const nom = NOMS_DESTINATAIRES[destinataire]
  switch (suite) {
    case 'demandee':
      return `${DEMANDEE[destinataire]} ${heure}`
    case 'a-rappeler':
      return `${nom}\u00a0: à rappeler`
    case 'recue':
      return destinataire === 'apcars' ? `${nom} reçue ${heure}` : `${nom}\u00a0: réponse ${heure}`
    case 'faute-de-temps':
      return `${nom}\u00a0: faute de temps`
    case 'refus':
      return `${nom}\u00a0: refus`
    case 'sans-objet':
      return `${nom}\u00a0: sans objet`
  }
}

/** The last request in words and how many others there are, « à lancer » before any. */
export function resumerDemandes(dossier: Dossier): { phrase: string; autres: number } {
  const demandes = demandesFaites(dossier)
  const derniere = demandes.at(-1)
  if (derniere === undefined) return { phrase: 'à lancer', autres: 0 }
  return { phrase: direDemande(derniere), autres: demandes.length - 1 }
}
