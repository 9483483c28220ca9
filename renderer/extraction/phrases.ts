import { MAX_CARACTERES, MAX_OCTETS, MAX_PAGES, MAX_PAGES_RECONNUES } from './limites.ts'

const nombre = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f')
const UTILES = 'imprimez en PDF les seules pages utiles, puis ouvrez ce PDF.'

/** One sentence for each reason not to read a file: what it is, then what to do. */
export const PHRASES = {
  vide: 'Ce fichier est vide\u00a0: vérifiez qu’il a été copié en entier, puis ouvrez-le de nouveau.',
  'trop-lourd': `Ce fichier dépasse ${MAX_OCTETS / 2 ** 20}\u00a0Mo\u00a0: ${UTILES}`,
  inaccessible:
    'Ce fichier ne peut plus être lu à son emplacement\u00a0: vérifiez qu’il n’a été ni déplacé ni modifié, puis ouvrez-le de nouveau.',
  'pdf-protege':
    'Ce PDF est protégé par un mot de passe\u00a0: ouvrez-le dans votre lecteur de PDF, imprimez-le en PDF, puis ouvrez cette version.',
  'pdf-formulaire':
    'Ce PDF est un formulaire que seul son logiciel affiche (XFA)\u00a0: ouvrez-le dans votre lecteur de PDF, imprimez-le en PDF, puis ouvrez cette version.',
  'pdf-abime': 'Ce PDF est abîmé ou incomplet\u00a0: copiez-le de nouveau depuis sa source, puis rouvrez-le.',
  'trop-de-pages': `Ce PDF compte plus de ${nombre(MAX_PAGES)}\u00a0pages\u00a0: ${UTILES}`,
  'trop-de-pages-scannees': `Ce PDF compte plus de ${MAX_PAGES_RECONNUES}\u00a0pages scannées, trop longues à reconnaître\u00a0: ${UTILES}`,
  'sans-texte':
    'Aucun texte n’a pu être lu dans ce fichier\u00a0: recopiez l’essentiel dans la zone de texte.',
  'document-protege':
    'Ce document est protégé par un mot de passe\u00a0: retirez le mot de passe dans le traitement de texte, puis ouvrez-le de nouveau.',
  'document-abime':
    'Ce document est abîmé ou incomplet\u00a0: copiez-le de nouveau depuis sa source, puis rouvrez-le.',
  'document-demesure':
    'Ce document est démesuré une fois décompressé\u00a0: demandez-en une version PDF à son auteur.',
  'document-piege':
    'Ce document contient des instructions qu’aucun traitement de texte n’écrit\u00a0: il n’a pas été lu, demandez-en une version PDF à son auteur.',
  'ancien-format':
    'Ce fichier est à un ancien format de bureautique\u00a0: enregistrez-le en .docx ou en PDF, puis ouvrez cette version.',
  image:
    'Ce fichier est une image\u00a0: imprimez-la en PDF, puis ouvrez ce PDF, qui sera lu par reconnaissance.',
  programme: 'Ce fichier est un programme et non une pièce\u00a0: il n’a pas été ouvert, supprimez-le.',
  'autre-format':
    'Ce fichier n’est pas d’un format connu\u00a0: ouvrez un PDF, un document .docx ou .odt, ou un texte simple.',
  'trop-de-texte': `Ce texte dépasse ${nombre(MAX_CARACTERES)}\u00a0caractères\u00a0: gardez les seules pages utiles, puis recommencez.`,
  interrompue: 'La lecture a été interrompue\u00a0: rien n’en est gardé, ouvrez le fichier pour recommencer.',
  muette: `La lecture de ce fichier n’avance plus et a été arrêtée\u00a0: ${UTILES}`,
  panne: `La lecture de ce fichier a échoué\u00a0: ${UTILES}`,
} as const

export type CodeRefus = keyof typeof PHRASES

/** A file that is not read, and why. The code crosses workers, the sentence is for people. */
export class Refus extends Error {
  readonly code: CodeRefus

  constructor(code: CodeRefus) {
    super(PHRASES[code])
    this.code = code
  }
}

export interface Refusee {
  readonly ok: false
  readonly code: CodeRefus
  /** One French sentence that says what to do. */
  readonly message: string
}

export function refusee(code: CodeRefus): Refusee {
  return { ok: false, code, message: PHRASES[code] }
}
