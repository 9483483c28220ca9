import { describe, expect, it } from 'vitest'
import { definitionFait, type Orientation } from '../../domain/index.ts'
import { valeursDe } from '../proprietes/tirages.ts'
import { AILSI_OUVERT, AILSI_REUNI, dispositif, lire, OUVRAGE_REUNI, type Reponses, sans } from './outils.ts'

const question = (r: Reponses, p?: Record<string, unknown>) => lire(r, p).prochaineQuestion

describe('prochaine question', () => {
  it('tranche pour tous les dispositifs encore ouverts, et d’abord ce qui est déjà au dossier', () => {
    const lu = question({}, AILSI_OUVERT)
    expect(lu?.tranche).toEqual(['ouvrage', 'ailsi'])
    expect(definitionFait(lu?.fait ?? '')?.cout).toBe(0.5)
  })

  it('ne pose plus de question pour un dispositif hors critères', () => {
    const lu = lire(sans(OUVRAGE_REUNI, 'disponibilite.semaine'))
    expect(dispositif(lu, 'ailsi')).toMatchObject({ lecture: 'hors-criteres', manquants: [] })
    expect(lu.prochaineQuestion).toEqual({ fait: 'disponibilite.semaine', tranche: ['ouvrage'] })
  })

  it('l’éliminatoire passe avant ce qui ne peut pas exclure', () => {
    const r = { ...sans(OUVRAGE_REUNI, 'disponibilite.semaine'), 'personne.mesureProtection': 'tutelle' }
    expect(dispositif(lire(r), 'ouvrage').manquants).toEqual([
      'disponibilite.semaine',
      'personne.expertiseVersee',
      'personne.protecteurAvise',
    ])
  })

  it('à égalité, ce qui est au dossier passe avant la personne, et la personne avant un appel', () => {
    const r = sans(OUVRAGE_REUNI, 'suivi.japRessort', 'disponibilite.semaine')
    expect(dispositif(lire({ ...r, 'logement.departement': '75' }), 'ouvrage').manquants).toEqual([
      'suivi.japRessort',
      'disponibilite.semaine',
      'suivi.accordHorsRessort',
    ])
  })

  it('une question restée sans réponse ne se repose qu’après les autres', () => {
    const r = {
      ...sans(OUVRAGE_REUNI, 'disponibilite.semaine'),
      'addiction.lienFaits': { inconnu: 'ne-sait-pas' },
    } as const
    expect(question(r)?.fait).toBe('disponibilite.semaine')
    expect(question({ ...r, 'disponibilite.semaine': true })?.fait).toBe('addiction.lienFaits')
    const pasFait = { ...r, 'addiction.lienFaits': { inconnu: 'faute-de-temps' } } as const
    expect(question(pasFait)?.fait).toBe('addiction.lienFaits')
  })

  it('une contradiction se repose ; une réponse établie, jamais', () => {
    const lu = question({ ...OUVRAGE_REUNI, 'addiction.lienFaits': { oppose: [true, false] } })
    expect(lu?.fait).toBe('addiction.lienFaits')
  })

  it('la mesure de protection se demande en dernier ; une fois « aucune », plus rien', () => {
    expect(question(sans(OUVRAGE_REUNI, 'personne.mesureProtection'))?.fait).toBe('personne.mesureProtection')
    expect(question(OUVRAGE_REUNI)).toBeNull()
  })

  it('ne demande ni le niveau de risque ni la situation administrative', () => {
    const manquants = lire({}, AILSI_OUVERT).questions?.map((q) => q.fait) ?? []
    expect(manquants).not.toContain('suivi.niveauRisque')
    expect(manquants).not.toContain('personne.situationAdministrative')
    expect(manquants).toContain('addiction.conduite')
  })

  it('demande les sources d’un fait dérivé, et s’arrête quand aucune ne peut plus le changer', () => {
    const psy = (r: Reponses) =>
      dispositif(
        lire({ ...sans(AILSI_REUNI, 'psy.suivi', 'psy.troubleDeclare'), ...r }, AILSI_OUVERT),
        'ailsi',
      ).manquants
    expect(psy({})).toEqual([
      'psy.certificat',
      'psy.troubleDeclare',
      'psy.suivi',
      'psy.traitement',
      'psy.hospitalisation',
    ])
    expect(psy({ 'psy.suivi': true })).toEqual(['psy.troubleDeclare'])
    expect(psy({ 'psy.troubleDeclare': false, 'psy.suivi': true })).toEqual([])
    expect(psy({ 'psy.troubleDeclare': false, 'psy.suivi': { oppose: [true, false] } })).toEqual([
      'psy.suivi',
    ])
  })
})

