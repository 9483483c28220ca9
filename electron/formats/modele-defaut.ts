/**
 * The model that the product ships, written by hand rather than saved by a word processor: small, the same bytes every
 * time, and its styles are those that a court sees in LibreOffice's list.
 */

const ESPACES = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'dc="http://purl.org/dc/elements/1.1/"',
]
  .map((e) => `xmlns:${e}`)
  .join(' ')

const TETE = '<?xml version="1.0" encoding="UTF-8"?>\n'

export async function modeleParDefaut(): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate')
  // A fixed day: the same model is the same file.
  const mtime = new Date(2026, 0, 1)
  const fichiers = {
    'content.xml': CONTENU,
    'styles.xml': STYLES,
    'meta.xml': META,
    'META-INF/manifest.xml': MANIFESTE,
  }
  return zipSync(
    {
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      ...Object.fromEntries(Object.entries(fichiers).map(([nom, xml]) => [nom, strToU8(TETE + xml)])),
    },
    { mtime },
  )
}

const titre = (niveau: 1 | 2, texte: string) =>
  `<text:h text:style-name="Heading_20_${niveau}" text:outline-level="${niveau}">${texte}</text:h>`
const p = (texte: string, style = 'Text_20_body') => `<text:p text:style-name="${style}">${texte}</text:p>`

function table(nom: string, colonnes: readonly string[], cellules: readonly string[]): string {
  const rangee = (contenus: readonly string[], style: string) =>
    `<table:table-row table:style-name="Rangee">${contenus
      .map(
        (c, i) =>
          `<table:table-cell table:style-name="Cellule" office:value-type="string">${p(c, i === 0 ? 'Libelle' : style)}</table:table-cell>`,
      )
      .join('')}</table:table-row>`
  return `<table:table table:name="${nom}" table:style-name="Tableau">${colonnes
    .map((_, i) => `<table:table-column table:style-name="${nom}.${i + 1}"/>`)
    .join(
      '',
    )}<table:table-header-rows>${rangee(colonnes, 'Libelle')}</table:table-header-rows>${rangee(cellules, 'Cellule_20_texte')}</table:table>`
}

const colonne = (nom: string, largeur: string) =>
  `<style:style style:name="${nom}" style:family="table-column"><style:table-column-properties style:column-width="${largeur}"/></style:style>`

const CONTENU = `<office:document-content ${ESPACES} office:version="1.3"><office:automatic-styles>
<style:style style:name="Tableau" style:family="table"><style:table-properties style:width="17.4cm" table:align="margins"/></style:style>
${colonne('Reponses.1', '4.8cm')}${colonne('Reponses.2', '12.6cm')}
${colonne('Etapes.1', '2.9cm')}${colonne('Etapes.2', '0.9cm')}${colonne('Etapes.3', '8.6cm')}${colonne('Etapes.4', '5cm')}
<style:style style:name="Rangee" style:family="table-row"><style:table-row-properties fo:keep-together="auto"/></style:style>
<style:style style:name="Cellule" style:family="table-cell"><style:table-cell-properties fo:padding="0.05cm" fo:padding-right="0.25cm" fo:border="none" fo:border-bottom="0.5pt solid #000000"/></style:style>
</office:automatic-styles><office:body><office:text>
${titre(1, '{titre}')}
${p('N° parquet : {numero_parquet}')}${p('Personne : {personne}')}${p('Audience du {audience}')}
${p('{#parties}')}
${titre(2, '{intitule}')}
${p('{#paragraphes}')}${p('{texte}')}${p('{/paragraphes}')}
${p('{#points}')}${p('– {texte}', 'Point')}${p('{/points}')}
${p('{#si_reponses}')}${table('Reponses', ['Point', 'Réponse et source'], ['{#reponses}{libelle}', '{reponse}{/reponses}'])}${p('{/si_reponses}')}
${p('{#si_etapes}')}${table('Etapes', ['État', 'N°', 'Étape', 'À noter'], ['{#etapes}{case} {etat}', '{numero}', '{etape}', '{a_noter}{/etapes}'])}${p('{/si_etapes}')}
${p('{/parties}')}
</office:text></office:body></office:document-content>`

const police = (taille: string, plus = '') =>
  `<style:text-properties style:font-name="Arial" fo:font-size="${taille}"${plus} fo:language="fr" fo:country="FR"/>`
const paragraphe = (nom: string, marges: string, texte: string, plus = '') =>
  `<style:style style:name="${nom}" style:display-name="${nom.replaceAll('_20_', ' ')}" style:family="paragraph" style:parent-style-name="Standard"${plus}><style:paragraph-properties ${marges}/>${texte}</style:style>`

const STYLES = `<office:document-styles ${ESPACES} office:version="1.3"><office:font-face-decls>
<style:font-face style:name="Arial" svg:font-family="Arial, &apos;Liberation Sans&apos;" style:font-family-generic="swiss"/></office:font-face-decls><office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/>${police('10pt')}</style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
${paragraphe('Text_20_body', 'fo:margin-bottom="0.1cm"', police('10pt'))}
${paragraphe('Heading_20_1', 'fo:margin-bottom="0.2cm" fo:keep-with-next="always"', police('16pt', ' fo:font-weight="bold"'), ' style:default-outline-level="1"')}
${paragraphe('Heading_20_2', 'fo:margin-top="0.35cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"', police('12pt', ' fo:font-weight="bold"'), ' style:default-outline-level="2"')}
${paragraphe('Libelle', 'fo:margin-top="0cm"', police('10pt', ' fo:font-weight="bold"'))}
${paragraphe('Cellule_20_texte', 'fo:margin-top="0cm"', police('10pt'))}
${paragraphe('Point', 'fo:margin-left="0.4cm" fo:text-indent="-0.4cm"', police('10pt'))}
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="17.4cm" style:type="right"/></style:tab-stops></style:paragraph-properties>${police('8pt')}</style:style>
<style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="end"/>${police('8pt')}</style:style>
</office:styles><office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" fo:margin-top="1.2cm" fo:margin-bottom="1.2cm" fo:margin-left="1.8cm" fo:margin-right="1.8cm"/><style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.2cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.2cm"/></style:footer-style></style:page-layout>
</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header>${p('{titre} – N° parquet {numero_parquet}', 'Header')}</style:header><style:footer>${p('{phrase}', 'Footer')}${p('N° parquet {numero_parquet} · édité le {edite_le} · catalogue {catalogue}<text:tab/>page <text:page-number text:select-page="current">1</text:page-number>/<text:page-count>1</text:page-count>', 'Footer')}</style:footer></style:master-page></office:master-styles></office:document-styles>`

const META = `<office:document-meta ${ESPACES} office:version="1.3"><office:meta><meta:generator>Aiguillage</meta:generator><dc:title>{titre} – {numero_parquet}</dc:title><dc:language>fr-FR</dc:language></office:meta></office:document-meta>`

const MANIFESTE = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/>${['content.xml', 'styles.xml', 'meta.xml'].map((nom) => `<manifest:file-entry manifest:full-path="${nom}" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`
