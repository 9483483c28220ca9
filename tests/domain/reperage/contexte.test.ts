import { describe, expect, it } from 'vitest'
import { reperages, reperer } from '../../../domain/index.ts'

/** One sentence, one trap of context: whose, when, denied, supposed. Nothing `fort`, nothing to confirm with a key. */

type Nature = 'audition' | 'enquete' | 'certificat' | 'autre'

const RIEN: readonly (readonly [Nature, string])[] = [
  ['audition', "Mon père était alcoolique, ma mère dépressive, et moi je m'en suis sorti."],
  ['audition', 'Ma femme prend du Xanax et mon fils fume du shit.'],
  ['audition', 'Je travaille dans un CHRS comme veilleur.'],
  ['audition', "J'ai accompagné mon frère au CSAPA."],
  ['audition', "Je n'ai ni dormi dehors ni squatté."],
  ['audition', 'Q : Êtes-vous toxicomane ?\nR : Vous plaisantez ?'],
  ['audition', "Q : Avez-vous consommé de la cocaïne ?\nR : Non. Q : De l'héroïne ?\nR : Non plus."],
  ['audition', "J'ai fumé du cannabis il y a dix ans, plus jamais depuis."],
  ['audition', "C'est un ami qui a de la cocaïne, pas moi."],
  ['audition', "Il m'a proposé de l'héroïne, j'ai refusé."],
  ['audition', "Elle vivait dans un squat quand je l'ai rencontrée."],
  ['audition', "On m'a traité de drogué et d'alcoolique."],
  ['audition', "J'ai cru qu'il était ivre ou sous cocaïne."],
  ['audition', 'Si je perds mon travail, je finirai à la rue ou en psychiatrie.'],
  ['audition', "Je ne suis pas un SDF, j'ai un appartement."],
  ['audition', "Mon voisin, un toxicomane, m'a menacé."],
  ['audition', "Le type, bourré, m'a frappé."],
  ['audition', 'Je ne prends aucun médicament, ni Valium ni rien.'],
  ['enquete', "Son ex-compagne serait suivie en psychiatrie. Lui ne l'est pas."],
  ['enquete', 'Aucune addiction déclarée. Pas de suivi psychiatrique. Pas de mesure de protection.'],
  ['enquete', 'Il nie toute consommation de crack et tout suivi au CSAPA.'],
  ['enquete', 'Famille : père décédé, mère sous curatelle, frère schizophrène hospitalisé.'],
  ['enquete', 'Sa compagne, héroïnomane substituée, est suivie au CSAPA.'],
  ['enquete', "Il a longtemps été SDF. Il est aujourd'hui propriétaire."],
  ['enquete', 'Il craint de se retrouver à la rue si sa compagne ne le reprend pas.'],
  ['enquete', 'Un passage en psychiatrie aurait eu lieu en 2012, non confirmé.'],
  ['enquete', "Une orientation vers le CSAPA lui a été proposée, qu'il a déclinée."],
  ['enquete', 'La victime est hébergée en CHRS et suivie pour des troubles bipolaires.'],
  ['enquete', "Il a connu la cocaïne en Espagne ; il n'en a plus repris depuis son retour en 2019."],
  ['certificat', "Pas d'argument pour une schizophrénie. Pas de consommation d'héroïne ni de cocaïne."],
  ['certificat', 'Antécédents familiaux : schizophrénie (oncle), alcoolisme (père).'],
  ['certificat', 'Recherche de stupéfiants : négative. Éthylotest : négatif.'],
  ['certificat', "Le patient nie être dépendant à l'alcool ou au cannabis."],
  ['certificat', "La patiente est victime d'un conjoint alcoolique et cocaïnomane."],
  ['certificat', 'Risque de syndrome de sevrage : non. Risque suicidaire : non.'],
  ['autre', 'Les policiers découvrent 20 grammes de cocaïne et 3 boîtes de Subutex dans le véhicule.'],
  ['autre', 'Le requérant indique avoir été agressé par un homme ivre et SDF.'],
  ['autre', 'La requérante, suivie en psychiatrie, dit avoir été suivie dans la rue.'],
  ['autre', 'M. X. est interpellé devant le CSAPA de la rue de la Roquette.'],
  ['autre', 'Le témoin, hébergé au CHRS voisin, a tout vu.'],
  ['autre', 'Le mis en cause a volé le Rivotril et la méthadone de sa voisine.'],
  ['autre', 'Le mineur est placé en foyer ; son père est toxicomane.'],
  ['autre', 'Selon la rumeur, il prendrait de la cocaïne.'],
  ['autre', 'Condamné le 3 mars 2016 pour usage illicite de stupéfiants.'],
  ['autre', "Le co-mis en cause est héroïnomane, le mis en cause ne l'est pas."],
  ['autre', 'La plaignante a été droguée au GHB.'],
  ['audition', 'Ma sœur est en HP, sous tutelle. Elle, elle est vraiment malade.'],
  ['audition', "J'étais allé voir un ami au squat. Il y dort."],
  ['audition', 'Le sac contenant la cocaïne appartient à Yanis.'],
  ['audition', 'Je dépannais un collègue en manque.'],
  ['audition', "Mon patron boit, c'est lui qui conduisait."],
  // Closed further on, of another age, of others by the verb, or served for something else.
  ['audition', 'Avant, oui, j’avais une curatelle. C’est terminé depuis trois ans.'],
  ['certificat', 'ATCD de toxicomanie, arrêt déclaré il y a six ans.'],
  ['enquete', 'S’est scarifiée à quinze ans, au foyer.'],
  ['enquete', 'Ses deux nièces, qu’il élève, sont sous tutelle.'],
  ['autre', 'La voisine signale que des inconnus fument du crack dans le hall.'],
  ['audition', 'La dame dont je garde le chien est sous curatelle.'],
  ['audition', 'Le siphon et les cartouches, c’est pour la chantilly du restaurant.'],
  ['enquete', 'Mesure de protection (tutelle, curatelle) : ______'],
  ['enquete', 'Ne boit qu’aux repas et conteste tout alcoolisme.'],
  ['enquete', 'Il envisage de demander une place en CHRS et une cure.'],
  ['enquete', 'Ni SDF ni sans ressources, il vit de son salaire.'],
  ['enquete', "Selon la mère, le père de l'intéressé buvait et consommait de l'héroïne."],
  ['audition', 'Je suis éducateur en CSAPA, je connais bien la cocaïne, mais par le travail.'],
  ['audition', "J'ai arrêté l'alcool, la cocaïne, tout, depuis mon mariage."],
  ['audition', "Plus une goutte d'alcool depuis 2020."],
  ['audition', 'Q : Un traitement psychiatrique ?\nR : Jamais.\nQ : Une tutelle ?\nR : Non plus.'],
  ['audition', "Je n'ai jamais eu de souci d'alcool, contrairement à mon ex-mari."],
  ['audition', "Vous confondez avec mon frère, c'est lui le cocaïnomane."],
  ['audition', 'La came était pour un copain, je ne fais que transporter.'],
  ['audition', 'Chez nous personne ne boit ni ne fume.'],
  ['audition', "Mon avocat dira que je suis sous traitement, ce n'est pas vrai."],
  ['audition', 'Je vous répète que je ne suis suivi par aucun psychiatre.'],
  ['audition', "J'ai vu une fille se piquer dans la cage d'escalier."],
  ['audition', "Quand j'étais jeune, je prenais de l'ecstasy, du LSD, tout ça."],
  ['audition', 'Je dors très bien chez moi, merci. Je ne suis pas à la rue.'],
  ['audition', 'Les gars du squat, je ne les connais pas.'],
  ['audition', "C'est l'ancien locataire qui se droguait."],
  ['audition', "Elle dit que je suis alcoolique ; c'est elle qui boit."],
  ['audition', "Pour moi l'alcool c'est fini. J'ai deux ans d'abstinence."],
  ['audition', "Je n'ai pas été placé sous curatelle, la demande a été rejetée."],
  ['audition', "Q : Consommez-vous de l'héroïne, du crack, de la cocaïne ?\nR : Rien de tout cela."],
  [
    'audition',
    'Q : Vous avez un traitement ?\nR : Non.\nQ : Un suivi au CMP ?\nR : Non.\nQ : Des hospitalisations en psychiatrie ?\nR : Non plus, jamais.',
  ],
  ['audition', "Q : Êtes-vous hébergé ?\nR : Je suis marié, j'ai ma maison."],
  ['audition', "Je gardais les boîtes de Lyrica pour quelqu'un."],
  ['audition', "Il y avait de l'herbe sur la table, elle était à mon coloc."],
  ['audition', "J'ai dit au médecin que je ne prenais ni cocaïne ni médicaments."],
  ['enquete', 'Addictions : néant\nPsychiatrie : néant\nMesure de protection : néant'],
  ['enquete', 'Consomme : alcool non, cannabis non, cocaïne non.'],
  ['enquete', "Logement : stable, pas de menace d'expulsion. Santé : bonne, pas de suivi CMP."],
  ['enquete', 'Il a cessé tout suivi au CSAPA en 2020, étant abstinent depuis.'],
  ['enquete', 'Le demi-frère, toxicomane, occupe la chambre voisine.'],
  ['enquete', "Il s'inquiète pour sa mère, dépressive, qui vit seule."],
  ['enquete', "L'intéressé déclare qu'il ne consomme plus de cannabis depuis la naissance de son fils."],
  ['enquete', 'Sa consommation passée de cocaïne a pris fin avec son embauche.'],
  ['enquete', "On ignore s'il est suivi en psychiatrie et s'il a un logement."],
  ['enquete', "Pas d'alcool, pas de stupéfiants, pas de médicaments, pas de jeux."],
  ['certificat', 'Alcool : non. Tabac : non. Drogues : non. Psychotropes : non.'],
  [
    'certificat',
    'Aucune hospitalisation en psychiatrie, aucun traitement neuroleptique, aucun antécédent addictif.',
  ],
  ['certificat', 'Patient non alcoolisé, non délirant, sans idée suicidaire.'],
  ['certificat', "N'est ni dépressif, ni délirant, ni sous l'emprise d'un toxique."],
  ['certificat', 'La mère du patient est suivie au CMP pour un trouble bipolaire.'],
  ['certificat', 'Bilan : THC négatif, cocaïne négative, alcoolémie 0,00 g/l.'],
  ['certificat', "Une hospitalisation en psychiatrie n'est pas nécessaire."],
  ['autre', 'Interpellé en possession de crack destiné à la revente, il dit ne pas en consommer.'],
  ['autre', "L'individu reproche à la victime d'être une droguée."],
  ['autre', 'Le propriétaire du chien, visiblement ivre, a pris la fuite.'],
  ['autre', "Le témoin sentait l'alcool et son récit est confus."],
  ['autre', "La voisine, sous tutelle, n'a pas pu être entendue."],
  ['autre', 'Il est rappelé que la détention de cannabis et de cocaïne est interdite.'],
  ['autre', 'Si une addiction était avérée, un suivi au CSAPA pourrait être proposé.'],
  ['autre', "Il aurait, d'après un tiers, séjourné en hôpital psychiatrique."],
  ['autre', "L'hébergement en CHRS n'a pas été sollicité."],
  ['autre', "Prévenu de détention d'héroïne et de cocaïne, il est relaxé."],
  ['autre', 'La chambre du CHRS où loge le plaignant a été fouillée.'],
  ['autre', 'Le père, alcoolique, battait ses enfants, dont le mis en cause.'],
  ['autre', "Aucun élément ne permet de penser qu'il serait toxicomane ou SDF."],
]

