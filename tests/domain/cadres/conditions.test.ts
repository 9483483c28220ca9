import { describe, expect, it } from 'vitest'
import { cadreDe, type Faits, lecture, lireSur, VOL_SIMPLE } from './outils.ts'

/** Each threshold just below, at and above; each blocking condition with its sentence. */

const avec = (...plus: Faits[]): Faits => Object.assign({}, VOL_SIMPLE, ...plus)
const sans = (...cles: string[]): Faits =>
  Object.fromEntries(Object.entries(VOL_SIMPLE).filter(([cle]) => !cles.includes(cle)))
const encouru = (mois: number, recidive: number | null = mois): Faits =>
  recidive === null
    ? { ...sans('procedure.encouruRecidiveMois', 'antecedents.recidive'), 'procedure.encouruMois': mois }
    : avec({ 'procedure.encouruMois': mois, 'procedure.encouruRecidiveMois': recidive })

describe('rien n’est ouvert par le silence', () => {
  it('un dossier sans réponse n’ouvre aucun cadre', () => {
    const ouverts = lireSur({}).filter((c) => c.lecture === 'ouvert')
    expect(ouverts.map((c) => c.id)).toEqual([])
  })

  it('un crime ferme tout ce qui se juge aujourd’hui, pas le contrôle judiciaire', () => {
    const lus = lireSur({ ...VOL_SIMPLE, 'procedure.nature': 'crime', 'procedure.encouruMois': 240 })
    expect(lus.filter((c) => c.lecture !== 'ferme').map((c) => c.id)).toEqual(['controle-judiciaire', 'arse'])
    expect(cadreDe(lus, 'comparution-immediate').motif).toContain('crime')
  })
})

describe('alternatives', () => {
  it.each([
    [299, 'ouvert'],
    [300, 'ouvert'],
    [301, 'ferme'],
  ])('AFD vol : %i euros → %s', (valeur, attendu) => {
    const faits = avec({ 'procedure.objetRestitue': true, 'procedure.valeurVol': valeur })
    expect(lecture('afd-vol', faits)).toBe(attendu)
  })

  it('AFD vol : possible en récidive, fermée si l’objet n’est pas rendu ou si le vol est aggravé', () => {
    const pret = { 'procedure.objetRestitue': true, 'procedure.valeurVol': 180 }
    expect(lecture('afd-vol', avec(pret, { 'antecedents.recidive': 'oui' }))).toBe('ouvert')
    expect(lecture('afd-vol', avec(pret, { 'procedure.objetRestitue': false }))).toBe('ferme')
    expect(lecture('afd-vol', avec(pret, { 'procedure.encouruMois': 37 }))).toBe('ferme')
    expect(lecture('afd-vol', avec(pret, { 'procedure.categorie': 'recel' }))).toBe('ferme')
    expect(lecture('afd-vol', VOL_SIMPLE)).toBe('a-verifier')
  })

  it('avertissement : jamais condamné, sans violences, victime ordinaire, faits reconnus', () => {
    const id = 'avertissement-penal-probatoire'
    expect(lecture(id, VOL_SIMPLE)).toBe('ouvert')
    expect(lecture(id, avec({ 'antecedents.condamnations': 1 }))).toBe('ferme')
    expect(lecture(id, sans('antecedents.condamnations'))).toBe('a-verifier')
    expect(lecture(id, avec({ 'procedure.violences': true }))).toBe('ferme')
    expect(lecture(id, avec({ 'procedure.categorie': 'violences' }))).toBe('ferme')
    expect(lecture(id, avec({ 'procedure.victimePdap': true }))).toBe('ferme')
    expect(lecture(id, avec({ 'procedure.faitsReconnus': false }))).toBe('ferme')
    expect(lecture(id, sans('procedure.faitsReconnus'))).toBe('a-verifier')
  })

  it('avertissement : un outrage ne dit pas qui est la victime, un vol aggravé ne dit pas s’il y a violence', () => {
    const id = 'avertissement-penal-probatoire'
    expect(lecture(id, avec({ 'procedure.categorie': 'outrage' }))).toBe('a-verifier')
    expect(lecture(id, encouru(60))).toBe('a-verifier')
    expect(lecture(id, { ...encouru(60), 'procedure.violences': false })).toBe('ouvert')
  })

  it.each([
    [59, 59, 'ouvert'],
    [60, 60, 'ouvert'],
    [61, 61, 'ferme'],
    [36, 72, 'a-verifier'],
    [30, 60, 'ouvert'],
    [36, null, 'a-verifier'],
  ])('composition pénale : %s mois, %s en récidive → %s', (mois, recidive, attendu) => {
    expect(lecture('composition-penale', encouru(mois, recidive))).toBe(attendu)
  })
})

