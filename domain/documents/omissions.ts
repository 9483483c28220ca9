import type { Declaration, Dossier, Orientation, Role } from '../contrat.ts'
import { vivantes } from '../faits/etat.ts'
import { definitionFait } from '../faits/vocabulaire.ts'
import { destinataireDe, estPrive, type Raison, raisonDeTaire, refuse } from './audience.ts'
import type { NomDocument, Omission } from './contenu.ts'
import { sansTexteLibre } from './destinataires.ts'
import { estSilence } from './enonces.ts'

/** What the preview says of each reason, most important first. */
const MOTIFS: Readonly<Record<Raison, string>> = {
  'note-privee': 'Note privée : elle reste à son auteur, aucun document partagé ne la porte.',
  refus: 'Refus de la personne : la défense seule le sait, il reste dans la note de plaidoirie.',
  'peine-envisagee': 'Peine envisagée : elle n’est dite que dans la note privée.',
  'motif-ecart': 'Motif d’écart : il ne s’imprime jamais, pour ne pas servir contre la personne.',
  'source-reservee':
    'Bulletin n° 1, Cassiopée et APPI ne sont pas ouverts à l’enquête sociale (774 CPP, R113-53).',
  destinataire: 'Le destinataire n’en a pas besoin pour répondre, ou n’a pas à le savoir.',
  'autre-partie': 'Note de l’autre partie : elle n’a rien à faire dans ce document.',
  'autre-profil': 'Ce document n’appartient pas à ce profil.',
  tableau: 'Suivi de la matinée : il reste au tableau de la permanence.',
  etape: 'Étape de la checklist : elle s’imprime sur la checklist.',
  inutile: 'Ce document n’en parle pas ; la fiche le dit.',
  relecture: 'Relecture d’une pièce ou du bulletin : la réponse qui en vient s’imprime, pas la relecture.',
}

/**
 * What is in the dossier and not in the document, and why; labels only, never what was answered. « Pas demandé » is
 * not an answer and is not listed.
 */
export function laisseDeCote(
  dossier: Dossier,
  orientation: Orientation,
  document: NomDocument,
  role: Role,
): Omission[] {
  const lecture = { document, role, refus: refuse(dossier) }
  const parRaison = new Map<Raison, Declaration[]>()
  const dites: Declaration[] = []
  for (const d of vivantes(dossier.declarations).filter((x) => !estSilence(x))) {
    const raison = raisonDeTaire(d, lecture)
    if (raison === null) dites.push(d)
    else parRaison.set(raison, [...(parRaison.get(raison) ?? []), d])
  }
  const tues = (Object.keys(MOTIFS) as Raison[]).flatMap((raison): Omission[] => {
    const declarations = parRaison.get(raison) ?? []
    return declarations.length === 0 ? [] : [omission(declarations, MOTIFS[raison])]
  })
  return [
    ...tues,
    ...precisionsTues(dites, document),
    ...horsDeclarations(dossier, orientation, document, role),
  ]
}

function omission(declarations: readonly Declaration[], motif: string): Omission {
  const libelles = declarations.map((d) => definitionFait(d.fait)?.libelle ?? d.fait)
  return { quoi: [...new Set(libelles)].join(', '), motif, declarations: declarations.map((d) => d.id) }
}

function precisionsTues(dites: readonly Declaration[], document: NomDocument): Omission[] {
  const destinataire = destinataireDe(document)
  if (destinataire === null || !sansTexteLibre(destinataire)) return []
  const precisees = dites.filter((d) => (d.precision ?? '') !== '')
  if (precisees.length === 0) return []
  const motif = 'Un texte libre peut nommer l’infraction ou la santé : seule la réponse est transmise.'
  return [{ ...omission(precisees, motif), quoi: `Précisions : ${omission(precisees, motif).quoi}` }]
}

/** What is held back without being a declaration. */
function horsDeclarations(
  dossier: Dossier,
  orientation: Orientation,
  document: NomDocument,
  role: Role,
): Omission[] {
  const omissions: Omission[] = []
  if (dossier.casier !== undefined && !ditLeBulletin(document, role))
    omissions.push({
      quoi: 'Bulletin n° 1 joint',
      motif: role === 'enquete' ? MOTIFS['source-reservee'] : 'Ce document n’en dit rien.',
      declarations: [],
    })
  if (role === 'enquete' && document === 'fiche' && orientation.cadres.length > 0)
    omissions.push({
      quoi: 'Cadres possibles',
      motif: 'Leurs conditions lisent le bulletin n° 1, qui n’est pas ouvert à l’enquête sociale.',
      declarations: [],
    })
  return omissions
}

function ditLeBulletin(document: NomDocument, role: Role): boolean {
  return role !== 'enquete' && (document === 'fiche' || document === 'dossier-audience' || estPrive(document))
}
