import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CatalogueEcrit,
  CatalogueRefuse,
  catalogueParDefaut,
  comparerVersions,
  ecrireContenu,
  ecrireEnveloppe,
  empreinteCle,
  exigerPlusRecente,
  lireContenu,
  lireEnveloppe,
  TAILLE_FICHIER_MAX,
  texteSigne,
  versionSuivante,
} from '../../../domain/index.ts'
import { copie, LIVRE, PETIT } from './outils.ts'

const CLE = `${'B'.repeat(42)}A`
const SIGNATURE = `${'C'.repeat(85)}A`
const PLANTE = 'zqPLANTE'

function refus(work: () => unknown): { code: string; message: string } {
  try {
    work()
  } catch (error) {
    if (error instanceof CatalogueRefuse) return { code: error.code, message: error.message }
    throw error
  }
  return { code: 'accepté', message: '' }
}

const enveloppe = (changes: object = {}) =>
  JSON.stringify({
    format: 'aiguillage-catalogue',
    schema: 1,
    cle: CLE,
    signature: SIGNATURE,
    contenu: '{}',
    ...changes,
  })

describe('l’enveloppe d’un catalogue signé', () => {
  it('se relit telle qu’elle a été écrite', () => {
    const fichier = { cle: CLE, signature: SIGNATURE, contenu: '{"é":"\u2028"}' }
    expect(lireEnveloppe(ecrireEnveloppe(fichier))).toEqual(fichier)
  })

  it('signe aussi le format et le schéma : la même signature ne vaut pas pour un autre', () => {
    expect(texteSigne('{}')).toBe('aiguillage-catalogue 1\n{}')
  })

  it.each<[string, string, string]>([
    ['vide', '', 'fichier-illisible'],
    ['pas du JSON', PLANTE, 'fichier-illisible'],
    ['tronquée', enveloppe().slice(0, -10), 'fichier-illisible'],
    ['une liste', '[]', 'fichier-illisible'],
    ['un nombre', '12', 'fichier-illisible'],
    ['dix mille crochets', '['.repeat(10_000), 'fichier-illisible'],
    ['cent mille niveaux', `${'['.repeat(1e5)}${']'.repeat(1e5)}`, 'fichier-illisible'],
    ['un autre fichier', JSON.stringify({ nom: PLANTE }), 'autre-format'],
    ['un autre format', enveloppe({ format: PLANTE }), 'autre-format'],
    ['un schéma plus récent', enveloppe({ schema: 2 }), 'autre-schema'],
    ['un schéma écrit en texte', enveloppe({ schema: '1' }), 'autre-schema'],
    ['sans signature', enveloppe({ signature: undefined }), 'non-signe'],
    ['signature vide', enveloppe({ signature: '' }), 'non-signe'],
    ['sans clé', enveloppe({ cle: undefined }), 'non-signe'],
    ['signature trop courte', enveloppe({ signature: 'AAAA' }), 'enveloppe-abimee'],
    ['clé écrite d’une autre façon', enveloppe({ cle: `${'B'.repeat(42)}B` }), 'enveloppe-abimee'],
    ['clé qui est une liste', enveloppe({ cle: [CLE] }), 'enveloppe-abimee'],
    ['contenu qui est un objet', enveloppe({ contenu: {} }), 'enveloppe-abimee'],
    ['un champ de plus', enveloppe({ [PLANTE]: 1 }), 'enveloppe-abimee'],
    [
      'un demi-caractère, qui n’a pas d’octets à signer',
      enveloppe({ contenu: '\ud800' }),
      'enveloppe-abimee',
    ],
    ['__proto__', enveloppe().replace('{', '{"__proto__":{"a":1},'), 'enveloppe-abimee'],
    ['trop grosse', 'x'.repeat(TAILLE_FICHIER_MAX + 1), 'fichier-trop-gros'],
  ])('%s : refusée, avec sa raison et sans rien répéter', (_, texte, code) => {
    const r = refus(() => lireEnveloppe(texte))
    expect(r.code).toBe(code)
    expect(r.message).toMatch(/^\p{Lu}.+ : .+\.$/u)
    expect(r.message).not.toContain(PLANTE)
  })

  it('dit la limite de taille', () => {
    expect(refus(() => lireEnveloppe('x'.repeat(TAILLE_FICHIER_MAX + 1))).message).toContain('3 millions')
  })

  it('l’empreinte d’une clé en est le début, en hexadécimal : elle se compare de vive voix', () => {
    const octets = Buffer.from(Array.from({ length: 32 }, (_, i) => i * 7 + 3))
    const attendu = octets.subarray(0, 10).toString('hex').toUpperCase().match(/.{4}/g)?.join('-')
    expect(empreinteCle(octets.toString('base64url'))).toBe(attendu)
  })
})

