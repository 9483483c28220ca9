import {
  AUTRE_VALEUR,
  type Bascule,
  type CleFait,
  type DispositifLu,
  definitionFait,
  initialeMinuscule,
  libelleValeur,
} from '../../domain/index.ts'

/** What would change the answer, in words: « refus de l’intéressé → hors critères ». */

/** One change, the values that make it, and the dispositifs whose reading it changes. */
export interface Changement {
  dit: string
  devient: DispositifLu['lecture']
  dispositifs: readonly string[]
}

const PHRASES: Readonly<Record<string, string>> = {
  'accord.evaluation=true': 'accord de l’intéressé(e)',
  'accord.evaluation=false': 'refus de l’intéressé(e)',
  'accord.ouvrage=true': 'accord pour L’Ouvrage',
  'accord.ouvrage=false': 'refus de L’Ouvrage',
  'accord.ailsi=true': 'accord pour AILSI',
  'accord.ailsi=false': 'refus d’AILSI',
  'disponibilite.semaine=true': 'disponible du lundi au vendredi',
  'disponibilite.semaine=false': 'indisponible du lundi au vendredi',
  'suivi.accordHorsRessort=true': 'accord du JAP ou du SPIP hors ressort',
  'suivi.accordHorsRessort=false': 'refus du JAP ou du SPIP hors ressort',
  'procedure.detentionEnvisagee=true': 'détention envisagée',
  'procedure.detentionEnvisagee=false': 'détention non envisagée',
}

/** Values of one fact that lead to the same reading of the same dispositifs are one change. */
export function direBascules(toutes: readonly Bascule[]): Changement[] {
  const parReponse = new Map<string, Bascule[]>()
  for (const b of toutes) {
    const cle = `${b.fait}=${b.valeur}→${b.devient}`
    parReponse.set(cle, [...(parReponse.get(cle) ?? []), b])
  }
  const parEffet = new Map<string, { premiere: Bascule; valeurs: Bascule['valeur'][]; ids: string[] }>()
  for (const lot of parReponse.values()) {
    const [premiere] = lot
    if (premiere === undefined) continue
    const ids = lot.map((b) => b.dispositif)
    const cle = `${premiere.fait}→${premiere.devient}:${ids.join()}`
    const groupe = parEffet.get(cle) ?? { premiere, valeurs: [], ids }
    groupe.valeurs.push(premiere.valeur)
    parEffet.set(cle, groupe)
  }
  return [...parEffet.values()].map(({ premiere, valeurs, ids }) => ({
    dit: direReponse(premiere.fait, valeurs),
    devient: premiere.devient,
    dispositifs: ids,
  }))
}

function direReponse(fait: CleFait, valeurs: readonly Bascule['valeur'][]): string {
  const phrases = valeurs.map((v) => PHRASES[`${fait}=${v}`])
  if (phrases.every((p) => p !== undefined)) return phrases.join(' ou ')
  const libelle = initialeMinuscule(definitionFait(fait)?.libelle ?? fait)
  const dites = valeurs.map((v) => (v === AUTRE_VALEUR ? 'autre' : libelleValeur(fait, v)))
  return `${libelle}\u00a0: ${dites.join(' ou ')}`
}
