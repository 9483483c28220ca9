import type { Critere, Motif } from '../catalogue/index.ts'
import type { CritereEcrit, EnonceEcrit } from '../catalogue/schema.ts'
import type { DateIso } from '../contrat.ts'
import { direCondition, direPhrase, type LectureRegles } from './conditions.ts'
import { dateCourte } from './format.ts'
import type { Detail, LigneBrute, Marque } from './regles-contenu.ts'

export interface Provenance {
  source: string
  marque: Marque
}

/** A criterion whole: when it is met, not met, without effect, and every sentence that it can say. */
export function ligneCritere(
  lu: Critere,
  ecrit: CritereEcrit,
  entree: Provenance & { articles?: readonly string[] },
  l: LectureRegles,
): LigneBrute {
  const { catalogue, date } = l
  const details: Detail[] = [{ mot: 'Réuni si', texte: direCondition(lu.vraiSi, catalogue, date) }]
  const fauxSi =
    lu.fauxSi === null ? 'dans tous les autres cas connus' : direCondition(lu.fauxSi, catalogue, date)
  details.push({ mot: 'Non réuni si', texte: fauxSi })
  if (lu.neutreSi !== null)
    details.push({ mot: 'Sans effet si', texte: direCondition(lu.neutreSi, catalogue, date) })
  const { vrai, faux, inconnu, neutre } = lu.motifs
  details.push(
    ...phrases('Dit, réuni', vrai, l),
    ...phrases('Dit, non réuni', faux, l),
    ...phrases('Dit, inconnu', inconnu, l),
    ...phrases('Dit, sans effet', neutre, l),
    ...phrases('À faire si inconnu', lu.aFaire, l),
  )
  if (!lu.seDemande) details.push({ mot: 'Question', texte: 'ne se pose jamais à la personne le matin' })
  return {
    code: lu.id,
    texte: lu.libelle,
    details,
    articles: [...(ecrit.articles ?? [])],
    source: ecrit.source ?? entree.source,
    marque: ecrit.marque ?? entree.marque,
  }
}

function phrases(mot: string, motif: Motif, l: LectureRegles): Detail[] {
  return motif.map(({ quand, dire }, rang) => {
    const si =
      quand === null ? (rang === 0 ? '' : 'sinon : ') : `si ${direCondition(quand, l.catalogue, l.date)} : `
    return { mot, texte: `${si}« ${direPhrase(dire, l)} »` }
  })
}

export function ligneEnonce({ texte, source, marque }: EnonceEcrit, l: LectureRegles): LigneBrute {
  return { code: null, texte: direPhrase(texte, l), details: [], articles: [], source, marque }
}

/** « du 24/03/2020 au 31/12/2028 », « depuis le … », « jusqu’au … », « sans date » */
export function direPeriode({
  depuis,
  jusquau,
}: {
  depuis: DateIso | null
  jusquau: DateIso | null
}): string {
  if (depuis !== null && jusquau !== null) return `du ${dateCourte(depuis)} au ${dateCourte(jusquau)}`
  if (depuis !== null) return `depuis le ${dateCourte(depuis)}`
  return jusquau === null ? 'sans date de début ni de fin connue' : `jusqu’au ${dateCourte(jusquau)}`
}

/** Old, in force or to come on that day; bounds included. */
export function etatPeriode(
  { depuis, jusquau }: { depuis: DateIso | null; jusquau: DateIso | null },
  date: DateIso,
): 'en vigueur' | 'ancien' | 'à venir' {
  if (depuis !== null && date < depuis) return 'à venir'
  return jusquau !== null && date > jusquau ? 'ancien' : 'en vigueur'
}

export function direVerifieLe(verifieLe: DateIso | null): string {
  return verifieLe === null ? 'jamais vérifié' : `vérifié le ${dateCourte(verifieLe)}`
}