describe('le contenu signé', () => {
  const contenu = (changer: (c: CatalogueEcrit) => void = () => undefined): string => {
    const c = { ...copie(), version: '2026-12-01' }
    changer(c)
    return ecrireContenu(c)
  }
  const premier = (c: CatalogueEcrit) => {
    const [d] = c.dispositifs
    if (d === undefined) throw new Error('vide')
    return d
  }
  const poser = (cible: object, champs: object) => Object.assign(cible, champs)
  const profond = (n: number) => `${'{"sauf":'.repeat(n)}"jamais"${'}'.repeat(n)}`

  it('le catalogue livré, daté de demain, se lit et donne les mêmes règles', () => {
    expect(lireContenu(contenu())).toEqual({ ...LIVRE, version: '2026-12-01' })
    expect(LIVRE.version).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it.each<[string, string, string, RegExp]>([
    ['pas du JSON', PLANTE, 'catalogue-illisible', /ne se lit pas/],
    ['une liste', '[]', 'catalogue-illisible', /ne se lit pas/],
    ['sans version', '{"catalogue":{}}', 'version-illisible', /AAAA-MM-JJ/],
    ['version impossible', contenu((c) => poser(c, { version: '2026-02-30' })), 'version-illisible', /AAAA/],
    ['version en texte libre', contenu((c) => poser(c, { version: PLANTE })), 'version-illisible', /AAAA/],
    [
      'deux versions',
      JSON.stringify({ version: '2026-12-02', catalogue: { ...LIVRE, version: '2026-12-01' } }),
      'version-illisible',
      /AAAA/,
    ],
    [
      'un champ de plus à la racine',
      contenu().replace('{', `{"${PLANTE}":1,`),
      'catalogue-refuse',
      /^Ce catalogue contient un champ inconnu/,
    ],
    [
      'un champ de plus dans une entrée',
      contenu((c) => poser(c.dispositifs[1] ?? {}, { [PLANTE]: 1 })),
      'catalogue-refuse',
      /^Le dispositif n° 2 de ce fichier contient un champ inconnu/,
    ],
    [
      'un champ de moins',
      contenu((c) => poser(c.alertes[0] ?? {}, { source: undefined })),
      'catalogue-refuse',
      /^L’alerte n° 1 de ce fichier a un champ qui manque/,
    ],
    [
      'un fait inconnu dans une règle',
      contenu((c) => poser(c.dispositifs[1]?.criteres[0] ?? {}, { 'vrai si': `addiction.${PLANTE}` })),
      'catalogue-refuse',
      /^Le dispositif n° 2 de ce fichier contient une règle/,
    ],
    [
      'un fait inconnu dans un cadre',
      contenu((c) => poser(c.cadres[2]?.conditions[0] ?? {}, { 'vrai si': `x.${PLANTE}` })),
      'catalogue-refuse',
      /^Le cadre n° 3 de ce fichier contient une règle/,
    ],
    [
      'un fait inconnu dans une alerte',
      contenu((c) => poser(c.alertes[1] ?? {}, { quand: PLANTE })),
      'catalogue-refuse',
      /^L’alerte n° 2 de ce fichier contient une règle/,
    ],
    [
      'un fait inconnu dans un modèle',
      contenu((c) => poser(c.modeles[0]?.criteres[0] ?? {}, { 'vrai si': `x.${PLANTE}` })),
      'catalogue-refuse',
      /^Le modèle n° 1 de ce fichier contient une règle/,
    ],
    [
      'un paramètre inconnu dans une règle',
      contenu((c) => poser(premier(c).criteres[0] ?? {}, { 'vrai si': `$ouvrage.${PLANTE} = x` })),
      'catalogue-refuse',
      /^Le dispositif n° 1 de ce fichier contient une règle/,
    ],
    [
      'un paramètre hors de ses bornes',
      contenu((c) => poser(premier(c).parametres.minCondamnations ?? {}, { defaut: -5 })),
      'catalogue-refuse',
      /paramètre une valeur qu’il n’admet pas/,
    ],
    [
      'deux entrées du même nom',
      contenu((c) => {
        c.dispositifs.push(structuredClone(premier(c)))
      }),
      'catalogue-refuse',
      /même identifiant/,
    ],
    [
      '__proto__ au fond',
      contenu().replace('"parametres":{', '"parametres":{"__proto__":{"a":1},'),
      'catalogue-refuse',
      /champ interdit/,
    ],
    [
      'une condition de cent niveaux',
      contenu((c) => poser(premier(c).criteres[0] ?? {}, { 'vrai si': JSON.parse(profond(100)) })),
      'catalogue-refuse',
      /plus de 40 niveaux/,
    ],
    [
      'vingt mille niveaux',
      `{"version":"2026-12-01","catalogue":{"version":"2026-12-01","x":${'['.repeat(2e4)}${']'.repeat(2e4)}}}`,
      'catalogue-refuse',
      /plus de 40 niveaux/,
    ],
    ['un nombre qui déborde', contenu().replace('"defaut":2', '"defaut":1e999'), 'catalogue-refuse', /champ/],
  ])('%s : refusé entier, avec sa raison', (_, texte, code, phrase) => {
    const r = refus(() => lireContenu(texte))
    expect(r.code).toBe(code)
    expect(r.message).toMatch(phrase)
    expect(r.message).toMatch(/^\p{Lu}.+ : .+\.$/u)
    expect(r.message).not.toContain(PLANTE)
  })

  it('propriété : un octet abîmé donne un catalogue identique, valide, ou un refus, jamais une autre erreur', () => {
    const bon = ecrireContenu({ ...PETIT, version: '2026-12-01' })
    expect(refus(() => lireContenu(bon)).code).toBe('accepté')
    fc.assert(
      fc.property(fc.nat({ max: bon.length - 1 }), fc.constantFrom('', '"', '{', '0', 'x', '\0'), (i, c) => {
        const r = refus(() => lireContenu(bon.slice(0, i) + c + bon.slice(i + 1)))
        expect(r.code).toMatch(/^(accepté|catalogue-illisible|catalogue-refuse|version-illisible)$/)
      }),
      { numRuns: 100 },
    )
  })
})

describe('les versions s’ordonnent, et un fichier ancien ne revient pas', () => {
  it('par jour, puis par numéro : « .10 » vient après « .9 »', () => {
    const ordre = [
      'n’importe quoi',
      '2026-11-21',
      '2026-11-21.1',
      '2026-11-21.9',
      '2026-11-21.10',
      '2026-12-01',
    ]
    expect(ordre.toReversed().sort(comparerVersions)).toEqual(ordre)
    for (const [i, v] of ordre.entries())
      expect(ordre.map((w) => Math.sign(comparerVersions(w, v)))).toEqual(
        ordre.map((_, j) => Math.sign(j - i)),
      )
    for (const mal of ['2026-11-21.0', '2026-11-21.01', '2026-13-01', '2026-11-21.', '2026-11-21.1.1'])
      expect(comparerVersions(mal, '0001-01-01')).toBeLessThan(0)
  })

  it('celle d’après vient juste après', () => {
    expect(versionSuivante('2026-11-21')).toBe('2026-11-21.1')
    expect(versionSuivante('2026-11-21.9')).toBe('2026-11-21.10')
    expect(comparerVersions(versionSuivante(catalogueParDefaut().version), LIVRE.version)).toBeGreaterThan(0)
  })

  it.each([
    ['plus ancien', '2026-11-20', 'version-anterieure'],
    ['le même', '2026-11-21', 'version-anterieure'],
    ['daté de demain : il ferait refuser tous les suivants', '2026-11-24', 'version-future'],
    ['daté de 2062', '2062-11-21.3', 'version-future'],
  ])('%s : refusé', (_, version, code) => {
    const r = refus(() => exigerPlusRecente(version, '2026-11-21', '2026-11-23'))
    expect(r.code).toBe(code)
    expect(r.message).toMatch(/^\p{Lu}.+ : .+\.$/u)
  })

  it.each(['2026-11-21.1', '2026-11-23', '2026-11-23.4'])('%s, plus récent : accepté', (version) => {
    expect(() => exigerPlusRecente(version, '2026-11-21', '2026-11-23')).not.toThrow()
  })
})
