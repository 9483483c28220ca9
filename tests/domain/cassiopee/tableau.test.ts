import { describe, expect, it } from 'vitest'
import { lireTableau, type TableauLu } from '../../../domain/index.ts'
import { COLLAGES } from './collages.ts'

const CONTEXTE = { aujourdhui: '2026-11-21' }
const lire = (texte: string): TableauLu => lireTableau(texte.replaceAll('→', '\t'), CONTEXTE)

describe('les tableaux collés', () => {
  it.each(COLLAGES.map((c) => [c.titre, c] as const))('%s', (_titre, c) => {
    const lu = lireTableau(c.texte, CONTEXTE)
    expect(lu.refus).toBeNull()
    expect(lu.personnes.map((p) => `${p.nom} ${p.prenoms}`.trim())).toEqual(c.personnes.map((p) => p.nom))
    c.personnes.forEach((p, i) => {
      if (p.naissance !== undefined) expect(lu.personnes[i]?.dateNaissance).toBe(p.naissance)
      if (p.natinf !== undefined) expect(lu.personnes[i]?.infractions.map((x) => x.natinf)).toEqual(p.natinf)
    })
    expect(lu.ecartees).toEqual({ victimes: 0, temoins: 0, mineurs: 0, autres: 0, ...c.ecartees })
    expect(lu.nonComprises.map((x) => x.ligne)).toEqual(c.nonComprises ?? [])
    for (const mot of c.tus ?? []) expect(JSON.stringify(lu)).not.toContain(mot)
    if (c.numeros !== undefined)
      expect([...new Set(lu.personnes.map((p) => p.numeroParquet))]).toEqual(c.numeros)
  })
})

describe('ce que dit une rangée', () => {
  it('lit heure, période, commune, avocat, nature, et propose une catégorie à vérifier', () => {
    const [p, q] = lireTableau(COLLAGES[0]?.texte ?? '', CONTEXTE).personnes
    expect(p?.infractions).toEqual([
      {
        natinf: '7151',
        libelle: 'VOL AGGRAVE PAR DEUX CIRCONSTANCES',
        date: '2026-11-20',
        heure: '14:30',
        lieu: 'BOBIGNY',
      },
      {
        natinf: '7990',
        libelle: 'USAGE ILLICITE DE STUPEFIANTS',
        date: '2026-11-19',
        dateFin: '2026-11-20',
        lieu: 'PANTIN',
      },
    ])
    expect(p?.avocat).toBe('Me DURANDAL Zoé')
    expect([p?.nature, p?.categorie, p?.categorieProposee]).toEqual(['delit', null, false])
    expect([q?.categorie, q?.categorieProposee]).toEqual(['vol', true])
    expect(p?.lignes).toEqual([6, 13, 14])
  })

  it.each([
    ['VIOLENCE AGGRAVEE PAR DEUX CIRCONSTANCES', null],
    ['VIOLENCE PAR UNE PERSONNE ETANT OU AYANT ETE CONJOINT', 'violences-conjugales'],
    ['VIOLENCE SANS INCAPACITE SUR ASCENDANT', 'violences'],
    ['RECEL DE BIEN PROVENANT D’UN VOL', 'recel'],
    ['DETENTION NON AUTORISEE DE STUPEFIANTS', 'trafic'],
    ['FAITS INCONNUS DE LA TABLE', null],
  ])('« %s » propose %s', (libelle, categorie) => {
    const lu = lire(`1→MODELE Camille né le 12/03/1988→Mis en cause\n1→7151 - ${libelle}→20/11/2026→1`)
    expect(lu.personnes[0]?.categorie).toBe(categorie)
  })

  it('ne garde pas le nom d’une victime écrit dans un libellé', () => {
    const lu = lire(
      '1→MODELE Camille→Mis en cause\n2→VICTOIRE Anne→Victime\n1→7151 - VOL au préjudice de Mme VICTOIRE Anne→20/11/2026→1',
    )
    expect(lu.personnes[0]?.infractions[0]?.libelle).toBe('VOL')
    expect(JSON.stringify(lu)).not.toContain('VICTOIRE')
  })

  it('reconnaît qui est aussi victime, et qui est mis hors de cause', () => {
    const lu = lire('1→MODELE Camille→Mis en cause\n1→MODELE Camille→Victime\n2→DEHORS Luc→Mis hors de cause')
    expect(lu.personnes).toHaveLength(1)
    expect(lu.personnes[0]?.avertissements.join(' ')).toContain('Aussi victime')
    expect(lu.ecartees.autres).toBe(1)
  })

  it('lit un alias, à sa place ou dans la colonne « Complément »', () => {
    const lu = lire(
      'Rang→Identité→Complément→Rôle\n1→MODELE Camille→alias TESTEUR Louis→Mis en cause\n2→EXEMPLE Karim (alias CAM)→→Mis en cause',
    )
    expect(lu.personnes.map((p) => p.alias)).toEqual([['TESTEUR Louis'], ['CAM']])
  })

  it('ne garde personne dont le rôle est écrit et inconnu', () => {
    const lu = lire('Rang→Identité→Rôle\n1→MODELE Camille né le 12/03/1988→Tuteur de la victime')
    expect(lu.personnes).toEqual([])
    expect(JSON.stringify(lu)).not.toContain('MODELE')
  })

  it('sans aucun rôle, garde et avertit', () => {
    const lu = lire('Rang→Identité→B1\n1→MODELE Camille né le 12/03/1988→Oui')
    expect(lu.personnes).toHaveLength(1)
    expect(lu.avertissements.join(' ')).toContain('Aucun rôle')
  })
})