describe('modes de poursuite', () => {
  const personnes = (categorie: string, mois: number, recidive: number | null) =>
    lecture('crpc', { ...encouru(mois, recidive), 'procedure.categorie': categorie })

  it.each([
    ['violences', 60, 60, 'ouvert'],
    ['violences', 61, 61, 'ferme'],
    ['violences-conjugales', 60, 120, 'a-verifier'],
    ['infraction-sexuelle', 84, 84, 'ferme'],
    ['menaces', 6, 12, 'ouvert'],
    ['violences', 36, null, 'a-verifier'],
    ['vol', 120, 240, 'ouvert'],
    ['autre', 36, 36, 'a-verifier'],
  ])('CRPC : %s, %s mois, %s en récidive → %s', (categorie, mois, recidive, attendu) => {
    expect(personnes(categorie, mois, recidive)).toBe(attendu)
  })

  it.each([
    [true, 5, 5, 'ferme'],
    [true, 5, 10, 'a-verifier'],
    [true, 6, 6, 'ouvert'],
    [false, 23, 23, 'ferme'],
    [false, 23, 46, 'a-verifier'],
    [false, 24, 24, 'ouvert'],
    [null, 12, 12, 'a-verifier'],
    [null, 24, 24, 'ouvert'],
    [null, 5, 5, 'ferme'],
  ])(
    'comparution immédiate : flagrance %s, %s mois, %s en récidive → %s',
    (flagrance, mois, recidive, attendu) => {
      const { 'procedure.flagrance': _, ...reste } = encouru(mois, recidive)
      const faits = flagrance === null ? reste : { ...reste, 'procedure.flagrance': flagrance }
      for (const id of ['comparution-immediate', 'renvoi-comparution-immediate'])
        expect(lecture(id, faits), id).toBe(attendu)
    },
  )

  it('l’état de l’affaire est laissé au parquet tant qu’il n’en dit rien', () => {
    expect(lecture('comparution-immediate', VOL_SIMPLE)).toBe('ouvert')
    expect(lecture('comparution-immediate', avec({ 'procedure.affaireEnEtat': false }))).toBe('ferme')
    const contredit = avec({ 'procedure.affaireEnEtat': { oppose: [true, false] } })
    expect(lecture('comparution-immediate', contredit)).toBe('a-verifier')
    expect(lecture('renvoi-comparution-immediate', avec({ 'procedure.affaireEnEtat': false }))).toBe('ouvert')
  })

  it('comparution à délai différé : seulement si des résultats sont attendus', () => {
    expect(lecture('comparution-delai-differe', VOL_SIMPLE)).toBe('a-verifier')
    expect(lecture('comparution-delai-differe', avec({ 'procedure.examensAttendus': true }))).toBe('ouvert')
    expect(lecture('comparution-delai-differe', avec({ 'procedure.examensAttendus': false }))).toBe('ferme')
  })
})

