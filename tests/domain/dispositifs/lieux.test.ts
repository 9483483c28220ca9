import { describe, expect, it } from 'vitest'
import { catalogueParDefaut, LIGNES_TRIAGE } from '../../../domain/index.ts'
import {
  critere,
  dispositif,
  dossier,
  etatDe,
  lire,
  OUVRAGE_REUNI,
  orienterDossier,
  type Reponses,
} from '../outils.ts'

const lectures = (r: Reponses, p?: Record<string, unknown>) =>
  Object.fromEntries(lire(r, p).dispositifs.map((d) => [d.id, d.lecture]))

const horsCriteres = (r: Reponses) =>
  lire(r)
    .dispositifs.filter((d) => d.lecture === 'hors-criteres')
    .map((d) => d.id)

const A = (tribunal: string): Reponses => ({ 'procedure.tribunal': tribunal, 'procedure.nature': 'delit' })

describe('ce que voit un parquet selon sa ville', () => {
  it.each([
    ['Bobigny', ['ailsi', 'avdl-justice', 'sas-mulhouse', 'places-volantes', 'accueil-court']],
    ['Marseille', ['ouvrage', 'ailsi', 'avdl-justice', 'sas-mulhouse', 'places-volantes', 'accueil-court']],
    ['Lyon', ['ouvrage', 'ailsi', 'avdl-justice', 'sas-mulhouse', 'places-volantes', 'accueil-court']],
    ['Colmar', ['ouvrage', 'ailsi', 'sas-mulhouse', 'places-volantes', 'accueil-court']],
    ['Mulhouse', ['ouvrage', 'ailsi', 'places-volantes', 'accueil-court']],
    ['Nantes', ['ouvrage', 'ailsi', 'avdl-justice', 'sas-mulhouse', 'accueil-court']],
  ])('à %s, ce qui est propre à un autre lieu est hors critères, et rien d’autre', (ville, attendus) => {
    expect(horsCriteres(A(ville))).toEqual(attendus)
  })

  it('dit le lieu : le Haut-Rhin pour AVDL Justice', () => {
    expect(critere(lire(A('Bobigny')), 'L1').motif).toBe(
      'Jugé à Bobigny ; AVDL Justice ne concerne que le Haut-Rhin.',
    )
  })

  it('un territoire que personne n’a publié reste inconnu, jamais faux', () => {
    for (const id of ['U4', 'ACT4']) {
      expect(etatDe(id, A('Bobigny'))).toBe('vrai')
      expect(critere(lire(A('Lyon')), id)).toMatchObject({ etat: 'inconnu' })
      expect(critere(lire(A('Lyon')), id).motif).toContain('rien n’est publié pour une personne jugée à Lyon')
    }
  })
})

describe('la personne de l’hôtel du 115 à Bobigny, qui refuse L’Ouvrage', () => {
  const r: Reponses = {
    ...OUVRAGE_REUNI,
    'accord.ouvrage': false,
    'personne.sexe': 'femme',
    'logement.situation': 'E2',
  }
  it('Le Soleillet reste à vérifier : le SPIP de Paris et la structure, pas l’infraction', () => {
    const lu = dispositif(lire(r), 'soleillet')
    expect(lu).toMatchObject({ lecture: 'a-verifier', decisifs: ['S2', 'S3'] })
    for (const categorie of ['infraction-sexuelle', 'violences-conjugales', 'trafic'])
      expect(dispositif(lire({ ...r, 'procedure.categorie': categorie }), 'soleillet').decisifs).toEqual([
        'S2',
        'S3',
      ])
  })

  it('L’Étoile du Matin n’accueille que des hommes', () => {
    expect(dispositif(lire(r), 'etoile-du-matin')).toMatchObject({
      lecture: 'hors-criteres',
      decisifs: ['M1'],
    })
    expect(etatDe('M1', { 'personne.sexe': 'homme' })).toBe('vrai')
  })

  it('le SIAO reste à appeler, même si quelqu’un l’héberge ce soir', () => {
    const motif = (x: Reponses) => critere(lire({ ...r, ...x }), 'H2')
    expect(motif({}).aFaire).toMatch(/^Appeler le 115/)
    expect(motif({ 'logement.hebergementCeSoir': true }).aFaire).toMatch(/SPIP/)
  })
})

