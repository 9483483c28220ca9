import { beforeAll, describe, expect, it } from 'vitest'
import { expliquerReperage, qualifier, reperages, reperer } from '../../../domain/index.ts'

/** `qualifier` knows nothing of the lexicon: any span of any text. */
function dire(ecrit: string) {
  const [avant = '', mot = '', apres = ''] = ecrit.split(/[{}]/)
  return qualifier(avant + mot + apres, avant.length, avant.length + mot.length)
}

// The lexicon is compiled at the first reading: a busy machine must not count it against one test.
beforeAll(() => {
  reperer('')
}, 60_000)

describe('qualifier', () => {
  it.each([
    ['Il consomme du {tabac}.', 'affirme'],
    ['Il ne consomme pas de {tabac}.', 'nie'],
    ['Il ne consomme que du {tabac}.', 'affirme'],
    ['Il nie consommer du {tabac}.', 'conteste'],
    ['{Tabac} : non.', 'nie'],
    ['Pas de tabac mais du {café}.', 'affirme'],
    ['Je ne cache pas que je prends du {café}.', 'affirme'],
    ['Q : Prenez-vous du {café} ?\nR : Non.', 'nie'],
    ['Q : Prenez-vous du {café} ?\nR : Oui.', 'affirme'],
    ['Q : Prenez-vous du {café} ?\nR : Je ne souhaite pas répondre.', 'sans-reponse'],
  ])('polarité de %s : %s', (texte, attendu) => expect(dire(texte).polarite).toBe(attendu))

  it.each([
    ['Sa mère prend du {café}.', 'tiers'],
    ['Il prend du {café}.', 'personne'],
    ['Je prends du {café} chez ma mère.', 'personne'],
    ['La victime avait du {café} sur elle.', 'tiers'],
  ])('sujet de %s : %s', (texte, attendu) => expect(dire(texte).sujet).toBe(attendu))

  it.each([
    ['À l’époque je prenais du {café}.', 'passe'],
    ['Je prends du {café} depuis 2019.', 'actuel'],
    ['J’ai arrêté le {café}.', 'passe'],
    ['J’avais arrêté le {café}, j’ai repris en juin.', 'actuel'],
  ])('temps de %s : %s', (texte, attendu) => expect(dire(texte).temps).toBe(attendu))

  it.each([
    ['Il prendrait du {café}.', true],
    ['Peut-être prend-il du {café}.', true],
    ['Vous me demandez si je prends du {café}. Oui.', false],
    ['Même s’il pleut, il prend du {café}.', false],
  ])('hypothèse dans %s : %s', (texte, attendu) => expect(dire(texte).hypothese).toBe(attendu))
})

describe('propositions', () => {
  const faits = (texte: string, nature: 'audition' | 'enquete' | 'certificat' | 'autre' = 'audition') =>
    reperer(texte, { nature }).flatMap((r) =>
      r.proposition === null ? [] : [`${r.proposition.fait}=${r.proposition.valeur}`],
    )

  it('une ivresse ou un test donnent au plus un produit', () => {
    expect(
      faits('L’intéressé est ivre, taux de 1,2 mg/l. Dépistage positif à la cocaïne.', 'autre'),
    ).not.toContain('addiction.conduite=true')
  })
  it('un usage quotidien dit une conduite, son produit et sa fréquence', () => {
    expect(faits('Je fume du crack tous les jours.')).toEqual([
      'addiction.produits=crack',
      'addiction.conduite=true',
      'addiction.frequence=quotidien',
    ])
  })
  it('un vol pour acheter sa dose dit le lien avec les faits, une revente ne le dit pas', () => {
    expect(faits('J’ai volé le téléphone pour acheter du crack.')).toContain('addiction.lienFaits=true')
    expect(faits('Je vends du shit pour payer ma consommation.')).not.toContain('addiction.lienFaits=true')
  })
  it('un texte ne propose qu’une situation de logement, la plus précise', () => {
    expect(
      faits('Je suis SDF. Je suis hébergé chez un cousin depuis lundi.').filter((f) =>
        f.startsWith('logement.situation'),
      ),
    ).toEqual(['logement.situation=E6'])
  })
  it('ni le passé, ni un tiers, ni une hypothèse ne proposent un logement', () => {
    expect(faits('J’étais SDF. Mon frère vit dans un squat. Je serais hébergé chez un ami.')).toEqual([])
  })
  it('une mesure levée ou niée ne propose pas la mesure', () => {
    expect(faits('La tutelle a été levée en 2020.', 'enquete')).toEqual([])
    expect(faits('Q : Êtes-vous sous curatelle ?\nR : Non.')).toEqual(['personne.mesureProtection=aucune'])
  })
  it('un certificat qui nomme une psychose propose la mention au certificat', () => {
    expect(faits('Patient suivi pour schizophrénie.', 'certificat')).toContain('psy.certificat=true')
    expect(faits('Patient suivi pour schizophrénie.', 'autre')).not.toContain('psy.certificat=true')
  })
})

describe('expliquerReperage', () => {
  it.each([
    ['Je ne fume pas de crack.', 'nié'],
    ['J’ai arrêté l’alcool en 2015.', 'passé'],
    ['Sa mère est sous tutelle.', 'concerne un tiers'],
    ['J’habite rue de la Cure.', 'nom de lieu'],
    ['Saisie de 20 g de cocaïne.', 'vente, saisie ou butin'],
  ])('%s → %s', (texte, attendu) => {
    const r = reperages(texte)[0]
    expect(r && expliquerReperage(r)).toContain(attendu)
  })
  it('ne dit rien de ce qui est fort', () => {
    const fort = reperages('Je fume du crack tous les jours.').find((r) => r.niveau === 'fort')
    expect(fort && expliquerReperage(fort)).toBe('')
  })
})
