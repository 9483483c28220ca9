import type { Cadre, Catalogue, Critere } from '../catalogue/index.ts'
import type { CritereEcrit } from '../catalogue/schema.ts'
import { estEnVigueur } from '../catalogue/seuils.ts'
import type { CadreLu, CritereLu, DateIso, DispositifLu, EtatCritere } from '../contrat.ts'
import { type ContexteLecture, dire, lireCritere } from './lecture.ts'

/** Reading of the legal frameworks in force on `date`, in the order of the catalogue. */
export function lireCadres(
  catalogue: Catalogue,
  contexte: ContexteLecture,
  date: DateIso,
  dispositifs: readonly DispositifLu[],
): CadreLu[] {
  const portables = new Set(dispositifs.filter((d) => d.lecture !== 'hors-criteres').map((d) => d.id))
  const lues = new Map<Critere, CritereLu>()
  const lire = (c: Critere): CritereLu => {
    const deja = lues.get(c)
    if (deja !== undefined) return deja
    const lue = lireCritere(c, contexte)
    lues.set(c, lue)
    return lue
  }
  return catalogue.cadres
    .filter((c) => estEnVigueur(c.ecrit, date))
    .map((c) => lireCadre(c, lire, contexte, portables))
}

function lireCadre(
  { ecrit, conditions, presentation }: Cadre,
  lire: (c: Critere) => CritereLu,
  contexte: ContexteLecture,
  portables: ReadonlySet<string>,
): CadreLu {
  const lues = conditions.map((c, i) => avecProvenance(lire(c), ecrit.conditions[i]))
  const enEtat = (etat: EtatCritere) => lues.filter((c) => c.etat === etat)
  const fausses = enEtat('faux')
  const decisives = fausses.length > 0 ? fausses : enEtat('inconnu')
  return {
    id: ecrit.id,
    nom: ecrit.nom,
    etape: ecrit.etape,
    articles: [...ecrit.articles],
    nouveauxArticles: [...ecrit.nouveauxArticles],
    enVigueur: { depuis: ecrit.depuis, jusquau: ecrit.jusquau },
    lecture: fausses.length > 0 ? 'ferme' : decisives.length > 0 ? 'a-verifier' : 'ouvert',
    motif:
      decisives.length > 0
        ? [...new Set(decisives.map((c) => c.motif))].join(' ')
        : dire(presentation, contexte),
    conditions: lues,
    decisifs: decisives.map((c) => c.id),
    porte: ecrit.porte.filter((id) => portables.has(id)),
  }
}

/** Each framework owns what it returns: no array is shared. */
function avecProvenance(lue: CritereLu, ecrit: CritereEcrit | undefined): CritereLu {
  const { id, libelle, etat, motif, aFaire } = lue
  const copie: CritereLu = {
    id,
    libelle,
    etat,
    motif,
    faits: [...lue.faits],
    declarations: [...lue.declarations],
  }
  if (aFaire !== undefined) copie.aFaire = aFaire
  if (ecrit?.articles !== undefined) copie.articles = [...ecrit.articles]
  if (ecrit?.source !== undefined) copie.source = ecrit.source
  if (ecrit?.marque !== undefined) copie.marque = ecrit.marque
  return copie
}