describe('les mineurs', () => {
  it('mineur par la colonne, ou au jour des faits : compté, pas repris, sans son nom', () => {
    const lu = lire(
      'Rang→Identité→Mineur→Rôle\n1→MODELE Camille→Oui→Mis en cause\n2→JEUNE Paul né le 01/01/2009→Non→Mis en cause',
    )
    expect(lu.personnes).toEqual([])
    expect(lu.ecartees.mineurs).toBe(2)
    expect(lu.avertissements[0]).toContain('justice des mineurs')
    expect(JSON.stringify(lu)).not.toMatch(/MODELE|JEUNE/)
  })

  it('majeur depuis, mineur au jour des faits', () => {
    const lu = lire('1→MODELE Camille né le 10/11/2008→Mis en cause\n1→7151 - VOL SIMPLE→01/11/2026→1')
    expect(lu.ecartees.mineurs).toBe(1)
  })
})

describe('à qui est l’infraction', () => {
  const PERSONNES =
    '1→MODELE Camille né le 12/03/1988→Mis en cause\n2→EXEMPLE Karim né le 01/02/1990→Mis en cause\n'
  it('sans colonne, à tous, avec un avertissement', () => {
    const lu = lire(`${PERSONNES}7151 - VOL SIMPLE→20/11/2026`)
    expect(lu.personnes.map((p) => p.infractions.length)).toEqual([1, 1])
    expect(lu.avertissements.join(' ')).toContain('attribuée à toutes')
  })
  it('d’un rang absent, à tous, avec un avertissement', () => {
    expect(lire(`${PERSONNES}1→7151 - VOL SIMPLE→20/11/2026→BOBIGNY→7`).avertissements.join(' ')).toContain(
      'attribuée à toutes',
    )
  })
  it('sans personne, le dit', () => {
    const lu = lire('7151 - VOL SIMPLE→20/11/2026 14:30→BOBIGNY')
    expect(lu.refus).toBeNull()
    expect(lu.avertissements.join(' ')).toContain('collez aussi le tableau')
  })
  it('la même rangée deux fois ne compte qu’une fois', () => {
    const une = `${PERSONNES}1→7151 - VOL SIMPLE→20/11/2026→1`
    const lu = lire(`${une}\n${une}`)
    expect(lu.personnes.map((p) => p.infractions.length)).toEqual([1, 0])
  })
})

describe('ce qui n’est pas un tableau', () => {
  const RANGEE = '1→MODELE Camille né le 12/03/1988→Mis en cause'
  it.each([
    ['rien', ''],
    ['des blancs', ' \r\n\t\u00a0\n'],
    ['un octet nul', `${RANGEE}\u0000`],
    ['un changement de sens', `\u202e${RANGEE}`],
    ['une moitié de caractère', `${RANGEE}\ud800`],
    ['du HTML', `<table><tr><td>MODELE Camille</td></tr></table>`],
    ['du RTF', '{\\rtf1\\ansi MODELE Camille}'],
    ['un CSV', 'rang;identite;role;avocat\n1;MODELE Camille;Mis en cause;\n2;EXEMPLE Karim;Mis en cause;'],
    [
      'un courriel',
      'De : a@exemple.invalid\nÀ : b@exemple.invalid\nObjet : suite\n\nMODELE Camille né le 12/03/1988\nMis en cause',
    ],
    ['un autre tableau', 'Article→Quantité→Prix\nChaise→2→45,00\nTable→1→120,00'],
    [
      'de la prose',
      'Bonjour, la personne mise en cause MODELE Camille est arrivée ce matin. Merci de me rappeler.',
    ],
    ['du binaire', 'PK\u0003\u0004\u0014\u0000\ufffd\ufffd'],
    ['trop long', `${RANGEE}\n`.repeat(6000)],
    ['trop gros', 'x'.repeat(1_000_001)],
  ])('%s : une phrase, et rien d’autre', (_titre, texte) => {
    const lu = lire(texte)
    expect(lu.refus).toMatch(/^\p{Lu}.*\.$/u)
    expect(lu).toMatchObject({ personnes: [], lectures: [], avertissements: [] })
  })

  it('deux cent une personnes : une procédure à la fois', () => {
    const foule = (n: number) =>
      Array.from(
        { length: n },
        (_, i) =>
          `${(i % 90) + 1}→MODELE Cam${'abcdefghij'[i % 10]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(i / 10)]} né le 12/03/1988→Mis en cause`,
      ).join('\n')
    expect(lire(foule(200)).personnes).toHaveLength(200)
    expect(lire(foule(201)).refus).toContain('une procédure à la fois')
  })
})
