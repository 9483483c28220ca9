import type { Dossier, Orientation } from '../contrat.ts'
import { definitionFait } from '../faits/vocabulaire.ts'
import { plier } from '../texte.ts'
import { type Appel, type ChecklistContenu, type EtapeChecklist, PIED, type Segment } from './contenu.ts'
import { enoncer, type Lecteur } from './enonces.ts'
import {
  CONSIGNE,
  ETAPES,
  type Etape,
  FERME,
  PIECE_PSY,
  VERSION_DU_PROFIL,
  type VersionChecklist,
} from './etapes.ts'
import { entete } from './fiche.ts'
import { initialeMinuscule } from './format.ts'
import { MOT_LECTURE } from './lectures.ts'
import {
  aDetailler,
  appelsDe,
  type CadreSuivi,
  cadreRetenu,
  type DispositifSuivi,
  idsDe,
  texteConnu,
} from './retenus.ts'
import { seDitSeul } from './rubriques.ts'
import { segmentTu } from './silences.ts'
import { faitVisible } from './sources.ts'
import { type OptionsDocument, voir } from './vue.ts'

export interface OptionsChecklist extends OptionsDocument {
  /** Who reads it aloud; by default, whoever writes it. */
  version?: VersionChecklist
}

/** What the steps are made from: the dossier, what was retained in it, and who reads. */
interface Matiere {
  l: Lecteur
  version: VersionChecklist
  suivis: readonly DispositifSuivi[]
  cadre: CadreSuivi | null
}

/**
 * The sheet read aloud in a minute before asking, pleading or deciding. Eight steps at most and always the same, so
 * that a tick keeps its meaning; the dispositifs and the framework retained say them in their own words, and make
 * without object those that they do not need.
 */
export function checklistTribunal(
  dossier: Dossier,
  orientation: Orientation,
  options: OptionsChecklist,
): ChecklistContenu {
  const l = voir(dossier, orientation, options, 'checklist')
  const version = options.version ?? VERSION_DU_PROFIL[options.role]
  const matiere = { l, version, suivis: aPrevenir(l), cadre: cadreRetenu(l) }
  const etapes = ETAPES.map((e, i) => lireEtape(e, i + 1, matiere))
  return {
    type: 'checklist',
    titre: 'Checklist pour le tribunal',
    consigne: CONSIGNE[version],
    entete: entete(dossier, orientation, options),
    etapes,
    reglees: etapes.filter((e) => e.etat !== 'a-faire').length,
    pied: PIED,
  }
}

/** What was retained, whatever its reading; before that, what this tribunal offers and is not outside the criteria. */
function aPrevenir(l: Lecteur): DispositifSuivi[] {
  return aDetailler(l).filter((d) => d.retenu || d.lecture !== 'hors-criteres')
}

function lireEtape(e: Etape, numero: number, m: Matiere): EtapeChecklist {
  const { l } = m
  const cochee = l.orientation.faits[e.fait]
  const dites = l.parFait.get(e.fait) ?? []
  const precisions = [...new Set(dites.flatMap((d) => d.precision || []))]
  const deSoiMeme = cochee?.etat === 'connu' ? null : sansObjet(e, m)
  const etat = cochee?.etat === 'connu' ? (cochee.valeur === 'fait' ? 'fait' : 'sans-objet') : 'a-faire'
  const appel = appelDe(e, l)
  return {
    numero,
    fait: e.fait,
    texte: texteDe(e, m),
    etat: deSoiMeme === null ? etat : 'sans-objet',
    precision: precisions.length === 0 ? null : precisions.join(' ; '),
    aCompleter: e.aCompleter,
    motif: cochee?.etat === 'contradictoire' ? 'contradictoire : à trancher' : deSoiMeme,
    auDossier: [...auDossier(e, l), ...duCatalogue(e, m)],
    ...(appel === null ? {} : { appel }),
    declarations: dites.map((d) => d.id),
  }
}

/** The step in the words of what was retained, when that changes what there is to say. */
function texteDe(e: Etape, { version, suivis, cadre }: Matiere): string {
  if (e.fait === 'audience.pieceAddiction' && surTroublePsy(suivis)) return PIECE_PSY[version]
  if (e.fait === 'audience.motivationSpeciale' && estFerme(cadre)) return FERME[version]
  return e.textes[version].replace('{pour}', pour(suivis))
}

/** « pour être évalué par… »: only when a single dispositif is retained, so that the sentence stays short. */
function pour(suivis: readonly DispositifSuivi[]): string {
  const [seul, ...autres] = suivis
  if (seul === undefined || autres.length > 0 || !seul.retenu || /^rien\b/.test(seul.ecrit.direOui)) return ''
  return ` pour ${seul.ecrit.direOui}`
}

function lit(d: DispositifSuivi, famille: RegExp): boolean {
  return d.lu.criteres.some((c) => c.faits.some((f) => famille.test(f)))
}

/** Every dispositif retained rests on a psychiatric trouble, and none on an addiction. */
function surTroublePsy(suivis: readonly DispositifSuivi[]): boolean {
  const retenus = suivis.filter((d) => d.retenu)
  return retenus.some((d) => lit(d, /^psy\./)) && !retenus.some((d) => lit(d, /^addiction\./))
}

function estFerme(cadre: CadreSuivi | null): boolean {
  return cadre?.ecrit.etape === 'amenagement'
}

