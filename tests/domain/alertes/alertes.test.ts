import { describe, expect, it } from 'vitest'
import { catalogueParDefaut } from '../../../domain/index.ts'
import { lire, type Reponses } from '../outils.ts'

const alertes = (r: Reponses) => lire(r).alertes.map((a) => a.id)
const REUNI: Reponses = { 'psy.troubleDeclare': true, 'psy.suivi': true }

describe('aucune alerte sans réponse qui l’appelle', () => {
  it('un dossier vide ne prévient de rien', () => expect(alertes({})).toEqual([]))

  it.each([
    ['détention non envisagée', { 'procedure.detentionEnvisagee': false }],
    ['droit de se taire notifié', { 'procedure.silenceNotifie': true }],
    ['droit de se taire non demandé', { 'procedure.silenceNotifie': { inconnu: 'faute-de-temps' } }],
    ['enquête faite, droit de se taire non renseigné', { 'procedure.enqueteFaite': true }],
    ['aucun jugement récent', { 'antecedents.jugementRecent': false }],
    ['aucune mesure en cours', { 'suivi.mesureEnCours': false }],
    ['trouble nié, un suivi', { 'psy.troubleDeclare': false, 'psy.suivi': true }],
    ['trouble déclaré, rien d’autre', { 'psy.troubleDeclare': true }],
    ['simples propos relevés', { 'psy.comportement': true }],
    ['addiction liée aux faits, aucun trouble', { 'addiction.conduite': true, 'addiction.lienFaits': true }],
    ['infraction sexuelle, nature non dite', { 'procedure.categorie': 'infraction-sexuelle' }],
    ['majeur', { 'personne.majeur': true }],
  ] as [string, Reponses][])('%s', (_titre, reponses) => expect(alertes(reponses)).toEqual([]))
})

describe('chaque alerte, juste de part et d’autre', () => {
  it('minorité contradictoire : bloquante, le dossier n’est pas refusé', () => {
    const lues = lire({ 'personne.majeur': { oppose: [true, false] } }).alertes
    expect(lues).toMatchObject([{ id: 'minorite-a-trancher', gravite: 'bloquante' }])
  })

  it('droit de se taire non notifié : bloquante, même si une autre réponse dit le contraire', () => {
    expect(lire({ 'procedure.silenceNotifie': false }).alertes).toMatchObject([
      { id: 'droit-au-silence', gravite: 'bloquante' },
    ])
    expect(alertes({ 'procedure.silenceNotifie': { oppose: [true, false] } })).toEqual(['droit-au-silence'])
  })

  it('infraction sexuelle : un délit sans expertise au dossier', () => {
    const delit = { 'procedure.categorie': 'infraction-sexuelle', 'procedure.nature': 'delit' }
    expect(alertes(delit)).toEqual(['infraction-sexuelle-sans-expertise'])
    expect(alertes({ ...delit, 'personne.expertiseVersee': true })).toEqual([])
    expect(alertes({ ...delit, 'procedure.nature': 'crime' })).toEqual([])
  })

  it('violences intrafamiliales : une seule réponse suffit à prévenir, aucune autre infraction ne le fait', () => {
    expect(lire({ 'procedure.categorie': 'violences-conjugales' }).alertes).toMatchObject([
      { id: 'violences-intrafamiliales', gravite: 'attention' },
    ])
    expect(alertes({ 'procedure.categorie': { oppose: ['vol', 'violences-conjugales'] } })).toEqual([
      'violences-intrafamiliales',
    ])
    for (const autre of ['violences', 'vol', 'infraction-sexuelle'])
      expect(alertes({ 'procedure.categorie': autre })).not.toContain('violences-intrafamiliales')
  })

  it('jugement récent et mesure en cours sont deux alertes distinctes', () => {
    expect(alertes({ 'antecedents.jugementRecent': true })).toEqual(['jugement-recent'])
    expect(alertes({ 'suivi.mesureEnCours': true })).toEqual(['revocation-sursis-probatoire'])
  })

  it.each(['psy.suivi', 'psy.traitement', 'psy.hospitalisation', 'psy.certificat'])(
    'article 122-1 : un trouble déclaré et un élément (%s), une seule réponse suffit à prévenir',
    (element) => {
      const r = { 'psy.troubleDeclare': true, [element]: { oppose: [true, false] } }
      expect(alertes(r)).toEqual(['responsabilite-122-1', 'voies-expertise'])
    },
  )

  it('les voies d’expertise se taisent une fois l’expertise versée, l’article 122-1 reste à examiner', () => {
    expect(alertes({ ...REUNI, 'personne.expertiseVersee': true })).toEqual(['responsabilite-122-1'])
    expect(alertes({ ...REUNI, 'personne.expertiseVersee': false })).toContain('voies-expertise')
  })

  it('intoxication volontaire : seulement quand le discernement est aussi en cause', () => {
    const lien = { 'addiction.lienFaits': true }
    expect(alertes({ ...lien, 'psy.comportement': true })).toEqual(['intoxication-volontaire'])
    expect(alertes({ ...lien, ...REUNI })).toContain('intoxication-volontaire')
    expect(alertes({ ...lien, 'psy.troubleDeclare': false })).toEqual([])
  })
})

describe('textes des alertes', () => {
  it('une phrase courte, des articles, une source ; jamais une excuse ni une obligation abrogée', () => {
    const lues = lire({
      ...REUNI,
      'procedure.detentionEnvisagee': true,
      'personne.mesureProtection': 'tutelle',
      'personne.moins21': true,
      'procedure.silenceNotifie': false,
      'procedure.nature': 'delit',
      'procedure.categorie': { oppose: ['infraction-sexuelle', 'violences-conjugales'] },
      'antecedents.jugementRecent': true,
      'suivi.mesureEnCours': true,
      'addiction.lienFaits': true,
      'personne.majeur': { oppose: [true, false] },
    }).alertes
    expect(lues).toHaveLength(catalogueParDefaut().alertes.length)
    for (const a of lues) {
      expect(a.texte, a.id).toMatch(/^[^{}$]{20,260}\.$/)
      expect(a.texte, a.id).not.toMatch(/excuse|doit être incarcéré|mandat de dépôt obligatoire/i)
      expect(a.articles.length, a.id).toBeGreaterThan(0)
      expect(a.source, a.id).toBeTruthy()
    }
    expect(lues.find((a) => a.id === 'voies-expertise')?.texte).toContain('10\u00a0semaines')
  })
})
