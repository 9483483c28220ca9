import type { Catalogue } from './catalogue/index.ts'
import type { Alerte, DateIso, DispositifLu, Dossier, Orientation } from './contrat.ts'
import { estDateIso } from './dates.ts'
import { DossierInvalide } from './erreurs.ts'
import { examinerDossier } from './faits/valider.ts'
import { lireCadres } from './regles/cadres.ts'
import { evaluer } from './regles/condition.ts'
import { type ContexteLecture, contexteDe, dire, lireDispositif } from './regles/lecture.ts'
import { classer, pistes } from './regles/questions.ts'

/**
 * Everything that follows from a dossier: state of the facts, reading of each dispositif and of each legal framework
 * with its reasons, alerts, next question. Same input, same output; no clock beyond `date`. Throws `DossierInvalide` (French
 * sentence, path) on anything that is not a dossier of the contract.
 */
export function orienter(dossier: Dossier, catalogue: Catalogue, options: { date: DateIso }): Orientation {
  if (typeof options.date !== 'string' || !estDateIso(options.date))
    throw new DossierInvalide(
      'date',
      'La date de lecture est impossible ; écrivez une date existante, AAAA-MM-JJ.',
    )
  const lu = examinerDossier(dossier)
  const contexte = contexteDe(lu.faits, catalogue, options.date)
  const toutes: ReturnType<typeof pistes> = []
  const dispositifs = catalogue.dispositifs.map((d): DispositifLu => {
    const lecture = lireDispositif(d, contexte)
    const siennes = pistes(d, lecture.criteres, contexte, lu.dossier.casier !== undefined)
    toutes.push(...siennes)
    return { ...lecture, manquants: classer(siennes).map((q) => q.fait) }
  })
  const questions = classer(toutes)
  return {
    date: options.date,
    catalogue: { version: catalogue.version, empreinte: catalogue.empreinte },
    faits: lu.faits,
    dispositifs,
    cadres: lireCadres(catalogue, contexte, options.date, dispositifs),
    alertes: alertes(catalogue, contexte),
    recidive: lu.recidive,
    prochaineQuestion: questions[0] ?? null,
    questions,
  }
}

function alertes(catalogue: Catalogue, contexte: ContexteLecture): Alerte[] {
  return catalogue.alertes
    .filter((a) => evaluer(a.quand, contexte) === true)
    .map(({ ecrit: { id, gravite, articles, source }, texte }) => ({
      id,
      gravite,
      texte: dire(texte, contexte),
      articles: [...articles],
      source,
    }))
}