describe('avant jugement et ajournements', () => {
  it.each([
    [23, 23, 'ferme'],
    [23, 46, 'a-verifier'],
    [24, 24, 'ouvert'],
  ])('assignation à résidence : %s mois, %s en récidive → %s', (mois, recidive, attendu) => {
    const faits = {
      ...encouru(mois, recidive),
      'logement.hebergementCeSoir': true,
      'accord.surveillance': true,
    }
    expect(lecture('arse', faits)).toBe(attendu)
  })

  it('un bracelet suppose un lieu, et jamais celui de la victime', () => {
    const rue = { 'logement.sansLogementStable': true, 'logement.hebergementCeSoir': false }
    const chezSoi = { 'logement.sansLogementStable': false }
    expect(lecture('ddse', avec(rue))).toBe('ferme')
    expect(lecture('ddse', avec({ 'logement.sansLogementStable': true }))).toBe('a-verifier')
    expect(lecture('ddse', avec(chezSoi))).toBe('ouvert')
    expect(lecture('ddse', avec(chezSoi, { 'procedure.categorie': 'violences-conjugales' }))).toBe(
      'a-verifier',
    )
    expect(lecture('arse', avec(chezSoi, { 'accord.surveillance': false }))).toBe('ferme')
  })

  it.each([
    'ajournement-simple',
    'ajournement-probatoire',
    'ajournement-investigations',
    'comparution-immediate',
  ])('%s : pas de jugement au fond d’un majeur protégé sans expertise', (id) => {
    const protege = avec({ 'personne.mesureProtection': 'curatelle' })
    expect(lecture(id, VOL_SIMPLE)).toBe('ouvert')
    expect(lecture(id, avec({ 'personne.mesureProtection': 'aucune' }))).toBe('ouvert')
    expect(lecture(id, { ...protege, 'personne.expertiseVersee': false })).toBe('ferme')
    expect(lecture(id, protege)).toBe('a-verifier')
    expect(lecture(id, { ...protege, 'personne.expertiseVersee': true })).toBe('ouvert')
    const contredit = avec({ 'personne.mesureProtection': { oppose: ['aucune', 'tutelle'] } })
    expect(lecture(id, contredit)).toBe('a-verifier')
  })

  it('les voies où l’expertise est facultative restent ouvertes au majeur protégé', () => {
    const protege = avec({ 'personne.mesureProtection': 'tutelle', 'personne.expertiseVersee': false })
    for (const id of ['alternatives', 'composition-penale', 'crpc', 'renvoi-comparution-immediate'])
      expect(lecture(id, protege), id).toBe('ouvert')
    expect(lecture('sursis-probatoire-renforce', protege)).toBe('a-verifier')
  })
})

describe('barrière du sursis probatoire (132-41, al. 3)', () => {
  const barriere = (faits: Faits) => lecture('sursis-probatoire', { ...encouru(60, 120), ...faits })
  const recidive = (sursis: number, plus: Faits = {}): Faits => ({
    'antecedents.recidive': 'oui',
    'antecedents.sursisProbatoires': sursis,
    ...plus,
  })

  it.each([
    ['sans violences', 0, { 'procedure.violences': false }, 'ouvert'],
    ['sans violences', 1, { 'procedure.violences': false }, 'ouvert'],
    ['sans violences', 2, { 'procedure.violences': false }, 'ferme'],
    ['sans violences', 3, { 'procedure.violences': false }, 'ferme'],
    ['avec violences', 0, { 'procedure.violences': true }, 'ouvert'],
    ['avec violences', 1, { 'procedure.violences': true }, 'ferme'],
    ['violences non dites', 0, {}, 'ouvert'],
    ['violences non dites', 1, {}, 'a-verifier'],
    ['violences non dites', 2, {}, 'ferme'],
  ] as const)('vol aggravé %s, %i antérieur(s) → %s', (_titre, sursis, plus, attendu) => {
    expect(barriere(recidive(sursis, plus))).toBe(attendu)
  })

  it.each([
    ['violences', 'ferme'],
    ['violences-conjugales', 'ferme'],
    ['infraction-sexuelle', 'ferme'],
    ['recel', 'ouvert'],
    ['outrage', 'ouvert'],
    ['rebellion', 'a-verifier'],
    ['autre', 'a-verifier'],
  ])('un seul antérieur, %s → %s', (categorie, attendu) => {
    const plus = { 'procedure.categorie': categorie }
    // « autre » stays to check for its own sake; only the barrier counts here.
    const lu = cadreDe(lireSur({ ...encouru(60, 120), ...recidive(1, plus) }), 'sursis-probatoire')
    const etats = { vrai: 'ouvert', faux: 'ferme', inconnu: 'a-verifier', neutre: 'ouvert' } as const
    expect(etats[lu.conditions[0]?.etat ?? 'inconnu']).toBe(attendu)
  })

  it('une exhibition n’est pas une agression sexuelle', () => {
    const plus = { 'procedure.categorie': 'infraction-sexuelle', 'procedure.encouruMois': 12 }
    expect(barriere(recidive(1, plus))).toBe('a-verifier')
    expect(barriere(recidive(1, { ...plus, 'procedure.encouruMois': 59 }))).toBe('a-verifier')
    expect(barriere(recidive(1, { ...plus, 'procedure.encouruMois': 60 }))).toBe('ferme')
  })

  it('hors récidive elle ne joue pas ; récidive indéterminée, elle reste à vérifier', () => {
    const deux = { 'antecedents.sursisProbatoires': 2 }
    expect(barriere({ ...deux, 'antecedents.recidive': 'non-etablie' })).toBe('ouvert')
    expect(barriere({ ...deux, 'antecedents.recidive': 'indeterminee' })).toBe('a-verifier')
    expect(barriere({ 'antecedents.recidive': 'oui' })).toBe('a-verifier')
    expect(barriere({ 'antecedents.recidive': 'indeterminee', 'antecedents.sursisProbatoires': 0 })).toBe(
      'ouvert',
    )
  })

  it('le renforcé et le partiel y échappent', () => {
    const faits = { ...encouru(60, 120), ...recidive(2, { 'procedure.violences': true }) }
    expect(lecture('sursis-probatoire', faits)).toBe('ferme')
    expect(lecture('sursis-probatoire-renforce', faits)).toBe('ouvert')
    expect(lecture('sursis-probatoire-partiel', faits)).toBe('ouvert')
  })
})