/** Plain statements, and the facts that each must propose, no more and no less. */
const DITS: readonly (readonly [Nature, string, string])[] = [
  ['audition', 'Je prends de la cocaïne tous les jours depuis deux ans.', 'conduite,frequence,produits'],
  ['audition', "Je fume du shit matin et soir, j'arrive pas à m'arrêter.", 'conduite,frequence,produits'],
  ['audition', 'Q : Vous consommez ?\nR : Du crack. Tous les jours.', 'conduite,frequence,produits'],
  [
    'audition',
    "Q : Consommez-vous de l'alcool ?\nR : Oui, une bouteille de vodka par jour.",
    'conduite,frequence,produits',
  ],
  [
    'audition',
    "J'ai volé pour me payer mon crack. J'en fume chaque jour.",
    'conduite,frequence,produits,lienFaits',
  ],
  [
    'audition',
    "J'ai frappé parce que j'avais bu. Je bois tous les soirs, du vin.",
    'conduite,frequence,produits,lienFaits',
  ],
  ['audition', 'Je suis suivi au CSAPA, je prends de la méthadone.', 'soins'],
  ['audition', 'Je dors dans ma voiture.', 'situation'],
  ['audition', 'Je suis au CHRS et on me garde ma place ce soir.', 'situation,hebergementCeSoir'],
  ['audition', 'Je dors chez des amis, à droite à gauche.', 'situation'],
  [
    'audition',
    "Je suis schizophrène, suivi au CMP, j'ai une injection tous les mois.",
    'troubleDeclare,suivi,traitement',
  ],
  ['audition', "J'ai été hospitalisé en psychiatrie l'an dernier.", 'hospitalisation'],
  ['audition', 'Je suis sous curatelle.', 'mesureProtection'],
  ['enquete', 'Il est suivi par le CMP de Melun et prend du Zyprexa.', 'suivi,traitement'],
  ['enquete', 'Consommation de cannabis quotidienne, dix joints par jour.', 'conduite,frequence,produits'],
  ['enquete', 'Il vit dans un squat à Montreuil depuis six mois.', 'situation'],
  ['enquete', 'Il est locataire de son appartement.', 'situation'],
  [
    'enquete',
    "Il consomme de l'héroïne et du crack de manière quotidienne. Les vols servent à financer cette consommation.",
    'conduite,frequence,produits,lienFaits',
  ],
  ['enquete', "Il est dépendant à l'alcool et suivi en addictologie.", 'conduite,produits,soins'],
  ['enquete', 'Une mesure de tutelle a été prononcée en 2021.', 'mesureProtection'],
  [
    'enquete',
    'Logement : hébergé par sa sœur, qui accepte de le reprendre ce soir.',
    'situation,hebergementCeSoir',
  ],
  [
    'enquete',
    'Logement : sans domicile fixe.\nSanté : bipolaire, sous Dépakote, suivi CMP.\nAddictions : alcool, quotidien.',
    'situation,troubleDeclare,traitement,suivi,conduite,produits,frequence',
  ],
  [
    'certificat',
    'Patient suivi pour schizophrénie, traité par Clozapine. Hospitalisé sous contrainte en 2024.',
    'troubleDeclare,suivi,traitement,hospitalisation,certificat',
  ],
  [
    'certificat',
    "Syndrome de sevrage aux opiacés. Consommation d'héroïne quotidienne.",
    'conduite,produits,frequence',
  ],
  ['certificat', 'Éthylotest : 0,85 mg/l. Haleine alcoolisée.', 'produits'],
  ['autre', 'Il a déclaré consommer de la cocaïne chaque week-end.', 'produits'],
  ['autre', 'Il est connu du CMP, où il est suivi pour une psychose.', 'suivi,troubleDeclare'],
  ['autre', "L'intéressé parle seul et tient des propos incohérents.", 'comportement'],
  ['autre', 'Il est hébergé par le 115 dans un hôtel.', 'situation'],
]

