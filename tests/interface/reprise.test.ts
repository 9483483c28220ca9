import { describe, expect, it } from 'vitest'
import { type Declaration, lignesTriage } from '../../domain/index.ts'
import { direDepuis } from '../../renderer/composants/durees.ts'
import { dernierActe, ligneDeReprise } from '../../renderer/triage/reprise.ts'
import { declaration, dossierAvec } from '../domain/outils.ts'

const LIGNES = lignesTriage('parquet')
const reprise = (declarations: Declaration[], quittee: string | null = null, lignes = LIGNES) =>
  ligneDeReprise(dernierActe(dossierAvec(declarations), lignes, 'parquet'), lignes, quittee)

describe('la ligne où l’on en était', () => {
  it('aucune avant la première réponse', () => {
    expect(reprise([])).toBeNull()
    expect(
      reprise([declaration(1, 'procedure.categorie', 'vol'), declaration(2, 'permanence.note', 'x')]),
    ).toBe(null)
  })

  it('celle qui suit la dernière réponse, par l’heure et non par l’ordre du fichier', () => {
    const tard = declaration(30, 'addiction.lienFaits', true)
    const tot = declaration(2, 'accord.evaluation', true)
    expect(reprise([tot, tard])).toBe('addiction.soins')
    expect(reprise([tard, tot])).toBe('addiction.soins')
  })

  it('une précision compte pour sa ligne, une réponse retirée aussi', () => {
    expect(reprise([declaration(1, 'addiction.produits', ['crack'])])).toBe('addiction.lienFaits')
    const retrait = declaration(3, 'psy.traitement', null, { inconnu: 'pas-demande' })
    expect(reprise([declaration(1, 'addiction.conduite', true), retrait])).toBe('personne.mesureProtection')
  })

  it('les réponses d’un autre profil ne disent pas où celui-ci en était', () => {
    const autre = declaration(20, 'accord.evaluation', true, { auteur: { role: 'enquete' } })
    expect(reprise([autre])).toBeNull()
    expect(reprise([declaration(1, 'addiction.conduite', true), autre])).toBe('addiction.lienFaits')
  })

  it('des heures de fuseaux différents se comparent', () => {
    const midiParis = declaration(1, 'addiction.conduite', true, { date: '2026-11-24T12:00:00+01:00' })
    const onzeTrenteUtc = declaration(2, 'suivi.mesureEnCours', true, { date: '2026-11-24T11:30:00Z' })
    expect(reprise([onzeTrenteUtc, midiParis])).toBe('suivi.japRessort')
  })

  it('la dernière ligne reste elle-même ; la ligne quittée l’emporte, si elle est à l’écran', () => {
    const derniere = declaration(1, 'disponibilite.semaine', true)
    expect(reprise([derniere])).toBe('disponibilite.semaine')
    expect(reprise([derniere], 'addiction.soins')).toBe('addiction.soins')
    const courtes = LIGNES.filter((l) => l.famille === 'logement')
    const dite = declaration(2, 'logement.sansLogementStable', true)
    expect(reprise([dite], 'addiction.soins', courtes)).toBe('logement.hebergementCeSoir')
    expect(reprise([derniere], null, courtes)).toBeNull()
  })
})

describe('depuis combien de temps', () => {
  it.each([
    [0, 'à l’instant'],
    [6, 'il y a 6 min'],
    [65, 'il y a 1 h 05'],
    [1440, 'il y a 1 jour'],
    [4000, 'il y a 2 jours'],
  ])('%i min', (minutes, dit) => expect(direDepuis(minutes).replace(/\u00a0/g, ' ')).toBe(dit))

  it('une montre remise à l’heure ne fait pas de minutes négatives', () =>
    expect(direDepuis(-3)).toBe('à l’instant'))
})
