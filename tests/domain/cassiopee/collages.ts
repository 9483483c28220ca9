/** Invented pastes, by layout. `→` is a tab, so that they can be read here. */

interface Attendu {
  nom: string
  naissance?: string
  natinf?: string[]
}

interface Collage {
  titre: string
  texte: string
  personnes: Attendu[]
  ecartees?: { victimes?: number; temoins?: number; mineurs?: number; autres?: number }
  /** Words of people who must be nowhere in the result. */
  tus?: string[]
  nonComprises?: number[]
  numeros?: string[]
}

const t = (lignes: string) => lignes.replace(/^\n|\n$/g, '').replaceAll('→', '\t')

export const COLLAGES: readonly Collage[] = [
  {
    titre: 'la page entière, deux tableaux, du bruit autour',
    texte: t(`
Cassiopée→Accueil→Recherche→Déconnexion
TJ BOBIGNY
Affaire 26 325 000118
Personnes (4)
Rang→Identité→Complément→B1→Mineur→Rôle→D.U.P→Catégorie pénale→Avocat
1→MODELE Camille né(e) le 12/03/1988 à Bobigny (93)→→Oui→Non→Mis en cause→→→Me DURANDAL Zoé
2→EXEMPLE Karim né le 01/02/1990→→Oui→Non→Mis en cause→→→
3→VICTOIRE Anne née le 03/03/1970→→Non→Non→Victime→→→
4→PETIT Jules né le 04/04/2010→→Non→Oui→Mis en cause→→→
Résultats 1 à 4
Infractions
Rang→NATINF→Type→QS→Date et heure→Commune→Personnes
1→7151 - VOL AGGRAVE PAR DEUX CIRCONSTANCES→Délit→Non→20/11/2026 14:30→BOBIGNY→1, 2
2→7990 - USAGE ILLICITE DE STUPEFIANTS→Délit→Non→Du 19/11/2026 au 20/11/2026→PANTIN→1
Page 1 / 1
`),
    personnes: [
      { nom: 'MODELE Camille', naissance: '1988-03-12', natinf: ['7151', '7990'] },
      { nom: 'EXEMPLE Karim', naissance: '1990-02-01', natinf: ['7151'] },
    ],
    ecartees: { victimes: 1, mineurs: 1 },
    tus: ['VICTOIRE', 'PETIT', 'Jules'],
    numeros: ['26325000118'],
  },
  {
    titre: 'sans en-tête, cellules coupées sur deux lignes',
    texte: t(`
1→MODELE Camille
né(e) le 12/03/1988 à Bobigny→→Oui→Non→Mis en cause
2→DE LA ROSA-EXEMPLE Jean-Noël
né le 01/01/1970→→→Non→Victime
1→7151 - VOL AGGRAVE PAR
DEUX CIRCONSTANCES→Délit→20/11/2026 14h30→SAINT-DENIS (93)→1
`),
    personnes: [{ nom: 'MODELE Camille', naissance: '1988-03-12', natinf: ['7151'] }],
    ecartees: { victimes: 1 },
    tus: ['ROSA', 'Noël'],
  },
  {
    titre: 'des espaces simples à la place des tabulations',
    texte: t(`
Rang Identité Complément B1 Mineur Rôle D.U.P Catégorie pénale Avocat
1 MODELE Camille né le 12/03/1988 à PARIS Oui Non Mis en cause Me DURANDAL
2 VICTOIRE Anne née le 01/01/1980 Victime
Rang NATINF Type QS Date et heure Commune Personnes
1 7151 - VOL SIMPLE Délit Non 20/11/2026 14:30 BOBIGNY 1
`),
    personnes: [{ nom: 'MODELE Camille', natinf: ['7151'] }],
    ecartees: { victimes: 1 },
    tus: ['VICTOIRE'],
  },
  {
    titre: 'une cellule par ligne',
    texte: t(`
Rang
Identité
Mineur
Rôle

1
MODELE Camille
né le 12/03/1988
Non
Mis en cause

2
VICTOIRE Anne
née le 12/03/1978
Non
Victime
`),
    personnes: [{ nom: 'MODELE Camille', naissance: '1988-03-12' }],
    ecartees: { victimes: 1 },
    tus: ['VICTOIRE'],
  },
  {
    titre: 'les rôles en titres',
    texte: t(`
Mis en cause
MODELE Camille né le 12/03/1988
Victimes (1)
VICTOIRE Anne née le 12/03/1978
Témoins
REGARD Paul né le 12/03/1978
`),
    personnes: [{ nom: 'MODELE Camille' }],
    ecartees: { victimes: 1, temoins: 1 },
    tus: ['VICTOIRE', 'REGARD'],
  },
  {
    titre: 'les infractions avant les personnes, colonnes dans un autre ordre et inconnues',
    texte: t(`
N° parquet : 26325000119
NATINF→Personnes→Date et heure→Commune→Tentative→Rang
7151 - VOL PAR RUSE→2→20/11/2026 à 14 h 30→MONTREUIL→Non→1
Rôle→Avocat→Identité→Nationalité→Rang
Victime→→VICTOIRE Anne→FRANCAISE→1
Prévenu→Me BARREAU→MODELE Camille né le 12/03/1988→FRANCAISE→2
`),
    personnes: [{ nom: 'MODELE Camille', natinf: ['7151'] }],
    ecartees: { victimes: 1 },
    tus: ['VICTOIRE'],
    numeros: ['26325000119'],
  },
  {
    titre: 'deux procédures',
    texte: t(`
Procédure 26325000118
Rang→Identité→Rôle
1→MODELE Camille né le 12/03/1988→Mis en cause
Rang→NATINF→Date et heure→Personnes
1→7151 - VOL SIMPLE→20/11/2026→1
Procédure 26/325/000119
Rang→Identité→Rôle
1→EXEMPLE Karim né le 01/02/1990→Gardé à vue
Rang→NATINF→Date et heure→Personnes
1→7990 - USAGE ILLICITE DE STUPEFIANTS→20/11/2026→1
`),
    personnes: [
      { nom: 'MODELE Camille', natinf: ['7151'] },
      { nom: 'EXEMPLE Karim', natinf: ['7990'] },
    ],
    numeros: ['26325000118', '26325000119'],
  },
  // ── written once the rules were: they had to generalise ──
  {
    titre: 'particules, apostrophes, traits d’union, noms étrangers',
    texte: t(`
Rang→Identité→Rôle
1→D'EXEMPLE Jean-Noël né le 12/03/1988→Mis en cause
2→BEN MODELE Ali→Mise en cause
3→N'DIAYE-TEST Awa Fatou née le 02/02/1992 à Dakar (SÉNÉGAL)→Auteur
4→VAN DER ESSAI Piet né le 01/01/1980→Co-auteur
5→Ÿ ESSAÏ Zoë née en 1985→Complice
`),
    personnes: [
      { nom: "D'EXEMPLE Jean-Noël" },
      { nom: 'BEN MODELE Ali' },
      { nom: "N'DIAYE-TEST Awa Fatou", naissance: '1992-02-02' },
      { nom: 'VAN DER ESSAI Piet' },
      { nom: 'Ÿ ESSAÏ Zoë' },
    ],
  },
  {
    titre: 'une personne inconnue, un alias, une victime entre deux auteurs, une personne morale',
    texte: t(`
Rang→Identité→Complément→Rôle
1→INCONNU X→→Mis en cause
2→GRANDE SURFACE TEST SA→→Victime
3→MODELE Camille né le 12/03/1988→alias TESTEUR Louis→Déféré
4→VICTOIRE Anne→→Partie civile
5→REGARD Paul→→Témoin
6→PARENT Odile→→Représentant légal
`),
    personnes: [{ nom: 'INCONNU X' }, { nom: 'MODELE Camille' }],
    ecartees: { victimes: 2, temoins: 1, autres: 1 },
    tus: ['VICTOIRE', 'REGARD', 'PARENT', 'GRANDE SURFACE'],
  },
  {
    titre: 'nom et prénom dans deux colonnes, date seule, tout en capitales',
    texte: t(`
Nom→Prénom(s)→Date de naissance→Qualité
MODELE→CAMILLE→12/03/1988→MIS EN CAUSE
VICTOIRE→ANNE→03/03/1970→PLAIGNANTE
`),
    personnes: [{ nom: 'MODELE CAMILLE', naissance: '1988-03-12' }],
    ecartees: { victimes: 1 },
    tus: ['VICTOIRE', 'ANNE'],
  },
  {
    titre: 'des boutons dans les rangées, une case à cocher devant, un en-tête répété',
    texte: t(`
☐→Rang→Identité→Rôle→Actions
☐→1→MODELE Camille né le 12/03/1988→Mis en cause→Modifier
☐→Rang→Identité→Rôle→Actions
☐→2→EXEMPLE Karim né le 01/02/1990→Mis en cause→Voir
☐→1→MODELE Camille né le 12/03/1988→Mis en cause→Modifier
Précédent→1→2→3→Suivant
Affichage de 1 à 2 sur 2
`),
    personnes: [{ nom: 'MODELE Camille' }, { nom: 'EXEMPLE Karim' }],
  },
  {
    titre: 'les personnes nommées dans la colonne des infractions',
    texte: t(`
N° parquet→26325000118
Rang→Identité→Rôle
1→MODELE Camille né le 12/03/1988→Mis en cause
2→EXEMPLE Karim né le 01/02/1990→Mis en cause
3→VICTOIRE Anne→Victime
Rang→NATINF→Type→Date et heure→Commune→Personnes
1→7151 - VOL EN REUNION→Délit→20/11/2026 14:30→BOBIGNY→MODELE Camille / VICTOIRE Anne
2→10282 - OUTRAGE A AGENT→Délit→20/11/2026 15:00→BOBIGNY→EXEMPLE Karim
`),
    personnes: [
      { nom: 'MODELE Camille', natinf: ['7151'] },
      { nom: 'EXEMPLE Karim', natinf: ['10282'] },
    ],
    ecartees: { victimes: 1 },
    tus: ['VICTOIRE'],
  },
  {
    titre: 'des colonnes alignées par des espaces, code et libellé séparés',
    texte: t(`
Rang   Identité                            Rôle
1      MODELE Camille né le 12/03/1988     Personne mise en cause
2      VICTOIRE Anne née le 03/03/1970     Victime

Rang   NATINF   Libellé                    Date et heure      Commune
1      7151     VOL SIMPLE                 20/11/2026 14:30   LES LILAS
`),
    personnes: [{ nom: 'MODELE Camille', natinf: ['7151'] }],
    ecartees: { victimes: 1 },
    tus: ['VICTOIRE'],
  },
  {
    titre: 'une rangée sans rôle parmi les autres, une ligne mal copiée',
    texte: t(`
Rang→Identité→Rôle
1→MODELE Camille né le 12/03/1988→Mis en cause
2→MUETTE Jeanne née le 03/03/1970→
26/11→1234→???→zz
`),
    personnes: [{ nom: 'MODELE Camille' }],
    tus: ['MUETTE', 'Jeanne'],
    nonComprises: [3, 4],
  },
  {
    titre: 'retours à la ligne de Windows, espaces insécables, cellules vides',
    texte: t(`
Rang→Identité→B1→Rôle→→
\u00a01\u00a0→MODELE\u00a0Camille né\u00a0le\u00a012/03/1988→\u00a0→Mis\u00a0en\u00a0cause→→

2→VICTOIRE Anne→→Victime→→
`).replaceAll('\n', '\r\n'),
    personnes: [{ nom: 'MODELE Camille', naissance: '1988-03-12' }],
    ecartees: { victimes: 1 },
    tus: ['VICTOIRE'],
  },
  {
    titre: 'des rôles de victime écrits autrement, un rôle inconnu',
    texte: t(`
Rang→Identité→Rôle
1→MODELE Camille né le 12/03/1988→MISE EN CAUSE
2→VICTOIRE Anne→VICTIME - PARTIE CIVILE
3→LESEE Ursule→Plaignant(e)
4→DROIT Simone→Ayant droit de la victime
5→PARENT Odile→Civilement responsable
`),
    personnes: [{ nom: 'MODELE Camille' }],
    ecartees: { victimes: 2, autres: 1 },
    tus: ['VICTOIRE', 'LESEE', 'DROIT', 'Simone', 'PARENT'],
    nonComprises: [5],
  },
  {
    titre: 'une victime dans une colonne inconnue, sans en-tête',
    texte: t(`
N° parquet 26325000118
1→MODELE Camille né le 12/03/1988→Mis en cause→conjoint de VICTOIRE Anne
2→VICTOIRE Anne née le 03/03/1970→Victime
1→7151 - VOL SIMPLE→Délit→20/11/2026 14:30→VICTOIRE Anne→BOBIGNY→1
`),
    personnes: [{ nom: 'MODELE Camille', natinf: ['7151'] }],
    ecartees: { victimes: 1 },
    tus: ['VICTOIRE', 'Anne'],
  },
  {
    titre: 'fil d’Ariane, pied de page, nom et alias dans la même cellule, dates entre deux heures',
    texte: t(`
Accueil > Bureau pénal > Affaire 26325000118 > Personnes
Bonjour Zoé DURANDAL (substitut)
Rang|Identité|Rôle
1 | M. EXEMPLE Karim né le 01/02/1990 à Alger (ALGÉRIE) alias TESTEUR Louis | Prévenu
2 | Mme MODELE Camille née le 12/03/1988 (alias CAM) | Complice

Liste des infractions
Rang | NATINF | Date et heure | Commune | Personnes
1 | 7151 - VOL EN RÉUNION | Du 19/11/2026 23:30 au 20/11/2026 02:15 | L'ÎLE-SAINT-DENIS (93) | 1 et 2
Mentions légales
Version 4.12.0 - © Ministère de la justice
`),
    personnes: [
      { nom: 'EXEMPLE Karim', naissance: '1990-02-01', natinf: ['7151'] },
      { nom: 'MODELE Camille', naissance: '1988-03-12', natinf: ['7151'] },
    ],
    numeros: ['26325000118'],
  },
  {
    titre: 'prénom avant le nom, rôle devant, période sans heure, liste de rangs coupée',
    texte: t(`
Auteur→Karim EXEMPLE→01/02/1990
Auteur→Camille MODELE→12/03/1988
Victime→Anne VICTOIRE→03/03/1970
Rang→NATINF→Date→Commune→Personnes
1→7151 - VOL SIMPLE→entre le 18/11/2026 et le 19/11/2026→PARIS 18E→MODELE Camille,
EXEMPLE Karim
`),
    personnes: [
      { nom: 'EXEMPLE Karim', natinf: ['7151'] },
      { nom: 'MODELE Camille', natinf: ['7151'] },
    ],
    ecartees: { victimes: 1 },
    tus: ['VICTOIRE'],
  },
  {
    titre: 'les infractions d’abord, cellules une par une, plusieurs par personne',
    texte: t(`
Infractions (2)
1
7151 - VOL SIMPLE
Délit
20/11/2026 14:30
BOBIGNY
1
2
7990 - USAGE ILLICITE DE STUPEFIANTS
Délit
20/11/2026 14:30
BOBIGNY
1
Personnes (1)
1
MODELE Camille
né le 12/03/1988
Mis en cause
`),
    personnes: [{ nom: 'MODELE Camille', naissance: '1988-03-12', natinf: ['7151', '7990'] }],
  },
]
