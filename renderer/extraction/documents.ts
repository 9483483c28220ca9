import { type Archive, ouvrirArchive } from './archive.ts'
import { assembler } from './pages.ts'
import { Refus } from './phrases.ts'
import type { Nature, Texte } from './types.ts'
import { lireXml, type Noeud } from './xml.ts'

const PRINCIPALE =
  /wordprocessingml\.(?:document|template)\.main\+xml|word\.(?:document|template)\.macroEnabled\.main\+xml/
const ODT = /^application\/vnd\.oasis\.opendocument\.text/

/**
 * Text of a .docx or .odt, told apart by what the archive says of itself. These formats have no pages.
 * @throws Refus
 */
export function lireDocument(octets: Uint8Array): Texte {
  const archive = ouvrirArchive(octets)
  if (ODT.test(archive.lire('mimetype') ?? '')) return lireOdt(archive)
  const types = archive.lire('[Content_Types].xml')
  if (types === null) throw new Refus('autre-format')
  return lireDocx(archive, types)
}

function lireDocx(archive: Archive, types: string): Texte {
  const partie = lireXml(types)
    .flatMap((racine) => racine.enfants)
    .find(({ nom, attributs }) => nom === 'Override' && PRINCIPALE.test(attributs.ContentType ?? ''))
  if (partie === undefined) throw new Refus('autre-format')
  const corps = archive.lire((partie.attributs.PartName ?? '').replace(/^\//, ''))
  if (corps === null) throw new Refus('document-abime')
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].map((nom) => archive.lire(nom) ?? '')
  return seule(
    'docx',
    [corps, ...notes.filter((note) => note !== '')].map((xml) => ecrire(lireXml(xml), MOTS_WORD)),
  )
}

function lireOdt(archive: Archive): Texte {
  if (/encryption-data/.test(archive.lire('META-INF/manifest.xml') ?? '')) throw new Refus('document-protege')
  const contenu = archive.lire('content.xml')
  if (contenu === null) throw new Refus('document-abime')
  return seule('odt', [ecrire(lireXml(contenu), MOTS_ODF)])
}

function seule(nature: Nature, parties: readonly string[]): Texte {
  return assembler(nature, [{ texte: parties.join('\n\n'), reconnue: false }])
}

interface Mots {
  /** Elements whose text is no part of the document as it is read. */
  readonly tus: RegExp
  /** Elements that hold text: anywhere else it is only indentation. */
  readonly textes: RegExp
  readonly paragraphes: RegExp
  readonly lignes: RegExp
  readonly tabulations: RegExp
  readonly cellules: RegExp
  readonly rangees: RegExp
}

/** Deleted and moved text, field codes, the older copy of a drawing, and properties are not read. */
const MOTS_WORD: Mots = {
  tus: /^(?:\w+Pr|del|moveFrom|instrText|delText|Fallback)$/,
  textes: /^t$/,
  paragraphes: /^p$/,
  lignes: /^(?:br|cr)$/,
  tabulations: /^p?tab$/,
  cellules: /^tc$/,
  rangees: /^tr$/,
}

/** Tracked deletions, comments, styles and scripts are not read. */
const MOTS_ODF: Mots = {
  tus: /^(?:tracked-changes|annotation|automatic-styles|font-face-decls|scripts|forms|note-citation)$/,
  textes: /^[ph]$/,
  paragraphes: /^[ph]$/,
  lignes: /^line-break$/,
  tabulations: /^tab$/,
  cellules: /^(?:covered-)?table-cell$/,
  rangees: /^table-row$/,
}

/** `<text:s text:c="…"/>` says how many spaces: a number of another's making. */
const MAX_ESPACES = 40

/** Paragraphs end with a blank line, the cells of a row are parted by tabs and the rows by line ends. */
function ecrire(noeuds: readonly Noeud[], mots: Mots, dansTexte = false): string {
  return noeuds.map((noeud) => ecrireNoeud(noeud, mots, dansTexte)).join('')
}

function ecrireNoeud({ nom, texte, attributs, enfants }: Noeud, mots: Mots, dansTexte: boolean): string {
  if (nom === '') return dansTexte ? texte : ''
  if (mots.tus.test(nom)) return ''
  if (mots.tabulations.test(nom)) return '\t'
  if (mots.lignes.test(nom)) return '\n'
  if (nom === 'noBreakHyphen') return '\u2011'
  if (nom === 's' && mots === MOTS_ODF)
    return ' '.repeat(Math.max(1, Math.min(MAX_ESPACES, Number(attributs.c) || 1)))
  const contenu = ecrire(enfants, mots, dansTexte || mots.textes.test(nom))
  if (mots.cellules.test(nom)) return `${enUneLigne(contenu)}\t`
  if (mots.rangees.test(nom)) return `${contenu.replace(/\t$/, '')}\n`
  if (mots.paragraphes.test(nom)) return `${contenu}\n\n`
  return nom === 'tbl' || nom === 'table' ? `${contenu}\n` : contenu
}

function enUneLigne(texte: string): string {
  return texte
    .split('\n')
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== '')
    .join(' ')
}
