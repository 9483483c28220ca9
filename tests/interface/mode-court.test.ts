import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  definitionFait,
  lignesTriage,
  REGLAGES_PAR_DEFAUT,
  type Reglages,
  type Role,
} from '../../domain/index.ts'
import { useMagasin } from '../../renderer/magasin.ts'
import { avancement } from '../../renderer/saisie/lignes.ts'
import { estHorsMode, lignesDuMode, nomDuMode } from '../../renderer/saisie/mode-court.ts'
import { lignesMontrees } from '../../renderer/triage/lignes-montrees.ts'
import { declaration, dossierAvec, fiche, ligne } from '../domain/documents/outils.ts'

const regler = (reglages: Partial<Reglages>) =>
  useMagasin.setState({ reglages: { ...REGLAGES_PAR_DEFAUT, ...reglages } })
const faits = (role: Role = 'parquet', d = dossierAvec([])) =>
  lignesMontrees(d, role).lignes.map((l) => l.fait)

// Node has no Temporal yet, which every browser of the product has; only the day is asked here.
beforeAll(() => {
  const jour = { toPlainDate: () => '2026-11-24' }
  vi.stubGlobal('Temporal', {
    Instant: { fromEpochMilliseconds: () => ({ toZonedDateTimeISO: () => jour }) },
  })
})
afterAll(() => vi.unstubAllGlobals())
afterEach(() => regler({}))

describe('mode court', () => {
  it('éteint, toutes les lignes ; allumé, les siennes, dans l’ordre du triage', () => {
    expect(faits()).toHaveLength(14)
    regler({ modeCourt: true, questionsCourtes: ['accord.evaluation', 'addiction.conduite'] })
    expect(faits()).toEqual(['addiction.conduite', 'accord.evaluation'])
    expect(nomDuMode()).toBe('Mode court\u00a0: 2 questions')
  })

  it('ce qui est répondu, noté ou contradictoire reste montré', () => {
    regler({ modeCourt: true })
    const d = dossierAvec([
      declaration(1, 'addiction.soins', null, { inconnu: 'ne-sait-pas' }),
      declaration(2, 'suivi.peineAExecuter', null, { inconnu: 'pas-demande', precision: 'à voir' }),
      declaration(3, 'suivi.mesureEnCours', true),
      declaration(4, 'suivi.mesureEnCours', false),
      declaration(5, 'psy.traitement', null, { inconnu: 'pas-demande' }),
    ])
    const { lignes, cachees } = lignesMontrees(d, 'parquet')
    expect(lignes.map((l) => l.fait)).toEqual([
      'addiction.conduite',
      'addiction.soins',
      'logement.sansLogementStable',
      'psy.troubleDeclare',
      'suivi.mesureEnCours',
      'suivi.peineAExecuter',
      'accord.evaluation',
    ])
    expect(cachees).toBe(7)
  })

  it('une ligne déjà à l’écran n’en part pas', () => {
    regler({ modeCourt: true })
    const { lignes } = lignesMontrees(dossierAvec([]), 'parquet', new Set(['psy.traitement']))
    expect(lignes.map((l) => l.fait)).toContain('psy.traitement')
  })

  it('l’avancement compte les questions du mode, et elles seules', () => {
    const d = dossierAvec([
      declaration(1, 'addiction.conduite', true),
      declaration(2, 'addiction.soins', true),
    ])
    expect(avancement(d, 'parquet')).toEqual([2, 14])
    regler({ modeCourt: true })
    expect(avancement(d, 'parquet')).toEqual([1, 4])
    expect(estHorsMode('addiction.soins')).toBe(true)
    expect(estHorsMode('procedure.detentionEnvisagee')).toBe(true)
    expect(estHorsMode('addiction.conduite')).toBe(false)
  })

  it('un choix qui ne laisserait rien à demander à un profil ne compte pas', () => {
    regler({ modeCourt: true, questionsCourtes: ['suivi.mesureEnCours'] })
    expect(lignesDuMode('enquete')).toEqual(lignesTriage('enquete'))
  })

  it('la fiche dit « non demandé » de toutes les lignes laissées de côté', () => {
    regler({ modeCourt: true })
    const d = dossierAvec(
      lignesDuMode('parquet').map((l, i) => declaration(i + 1, l.fait, l.oui === 'saisir' ? 'x' : l.oui)),
    )
    const [dit] = ligne(fiche(d), 'Non exploré')
    expect(dit?.lacune).toBe('non demandé')
    const tues = lignesTriage('parquet').filter((l) => estHorsMode(l.fait))
    expect(tues).toHaveLength(10)
    for (const l of tues) {
      const libelle = definitionFait(l.fait)?.libelle ?? ''
      expect(dit?.texte.toLocaleLowerCase('fr')).toContain(libelle.toLocaleLowerCase('fr'))
    }
  })
})
