import type { Declaration, Dossier } from '../contrat.ts'
import { momentLocal } from '../documents/format.ts'
import { suiviDe } from './suivi.ts'

/** The requests of a person, derived from the facts `demande.*`; whoever launches them declares those facts. */

const NOMS = { apcars: 'APCARS', jap: 'JAP', spip: 'SPIP', avocat: 'Avocat', siao: 'SIAO' } as const
export type DestinataireDemande = keyof typeof NOMS

/** `a-rappeler`: declared without an answer, the call did not get through. */
export type EtatDemande = 'demandee' | 'recue' | 'a-rappeler' | 'faute-de-temps' | 'refus' | 'sans-objet'

export interface Demande {
  destinataire: DestinataireDemande
  etat: EtatDemande
  /** ISO date-time of the act. */
  depuis: string
}

/** Oldest act first; nobody was asked where the list is empty. */
export function demandesDe(dossier: Dossier): readonly Demande[] {
  return suiviDe(dossier).demandes.flatMap((d) => {
    const destinataire = d.fait.slice('demande.'.length) as DestinataireDemande
    const etat = etatDe(d)
    return etat === null ? [] : [{ destinataire, etat, depuis: d.date }]
  })
}

function etatDe({ valeur, inconnu }: Declaration): EtatDemande | null {
  if (valeur !== null) return valeur as EtatDemande
  if (inconnu === 'faute-de-temps') return 'faute-de-temps'
  if (inconnu === 'refuse') return 'refus'
  return inconnu === undefined || inconnu === 'pas-demande' ? null : 'a-rappeler'
}

const DEMANDEE: Readonly<Record<DestinataireDemande, string>> = {
  apcars: 'APCARS demandée',
  jap: 'JAP sollicité',
  spip: 'SPIP sollicité',
  avocat: 'Avocat prévenu',
  siao: 'SIAO sollicité',
}

/** « APCARS demandée 9 h 12 », « JAP : à rappeler », « SPIP : faute de temps ». */
export function direDemande({ destinataire, etat, depuis }: Demande): string {
  // An hour is never cut in two.
  const heure = momentLocal(depuis).heure.replaceAll(' ', '\u00a0')
  const nom = NOMS[destinataire]
  switch (etat) {
    case 'demandee':
      return `${DEMANDEE[destinataire]} ${heure}`
    case 'recue':
      return destinataire === 'apcars' ? `${nom} reçue ${heure}` : `${nom}\u00a0: réponse ${heure}`
    case 'a-rappeler':
      return `${nom}\u00a0: à rappeler`
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
  const demandes = demandesDe(dossier)
  const derniere = demandes.at(-1)
  if (derniere === undefined) return { phrase: 'à lancer', autres: 0 }
  return { phrase: direDemande(derniere), autres: demandes.length - 1 }
}