describe('sursis simple et peine ferme', () => {
  it('le sursis simple regarde cinq ans en arrière', () => {
    const condamne = (plus: Faits) => ({ ...sans('antecedents.condamnations'), ...plus })
    expect(lecture('sursis-simple', VOL_SIMPLE)).toBe('ouvert')
    expect(lecture('sursis-simple', condamne({ 'antecedents.condamnations': 1 }))).toBe('a-verifier')
    expect(lecture('sursis-simple', condamne({ 'antecedents.emprisonnement5ans': false }))).toBe('ouvert')
    expect(lecture('sursis-simple', avec({ 'antecedents.emprisonnement5ans': true }))).toBe('ferme')
    const contredit = avec({ 'antecedents.emprisonnement5ans': { oppose: [true, false] } })
    expect(lecture('sursis-simple', contredit)).toBe('a-verifier')
  })

  it.each([
    [1, 'ferme', 'ferme', 'ferme'],
    [2, 'ouvert', 'ferme', 'ferme'],
    [5, 'ouvert', 'ferme', 'ferme'],
    [6, 'ouvert', 'ferme', 'ouvert'],
    [7, 'ferme', 'ouvert', 'ouvert'],
    [12, 'ferme', 'ouvert', 'ouvert'],
    [13, 'ferme', 'ferme', 'a-verifier'],
  ])('%i mois fermes : obligatoire %s, de principe %s, mandat différé %s', (mois, six, an, mandat) => {
    const lus = lireSur(avec({ 'audience.peineEnvisageeMois': mois }))
    expect(cadreDe(lus, 'amenagement-six-mois').lecture).toBe(six)
    expect(cadreDe(lus, 'amenagement-un-an').lecture).toBe(an)
    expect(cadreDe(lus, 'mandat-effet-differe').lecture).toBe(mandat)
    expect(cadreDe(lus, 'amenagement-au-dela')).toMatchObject({ lecture: 'ferme' })
  })

  it('un mois ferme est interdit, et la phrase le dit', () => {
    const lus = lireSur(avec({ 'audience.peineEnvisageeMois': 1 }))
    expect(cadreDe(lus, 'amenagement-six-mois').motif).toMatch(/interdit/)
  })

  it('le travail d’intérêt général se refuse', () => {
    expect(lecture('tig', VOL_SIMPLE)).toBe('a-verifier')
    expect(lecture('tig', avec({ 'accord.tig': true }))).toBe('ouvert')
    expect(lecture('tig', avec({ 'accord.tig': false }))).toBe('ferme')
  })
})