/** The first fact of a step is the one that it turns on: when nobody asked, the sheet says so. */
function auDossier(e: Etape, l: Lecteur): Segment[] {
  const visibles = e.faits.filter((f) => faitVisible(f, l.role))
  return visibles.flatMap((fait, rang) => {
    const libelle = initialeMinuscule(definitionFait(fait)?.libelle ?? fait)
    const segments = enoncer({ libelle, faits: [fait] }, l)?.segments
    if (segments !== undefined)
      return segments.map((s) =>
        seDitSeul(fait) || s.texte.startsWith('à construire')
          ? s
          : { ...s, texte: `${libelle} : ${s.texte}` },
      )
    return rang > 0 ? [] : [segmentTu(l, libelle)]
  })
}

/** What the catalogue says for this step of what was retained. */
function duCatalogue(e: Etape, m: Matiere): Segment[] {
  switch (e.fait) {
    case 'audience.rienIncompatible':
      return conditionsOuvertes(m)
    case 'audience.porteurPrevenu':
      return [...retenusDits(m.l), ...m.suivis.flatMap((d) => porteur(d, m.l))]
    case 'audience.obligationsEcrites':
      return phrasesDuCadre(m, m.cadre?.ecrit.peutPorter ?? [])
    case 'audience.motivationSpeciale':
      return phrasesDuCadre(
        m,
        (estFerme(m.cadre) ? m.cadre?.ecrit.limites : undefined)?.filter((x) =>
          /\bmoti[fv]/i.test(x.texte),
        ) ?? [],
      )
    default:
      return []
  }
}

/** Conditions of the framework retained that are not met, or that nobody can tell yet. */
function conditionsOuvertes({ l, cadre }: Matiere): Segment[] {
  if (cadre?.lu === undefined) return []
  const { nom, conditions } = cadre.lu
  const ouvertes = conditions.filter(
    // The sentence contemplated is on no shared paper, nor the lack of it.
    (c) => (c.etat === 'faux' || c.etat === 'inconnu') && !c.faits.includes('audience.peineEnvisageeMois'),
  )
  const uneFois = ouvertes.filter((c, i) => ouvertes.findIndex((x) => x.motif === c.motif) === i)
  return uneFois.map((c) => ({
    texte: `${nom} : ${initialeMinuscule(c.motif)}`,
    lacune: null,
    source: (c.articles ?? []).join(', '),
    declarations: [...cadre.declarations, ...c.declarations.filter((id) => l.parId.has(id))],
  }))
}

/** What was retained, by whom; nothing when nothing is. */
function retenusDits(l: Lecteur): Segment[] {
  const faits = ['orientation.choix', 'orientation.cadre'].filter((f) => faitVisible(f, l.role))
  return faits.flatMap((fait) => enoncer({ libelle: '', faits: [fait] }, l)?.segments ?? [])
}

/** Who has to be told, with a number when this court noted one, and what exactly to hand over. */
function porteur(d: DispositifSuivi, l: Lecteur): Segment[] {
  const { ecrit } = d
  const declarations = d.retenu ? idsDe(l, 'orientation.choix') : []
  const joignables = appelsDe(ecrit).flatMap((a) => (a.telephone === null ? [] : `${a.qui} ${a.telephone}`))
  const qui = `${ecrit.nom} (${MOT_LECTURE[d.lecture].toLowerCase()}) : ${[ecrit.porteur, ...joignables].join(' ; ')}`
  const segments = [{ texte: qui, lacune: null, source: 'catalogue', declarations }]
  const donnees = ecrit.fiche.donnees.map((x) => x.texte).join(' ')
  if (!d.retenu || donnees === '') return segments
  return [
    ...segments,
    {
      texte: `${ecrit.nom}, à transmettre : ${initialeMinuscule(donnees)}`,
      lacune: null,
      source: ecrit.source,
      declarations,
    },
  ]
}

/** The first sentence names the framework; the others follow from it. */
function phrasesDuCadre(
  { cadre }: Matiere,
  phrases: readonly { texte: string; source: string }[],
): Segment[] {
  if (cadre === null) return []
  const { declarations, ecrit } = cadre
  return phrases.map(({ texte, source }, rang) => ({
    texte: rang === 0 ? `${ecrit.nom} : ${initialeMinuscule(texte)}` : texte,
    lacune: null,
    source,
    declarations,
  }))
}

/** Steps that what was retained, or what is prosecuted, makes pointless. */
function sansObjet(e: Etape, m: Matiere): string | null {
  if (e.fait === 'audience.pieceAddiction') return sansPiece(m)
  return e.fait === 'audience.motivationSpeciale' && !estFerme(m.cadre) ? sansMotivation(m.l) : null
}

function sansPiece({ suivis }: Matiere): string | null {
  const retenus = suivis.filter((d) => d.retenu)
  if (retenus.length === 0 || retenus.some((d) => lit(d, /^(addiction|psy)\./))) return null
  return 'sans objet : ce qui est retenu ne le demande pas'
}

/** The special reasons concern violence again after violence, and nothing else. */
function sansMotivation(l: Lecteur): string | null {
  const categorie = texteConnu(l, 'procedure.categorie')
  if (categorie !== undefined && !categorie.startsWith('violences'))
    return 'sans objet : pas de violences poursuivies'
  if (l.role !== 'enquete' && texteConnu(l, 'antecedents.recidive') === 'non-etablie')
    return 'sans objet : récidive non établie'
  return null
}

/** The JAP of another court has to be called; no number is published, so none is printed. */
function appelDe({ fait }: Etape, l: Lecteur): Appel | null {
  if (fait !== 'audience.japNomme' || !faitVisible('suivi.japRessort', l.role)) return null
  const jap = texteConnu(l, 'suivi.japRessort')
  const tribunal = texteConnu(l, 'procedure.tribunal')
  if (jap === undefined || tribunal === undefined || plier(jap) === plier(tribunal)) return null
  if (l.orientation.faits['suivi.accordHorsRessort']?.etat === 'connu') return null
  return { qui: `JAP de ${jap}`, telephone: null }
}
