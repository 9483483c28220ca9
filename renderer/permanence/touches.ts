import type { Role } from '../../domain/index.ts'
import type { Touche } from '../composants/aide.tsx'

const TOUCHES: readonly Touche[] = [
  { touche: '↑ ↓', action: 'Choisir un déféré', pied: 'choisir' },
  { touche: 'Entrée', action: 'Ouvrir le triage', pied: 'ouvrir' },
  { touche: 'Espace', action: 'Vu maintenant\u00a0; à nouveau\u00a0: pas encore vu', pied: 'vu' },
  { touche: 'F2', action: 'Fin de garde à vue, d’où vient la limite de 20\u00a0h (18h10)', pied: '20 h' },
  {
    touche: 'Alt+↑ Alt+↓',
    action: 'Déplacer la rangée\u00a0: l’ordre est alors à la main',
    pied: 'déplacer',
  },
  { touche: 'Alt+O', action: 'Ordre à la main, ou par la limite de 20\u00a0h' },
  { touche: 'Ctrl+M', action: 'Mode court\u00a0: les seules questions choisies dans les réglages' },
  { touche: 'Ctrl+V', action: 'Coller les tableaux affichés dans Cassiopée', pied: 'coller' },
  { touche: 'Ctrl+N', action: 'Ajouter un déféré, sur une ligne', pied: 'ajouter' },
  { touche: 'Ctrl+D', action: 'Lancer les demandes (APCARS, JAP, SPIP, avocat, SIAO)', pied: 'demandes' },
  { touche: 'Ctrl+K', action: 'Trouver une personne, une commande, un mot', pied: 'commandes' },
  { touche: 'Ctrl+F', action: 'Rechercher un nom, un n° parquet, des faits', pied: 'rechercher' },
  { touche: 'Alt+← Alt+→', action: 'Jour précédent, jour suivant' },
  { touche: 'Alt+J', action: 'Taper un autre jour (2211 ou 22/11)' },
  { touche: 'Alt+Origine', action: 'Revenir à aujourd’hui' },
  { touche: 'Alt+H', action: 'Changer l’heure de l’audience de ce jour (1140 ou 11h40)' },
  { touche: 'F6', action: 'Volet suivant (Maj+F6\u00a0: précédent)' },
  { touche: 'Ctrl+Maj+P', action: 'Dossier d’audience\u00a0: toutes les fiches du jour en un PDF' },
  { touche: 'Ctrl+P', action: 'Liste de permanence en PDF', pied: 'liste' },
  {
    touche: 'Ctrl+Maj+C',
    action: 'Copier la fiche de la rangée, ou la demande choisie, en texte simple',
  },
  { touche: 'F7', action: 'Catalogue\u00a0: dispositifs, cadres, seuils' },
  { touche: 'Ctrl+L', action: 'Verrouiller' },
  { touche: 'F1', action: 'Touches de cet écran', pied: 'touches' },
  { touche: 'Échap', action: 'Fermer le panneau\u00a0; ce qui est tapé est gardé' },
]

/** While the pane of the paste is open, its own keys stand in the footer. */
export const TOUCHES_COLLAGE: readonly Touche[] = [
  { touche: '↑ ↓', action: 'Choisir une personne', pied: 'choisir' },
  { touche: 'Espace', action: 'L’inclure, ou non', pied: 'inclure' },
  { touche: 'Tab', action: 'Aller à sa catégorie', pied: 'catégorie' },
  { touche: 'Entrée', action: 'Créer tous les dossiers inclus', pied: 'ajouter tous' },
  { touche: 'Ctrl+V', action: 'Coller un autre texte à la place', pied: 'coller à la place' },
  { touche: 'F6', action: 'Volet suivant\u00a0: tableau, personnes, texte', pied: 'volet' },
  { touche: 'Échap', action: 'Fermer\u00a0; le collage est gardé jusqu’au verrouillage', pied: 'fermer' },
]

/** The papers of a whole hearing are the prosecutor’s. */
const SANS_PAPIERS = TOUCHES.filter((t) => !t.touche.endsWith('+P'))

export function touchesDuTableau(role: Role): readonly Touche[] {
  if (role === 'parquet') return TOUCHES
  return role === 'enquete' ? SANS_PAPIERS.filter((t) => t.touche !== 'Ctrl+V') : SANS_PAPIERS
}
