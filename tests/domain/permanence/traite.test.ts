import { describe, expect, it } from 'vitest'
import { catalogueParDefaut, estTraite, orienter, REGLAGES_PAR_DEFAUT } from '../../../domain/index.ts'
import { DATE, dossier, lire, type Reponses } from '../outils.ts'

const ENTIER = REGLAGES_PAR_DEFAUT
const COURT = { ...REGLAGES_PAR_DEFAUT, modeCourt: true }
const QUATRE: Reponses = {
  'addiction.conduite': true,
  'logement.sansLogementStable': false,
  'psy.troubleDeclare': { inconnu: 'ne-sait-pas' },
  'accord.evaluation': true,
}

const traite = (reponses: Reponses, reglages = ENTIER) => estTraite(lire(reponses), 'parquet', reglages)

/** A catalogue that asks for nothing else. */
const RIEN_A_CHERCHER = { ...catalogueParDefaut(), dispositifs: [] }

describe('un dossier est traité si…', () => {
  it('quelqu’un a retenu un dispositif, un cadre, ou en a écarté un', () => {
    expect(traite({ 'orientation.choix': ['ouvrage'] })).toBe(true)
    expect(traite({ 'orientation.cadre': 'sursis-probatoire' })).toBe(true)
    expect(traite({ 'orientation.ecarts': ['ouvrage:pas-de-place'] })).toBe(true)
  })

  it('plus aucune réponse ne changerait l’orientation', () => {
    const rienDePlus = orienter(dossier({}), RIEN_A_CHERCHER, { date: DATE })
    expect(estTraite(rienDePlus, 'parquet', ENTIER)).toBe(true)
  })

  it('les seules questions qui restent ne sont pas de ce profil', () => {
    const reste = { ...lire({}), questions: [{ fait: 'antecedents.condamnations', tranche: ['ouvrage'] }] }
    expect(estTraite(reste, 'enquete', ENTIER)).toBe(true)
    expect(estTraite(reste, 'parquet', ENTIER)).toBe(false)
  })

  it('en mode court, chaque question courte a été posée, même sans réponse', () => {
    expect(traite(QUATRE, COURT)).toBe(true)
  })
})

describe('un dossier n’est pas traité si…', () => {
  it('rien n’est dit', () => {
    expect(traite({})).toBe(false)
    expect(traite({}, COURT)).toBe(false)
  })

  it('les questions courtes sont répondues mais le mode court n’est pas choisi', () => {
    expect(traite(QUATRE)).toBe(false)
  })

  it('en mode court, une question manque ou ses réponses se contredisent', () => {
    const { 'accord.evaluation': _, ...trois } = QUATRE
    expect(traite(trois, COURT)).toBe(false)
    expect(traite({ ...QUATRE, 'accord.evaluation': { oppose: [true, false] } }, COURT)).toBe(false)
  })

  it('le choix a été repris', () => {
    expect(traite({ 'orientation.choix': [], 'orientation.ecarts': [] })).toBe(false)
    expect(traite({ 'orientation.cadre': { inconnu: 'pas-demande' } })).toBe(false)
  })

  it('il a seulement été vu, ou ses demandes lancées', () => {
    expect(traite({ 'permanence.vuA': '2026-11-24T09:52', 'demande.apcars': 'recue' })).toBe(false)
  })

  it('les règles refusent de le lire', () => {
    expect(estTraite(null, 'parquet', COURT)).toBe(false)
  })

  it('le choix vient d’ailleurs, dans le profil de l’enquête', () => {
    expect(estTraite(lire({ 'orientation.choix': ['ouvrage'] }), 'enquete', ENTIER)).toBe(false)
  })
})
