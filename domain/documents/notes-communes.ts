import { ancienneMesure } from '../catalogue/index.ts'
import type { CleFait } from '../contrat.ts'
import { definitionFait, type Famille } from '../faits/vocabulaire.ts'
import { plier } from '../texte.ts'
import type { Enonce, Section, Segment } from './contenu.ts'
import { enoncer, type Lecteur } from './enonces.ts'
import { alertes } from './fiche.ts'
import { direVerification, MOT_LECTURE } from './lectures.ts'
import { type CadreSuivi, cadreRetenu, type DispositifSuivi, idsDe } from './retenus.ts'
import { type Rubrique, rubriquesDeLaFiche } from './rubriques.ts'
import { nonExplore } from './silences.ts'

/** What the two private notes are made of. */

export const PIED_PRIVE =
  'Note privée, à ne pas remettre – aide à la préparation, ne lie ni le parquet ni le tribunal'

export function section(id: string, titre: string, enonces: Enonce[], notes: string[] = []): Section {
  return { id, titre, notes, enonces }
}

/** A plan keeps its empty places when there is something to ask there, and drops the others. */
export function remplies(sections: readonly Section[]): Section[] {
  return sections.filter((s) => s.enonces.length > 0 || s.notes.length > 0)
}

/** Lines of the situation whose first fact belongs to one of these families, in the order of the sheet. */
export function lignesDe(l: Lecteur, familles: readonly Famille[], sauf: readonly CleFait[] = []): Enonce[] {
  return rubriquesDeLaFiche()
    .filter((r) => familles.some((f) => f === familleDe(r)) && !sauf.includes(r.faits[0] ?? ''))
    .flatMap((r) => enoncer(r, l) ?? [])
}

function familleDe({ faits }: Rubrique): Famille | undefined {
  return definitionFait(faits[0] ?? '')?.famille
}

/** Lines of families that the plan of a note has no place for: what the vocabulary gains is never lost. */
export function lignesSansPlace(l: Lecteur, placees: readonly Famille[]): Enonce[] {
  return rubriquesDeLaFiche()
    .filter((r) => !placees.some((f) => f === familleDe(r)))
    .flatMap((r) => enoncer(r, l) ?? [])
}

/** The lines of the sheet that begin with one of these facts. */
export function lignesQuiCommencentPar(l: Lecteur, faits: readonly CleFait[]): Enonce[] {
  return rubriquesDeLaFiche()
    .filter((r) => faits.includes(r.faits[0] ?? ''))
    .flatMap((r) => enoncer(r, l) ?? [])
}

/** A fact that has a line of its own; nothing when nobody answered. */
export function ligneDe(l: Lecteur, fait: CleFait): Enonce[] {
  const dite = enoncer({ libelle: definitionFait(fait)?.libelle ?? fait, faits: [fait] }, l)
  return dite === null ? [] : [dite]
}

const LIGNE_VIDE = '________________________________________'

/** The same, with a line to fill by hand when nobody answered. */
export function ligneAEcrire(l: Lecteur, fait: CleFait): Enonce[] {
  const dite = ligneDe(l, fait)
  if (dite.length > 0) return dite
  return [{ libelle: definitionFait(fait)?.libelle ?? fait, segments: [duCatalogue(LIGNE_VIDE, '')] }]
}

/** A sentence of the catalogue, or of what follows from it. */
export function duCatalogue(texte: string, source: string, declarations: readonly string[] = []): Segment {
  return { texte, lacune: null, source, declarations: [...declarations] }
}

/** Each dispositif in two lines: how it reads today, then what could still change that. */
export function lignesDesDispositifs(suivis: readonly DispositifSuivi[], l: Lecteur): Enonce[] {
  return suivis.map((d) => {
    const lecture = `${MOT_LECTURE[d.lecture]} – ${direVerification(d.lu, l.orientation.date)}`
    const declarations = d.retenu ? idsDe(l, 'orientation.choix') : []
    const etat = d.lecture === 'hors-criteres' ? 'faux' : 'inconnu'
    const reste = d.visibles.filter((c) => c.etat === etat && d.lecture !== 'profil-a-evaluer')
    const motifs = reste.map((c) =>
      duCatalogue(
        [c.motif, c.aFaire].filter((x) => x !== undefined).join(' '),
        'catalogue',
        c.declarations.filter((id) => l.parId.has(id)),
      ),
    )
    return { libelle: d.ecrit.nom, segments: [duCatalogue(lecture, d.lu.source, declarations), ...motifs] }
  })
}

/** The framework retained: what it allows, what it carries, what still stands in its way. */
export function lignesDuCadre(cadre: CadreSuivi | null, l: Lecteur): Enonce[] {
  if (cadre === null) return []
  const { ecrit, lu, declarations } = cadre
  const articles = ecrit.articles.join(', ')
  const porte = ecrit.peutPorter
    .filter(sansAncienNom)
    .map((x) => duCatalogue(x.texte, x.source, declarations))
  const reserves = (lu?.conditions ?? [])
    .filter((c) => c.etat === 'faux' || c.etat === 'inconnu')
    .map((c) =>
      duCatalogue(
        c.motif,
        (c.articles ?? []).join(', '),
        c.declarations.filter((id) => l.parId.has(id)),
      ),
    )
  return [
    { libelle: ecrit.nom, segments: [duCatalogue(ecrit.presentation, articles, declarations)] },
    ...(porte.length > 0 ? [{ libelle: 'Peut porter', segments: porte }] : []),
    ...(reserves.length > 0 ? [{ libelle: 'Reste à établir', segments: reserves }] : []),
  ]
}

/** Limits of the framework retained, as sentences. */
export function limitesDuCadre(l: Lecteur): string[] {
  return (cadreRetenu(l)?.ecrit.limites ?? []).filter(sansAncienNom).map((x) => x.texte)
}

/** Frameworks open today other than the one retained, by name, in one line; nothing when there is none. */
export function autresCadres(l: Lecteur, libelle: string): Enonce[] {
  const retenu = cadreRetenu(l)?.ecrit.id
  const noms = l.orientation.cadres.filter((c) => c.lecture === 'ouvert' && c.id !== retenu).map((c) => c.nom)
  return noms.length === 0 ? [] : [{ libelle, segments: [duCatalogue(noms.join(' ; '), '')] }]
}

/** A sentence that explains a repealed measure by its old name is read on screen, never printed. */
function sansAncienNom({ texte }: { texte: string }): boolean {
  return ancienneMesure(texte) === null && !/\bmises? a l'epreuve\b/.test(plier(texte))
}

export function sectionAlertes(l: Lecteur): Section {
  const enonces = alertes(l).map((a) => ({
    libelle: a.bloquante ? 'Bloquant' : 'Attention',
    segments: [duCatalogue(a.texte, a.articles.join(', '))],
  }))
  return section('alertes', 'À ne pas oublier', enonces)
}

export function sectionNonExplore(l: Lecteur): Section {
  const jamais = nonExplore(l)
  return section('non-explore', 'Ce que personne n’a demandé', jamais === null ? [] : [jamais])
}