describe('le contexte d’un mot', () => {
  it.each(RIEN)('%s : %s', (nature, texte) => {
    const vus = reperer(texte, { nature }).filter(
      (r) => r.niveau === 'fort' || (r.proposition !== null && !NEGATIFS.includes(r.proposition.valeur)),
    )
    expect(vus.map((r) => [texte.slice(r.debut, r.fin), r.niveau, r.proposition])).toEqual([])
  })

  it.each(DITS)('%s : %s', (nature, texte, attendus) => {
    const faits = reperer(texte, { nature }).flatMap((r) => r.proposition?.fait.split('.')[1] ?? [])
    expect([...new Set(faits)].sort()).toEqual(attendus.split(',').sort())
  })
})

const NEGATIFS: readonly unknown[] = [false, 'aucune']

/** Weak evidence of someone else leaves the marker shown. */
const MONTRES: readonly [Nature, string, string][] = [
  [
    'enquete',
    "L'hôte le décrit comme discret. Il est suivi pour des troubles psychotiques.",
    'troubles psychotiques',
  ],
  ['audition', "Nous lui demandons s'il consomme. Il répond : de la résine, le week-end.", 'résine'],
  [
    'autre',
    "Plainte de Mme C. — « Mon fils a trente ans. Il prend de l'héroïne tous les jours. »",
    'héroïne',
  ],
  ['enquete', 'Il est sous tutelle de sa mère.', 'tutelle'],
  ['audition', "Je dors dans l'ambulance de mon patron.", 'ambulance'],
  ['autre', "Constatons un homme qui titube. L'homme se dit sans domicile fixe.", 'sans domicile'],
]

