import type { Dossier, Orientation } from '../contrat.ts'
import { lignesTriage } from '../faits/triage.ts'
import { libelleValeur } from '../faits/vocabulaire.ts'
import { type ListeContenu, PIED } from './contenu.ts'
import type { Lecteur } from './enonces.ts'
import { entete } from './fiche.ts'
import { momentLocal } from './format.ts'
import { aDetailler } from './retenus.ts'
import { exigerDocument, type OptionsDocument, voir } from './vue.ts'

/** One person of the morning. */
export interface Presente {
  dossier: Dossier
  orientation: Orientation
  /** N° on the board: order of arrival, whatever order is printed; the place on the sheet by default. */
  numero?: number
}

export interface OptionsListe extends OptionsDocument {
  /** Day of the permanence; the day of the first dossier by default. */
  dateAudience?: string
  avecNoms: boolean
}

/**
 * The persons of the morning on one sheet, in the order given: no marker of health, housing or agreement is in a cell,
 * so that nothing sensitive can sort or filter it (R113-51 code pénitentiaire).
 */
export function listePermanence(presentes: readonly Presente[], options: OptionsListe): ListeContenu {
  exigerDocument('liste', options.role)
  const [premiere] = presentes
  return {
    type: 'liste',
    titre: 'Liste de permanence',
    dateAudience: options.dateAudience ?? premiere?.dossier.dateAudience ?? momentLocal(options.editeLe).jour,
    editeLe: options.editeLe,
    catalogue: catalogueDe(presentes, options),
    avecNoms: options.avecNoms,
    colonnes: [
      'N°',
      ...(options.avecNoms ? ['Déféré(e)'] : []),
      'N° parquet',
      'Faits',
      'Répondu',
      'Retenu',
      'Heure',
      'Notes',
    ],
    lignes: presentes.map((p, i) => ligne(p, p.numero ?? i + 1, options)),
    pied: PIED,
  }
}

/** The version that read the dossiers; the one in force when there is none. */
export function catalogueDe(
  presentes: readonly Presente[],
  { catalogue }: OptionsDocument,
): { version: string; empreinte: string } {
  const lu = presentes[0]?.orientation.catalogue ?? catalogue
  return { version: lu?.version ?? '', empreinte: lu?.empreinte ?? '' }
}

function ligne(
  { dossier, orientation }: Presente,
  numero: number,
  options: OptionsListe,
): ListeContenu['lignes'][number] {
  const l = voir(dossier, orientation, options, 'liste')
  const { personne, numeroParquet } = entete(dossier, orientation, options)
  const retenus = aDetailler(l).filter((d) => d.retenu)
  const cellules = [
    String(numero),
    ...(options.avecNoms ? [personne ?? ''] : []),
    numeroParquet ?? '',
    faits(l, options.avecNoms),
    repondu(l),
    retenus.map((d) => d.ecrit.nom).join(', '),
    '',
    '',
  ]
  return { cellules, dossier: dossier.id }
}

/** The offence as the file names it; without names, its category alone, since a free text may name somebody. */
function faits(l: Lecteur, avecNoms: boolean): string {
  const dits = l.parFait.get('procedure.qualification') ?? []
  const textes = [...new Set(dits.flatMap((d) => (typeof d.valeur === 'string' ? [d.valeur] : [])))]
  if (avecNoms && textes.length > 0) return textes.join(' ou ')
  const categories = l.parFait.get('procedure.categorie') ?? []
  return [
    ...new Set(
      categories.flatMap((d) => (d.valeur === null ? [] : [libelleValeur('procedure.categorie', d.valeur)])),
    ),
  ].join(' ou ')
}

/** How far the triage went, never what it says. */
function repondu({ orientation, role }: Lecteur): string {
  const lignes = lignesTriage(role)
  const dites = lignes.filter((x) => orientation.faits[x.fait]?.etat === 'connu')
  return `${dites.length}/${lignes.length}`
}