describe('ce qui n’exclut jamais', () => {
  it.each([
    ['situation administrative', 'personne.situationAdministrative', ['irreguliere', 'oqtf', 'itf']],
    ['mesure de protection', 'personne.mesureProtection', ['tutelle', 'curatelle', 'sauvegarde']],
  ])('%s', (_titre, fait, valeurs) => {
    for (const ville of ['Bobigny', 'Marseille', 'Lyon'])
      for (const valeur of valeurs)
        expect(horsCriteres({ ...A(ville), [fait]: valeur })).toEqual(horsCriteres(A(ville)))
  })

  it('le sexe n’est lu que par les deux structures non mixtes', () => {
    const lecteurs = catalogueParDefaut().dispositifs.filter((d) =>
      d.criteres.some((c) => c.faits.includes('personne.sexe')),
    )
    expect(lecteurs.map((d) => d.ecrit.id)).toEqual(['soleillet', 'etoile-du-matin'])
  })

  it('aucun critère ne lit une maladie hors de la psychiatrie, ni une nationalité', () => {
    const lus = new Set(catalogueParDefaut().dispositifs.flatMap((d) => d.criteres.flatMap((c) => c.faits)))
    expect([...lus].filter((f) => /sante|maladie|nationalite|origine/i.test(f))).toEqual([])
  })
})

describe('critère par critère', () => {
  const cellules: [string, string, Reponses][] = [
    ['R2', 'faux', { 'procedure.detentionEnvisagee': false, 'suivi.peineAExecuter': false }],
    ['R2', 'inconnu', { 'procedure.detentionEnvisagee': false }],
    ['R2', 'vrai', { 'procedure.detentionEnvisagee': false, 'suivi.peineAExecuter': true }],
    ['SE1', 'vrai', { 'procedure.encouruMois': 1 }],
    ['SE1', 'faux', { 'procedure.encouruMois': 0 }],
    ['SE1', 'faux', { 'procedure.nature': 'contravention' }],
    ['PP1', 'faux', { 'procedure.categorie': 'violences' }],
    ['UC2', 'vrai', { 'logement.situation': 'E1' }],
    ['UC2', 'inconnu', { 'logement.situation': 'E2' }],
    ['UC2', 'faux', { 'logement.sansLogementStable': false }],
    ['IT1', 'faux', { 'addiction.conduite': false }],
    ['T2', 'inconnu', { 'addiction.conduite': false }],
    ['ACT2', 'inconnu', { 'logement.sansLogementStable': false }],
    ['SL1', 'faux', { 'procedure.nature': 'crime' }],
  ]
  it.each(cellules)('%s est %s', (id, etat, r) => expect(etatDe(id, r)).toBe(etat))

  it('un accueil fermé par le référent met hors critères ; rouvert, il n’est plus un obstacle', () => {
    for (const { ecrit } of catalogueParDefaut().dispositifs) {
      const nom = `${ecrit.id}.inclusions`
      expect(lectures(A('Mulhouse'), { [nom]: 'closes' })[ecrit.id], ecrit.id).toBe('hors-criteres')
    }
    expect(lectures({}, { 'accueil-court.inclusions': 'ouvertes' })['accueil-court']).toBe('profil-a-evaluer')
  })
})

describe('le triage ne s’allonge pas', () => {
  const nouveaux = catalogueParDefaut().dispositifs.slice(2)

  it('les nouveaux dispositifs ne demandent que des lignes du triage', () => {
    const demandes = nouveaux.flatMap((d) => d.criteres.filter((c) => c.seDemande).flatMap((c) => c.faits))
    expect([...new Set(demandes)].sort()).toEqual(['addiction.conduite', 'logement.sansLogementStable'])
    const lignes = LIGNES_TRIAGE.map((l) => l.fait)
    for (const fait of demandes) expect(lignes).toContain(fait)
  })

  it('ils ne peuvent pas être un profil à évaluer sans la réponse d’un partenaire', () => {
    const favorable: Reponses = {
      ...OUVRAGE_REUNI,
      'logement.situation': 'E1',
      'psy.troubleDeclare': true,
      'psy.suivi': true,
      'procedure.detentionEnvisagee': true,
      'procedure.encouruMois': 60,
      'suivi.japRessort': 'Paris',
      'personne.moins26': true,
      'personne.sexe': 'femme',
    }
    const lus = lire(favorable).dispositifs.slice(2)
    expect(lus.filter((d) => d.lecture === 'profil-a-evaluer').map((d) => d.id)).toEqual([])
    for (const d of lus.filter((x) => x.lecture === 'a-verifier'))
      expect(d.criteres.find((c) => c.etat === 'inconnu')?.aFaire, d.id).toMatch(/\.$/)
  })
})

describe('l’âge pour TAPAJ', () => {
  it.each([
    ['2000-11-25', true],
    ['2000-11-24', false],
  ])('né le %s, le jour de l’audience du 24/11/2026 : moins de 26 ans %s', (ne, attendu) => {
    const lu = orienterDossier(dossier({}, { personne: { dateNaissance: ne } }))
    expect(lu.faits['personne.moins26']).toMatchObject({ etat: 'connu', valeur: attendu })
  })
})
