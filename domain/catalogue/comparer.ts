import type { CatalogueEcrit, DispositifEcrit } from './schema.ts'

/** What a catalogue file would change, entry by entry, so that a person can read it before applying it. */

export interface Difference {
  genre: 'ajout' | 'retrait' | 'modification'
  entree: 'dispositif' | 'cadre' | 'seuil' | 'alerte' | 'mesure' | 'modele' | 'parametre'
  id: string
  nom: string
  /** Only for a modification: where in the entry, in words. */
  champ?: string
  /** Absent: nothing was there. */
  avant?: string
  apres?: string
}

const SECTIONS = {
  dispositifs: 'dispositif',
  modeles: 'modele',
  cadres: 'cadre',
  seuils: 'seuil',
  alertes: 'alerte',
  anciennesMesures: 'mesure',
} as const satisfies Record<Exclude<keyof CatalogueEcrit, 'version'>, Difference['entree']>

/** Keys that a jurist would not read as they are written; the others are French already. */
const MOTS: Readonly<Record<string, string>> = {
  aujourdhui: 'aujourd’hui',
  criteres: 'critère',
  'a faire': 'à faire',
  definition: 'définition',
  defaut: 'valeur',
  delai: 'délai',
  depuis: 'en vigueur depuis',
  direOui: 'dire oui à',
  donnees: 'données à transmettre',
  duree: 'durée',
  etape: 'étape',
  etatConnu: 'dernier état connu',
  faux: 'phrase si faux',
  gravite: 'gravité',
  inconnu: 'phrase si inconnu',
  jusquau: 'en vigueur jusqu’au',
  leJourMeme: 'le jour même',
  libelle: 'libellé',
  neutre: 'phrase si neutre',
  nouveauxArticles: 'articles en 2029',
  ou: 'où',
  peutPorter: 'peut porter',
  periodes: 'période',
  pourQui: 'pour qui',
  presentation: 'présentation',
  unite: 'unité',
  verifieLe: 'vérifié le',
  vrai: 'phrase si vrai',
}

type Entree = Readonly<Record<string, unknown>>

const estListe = (x: unknown): x is readonly unknown[] => Array.isArray(x)
const estEntree = (x: unknown): x is Entree => typeof x === 'object' && x !== null && !estListe(x)
const cleDe = (e: Entree): string | undefined => [e.id, e.nom].find((x) => typeof x === 'string')
const cleOuVide = (e: Entree): string => cleDe(e) ?? ''
const nomDe = (e: Entree): string => String(e.nom ?? e.libelle ?? e.texte ?? e.id ?? '')

/** Every difference between two written catalogues, in the order of the sections; versions are not compared. */
export function comparerCatalogues(avant: CatalogueEcrit, apres: CatalogueEcrit): Difference[] {
  return (Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).flatMap((section) => [
    ...comparerSections(SECTIONS[section], entreesDe(avant, section), entreesDe(apres, section)),
    ...(section === 'dispositifs' ? comparerParametres(avant.dispositifs, apres.dispositifs) : []),
  ])
}

/** Dispositifs without their parameters: these are entries of their own, what a court looks at first. */
function entreesDe(catalogue: CatalogueEcrit, section: keyof typeof SECTIONS): readonly Entree[] {
  if (section !== 'dispositifs') return catalogue[section]
  return catalogue.dispositifs.map(({ parametres: _p, ...reste }) => reste)
}

function comparerParametres(
  avant: readonly DispositifEcrit[],
  apres: readonly DispositifEcrit[],
): Difference[] {
  // Those of a dispositif that comes or goes are said with it.
  return apres.flatMap((d) => {
    const ancien = avant.find((x) => x.id === d.id)
    return ancien === undefined ? [] : comparerSections('parametre', parametresDe(ancien), parametresDe(d))
  })
}

function parametresDe(d: DispositifEcrit): Entree[] {
  return Object.entries(d.parametres).map(([nom, p]) => ({
    id: `${d.id}.${nom}`,
    nom: `${d.nom} : ${nom}`,
    ...p,
  }))
}

