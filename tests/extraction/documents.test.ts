import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { MAX_ENTREES, MAX_OCTETS, MAX_OCTETS_XML } from '../../renderer/extraction/limites.ts'
import { lire } from '../../renderer/extraction/lire.ts'
import type { Extraction } from '../../renderer/extraction/types.ts'
import { docx, odt, paragraphe, zip } from './fabrique.ts'

const AIDES = {
  progres: () => {},
  reconnaitre: () => Promise.reject(new Error('nothing to recognise in these files')),
}
const ouvrir = (octets: Uint8Array<ArrayBuffer>) => lire(new Blob([octets]), AIDES)

async function texteDe(octets: Uint8Array<ArrayBuffer>): Promise<string> {
  const lu = await ouvrir(octets)
  if (!lu.ok) throw new Error(lu.message)
  return lu.texte
}

const refuse = (code: string): Extraction =>
  expect.objectContaining({ ok: false, code, message: expect.stringMatching(/\u00a0: .+\.$/) })

describe('.docx', () => {
  it('paragraphes, tabulations, sauts de ligne, espaces gardés, entités, une seule page', async () => {
    const lu = await ouvrir(
      docx(
        `${paragraphe('Il dit&#160;: «&#xA0;je bois&#160;» &amp; fume &lt;peu&gt;')}<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Né</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve"> ici</w:t><w:br/><w:t>là</w:t></w:r></w:p>`,
      ),
    )
    expect(lu).toMatchObject({ ok: true, nature: 'docx', pages: [{ debut: 0, reconnue: false }] })
    expect(lu.ok && lu.texte).toBe('Il dit\u00a0: «\u00a0je bois\u00a0» & fume <peu>\n\nNé\t ici\nlà\n')
  })

  it('un texte supprimé, déplacé, un code de champ ou la copie ancienne d’un dessin ne sont pas lus', async () => {
    const texte = await texteDe(
      docx(
        `<w:p><w:r><w:t>gardé</w:t></w:r><w:del><w:r><w:delText>supprimé</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>parti</w:t></w:r></w:moveFrom><w:ins><w:r><w:t> ajouté</w:t></w:r></w:ins><w:r><w:instrText>HYPERLINK</w:instrText></w:r><mc:AlternateContent><mc:Choice><w:r><w:t> cadre</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>cadre</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>`,
      ),
    )
    expect(texte).toBe('gardé ajouté cadre\n')
  })

  it('tableaux : une rangée par ligne, une tabulation entre cellules, même sous un contrôle de contenu', async () => {
    const cellule = (t: string) => `<w:tc><w:tcPr/>${paragraphe(t)}</w:tc>`
    const texte = await texteDe(
      docx(
        `<w:tbl><w:tr>${cellule('Date')}<w:sdt><w:sdtContent>${cellule('Peine')}</w:sdtContent></w:sdt></w:tr><w:tr>${cellule('12/03/2024')}${cellule('2 mois')}</w:tr></w:tbl>${paragraphe('Fin')}`,
      ),
    )
    expect(texte).toBe('Date\tPeine\n12/03/2024\t2 mois\n\nFin\n')
  })

  it('la partie principale est celle que le document désigne, et les notes suivent', async () => {
    const octets = docx('', {
      '[Content_Types].xml': strToU8(
        '<Types><Override PartName="/word/document2.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
      ),
      'word/document2.xml': strToU8(`<w:document>${paragraphe('corps')}</w:document>`),
      'word/footnotes.xml': strToU8(
        `<w:footnotes><w:footnote>${paragraphe('note')}</w:footnote></w:footnotes>`,
      ),
    })
    expect(await texteDe(octets)).toBe('corps\n\nnote\n')
  })
})

