import { describe, expect, it } from 'vitest'
import {
  ABSENT,
  CONTRADICTOIRE,
  type ConditionEcrite,
  type Contexte,
  evaluer,
  faitsDe,
  faitsOuverts,
  type Lecture,
  lireCondition,
} from '../../domain/regles/condition.ts'

type Etats = Readonly<Record<string, Lecture>>

function contexte(etats: Etats, parametres: Record<string, unknown> = {}): Contexte {
  return {
    lire: (fait) => etats[fait] ?? ABSENT,
    dites: (fait) => {
      const lu = etats[fait]
      if (lu === CONTRADICTOIRE) return ['tutelle', 'aucune', true, false]
      return lu === undefined || lu === ABSENT ? [] : [lu]
    },
    parametre: (nom) => parametres[nom],
  }
}

const valeur = (c: ConditionEcrite, etats: Etats = {}, parametres?: Record<string, unknown>) =>
  evaluer(lireCondition(c), contexte(etats, parametres))

const A = 'addiction.conduite'
const B = 'addiction.lienFaits'
const C = 'addiction.soins'
const N = 'antecedents.condamnations'

describe('chaque forme de condition', () => {
  it('un fait : oui, non, absent, contradictoire', () => {
    const lectures: Lecture[] = [true, false, ABSENT, CONTRADICTOIRE]
    expect(lectures.map((x) => valeur(A, { [A]: x }))).toEqual([true, false, null, null])
    expect(lectures.map((x) => valeur(`non ${A}`, { [A]: x }))).toEqual([false, true, null, null])
  })

  it('absent, connu, établi', () => {
    const lectures: Lecture[] = [true, false, ABSENT, CONTRADICTOIRE]
    expect(lectures.map((x) => valeur(`${A} absent`, { [A]: x }))).toEqual([false, false, true, null])
    expect(lectures.map((x) => valeur(`${A} connu`, { [A]: x }))).toEqual([true, true, false, false])
    expect(lectures.map((x) => valeur(`${A} établi`, { [A]: x }))).toEqual([true, false, false, false])
  })

  it('= et ≠, sans égard à la casse, aux accents, aux espaces', () => {
    const egal = (ville: Lecture) =>
      valeur('procedure.tribunal = Évry-Courcouronnes', { 'procedure.tribunal': ville })
    expect(egal('EVRY-COURCOURONNES')).toBe(true)
    expect(egal('évry-courcouronnes ')).toBe(true)
    expect(egal('Évry')).toBe(false)
    expect(egal(ABSENT)).toBeNull()
    expect(valeur('procedure.tribunal ≠ Bobigny', { 'procedure.tribunal': 'Créteil' })).toBe(true)
    expect(valeur('procedure.tribunal ≠ Bobigny', { 'procedure.tribunal': CONTRADICTOIRE })).toBeNull()
  })

  it('« oui » est la réponse d’un oui-non, et un simple code ailleurs', () => {
    expect(valeur(`${A} = oui`, { [A]: true })).toBe(true)
    expect(valeur('antecedents.recidive = oui', { 'antecedents.recidive': 'oui' })).toBe(true)
    expect(valeur('antecedents.recidive = oui', { 'antecedents.recidive': 'non-etablie' })).toBe(false)
  })

  it.each([
    ['>=', [false, true, true]],
    ['>', [false, false, true]],
    ['<=', [true, true, false]],
    ['<', [true, false, false]],
  ])('%s, juste au-dessous, au seuil, juste au-dessus', (operateur, attendus) => {
    expect([1, 2, 3].map((x) => valeur(`${N} ${operateur} 2`, { [N]: x }))).toEqual(attendus)
    expect(valeur(`${N} ${operateur} $d.seuil`, { [N]: ABSENT }, { 'd.seuil': 2 })).toBeNull()
    expect([1, 2, 3].map((x) => valeur(`${N} ${operateur} $d.seuil`, { [N]: x }, { 'd.seuil': 2 }))).toEqual(
      attendus,
    )
  })

  it('parmi : constantes et paramètres mêlés', () => {
    const parmi = (x: Lecture, liste: unknown) =>
      valeur('procedure.categorie parmi vol, $d.liste', { 'procedure.categorie': x }, { 'd.liste': liste })
    expect(parmi('vol', [])).toBe(true)
    expect(parmi('recel', ['recel', 'armes'])).toBe(true)
    expect(parmi('trafic', ['recel'])).toBe(false)
    expect(parmi(ABSENT, [])).toBeNull()
  })

  it('rien n’appartient à une liste vide, même sans réponse', () => {
    const c = 'procedure.categorie parmi $d.liste'
    for (const x of ['vol', ABSENT, CONTRADICTOIRE] as const)
      expect(valeur(c, { 'procedure.categorie': x }, { 'd.liste': [] })).toBe(false)
  })

  it('dit : une réponse suffit, même contredite', () => {
    const c = 'personne.mesureProtection dit tutelle, curatelle'
    expect(valeur(c, { 'personne.mesureProtection': CONTRADICTOIRE })).toBe(true)
    expect(valeur(c, { 'personne.mesureProtection': 'aucune' })).toBe(false)
    expect(valeur(c)).toBe(false)
    expect(valeur(`${A} dit oui`, { [A]: CONTRADICTOIRE })).toBe(true)
  })

  it('paramètre et jamais', () => {
    expect(valeur('$d.inclusions = ouvertes', {}, { 'd.inclusions': 'ouvertes' })).toBe(true)
    expect(valeur('$d.inclusions = ouvertes', {}, { 'd.inclusions': 'closes' })).toBe(false)
    expect(valeur('jamais')).toBe(false)
  })

  it('le premier renseigné : le premier qui a une réponse décide, contradictoire compris', () => {
    const c = { 'le premier renseigné de': [A, B] }
    expect(valeur(c, { [A]: false, [B]: true })).toBe(false)
    expect(valeur(c, { [B]: true })).toBe(true)
    expect(valeur(c, { [A]: CONTRADICTOIRE, [B]: true })).toBeNull()
    expect(valeur(c)).toBeNull()
  })

  it('toutes, une de, sauf : les tables de Kleene', () => {
    const lectures: readonly Lecture[] = [true, false, ABSENT]
    const table = (c: ConditionEcrite) =>
      lectures.flatMap((a) => lectures.map((b) => valeur(c, { [A]: a, [B]: b })))
    expect(table({ 'toutes ces conditions': [A, B] })).toEqual([
      true,
      false,
      null,
      false,
      false,
      false,
      null,
      false,
      null,
    ])
    expect(table({ 'une de ces conditions': [A, B] })).toEqual([
      true,
      true,
      true,
      true,
      false,
      null,
      true,
      null,
      null,
    ])
    expect(lectures.map((a) => valeur({ sauf: A }, { [A]: a }))).toEqual([false, true, null])
  })

  it('au moins 2 parmi 3 : vrai dès que deux le sont, faux dès que deux ne le sont pas', () => {
    const c: ConditionEcrite = { 'au moins 2 parmi': [A, B, C] }
    expect(valeur(c, { [A]: true, [C]: true })).toBe(true)
    expect(valeur(c, { [A]: false, [B]: false })).toBe(false)
    expect(valeur(c, { [A]: true, [B]: false })).toBeNull()
    expect(valeur(c, { [A]: true, [B]: false, [C]: false })).toBe(false)
    expect(valeur(c)).toBeNull()
  })
})