describe('un indice faible d’un tiers', () => {
  it.each(MONTRES)('%s : %s', (nature, texte, mot) => {
    const i = texte.indexOf(mot)
    const sur = reperer(texte, { nature }).filter((r) => r.debut < i + mot.length && r.fin > i)
    expect(sur.map((r) => r.niveau)).not.toContain('ignore')
    expect(sur).not.toEqual([])
  })
})

describe('ce qui rend un élément sûr', () => {
  const niveauDe = (texte: string, mot: string) =>
    reperages(texte, { nature: 'enquete' }).find((r) => texte.slice(r.debut, r.fin).includes(mot))

  it.each([
    ['Monsieur fume du crack.', 'crack'],
    ['Alcool : une bouteille de vodka chaque jour.', 'vodka'],
    ['Est à la rue depuis le printemps.', 'à la rue'],
    ['Schizophrénie.', 'Schizophrénie'],
  ])('un verbe au présent, une fréquence, une durée, un état durable : %s', (texte, mot) =>
    expect(niveauDe(texte, mot)).toMatchObject({ niveau: 'fort', motif: '' }),
  )

  it('sans rien de cela, il est montré, à vérifier, et dit pourquoi', () =>
    expect(niveauDe('Monsieur, toxicomane.', 'toxicomane')).toMatchObject({
      niveau: 'a-verifier',
      motif: 'rien ne dit que c’est actuel',
    }))
})