describe('.odt', () => {
  it('paragraphes, titres, espaces comptés, tabulations ; ni styles, ni suppressions, ni commentaires', async () => {
    const texte = await texteDe(
      odt(
        '<text:tracked-changes><text:p>supprimé</text:p></text:tracked-changes><text:h>Titre</text:h><text:p>Un<text:s text:c="3"/><text:span>deux</text:span><text:tab/>trois<text:line-break/>quatre<office:annotation><text:p>avis</text:p></office:annotation></text:p><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>',
      ),
    )
    expect(texte).toBe('Titre\n\nUn   deux\ttrois\nquatre\n\na\tb\n')
  })

  it('un nombre d’espaces démesuré n’en écrit que quelques-uns', async () => {
    expect((await texteDe(odt('<text:p>a<text:s text:c="999999999"/>b</text:p>'))).length).toBeLessThan(100)
    expect(await texteDe(odt('<text:p>a<text:s text:c="-1e9"/>b</text:p>'))).toBe('a b\n')
  })

  it('protégé par mot de passe : la phrase le dit', async () => {
    const manifeste = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'
    expect(await ouvrir(odt('', { 'META-INF/manifest.xml': strToU8(manifeste) }))).toEqual(
      refuse('document-protege'),
    )
  })
})

describe('archives hostiles', () => {
  it('bombe : un document de quelques kilo-octets qui se déplie au-delà de la limite', async () => {
    const octets = docx('', { 'word/document.xml': [new Uint8Array(MAX_OCTETS_XML + 1), { level: 1 }] })
    expect(octets.length).toBeLessThan(MAX_OCTETS_XML / 100)
    expect(await ouvrir(octets)).toEqual(refuse('document-demesure'))
  })

  it('bombe par morceaux : les parties comptent ensemble', async () => {
    const moitie = strToU8(`<w:p><w:t>${'a'.repeat(MAX_OCTETS_XML * 0.6)}</w:t></w:p>`)
    const partie: [Uint8Array, { level: 0 }] = [moitie, { level: 0 }]
    const octets = docx('', { 'word/document.xml': partie, 'word/footnotes.xml': partie })
    expect(await ouvrir(octets)).toEqual(refuse('document-demesure'))
  })

  it('bombe qui ment sur sa taille : coupée à la taille annoncée, puis refusée', async () => {
    const octets = docx('', { 'word/document.xml': strToU8(`<w:p><w:t>${'a'.repeat(2 ** 20)}</w:t></w:p>`) })
    mentir(octets, 'word/document.xml', 2000)
    expect(await ouvrir(octets)).toEqual(refuse('document-abime'))
  })

  it('des milliers d’entrées vides', async () => {
    const vide: [Uint8Array, { level: 0 }] = [new Uint8Array(), { level: 0 }]
    const entrees = Object.fromEntries(Array.from({ length: MAX_ENTREES + 1 }, (_, i) => [`e${i}`, vide]))
    expect(await ouvrir(zip(entrees))).toEqual(refuse('document-demesure'))
  })

  it('des noms qui remontent les dossiers, ou du nom d’un prototype, sont des noms comme les autres', async () => {
    const piege = strToU8('<w:p><w:t>piège</w:t></w:p>')
    const noms = ['../../etc/passwd', '/word/document.xml', 'C:\\word\\document.xml', 'constructor']
    const octets = docx(paragraphe('lu'), Object.fromEntries(noms.map((nom) => [nom, piege])))
    expect(await texteDe(octets)).toBe('lu\n')
    const prototype = docx(paragraphe('lu'), { aaprotoaa: piege })
    renommer(prototype, 'aaprotoaa', '__proto__')
    expect(await texteDe(prototype)).toBe('lu\n')
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('entités qui se multiplient, ou déclaration de type : refusé sans être déplié', async () => {
    const rires = Array.from({ length: 9 }, (_, i) => `<!ENTITY r${i + 1} "${`&r${i};`.repeat(10)}">`).join(
      '',
    )
    for (const avant of [`<!DOCTYPE w [<!ENTITY r0 "ha">${rires}]>`, '<!doctype html>']) {
      const xml = `<?xml version="1.0"?>${avant}<w:p><w:t>&r9;</w:t></w:p>`
      expect(await ouvrir(docx('', { 'word/document.xml': strToU8(xml) }))).toEqual(refuse('document-piege'))
    }
  })

  it('une entité inconnue reste du texte ; un numéro impossible disparaît', async () => {
    expect(await texteDe(docx(paragraphe('&r9; &#0;&#x110000;&#1114112;fin')))).toBe('&r9; fin\n')
  })

  it('des éléments imbriqués sans fin, ou nommés comme un prototype', async () => {
    const n = 100_000
    const profond = `${'<w:r>'.repeat(n)}<w:t>x</w:t>${'</w:r>'.repeat(n)}`
    expect(await ouvrir(docx(profond))).toEqual(refuse('document-abime'))
    const lu = await ouvrir(docx(`<__proto__><w:t>x</w:t></__proto__>${paragraphe('lu')}`))
    expect(lu.ok ? lu.texte : lu.code).toMatch(/lu|document-abime/)
    expect(({} as Record<string, unknown>).t).toBeUndefined()
  })

  it('coupées n’importe où : une phrase, ou le document entier, jamais un morceau', async () => {
    const octets = docx(
      Array.from({ length: 40 }, (_, i) => paragraphe(`ligne ${i} ${Math.sin(i)}`)).join(''),
    )
    const entier = await texteDe(octets)
    for (let fin = 4; fin < octets.length; fin += 7) {
      const lu = await ouvrir(octets.slice(0, fin))
      expect(lu.ok ? lu.texte : 'refusé').toBe(lu.ok ? entier : 'refusé')
    }
  })

  it('un XML coupé au milieu n’est pas pris pour un document entier', async () => {
    const xml = strToU8(`<w:document>${paragraphe('début')}<w:p>`)
    expect(await ouvrir(docx('', { 'word/document.xml': xml }))).toEqual(refuse('document-abime'))
  })
})

describe('ce qui n’est pas un document texte', () => {
  it('autre archive, classeur, archive vide, .docx sans corps', async () => {
    expect(await ouvrir(zip({ 'a.txt': strToU8('x') }))).toEqual(refuse('autre-format'))
    expect(await ouvrir(docx('', { '[Content_Types].xml': strToU8('<Types/>') }))).toEqual(
      refuse('autre-format'),
    )
    expect(await ouvrir(zipSync({}) as Uint8Array<ArrayBuffer>)).toEqual(refuse('autre-format'))
    expect(await ouvrir(docx(''))).toEqual(refuse('sans-texte'))
  })

  it('plus lourd que la limite : refusé avant d’être lu', async () => {
    const fichier = new Blob(['x'])
    Object.defineProperty(fichier, 'size', { value: MAX_OCTETS + 1 })
    Object.defineProperty(fichier, 'arrayBuffer', { value: () => expect.unreachable() })
    expect(await lire(fichier, AIDES)).toEqual(refuse('trop-lourd'))
  })

  it('déplacé ou modifié pendant la lecture', async () => {
    const fichier = new Blob(['x'])
    Object.defineProperty(fichier, 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('', 'NotReadableError')),
    })
    expect(await lire(fichier, AIDES)).toEqual(refuse('inaccessible'))
  })
})

/** Writes another unfolded size in the central directory, which is where sizes are read. */
function mentir(octets: Uint8Array, nom: string, taille: number): void {
  const vue = new DataView(octets.buffer, octets.byteOffset)
  for (let i = 0; i < octets.length - 46; i++) {
    if (vue.getUint32(i, true) !== 0x02014b50) continue
    const fin = i + 46 + vue.getUint16(i + 28, true)
    if (new TextDecoder().decode(octets.subarray(i + 46, fin)) === nom) vue.setUint32(i + 24, taille, true)
  }
}

/** Another name of the same length, wherever the archive writes it. */
function renommer(octets: Uint8Array, nom: string, autre: string): void {
  const texte = new TextDecoder('latin1').decode(octets)
  for (let i = texte.indexOf(nom); i >= 0; i = texte.indexOf(nom, i + 1)) octets.set(strToU8(autre), i)
}
