import type { CleFait, Declaration, Role } from '../contrat.ts'
import { definitionFait } from './vocabulaire.ts'

/** What `o` or `n` declares; `saisir` when the answer has to be typed or chosen first. */
type ReponseUneTouche = NonNullable<Declaration['valeur']> | 'saisir'

export interface LigneTriage {
  fait: CleFait
  /** Family of the marker on the board, when the line belongs to one. */
  famille: 'addiction' | 'logement' | 'psychiatrie' | null
  oui: ReponseUneTouche
  non: ReponseUneTouche
  /** Facts that the precision of the line fills in. */
  precisions: readonly CleFait[]
}

function ligne(
  fait: CleFait,
  famille: LigneTriage['famille'],
  reste: Partial<LigneTriage> = {},
): LigneTriage {
  return { fait, famille, oui: true, non: false, precisions: [], ...reste }
}

/** The fourteen lines of the triage screen, in reading order (design/ecrans.md §2.6 B). */
export const LIGNES_TRIAGE: readonly LigneTriage[] = [
  ligne('addiction.conduite', 'addiction', { precisions: ['addiction.produits', 'addiction.frequence'] }),
  ligne('addiction.lienFaits', 'addiction'),
  ligne('addiction.soins', 'addiction'),
  ligne('logement.sansLogementStable', 'logement', {
    precisions: ['logement.situation', 'logement.nuitAvant', 'logement.depuis', 'logement.domiciliation'],
  }),
  ligne('logement.hebergementCeSoir', 'logement', { precisions: ['logement.departement'] }),
  ligne('psy.troubleDeclare', 'psychiatrie', {
    precisions: ['psy.suivi', 'psy.hospitalisation', 'psy.certificat'],
  }),
  ligne('psy.traitement', 'psychiatrie'),
  ligne('personne.mesureProtection', null, {
    oui: 'saisir',
    non: 'aucune',
    precisions: ['personne.protecteurAvise', 'personne.expertiseVersee'],
  }),
  ligne('antecedents.condamnations', null, { oui: 'saisir', non: 0 }),
  ligne('suivi.mesureEnCours', null),
  ligne('suivi.japRessort', null, { oui: 'saisir', non: 'saisir', precisions: ['suivi.accordHorsRessort'] }),
  ligne('suivi.peineAExecuter', null),
  ligne('accord.evaluation', null),
  ligne('disponibilite.semaine', null),
]

/** The lines of a profile: an investigator has no line from the record or from APPI. */
export function lignesTriage(role: Role): readonly LigneTriage[] {
  return LIGNES_TRIAGE.filter((l) => definitionFait(l.fait)?.roles.includes(role))
}
