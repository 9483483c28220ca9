import type { Declaration, Dossier } from '../contrat.ts'
import { LIGNES_TRIAGE } from '../faits/triage.ts'
import { AUTEUR_EXERCICE } from './matinee.ts'

/** A key among the words of a step. */
export type MorceauEtape = string | { touche: string }

export interface EtapeExercice {
  id: string
  /** One short sentence, with its keys. */
  phrase: readonly MorceauEtape[]
}

const NBSP = '\u00a0'
const t = (touche: string): MorceauEtape => ({ touche })

/** In the order of a real morning. */
export const ETAPES_EXERCICE: readonly EtapeExercice[] = [
  { id: 'ouvrir', phrase: [`Ouvrez la première personne${NBSP}: `, t('Entrée')] },
  {
    id: 'repondre',
    phrase: [`Répondez à trois lignes${NBSP}: `, t('o'), ' oui, ', t('n'), ' non, ', t('?'), ' ne sait pas'],
  },
  {
    id: 'source',
    phrase: [
      `Dites d’où vient une réponse${NBSP}: `,
      t('↑'),
      ' y remonte, ',
      t('a'),
      ' audition, ',
      t('d'),
      ' dit par l’intéressé(e)',
    ],
  },
  {
    id: 'precision',
    phrase: [
      `Précisez Addiction${NBSP}: `,
      t('↑'),
      ' y remonte, ',
      t('Entrée'),
      ' ouvre, ',
      t('↓'),
      ' choisit un produit, ',
      t('Entrée'),
      ' le retient',
    ],
  },
  {
    id: 'question',
    phrase: [
      `Répondez à la question suivante, à droite${NBSP}: `,
      t('Échap'),
      ', ',
      t('F6'),
      ' y va, puis ',
      t('o'),
      ', ',
      t('n'),
      ' ou ',
      t('?'),
    ],
  },
  {
    id: 'piece',
    phrase: [`Lisez l’audition${NBSP}: `, t('F10'), ', puis ', t('o'), ' confirme l’élément choisi'],
  },
  {
    id: 'orientation',
    phrase: [
      `Retenez un dispositif${NBSP}: `,
      t('Échap'),
      ' revient, ',
      t('F8'),
      ' orientation, ',
      t('Espace'),
      ' retient',
    ],
  },
  {
    id: 'apcars',
    phrase: [
      `Demandez l’enquête${NBSP}: `,
      t('F5'),
      ' documents, ',
      t('↓'),
      ` jusqu’à «${NBSP}À l’APCARS${NBSP}», `,
      t('Ctrl+Maj+C'),
      ' copie',
    ],
  },
  {
    id: 'fiche',
    phrase: [`Écrivez la fiche${NBSP}: `, t('Échap'), ' revient au triage, ', t('Ctrl+P'), ' fiche'],
  },
  { id: 'suivant', phrase: [`Passez à la personne suivante${NBSP}: `, t('Ctrl+Entrée')] },
  {
    id: 'annuler',
    phrase: [`Une erreur se reprend${NBSP}: répondez par `, t('o'), ', puis ', t('Ctrl+Z'), ' annule'],
  },
]

/** What declarations do not hold: the dossiers opened so far, and the documents written or copied. */
export interface TraceExercice {
  ouverts: readonly string[]
  documents: readonly string[]
}

const LIGNES = new Set(LIGNES_TRIAGE.map((l) => l.fait))
const PRECISIONS = new Set(LIGNES_TRIAGE.flatMap((l) => l.precisions))
/** Lines that the exercise leaves to the « next question »: nothing else asks for them. */
const REPONSES_A_LA_QUESTION = ['accord.', 'disponibilite.']

/** Which steps the state shows done: nothing is ticked by hand, so a restart of the page changes nothing. */
export function etapesFaites(dossiers: readonly Dossier[], trace: TraceExercice): ReadonlySet<string> {
  // « Says again » is no answer, and an answer taken back was given all the same.
  const par = dossiers.map((d) => d.declarations.filter((x) => estSienne(x) && x.redit === undefined))
  const siennes = par.flat()
  const reponses = (d: readonly Declaration[]) =>
    new Set(d.filter((x) => LIGNES.has(x.fait) && estReponse(x)).map((x) => x.fait)).size
  const ouverts = new Set(trace.ouverts)
  const faites: Record<string, boolean> = {
    ouvrir: ouverts.size > 0 || siennes.length > 0,
    repondre: par.some((d) => reponses(d) >= 3),
    source: siennes.some((x) => LIGNES.has(x.fait) && estReponse(x) && x.sourceAPreciser === undefined),
    precision: siennes.some((x) => PRECISIONS.has(x.fait) && estReponse(x)),
    question: siennes.some((x) => REPONSES_A_LA_QUESTION.some((f) => x.fait.startsWith(f)) && estReponse(x)),
    piece: siennes.some((x) => x.extrait !== undefined || x.fait.startsWith('pieces.')),
    orientation: siennes.some((x) => x.fait === 'orientation.choix' && x.valeur !== null),
    apcars:
      siennes.some((x) => x.fait === 'demande.apcars' && x.valeur !== null) ||
      trace.documents.includes('message-apcars'),
    fiche: trace.documents.includes('fiche'),
    suivant: ouverts.size > 1 || par.filter((d) => d.length > 0).length > 1,
    annuler: siennes.some((x) => x.annule !== undefined),
  }
  return new Set(ETAPES_EXERCICE.map((e) => e.id).filter((id) => faites[id] === true))
}

function estSienne(d: Declaration): boolean {
  return d.auteur?.organisme !== AUTEUR_EXERCICE.organisme
}

/** « Not asked » again is the key that clears a line. */
function estReponse(d: Declaration): boolean {
  return d.annule === undefined && (d.valeur !== null || (d.inconnu ?? 'pas-demande') !== 'pas-demande')
}
