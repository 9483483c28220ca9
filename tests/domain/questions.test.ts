import { describe, expect, it } from 'vitest'
import { catalogueParDefaut, definitionFait, type Orientation } from '../../domain/index.ts'
import { valeursDe } from '../proprietes/tirages.ts'
import { AILSI_OUVERT, AILSI_REUNI, dispositif, lire, OUVRAGE_REUNI, type Reponses, sans } from './outils.ts'

/**
 * Answers by which the dispositifs of every court (SIAO, addiction care) ask nothing more, and that L’Ouvrage and
 * AILSI do not read or read the same way: what is left to ask is then theirs.
 */
const LOGE: Reponses = { 'logement.sansLogementStable': false }
const SANS_ADDICTION: Reponses = { 'addiction.conduite': false }
const A_BOBIGNY: Reponses = { ...OUVRAGE_REUNI, ...LOGE }
const A_MARSEILLE: Reponses = { ...AILSI_REUNI, ...SANS_ADDICTION }

const question = (r: Reponses, p?: Record<string, unknown>) => lire(r, p).prochaineQuestion

describe('prochaine question', () => {
  it('tranche pour tous les dispositifs encore ouverts, et d’abord ce qui est déjà au dossier', () => {
    const lu = question({}, AILSI_OUVERT)
    expect(lu?.tranche).toEqual(['ouvrage', 'ailsi'])
    expect(definitionFait(lu?.fait ?? '')?.cout).toBe(0.5)
  })

  it('ne pose plus de question pour un dispositif hors critères', () => {
    const lu = lire(sans(A_BOBIGNY, 'disponibilite.semaine'))
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
      ...sans(A_BOBIGNY, 'disponibilite.semaine'),
      'addiction.lienFaits': { inconnu: 'ne-sait-pas' },
    } as const
    expect(question(r)?.fait).toBe('disponibilite.semaine')
    expect(question({ ...r, 'disponibilite.semaine': true })?.fait).toBe('addiction.lienFaits')
    const pasFait = { ...r, 'addiction.lienFaits': { inconnu: 'faute-de-temps' } } as const
    expect(question(pasFait)?.fait).toBe('addiction.lienFaits')
  })

  it('une contradiction se repose ; une réponse établie, jamais', () => {
    const lu = question({ ...A_BOBIGNY, 'addiction.lienFaits': { oppose: [true, false] } })
    expect(lu?.fait).toBe('addiction.lienFaits')
  })

  it('la mesure de protection se demande en dernier ; une fois « aucune », plus rien', () => {
    expect(question(sans(A_BOBIGNY, 'personne.mesureProtection'))?.fait).toBe('personne.mesureProtection')
    expect(question(A_BOBIGNY)).toBeNull()
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
  // What only a criterion that is never asked reads is outside the promise, for its own dispositif.
  const muets = new Map(
    catalogueParDefaut().dispositifs.map((d) => [
      d.ecrit.id,
      new Set(d.criteres.filter((c) => !c.seDemande).flatMap((c) => c.faits)),
    ]),
  )
  const lectures = (o: Orientation, fait: string) =>
    o.dispositifs
      .filter((d) => !muets.get(d.id)?.has(fait))
      .map((d) => `${d.id} ${d.lecture}`)
      .join(', ')
  const cas: [string, Reponses, Record<string, unknown>?][] = [
    ['tout est réuni à Bobigny', A_BOBIGNY],
    ['tout est réuni à Marseille', A_MARSEILLE, AILSI_OUVERT],
    ['ni L’Ouvrage ni AILSI à Créteil', { 'procedure.tribunal': 'Créteil', ...LOGE, ...SANS_ADDICTION }],
    ['crime', { ...A_BOBIGNY, 'procedure.nature': 'crime' }],
    ['catégorie dont le protocole ne dit rien', { ...A_BOBIGNY, 'procedure.categorie': 'trafic' }],
    [
      'protecteur non avisé et expertise absente',
      {
        ...A_BOBIGNY,
        'personne.mesureProtection': 'tutelle',
        'personne.protecteurAvise': false,
        'personne.expertiseVersee': false,
      },
    ],
    ['situation de logement hors définition', { ...A_MARSEILLE, 'logement.situation': 'E5' }, AILSI_OUVERT],
    ['trouble nié, hospitalisation connue', { ...A_MARSEILLE, 'psy.troubleDeclare': false }, AILSI_OUVERT],
    ['état des inclusions inconnu', A_MARSEILLE, { 'ailsi.inclusions': 'inconnues' }],
  ]

  it.each(cas)('%s', (_titre, reponses, parametres) => {
    const avant = lire(reponses, parametres)
    expect(avant.prochaineQuestion).toBeNull()
    // So are facts that are read by their silence.
    const demandes = catalogueParDefaut()
      .dispositifs.flatMap((d) => d.criteres.filter((c) => c.seDemande).flatMap((c) => c.faits))
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
        expect(lectures(apres, fait), `${fait} = ${valeur}`).toBe(lectures(avant, fait))
      }
  })
})
