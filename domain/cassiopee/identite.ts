import { plier } from '../texte.ts'

export interface Nom {
  nom: string
  prenoms: string
}

const PARTICULE =
  /^(?:de|du|des|da|do|dos|das|di|del|della|dalla|el|al|ben|bin|ibn|bou|van|von|der|den|ter|le|la|les|lo|y|e|i|of|ould|ait|abd|abdel|abou|bint|mac|saint|sainte|st|d'|l'|n')$/
const MOTS_DE_LIEN = /^(?:epouse|ep|ep\.|veuve|vve|nee|née|divorcee?)$/
/** Capital letters that name no person. */
const SIGLES =
  /^(?:tj|tgi|ta|ca|tribunal|parquet|bureau|service|cabinet|greffe|bex|ttr|cpam|caf|mpu|commissariat|gendarmerie|police|brigade|ministere|prefecture|commune|mairie|oui|non|page|resultats?|natinf|rang|version|cassiopee|justice|accueil|recherche|vol|vols|violences?|recel|usage|outrages?|rebellion|menaces?|conduite|detention|escroquerie|degradations?|sdf|sans|b1|casier|avocat|delit|crime|total|nouveau|nouvelle|ajouter|modifier|supprimer|imprimer|exporter|utilisateur|bonjour|date|heure|personnes?|infractions?|procedures?|affaires?|dossiers?|mis|mise|victimes?|temoins?|agenda|audience|audiences)$/

const GRAND = /^(?:\p{Lu}['’]?)+(?:[-'’]\p{Lu}+)*\.?$/u
const CAPITALE = /^\p{Lu}[\p{L}'’.-]*$/u
const APOSTROPHE = /^[dlnDLN]['’]\p{Lu}/u

type Genre = 'grand' | 'capitale' | 'particule'

/**
 * « NOM Prénom(s) », in either order. `force`: 2 when capitals tell the name from the first names, 1 when all is in
 * capitals, 0 when only the place in the table says that it is a name.
 */
export function lireIdentite(cellule: string): { nom: Nom; force: 0 | 1 | 2 } | null {
  if (cellule.length > 120) return null
  const sansCivilite = cellule
    .replace(/^(?:M\.|MM?\.?|Mr\.?|Mme\.?|Mlle\.?|Monsieur|Madame|Mademoiselle)\s+(?=\p{L})/iu, '')
    .replace(/^(?:X\s+)?(?:se disant|sd)\s+/iu, '')
    .replace(/\s*[,;]\s*$/, '')
  const inconnu = /^(?:(?:inconnue?|x)\b[\s-]*(?:inconnue?|x)?[\s-]*(?:\d{1,2}|[A-Z])?)$/i.exec(sansCivilite)
  if (inconnu !== null) return { nom: { nom: sansCivilite, prenoms: '' }, force: 1 }
  const virgule = sansCivilite.split(/\s*,\s*/)
  if (virgule.length === 2 && virgule.every((p) => motsDe(p) !== null))
    return { nom: { nom: virgule[0] ?? '', prenoms: virgule[1] ?? '' }, force: 1 }
  const mots = motsDe(sansCivilite)
  if (mots === null) return null
  return partager(mots)
}

function motsDe(texte: string): { mot: string; genre: Genre }[] | null {
  const mots = texte.split(/\s+/).filter((m) => m !== '')
  if (mots.length === 0 || mots.length > 10) return null
  const lus = mots.map((mot) => {
    const plie = plier(mot)
    if (SIGLES.test(plie)) return null
    if (PARTICULE.test(plie) || MOTS_DE_LIEN.test(plie)) return { mot, genre: 'particule' as const }
    if (GRAND.test(mot) || (APOSTROPHE.test(mot) && GRAND.test(mot.slice(2))))
      return { mot, genre: 'grand' as const }
    return CAPITALE.test(mot) || APOSTROPHE.test(mot) ? { mot, genre: 'capitale' as const } : null
  })
  return lus.every((x) => x !== null) && lus.some((x) => x.genre !== 'particule') ? lus : null
}

function partager(mots: readonly { mot: string; genre: Genre }[]): { nom: Nom; force: 0 | 1 | 2 } | null {
  // A particle goes with the word that follows it, the last ones with the word before.
  const genres: ('grand' | 'capitale')[] = []
  let suivant: 'grand' | 'capitale' | null = null
  for (let i = mots.length - 1; i >= 0; i--) {
    const genre = mots[i]?.genre
    if (genre === 'grand' || genre === 'capitale') suivant = genre
    genres[i] = suivant ?? 'grand'
  }
  const dit = (garde: (i: number) => boolean) =>
    mots
      .filter((_m, i) => garde(i))
      .map((m) => m.mot)
      .join(' ')
  // One capital alone is an initial: it does not tell a name from a first name.
  const grands = mots.some((m) => m.genre === 'grand' && m.mot.replace(/[^\p{L}]/gu, '').length > 1)
  if (grands && genres.includes('capitale')) {
    const nom = dit((i) => genres[i] === 'grand')
    return { nom: { nom, prenoms: dit((i) => genres[i] !== 'grand') }, force: 2 }
  }
  let fin = mots.findIndex((m) => m.genre !== 'particule') + 1
  while (MOTS_DE_LIEN.test(plier(mots[fin]?.mot ?? ''))) fin += 2
  const nom = { nom: dit((i) => i < fin), prenoms: dit((i) => i >= fin) }
  return { nom, force: grands && nom.prenoms !== '' ? 1 : 0 }
}
