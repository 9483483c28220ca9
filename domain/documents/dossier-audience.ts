import { checklistTribunal, type OptionsChecklist } from './checklist.ts'
import { type DossierAudienceContenu, PIED } from './contenu.ts'
import { entete, ficheOrientation } from './fiche.ts'
import { momentLocal } from './format.ts'
import { catalogueDe, type Presente } from './liste.ts'
import { exigerDocument } from './vue.ts'

export interface OptionsDossierAudience extends OptionsChecklist {
  /** Day of the hearing; the day of the first dossier by default. */
  dateAudience?: string
}

/** Every shared sheet of the morning, person by person in the order given; a private note has no place in it. */
export function dossierAudience(
  presentes: readonly Presente[],
  options: OptionsDossierAudience,
): DossierAudienceContenu {
  exigerDocument('dossier-audience', options.role)
  const parties = presentes.map(({ dossier, orientation, numero }, i) => {
    const { personne, numeroParquet } = entete(dossier, orientation, options)
    const qui = [personne, numeroParquet].filter((x) => x !== null).join(' – ')
    return {
      titre: `${numero ?? i + 1}. ${qui === '' ? 'Sans nom ni n° parquet' : qui}`,
      dossier: dossier.id,
      contenus: [
        ficheOrientation(dossier, orientation, options),
        checklistTribunal(dossier, orientation, options),
      ],
    }
  })
  return {
    type: 'dossier-audience',
    titre: 'Dossier d’audience',
    dateAudience:
      options.dateAudience ?? presentes[0]?.dossier.dateAudience ?? momentLocal(options.editeLe).jour,
    editeLe: options.editeLe,
    catalogue: catalogueDe(presentes, options),
    sommaire: parties.map((p) => ({ titre: p.titre, documents: p.contenus.map((c) => c.titre) })),
    parties,
    pied: PIED,
  }
}