/** Facts whose silence the rules read as such: `lignes` of tests/proprietes/polarite.ts, seen from the questions. */
const LUS_PAR_LEUR_SILENCE = new Set([
  'accord.ouvrage', // a refusal of principle stays reversible, an agreement too
  'accord.ailsi',
  'suivi.japRessort', // 93 is enough while the JAP is not known
  'suivi.accordHorsRessort', // an express refusal wins over everything
  'logement.situation', // the code wins over « sans logement stable » declared
  'logement.sansLogementStable',
  'procedure.dateFaits', // with a date of birth
])

describe('quand il n’y a plus de question, aucune réponse ne change une lecture', () => {
  const lectures = (o: Orientation) => o.dispositifs.map((d) => `${d.id} ${d.lecture}`).join(', ')
  const cas: [string, Reponses, Record<string, unknown>?][] = [
    ['tout est réuni à Bobigny', OUVRAGE_REUNI],
    ['tout est réuni à Marseille', AILSI_REUNI, AILSI_OUVERT],
    ['les deux sont hors critères', { 'procedure.tribunal': 'Créteil' }],
    ['crime', { ...OUVRAGE_REUNI, 'procedure.nature': 'crime' }],
    ['catégorie dont le protocole ne dit rien', { ...OUVRAGE_REUNI, 'procedure.categorie': 'trafic' }],
    [
      'protecteur non avisé et expertise absente',
      {
        ...OUVRAGE_REUNI,
        'personne.mesureProtection': 'tutelle',
        'personne.protecteurAvise': false,
        'personne.expertiseVersee': false,
      },
    ],
    ['situation de logement hors définition', { ...AILSI_REUNI, 'logement.situation': 'E5' }, AILSI_OUVERT],
    ['trouble nié, hospitalisation connue', { ...AILSI_REUNI, 'psy.troubleDeclare': false }, AILSI_OUVERT],
    ['état des inclusions inconnu', AILSI_REUNI, { 'ailsi.inclusions': 'inconnues' }],
  ]

  it.each(cas)('%s', (_titre, reponses, parametres) => {
    const avant = lire(reponses, parametres)
    expect(avant.prochaineQuestion).toBeNull()
    // Criteria that are never asked, and facts that are read by their silence, are outside the promise.
    const demandes = avant.dispositifs
      .flatMap((d) => d.criteres.filter((c) => !['O9', 'O11'].includes(c.id)).flatMap((c) => c.faits))
      .flatMap((f) =>
        f === 'psy.troubleSevere'
          ? ['psy.suivi', 'psy.traitement', 'psy.hospitalisation', 'psy.certificat']
          : [f],
      )
      .filter((f) => avant.faits[f]?.etat === 'inconnu' && !LUS_PAR_LEUR_SILENCE.has(f))
    for (const fait of new Set(demandes))
      for (const valeur of valeursDe(fait)) {
        if (fait === 'personne.majeur' && valeur === false) continue
        const apres = lire({ ...reponses, [fait]: valeur }, parametres)
        expect(lectures(apres), `${fait} = ${valeur}`).toBe(lectures(avant))
      }
  })
})
