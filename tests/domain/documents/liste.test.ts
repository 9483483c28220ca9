import { describe, expect, it } from 'vitest'
import {
  catalogueParDefaut,
  type Dossier,
  dossierAudience,
  listePermanence,
  nomFichier,
  orienter,
} from '../../../domain/index.ts'
import { DATE, declaration, dossierAvec, EDITE_LE, textes } from './outils.ts'

const OPTIONS = { role: 'parquet', editeLe: EDITE_LE } as const

function presente(n: number, dossier: Partial<Dossier> = {}, ...dites: ReturnType<typeof declaration>[]) {
  const id = `00000000-0000-4000-8000-00000000010${n}`
  const d = { ...dossierAvec(dites), ...dossier, id }
  return { dossier: d, orientation: orienter(d, catalogueParDefaut(), { date: DATE }) }
}

const SENSIBLE = [
  declaration(1, 'addiction.conduite', true),
  declaration(2, 'psy.troubleDeclare', true),
  declaration(3, 'logement.situation', 'E1'),
]
const MATIN = [
  presente(1, { personne: { nom: 'ZOLA', prenoms: 'Emile' }, numeroParquet: '26328000001' }, ...SENSIBLE),
  presente(
    2,
    { personne: { nom: 'ABEL' }, numeroParquet: '26328000002' },
    declaration(1, 'procedure.qualification', 'vol au préjudice de Mme Durand'),
    declaration(2, 'procedure.categorie', 'vol'),
    declaration(3, 'orientation.choix', ['ouvrage', 'semi-liberte']),
  ),
  presente(3),
]

describe('liste de permanence', () => {
  it('garde l’ordre reçu, une ligne par personne, autant de cellules que de colonnes', () => {
    for (const avecNoms of [true, false]) {
      const liste = listePermanence(MATIN, { ...OPTIONS, avecNoms })
      expect(liste.lignes.map((l) => l.dossier)).toEqual(MATIN.map((p) => p.dossier.id))
      for (const l of liste.lignes) expect(l.cellules).toHaveLength(liste.colonnes.length)
      expect(liste.colonnes.includes('Déféré(e)')).toBe(avecNoms)
    }
  })

  it('sans les noms, aucun nom, même dans les faits', () => {
    const tout = textes(listePermanence(MATIN, { ...OPTIONS, avecNoms: false }).lignes).join('\n')
    expect(tout).not.toMatch(/ZOLA|ABEL|Emile|Durand/)
    expect(tout).toContain('vol')
    const noms = textes(listePermanence(MATIN, { ...OPTIONS, avecNoms: true }).lignes).join('\n')
    expect(noms).toMatch(/ZOLA Emile[\s\S]*Durand/)
  })

  it('ne dit d’une réponse sensible que le nombre de lignes remplies (R113-51)', () => {
    const [premiere] = listePermanence(MATIN, { ...OPTIONS, avecNoms: true }).lignes
    expect(premiere?.cellules).toEqual(['1', 'ZOLA Emile', '26328000001', '', '3/14', '', '', ''])
  })

  it('nomme ce qui est retenu, et rien tant que rien ne l’est', () => {
    const cellules = listePermanence(MATIN, { ...OPTIONS, avecNoms: false }).lignes.map((l) => l.cellules[4])
    expect(cellules).toEqual(['', 'L’Ouvrage, Centre de semi-liberté', ''])
  })

  it('une liste vide reste une liste, et son fichier n’a pas de nom de personne', () => {
    const liste = listePermanence([], { ...OPTIONS, avecNoms: true })
    expect(liste.lignes).toEqual([])
    expect(liste.dateAudience).toBe('2026-11-24')
    expect(nomFichier(liste)).toBe('2026-11-24_liste-permanence')
  })
})

describe('dossier d’audience', () => {
  it('réunit la fiche et la checklist de chacun, dans l’ordre reçu, avec un sommaire', () => {
    const dossier = dossierAudience(MATIN, OPTIONS)
    expect(dossier.parties.map((p) => p.titre)).toEqual([
      '1. ZOLA Emile – 26328000001',
      '2. ABEL – 26328000002',
      '3. Sans nom ni n° parquet',
    ])
    for (const p of dossier.parties) expect(p.contenus.map((c) => c.type)).toEqual(['fiche', 'checklist'])
    expect(dossier.sommaire.map((s) => s.titre)).toEqual(dossier.parties.map((p) => p.titre))
    expect(dossier.sommaire[0]?.documents).toEqual(['Fiche d’orientation', 'Checklist pour le tribunal'])
    expect(nomFichier(dossier)).toBe('2026-11-24_dossier-audience')
  })
})
