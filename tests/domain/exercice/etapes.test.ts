import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import {
  annuler,
  type Declaration,
  type Dossier,
  ETAPES_EXERCICE,
  etapesFaites,
  lignesTriage,
  MARQUE_EXERCICE,
  marquerExercice,
  matineeExercice,
  type TraceExercice,
} from '../../../domain/index.ts'

const JOUR = '2026-11-24'
const RIEN: TraceExercice = { ouverts: [], documents: [] }

let dossiers: Dossier[]
let rang: number
beforeEach(() => {
  rang = 0
  dossiers = matineeExercice({
    jour: JOUR,
    heure: '09:00',
    instant: `${JOUR}T08:00:00Z`,
    nouvelId: randomUUID,
  }).personnes.map((p) => p.dossier)
})

function dire(fait: string, valeur: Declaration['valeur'], reste: Partial<Declaration> = {}, qui = 0): void {
  rang += 1
  const d: Declaration = {
    id: randomUUID(),
    fait,
    valeur,
    origine: 'personne',
    verifie: false,
    auteur: { role: 'parquet' },
    date: `${JOUR}T09:00:${String(rang).padStart(2, '0')}Z`,
    ...reste,
  }
  dossiers = dossiers.map((x, i) => (i === qui ? { ...x, declarations: [...x.declarations, d] } : x))
}

const faites = (trace = RIEN) => [...etapesFaites(dossiers, trace)]
const premier = () => dossiers[0]?.id ?? ''
const second = () => dossiers[1]?.id ?? ''

it('au début, ce que l’exercice a écrit ne coche rien', () => {
  expect(faites()).toEqual([])
})

it('chaque étape se coche par ce qu’elle demande, et par cela seul', () => {
  expect(faites({ ...RIEN, ouverts: [premier()] })).toEqual(['ouvrir'])
  expect(faites({ ...RIEN, ouverts: [premier(), second()] })).toEqual(['ouvrir', 'suivant'])
  expect(faites({ ...RIEN, documents: ['fiche'] })).toEqual(['fiche'])
  expect(faites({ ...RIEN, documents: ['message-apcars', 'message-jap'] })).toEqual(['apcars'])

  const sansSource = { sourceAPreciser: true } as const
  dire('addiction.conduite', true, sansSource)
  dire('addiction.lienFaits', false, sansSource)
  expect(faites()).toEqual(['ouvrir'])
  dire('addiction.soins', null, { ...sansSource, inconnu: 'ne-sait-pas' })
  expect(faites()).toEqual(['ouvrir', 'repondre'])
  dire('addiction.conduite', true, { origine: 'procedure' })
  expect(faites()).toContain('source')
  dire('addiction.produits', ['crack'])
  expect(faites()).toContain('precision')
  dire('accord.ouvrage', null, { inconnu: 'ne-sait-pas' })
  expect(faites()).toContain('question')
  dire('addiction.frequence', 'quotidien', { extrait: { piece: 'audition', debut: 0, fin: 1, texte: 'x' } })
  expect(faites()).toContain('piece')
  dire('orientation.choix', ['ouvrage'])
  expect(faites()).toContain('orientation')
  dire('demande.apcars', 'demandee')
  expect(faites()).toContain('apcars')
  dire('psy.suivi', true, {}, 1)
  expect(faites()).toContain('suivant')
  expect(faites()).not.toContain('annuler')
  expect(faites()).not.toContain('fiche')
})

it('trois lignes de trois personnes ne font pas trois lignes d’une personne ; effacer n’est pas répondre', () => {
  dire('addiction.conduite', true)
  dire('addiction.conduite', true, {}, 1)
  dire('addiction.conduite', true, {}, 2)
  dire('addiction.soins', null, { inconnu: 'pas-demande' })
  dire('addiction.lienFaits', null, { inconnu: 'pas-demande' })
  expect(faites()).not.toContain('repondre')
})

it('annuler coche son étape et n’en décoche aucune', () => {
  for (const fait of ['addiction.conduite', 'addiction.lienFaits', 'addiction.soins']) dire(fait, true)
  const avant = faites()
  const [dossier] = dossiers
  if (!dossier) throw new Error('dossier')
  const reprises = annuler(dossier, {
    auteur: { role: 'parquet' },
    date: `${JOUR}T09:30:00Z`,
    nouvelId: randomUUID,
  })
  dossiers = dossiers.map((d, i) => (i === 0 ? { ...d, declarations: [...d.declarations, ...reprises] } : d))
  expect(new Set(faites())).toEqual(new Set([...avant, 'annuler']))
})

it('la première ligne que l’exercice fait remplir est libre, et les étapes ont chacune une touche', () => {
  const dites = new Set(dossiers[0]?.declarations.map((d) => d.fait))
  expect(lignesTriage('parquet').filter((l) => !dites.has(l.fait)).length).toBeGreaterThan(5)
  expect(dites.has('addiction.conduite')).toBe(false)
  for (const { phrase } of ETAPES_EXERCICE) {
    expect(phrase.some((m) => typeof m === 'object')).toBe(true)
    const texte = phrase.map((m) => (typeof m === 'string' ? m : m.touche)).join('')
    expect(texte).toMatch(/^\p{Lu}/u)
    expect(texte.length).toBeLessThan(130)
    const mots = phrase.map((m) => (typeof m === 'string' ? m : '')).join('')
    expect(mots).not.toMatch(/ [:;?!»]|« /)
  }
  expect(new Set(ETAPES_EXERCICE.map((e) => e.id)).size).toBe(ETAPES_EXERCICE.length)
})

it('marquer ne change rien d’autre, et ne touche pas l’original', () => {
  const message = {
    type: 'message' as const,
    destinataire: 'jap' as const,
    titre: 'Au JAP',
    objet: '1',
    corps: ['Bonjour'],
    declarations: [],
    reference: { idDossier: 'x', numeroParquet: null, dateAudience: JOUR, editeLe: `${JOUR}T09:00:00Z` },
  }
  expect(marquerExercice(message)).toEqual({
    ...message,
    exercice: true,
    corps: [MARQUE_EXERCICE, 'Bonjour'],
  })
  expect(message.corps).toEqual(['Bonjour'])
})
