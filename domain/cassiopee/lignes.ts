import { plier } from '../texte.ts'
import { type Colonne, lireRole, net, type RoleColle, titreDeColonne } from './formes.ts'

/** One raw line before any row is put together: what it is by itself. */

type Genre = 'vide' | 'entete' | 'titre' | 'bruit' | 'donnee'

export interface LigneBrute {
  numero: number // from 1
  texte: string
  /** Cells as the tabs cut them, empty ones included: they keep the place of the columns. */
  cellules: string[]
  genre: Genre
  /** Titles of a header line, column by column. */
  entete?: (Colonne | null)[]
  /** « Victimes (2) »: the role of the rows that follow. */
  role?: RoleColle
}

const INVISIBLES = /[\u00ad\u200b-\u200f\ufeff]/g
/** Beyond this, a line is no row of a table. */
const LIGNE_MAX = 3000

const BRUIT: readonly RegExp[] = [
  /^(?:resultats?|lignes?|elements?|enregistrements?|affichage) .{0,20}\d/,
  /^(?:page|p\.)? ?\d{1,3} ?(?:\/|sur|de) ?\d{1,3}(?: [a-z ]{0,20})?$/,
  /^\d+ (?:resultats?|lignes?|elements?|personnes?|infractions?|enregistrements?|affaires?)(?: .{0,30})?$/,
  /^(?:<<?|>>?|«|»|‹|›|\||\.\.\.|…|[-_=*•·+]+)+$/,
  /^(?:imprime|edite|extrait|derniere (?:connexion|mise a jour)|mis a jour|version|v\.? ?\d|copyright|©|ministere|republique|utilisateur|connecte|bienvenue|bonjour|profil|session|tribunal|tj |tgi |parquet d|cour d|juridiction|service|bureau|cabinet|vous etes|aide|cassiopee|affaire|dossier|procedure|etat|date d'impression)\b/,
]
const BOUTONS =
  /^(?:accueil|retour|fermer|valider|annuler|enregistrer|modifier|supprimer|ajouter|nouve(?:au|lle)|imprimer|exporter|rechercher?|filtrer|trier|actualiser|rafraichir|details?|voir(?: .{0,20})?|consulter|editer|selectionner|tout(?: .{0,20})?|aucun|copier|coller|actions?|menus?|aide|quitter|deconnexion|suivante?|precedente?|premiere?|derniere?|plus|moins|ok|afficher(?: .{0,30})?|masquer(?: .{0,30})?|agenda|audiences?|procedures?|affaires?|dossiers?|documents?|evenements?|requisitions?|decisions?|scelles?|synthese|alertes?|historique|parametres|administration|mes (?:dossiers|affaires)|bureau penal|permanence|statistiques|recherche(?: .{0,20})?|minutier|courriers?|pieces?|fiche|lien|mentions legales|navigation|fil d'ariane|aller au contenu|haut de page|bas de page|□|☐|▼|▲|►|✎|🗑)$/

export function analyser(texte: string, numero: number): LigneBrute {
  const propre = texte.replace(INVISIBLES, '').replace(/[^\S\t]/g, ' ')
  const cellules = couper(propre)
  const pleines = cellules.filter((c) => c !== '')
  const ligne = { numero, texte: propre, cellules }
  if (pleines.length === 0) return { ...ligne, genre: 'vide' }
  if (propre.length > LIGNE_MAX) return { ...ligne, genre: 'donnee', cellules: [] }
  const entete = enTete(cellules, pleines)
  if (entete !== null) return { ...ligne, genre: 'entete', entete }
  const seule = pleines.length === 1 ? (pleines[0] ?? '') : null
  if (seule !== null) {
    const titre = /^(.{2,50}?)\s*(?:\(\s*\d+\s*\)|:\s*\d*|\d+)?\s*$/.exec(seule)?.[1] ?? seule
    const role = lireRole(titre)
    const titree =
      titre !== seule || /s$/.test(plier(titre)) || /^(?:mise?s? en cause|témoins|tiers)$/i.test(titre)
    if (role !== null && titree) return { ...ligne, genre: 'titre', role: role.role }
    if (
      /^(?:liste des )?(?:personnes?|infractions?|faits)(?: (?:de la|du) (?:procedure|dossier))?$/.test(
        plier(titre),
      )
    )
      return { ...ligne, genre: 'titre' }
  }
  return { ...ligne, genre: estBruit(pleines) ? 'bruit' : 'donnee' }
}

function couper(texte: string): string[] {
  if (texte.includes('\t')) return texte.split('\t').map(net)
  const t = texte.trim()
  if (/\s\|\s|^\||\|$|\|[^|]*\|/.test(t))
    return t
      .replace(/^\||\|$/g, '')
      .split('|')
      .map(net)
  return / {2,}/.test(t) ? t.split(/ {2,}/).map(net) : [t]
}

function enTete(cellules: readonly string[], pleines: readonly string[]): (Colonne | null)[] | null {
  const titres = cellules.map(titreDeColonne)
  const nombre = titres.filter((x) => x !== null).length
  if (nombre >= 2 && nombre * 2 > pleines.length) return titres
  if (pleines.length === 1) return enTeteCollee(pleines[0] ?? '')
  return null
}

const TITRES_COLLES =
  /\b(?:rang|identite|complement|b1|mineur|role|d\.?u\.?p\.?|categorie penale|avocat|natinf|type|qs|date et heure|commune|personnes)(?![\p{L}])/gu

/** A header whose columns were copied with single blanks between them: no place is kept. */
function enTeteCollee(texte: string): (Colonne | null)[] | null {
  if (texte.length > 200) return null
  const plie = plier(texte)
  const mots = [...plie.matchAll(TITRES_COLLES)].map((m) => titreDeColonne(m[0]))
  return mots.length >= 3 && plie.replace(TITRES_COLLES, '').replace(/[\s.]/g, '') === '' ? mots : null
}

export function estBouton(cellule: string): boolean {
  return cellule.length <= 60 && BOUTONS.test(plier(cellule).replace(/^[\s[(<>•·-]+|[\s\])<>:.…-]+$/g, ''))
}

function estBruit(pleines: readonly string[]): boolean {
  if (
    pleines.every(
      (c) => estBouton(c) || c.split(/\s*(?:>|»|›|\/|\||•)\s*/).every((x) => x === '' || estBouton(x)),
    )
  )
    return true
  // The pages under a table: « Précédent 1 2 3 Suivant ».
  if (pleines.some(estBouton) && pleines.every((c) => estBouton(c) || /^(?:\d{1,3}\s*)+$/.test(c)))
    return true
  const plie = plier(pleines.join(' '))
  return BRUIT.some((motif) => motif.test(plie))
}

/** A line that nothing explains: is there something in it that a person should look at? */
export function ressembleADesDonnees(ligne: LigneBrute): boolean {
  const t = ligne.texte
  return (
    ligne.cellules.length === 0 ||
    ligne.cellules.filter((c) => c !== '').length > 2 ||
    /\d{3}|\d\/\d|\bn[ée]e?\b|\b(?:Me|Mme|M\.)\s/i.test(t) ||
    /(?<![\p{Lu}'’-])\p{Lu}{3}[\p{Lu}'’-]*\s\p{L}/u.test(t)
  )
}