function comparerSections(
  entree: Difference['entree'],
  avant: readonly Entree[],
  apres: readonly Entree[],
): Difference[] {
  const anciennes = new Map(avant.map((e) => [cleDe(e), e]))
  const restees = new Set(apres.map(cleDe))
  const dire = (genre: Difference['genre'], e: Entree) => ({
    genre,
    entree,
    id: cleDe(e) ?? '',
    nom: nomDe(e),
  })
  return [
    ...avant.filter((e) => !restees.has(cleDe(e))).map((e) => dire('retrait', e)),
    ...apres.flatMap((e): Difference[] => {
      const ancienne = anciennes.get(cleDe(e))
      if (ancienne === undefined) return [dire('ajout', e)]
      return comparer('', ancienne, e).map((x) => ({ ...dire('modification', e), ...x }))
    }),
    ...comparerOrdre('ordre', avant.map(cleOuVide), apres.map(cleOuVide)).map(
      (x): Difference => ({ genre: 'modification', entree, id: '', nom: 'Ordre des entrées', ...x }),
    ),
  ]
}

type Ecart = Required<Pick<Difference, 'champ'>> & Pick<Difference, 'avant' | 'apres'>

/** Goes down as long as both sides have the same shape; what differs below is said whole. */
function comparer(champ: string, avant: unknown, apres: unknown): Ecart[] {
  if (estEntree(avant) && estEntree(apres)) {
    const cles = [...new Set([...Object.keys(avant), ...Object.keys(apres)])]
    return cles.flatMap((cle) => comparer(suite(champ, MOTS[cle] ?? cle), avant[cle], apres[cle]))
  }
  if (estListe(avant) && estListe(apres) && [...avant, ...apres].every(estEntree))
    return comparerListes(champ, avant as readonly Entree[], apres as readonly Entree[])
  return avant === apres || canonique(avant) === canonique(apres) ? [] : [ecart(champ, avant, apres)]
}

function ecart(champ: string, avant: unknown, apres: unknown): Ecart {
  return {
    champ,
    ...(avant !== undefined && { avant: ecrire(avant) }),
    ...(apres !== undefined && { apres: ecrire(apres) }),
  }
}

/** By identifier where there is one, otherwise line by line. */
function comparerListes(champ: string, avant: readonly Entree[], apres: readonly Entree[]): Ecart[] {
  const parCle = seDesignent(avant) && seDesignent(apres)
  const cle = (e: Entree, rang: number) => (parCle ? cleDe(e) : undefined) ?? String(rang + 1)
  const anciennes = new Map(avant.map((e, i) => [cle(e, i), e]))
  const nouvelles = new Map(apres.map((e, i) => [cle(e, i), e]))
  return [
    ...[...new Set([...anciennes.keys(), ...nouvelles.keys()])].flatMap((c) =>
      comparer(`${champ} ${c}`, anciennes.get(c), nouvelles.get(c)),
    ),
    ...comparerOrdre(`${champ}, ordre`, [...anciennes.keys()], [...nouvelles.keys()]),
  ]
}

function seDesignent(entrees: readonly Entree[]): boolean {
  const cles = entrees.map(cleDe)
  return !cles.includes(undefined) && new Set(cles).size === cles.length
}

/** The order of what both sides have: what comes or goes is said elsewhere. */
function comparerOrdre(champ: string, avant: readonly string[], apres: readonly string[]): Ecart[] {
  const [anciens, nouveaux] = [avant.filter((x) => apres.includes(x)), apres.filter((x) => avant.includes(x))]
  return anciens.join() === nouveaux.join() ? [] : [ecart(champ, anciens, nouveaux)]
}

function suite(champ: string, mot: string): string {
  return champ === '' ? mot : `${champ} › ${mot}`
}

/** Text by which two values are compared: never the words shown, under which a difference could hide. */
function canonique(x: unknown): string {
  return JSON.stringify(x, (_cle, v) =>
    estEntree(v) ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1))) : v,
  )
}

/** A written value as one line that a person reads. */
function ecrire(x: unknown): string {
  if (x === null || x === undefined) return 'non renseigné'
  if (typeof x === 'boolean') return x ? 'oui' : 'non'
  if (estListe(x)) return x.length === 0 ? 'aucun' : x.map(ecrire).join(' ; ')
  if (!estEntree(x)) return String(x)
  const parties = Object.entries(x).filter(([, v]) => v !== undefined)
  return parties
    .map(([cle, v]) => `${MOTS[cle] ?? cle} : ${estEntree(v) || estListe(v) ? `(${ecrire(v)})` : ecrire(v)}`)
    .join(', ')
}