describe('ce qui redit moins nettement', () => {
  it('n’est plus « fort » auprès du terme net, et reste montré', () => {
    const texte = 'Monsieur est hébergé chez un tiers, il dort sur le canapé de cet ami.'
    const niveaux = reperer(texte, { nature: 'enquete' }).map((r) => [
      texte.slice(r.debut, r.fin).includes('canapé'),
      r.niveau,
    ])
    expect(niveaux).toContainEqual([false, 'fort'])
    expect(niveaux).toContainEqual([true, 'a-verifier'])
    expect(niveaux).not.toContainEqual([true, 'fort'])
  })
})

describe('ce qui n’est ni un logement ni une réponse', () => {
  it.each([
    'Le véhicule est stationné devant la gare. La vitre avant est brisée.',
    'La voiture était garée sous le pont.',
  ])('%s', (texte) => {
    for (const nature of ['audition', 'enquete', 'certificat', 'autre'] as const)
      expect(reperer(texte, { nature }).filter((r) => r.niveau !== 'ignore')).toEqual([])
  })

  it('les points de conduite d’un formulaire mènent à sa valeur', () => {
    const texte = '- Alcool ............ oui\n- Cannabis .......... non\n- Suivi psychiatrique ____ non'
    const lus = reperer(texte, { nature: 'enquete' })
    expect(lus.map((r) => [texte.slice(r.debut, r.fin), r.polarite])).toEqual([
      ['Alcool', 'affirme'],
      ['Cannabis', 'nie'],
      ['Suivi psychiatrique', 'nie'],
    ])
  })
})