describe('faits lus et faits ouverts', () => {
  const c = lireCondition({
    'une de ces conditions': [{ 'toutes ces conditions': [A, B] }, { sauf: C }, `${A} absent`],
  })

  it('chaque fait lu une fois, dans l’ordre', () => expect(faitsDe(c)).toEqual([A, B, C]))

  it('une branche déjà fausse ne se demande plus', () => {
    expect([...faitsOuverts(c, contexte({ [A]: false }))]).toEqual([C])
    expect([...faitsOuverts(c, contexte({ [A]: true }))]).toEqual([B, C])
  })

  it('rien n’est ouvert quand la condition est sûre', () => {
    expect([...faitsOuverts(c, contexte({ [C]: false }))]).toEqual([])
  })
})

describe('ce que la grammaire refuse', () => {
  it.each<[string, unknown]>([
    ['un mot sans point', 'addiction'],
    ['une phrase', 'la personne est majeure'],
    ['un fait inconnu', 'addiction.conduit'],
    ['un fait inconnu dans une comparaison', 'procedure.tribnal = Bobigny'],
    ['un fait inconnu dans « le premier renseigné »', { 'le premier renseigné de': ['accord.ouvrages'] }],
    ['un code inconnu', 'procedure.nature = delits'],
    ['un code vide dans une liste', 'procedure.nature parmi delit,, crime'],
    ['un texte comme oui-non', 'procedure.tribunal'],
    ['une comparaison sur autre chose qu’un nombre', 'procedure.dateFaits >= 2026'],
    ['une borne qui n’est pas un nombre', 'antecedents.condamnations >= deux'],
    ['un oui-non comparé à un code', 'addiction.conduite = peut-être'],
    ['une liste comparée à une valeur', 'addiction.produits = crack'],
    ['un opérateur inconnu', 'antecedents.condamnations == 2'],
    ['une relation sans valeur', 'procedure.tribunal ='],
    ['un paramètre sans valeur', '$ouvrage.inclusions'],
    ['une liste vide', { 'toutes ces conditions': [] }],
    ['deux clés', { sauf: 'addiction.conduite', 'une de ces conditions': ['addiction.conduite'] }],
    ['aucune clé', {}],
    ['un mot inconnu', { 'aucune de ces conditions': ['addiction.conduite'] }],
    ['une liste qui n’en est pas une', { 'toutes ces conditions': 'addiction.conduite' }],
    ['« au moins 0 », toujours vrai', { 'au moins 0 parmi': ['addiction.conduite'] }],
    ['« au moins 3 » parmi deux', { 'au moins 3 parmi': ['addiction.conduite', 'addiction.soins'] }],
    ['rien', null],
    ['rien dans « sauf »', { sauf: null }],
    ['un nombre', { 'toutes ces conditions': [3] }],
  ])('%s', (_titre, ecrite) => {
    expect(() => lireCondition(ecrite as ConditionEcrite)).toThrow(Error)
  })
})
