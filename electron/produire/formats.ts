import { type Contenu, nomFichier } from '../../domain/index.ts'
import { writeVersion } from '../documents.ts'
import { versDocx, versOdt, versTexte } from '../formats/index.ts'
import { type ImpressionPdf, lirePolices, type OptionsPdf, produirePdf } from '../impression/index.ts'
import { ProductionError } from './erreurs.ts'
import { choisirModele } from './modeles.ts'

export type Format = 'pdf' | 'docx' | 'odt' | 'txt'

export interface Moyens extends OptionsPdf {
  imprimer: ImpressionPdf
  /** Where the documents go, and the models of the court are. */
  documents: string
}

interface Fabrique {
  octets: Uint8Array | string
  /** Null but for a PDF. */
  pages: number | null
  /** What is to be said of the court's model. */
  modele: string | null
}

export interface Ecrit extends Omit<Fabrique, 'octets'> {
  /** Full path. */
  fichier: string
}

/** Writes a document whole under the first free version of its name. */
export async function ecrire(contenu: Contenu, format: Format, moyens: Moyens): Promise<Ecrit> {
  const { octets, ...reste } = await fabriquer(contenu, format, moyens)
  moyens.signal?.throwIfAborted()
  return { fichier: await writeVersion(moyens.documents, nomFichier(contenu), octets, format), ...reste }
}

/** A message is text and has no page; bound sheets are paper only. */
async function fabriquer(contenu: Contenu, format: Format, moyens: Moyens): Promise<Fabrique> {
  const sans = { pages: null, modele: null }
  if (format === 'pdf' && contenu.type !== 'message') {
    const { imprimer, documents: _documents, ...suivi } = moyens
    const { pdf, pages } = await produirePdf(contenu, await lirePolices(), imprimer, suivi)
    return { ...sans, octets: pdf, pages }
  }
  if (contenu.type === 'dossier-audience') throw new ProductionError('format-absent')
  if (format === 'txt') return { ...sans, octets: versTexte(contenu) }
  if (contenu.type === 'message') throw new ProductionError('format-absent')
  if (format === 'docx') return { ...sans, octets: await versDocx(contenu) }
  const { octets: modele, phrase } = await choisirModele(moyens.documents, contenu.type)
  return { ...sans, octets: await versOdt(contenu, modele), modele: phrase }
}
