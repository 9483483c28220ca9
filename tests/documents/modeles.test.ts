import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { ModeleError, modeleParDefaut, verifierModele, versOdt } from '../../electron/formats/index.ts'
import { BAVARD, contenus } from './exemples.ts'

let defaut: Uint8Array
beforeAll(async () => {
  defaut = await modeleParDefaut()
})

/** The shipped model, as a court would change it. */
function modifie(changer: (content: string) => string): Uint8Array {
  const paquet = unzipSync(defaut)
  return zipSync({
    ...paquet,
    'content.xml': strToU8(changer(strFromU8(paquet['content.xml'] ?? new Uint8Array()))),
  })
}
const avec = (texte: string) => modifie((xml) => xml.replace('{personne}', texte))

describe('« Vérifier le modèle »', () => {
  it('le modèle livré est sans reproche, et le fichier du dépôt est le même', async () => {
    expect(await verifierModele(defaut)).toEqual({ inconnus: [], malformes: [], manquants: [] })
    expect(
      readFileSync(join(import.meta.dirname, '../../electron/modeles/document.odt')).equals(defaut),
    ).toBe(true)
  })

  it('nomme les champs inconnus, mal écrits et oubliés', async () => {
    const lu = await verifierModele(avec('{telephone} {n° parquet} {#si_etapes} {/points} { {constructor}'))
    expect(lu.inconnus).toEqual(['telephone', 'constructor'])
    expect(lu.malformes).toEqual(expect.arrayContaining(['{n° parquet}', '{/points}', '{#si_etapes}']))
    const paquet = unzipSync(defaut)
    const sansPied = strFromU8(paquet['styles.xml'] ?? new Uint8Array()).replaceAll('{phrase}', '')
    expect(await verifierModele(zipSync({ ...paquet, 'styles.xml': strToU8(sansPied) }))).toMatchObject({
      manquants: ['phrase'],
    })
  })

  it('recolle un champ que LibreOffice a coupé en deux styles', async () => {
    const coupe = avec('{pers<text:span text:style-name="T1">onne}</text:span>')
    expect(await verifierModele(coupe)).toMatchObject({ inconnus: [], malformes: [] })
  })

  it.each([
    ['un PDF', () => strToU8('%PDF-1.7 …'), 'pas-odt'],
    ['un fichier vide', () => new Uint8Array(), 'pas-odt'],
    ['un autre zip', () => zipSync({ 'a.txt': strToU8('a') }), 'pas-odt'],
    ['un modèle tronqué', () => defaut.subarray(0, defaut.length - 200), 'pas-odt'],
    ['une bombe', () => zipSync({ ...unzipSync(defaut), 'b.bin': new Uint8Array(30_000_000) }), 'trop-gros'],
    ['six millions d’octets', () => new Uint8Array(6_000_000), 'trop-gros'],
    ['des macros', () => zipSync({ ...unzipSync(defaut), 'Basic/script.xml': strToU8('<a/>') }), 'macros'],
    ['une entité', () => modifie((x) => x.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')), 'pas-odt'],
  ])('%s est refusé d’une phrase', async (_nom, octets, code) => {
    const refus = await verifierModele(octets()).catch((e: unknown) => e)
    expect(refus).toBeInstanceOf(ModeleError)
    expect(refus).toMatchObject({ code, message: expect.stringMatching(/^Ce modèle .*\.$/) })
  })
})

describe('remplir un modèle', () => {
  const texteDe = async (modele: Uint8Array) => {
    const odt = await versOdt(contenus(BAVARD).fiche, modele)
    return strFromU8(unzipSync(odt)['content.xml'] ?? new Uint8Array())
  }

  it('ce qui est tapé entre accolades reste du texte', async () => {
    const xml = await texteDe(defaut)
    expect(xml.split('{titre} {#parties}').length).toBeGreaterThan(50)
    expect(xml).toContain('&lt;b&gt;longue&lt;/b&gt;')
  })

  it('un champ inconnu se voit à sa place ; un modèle mal fermé est refusé, rien n’est produit', async () => {
    expect(await texteDe(avec('{telephone}'))).toContain('[champ inconnu : telephone]')
    for (const faux of ['{#parties}', '{/parties}', '{personne'])
      await expect(texteDe(avec(faux))).rejects.toMatchObject({ code: 'malforme' })
    // Opened in a paragraph, closed in a table: tags no longer match.
    const croise = modifie((x) => x.replace('{/parties}', '').replace('{a_noter}', '{a_noter}{/parties}'))
    await expect(texteDe(croise)).rejects.toMatchObject({ code: 'malforme' })
  })

  it('le type est le premier fichier, sans compression : les autres programmes le reconnaissent', async () => {
    const odt = await versOdt(contenus().fiche, defaut)
    expect(strFromU8(odt.subarray(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
  })
})
