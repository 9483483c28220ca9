import {
  type Contact,
  contactPour,
  type DemandeALancer,
  type Destinataire,
  type Dossier,
  demandesALancer,
  destinatairesPour,
  direHeureActe,
  type EtatDemande,
  etatDemande,
  faitsDeReponse,
  type Lieux,
  type Orientation,
  type Provenance,
  provenanceDe,
  type SuiteDemande,
} from '../../domain/index.ts'
import { contenuDe, type DocumentPropose, documentsPour } from '../documents/contenus.ts'
import { catalogueEnCours, etatFait, lireDossier } from '../lecture.ts'
import { profil, useMagasin } from '../magasin.ts'
import { tribunal } from '../saisie/lignes.ts'

/** What the pane shows of a dossier, read from its declarations. */

export const SUITES: Readonly<Record<SuiteDemande, string>> = {
  demandee: 'demandée',
  'a-rappeler': 'à rappeler',
  recue: 'reçue',
  'faute-de-temps': 'faute de temps',
  refus: 'refus',
  'sans-objet': 'sans objet',
}

export interface Demande extends EtatDemande {
  destinataire: Destinataire
  /** Why it is proposed; null when it is not, or no longer. */
  motif: string | null
}

/** Every request of the profile, in the order of the morning; none where the rules refuse the dossier. */
export function demandesDe(dossier: Dossier): Demande[] {
  const { orientation } = lireDossier(dossier)
  if (orientation === null) return []
  const proposees = new Map(proposer(dossier).map((p) => [p.destinataire, p.motif]))
  return destinatairesPour(profil()).map((destinataire) => ({
    ...etatDemande(dossier, destinataire),
    destinataire,
    motif: proposees.get(destinataire) ?? null,
  }))
}

/** The rows of a person: proposed, touched, chosen; the others once unfolded. */
export function rangeesDe(demandes: readonly Demande[], choisi: Destinataire | null, deplie: boolean) {
  const visibles = demandes.filter(
    (d) => deplie || d.motif !== null || d.suite !== null || d.destinataire === choisi,
  )
  return { visibles, cachees: demandes.filter((d) => !visibles.includes(d)) }
}

const parLecture = new WeakMap<Orientation, readonly DemandeALancer[]>()

/** Once for each reading: the count on the button is asked again at each key of the board. */
function proposer(dossier: Dossier): readonly DemandeALancer[] {
  const { orientation } = lireDossier(dossier)
  if (orientation === null) return []
  const connues = parLecture.get(orientation)
  if (connues) return connues
  const options = { role: profil(), catalogue: catalogueEnCours(), tribunal: tribunal(dossier) }
  const lues = demandesALancer(dossier, orientation, options)
  parLecture.set(orientation, lues)
  return lues
}

/** How many people have at least one request that is proposed, and neither launched nor closed. */
export function personnesALancer(dossiers: readonly Dossier[]): number {
  return dossiers.filter((d) => proposer(d).length > 0).length
}

/** « demandée 9 h 12 », « à lancer », or that nothing calls for it. */
export function direEtat({ suite, le, motif }: Demande): string {
  if (suite !== null && le !== null) return `${SUITES[suite]} ${direHeureActe(le)}`
  return motif === null ? 'non proposée' : 'à lancer'
}

// ───────────────────────────── who is written to ─────────────────────────────

function lieuxDe(dossier: Dossier): Lieux {
  const jap = etatFait(dossier, 'suivi.japRessort')
  return { jap: jap.etat === 'connu' ? String(jap.valeur) : null, tribunal: tribunal(dossier) }
}

function contactDe(dossier: Dossier, destinataire: Destinataire): Contact | null {
  return contactPour(useMagasin.getState().reglages.annuaire, destinataire, lieuxDe(dossier))
}

/** Name, telephone, e-mail; or what to do where the directory has nobody. */
export function direContact(dossier: Dossier, destinataire: Destinataire): string {
  const contact = contactDe(dossier, destinataire)
  const dit =
    contact && [contact.nom, contact.telephone, contact.courriel].map((x) => x.trim()).filter(Boolean)
  if (dit?.length) return dit.join(' · ')
  if (destinataire === 'jap' && lieuxDe(dossier).jap === null)
    return 'ville du JAP inconnue\u00a0: sans elle, pas de contact'
  return 'contact à compléter dans les Réglages'
}

export function provenancePour(dossier: Dossier, destinataire: Destinataire): Provenance {
  const contact = contactDe(dossier, destinataire)
  return provenanceDe(destinataire, { role: profil(), contact, lieux: lieuxDe(dossier) })
}

export function faitsPour(dossier: Dossier, destinataire: Destinataire): readonly string[] {
  const options = { role: profil(), catalogue: catalogueEnCours(), tribunal: tribunal(dossier) }
  return faitsDeReponse(destinataire, options)
}

// ───────────────────────────── what is said to him ─────────────────────────────

export function documentPour(destinataire: Destinataire): DocumentPropose | undefined {
  return documentsPour(profil()).find((d) => d.nom === `message-${destinataire}`)
}

/** The text as it will be copied; null where the rules refuse the dossier. */
export function texteDe(
  dossier: Dossier,
  destinataire: Destinataire,
): { titre: string; objet: string; lignes: readonly string[] } | null {
  const { orientation } = lireDossier(dossier)
  const document = documentPour(destinataire)
  if (orientation === null || document === undefined) return null
  const contenu = contenuDe(document, dossier, orientation)
  return contenu.type === 'message'
    ? { titre: contenu.titre, objet: contenu.objet, lignes: contenu.corps }
    : null
}
