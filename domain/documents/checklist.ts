import { type Catalogue, catalogueParDefaut, dispositifDuCatalogue } from '../catalogue/index.ts'
import type { CleFait, Dossier, Orientation } from '../contrat.ts'
import { definitionFait } from '../faits/vocabulaire.ts'
import { plier } from '../texte.ts'
import { type Appel, type ChecklistContenu, type EtapeChecklist, PIED, type Segment } from './contenu.ts'
import { enoncer, type Lecteur, lecteur } from './enonces.ts'
import { entete, type OptionsDocument } from './fiche.ts'
import { initialeMinuscule } from './format.ts'
import { MOT_LECTURE, pourLecteur } from './lectures.ts'
import { seDitSeul } from './rubriques.ts'
import { faitVisible } from './sources.ts'

/** One of the eight steps (ecrans.md §2.6 D): what to say, what the dossier already holds of it. */
interface Etape {
  fait: CleFait
  texte: string
  aCompleter: string
  faits: readonly CleFait[]
}

const ETAPES: readonly Etape[] = [
  {
    fait: 'audience.accordRedit',
    texte: 'Accord de l’intéressé, à redire à l’audience',
    aCompleter: 'à __ h __',
    faits: ['accord.evaluation', 'accord.ouvrage', 'accord.ailsi'],
  },
  {
    fait: 'audience.pieceAddiction',
    texte: 'Lien entre les faits et l’addiction : une pièce au moins',
    aCompleter: 'cote ______',
    faits: ['addiction.lienFaits', 'addiction.conduite', 'addiction.soins'],
  },
  {
    fait: 'audience.nuitSuivante',
    texte: 'Où dormira-t-il ce soir ? Adresse, hébergeant, SIAO ou centre de semi-liberté',
    aCompleter: '______________________',
    faits: ['logement.hebergementCeSoir', 'logement.situation', 'logement.departement'],
  },
  {
    fait: 'audience.japNomme',
    texte: 'JAP compétent nommé ; accord si hors ressort',
    aCompleter: 'M./Mme ____________ à __ h __',
    faits: ['suivi.japRessort', 'suivi.accordHorsRessort', 'suivi.mesureEnCours'],
  },
  {
    fait: 'audience.rienIncompatible',
    texte:
      'Rien d’incompatible : écrou, peine à exécuter, interdiction, titre de séjour, mesure de protection',
    aCompleter: '______________________',
    faits: ['suivi.peineAExecuter', 'personne.situationAdministrative', 'personne.mesureProtection'],
  },
  {
    fait: 'audience.porteurPrevenu',
    texte: 'Porteur prévenu ; place ou date d’évaluation',
    aCompleter: 'le __/__/____ à __ h __',
    faits: [],
  },
  {
    fait: 'audience.obligationsEcrites',
    texte: 'Obligations à écrire au dispositif et convocation remise en main propre',
    aCompleter: 'le __/__/____ à __ h __',
    faits: [],
  },
  {
    fait: 'audience.motivationSpeciale',
    texte: 'Récidive de violences : motivation spéciale préparée',
    aCompleter: '______________________',
    faits: ['procedure.categorie', 'antecedents.recidive'],
  },
]

/** The sheet read aloud in a minute before asking or pleading. */
export function checklistTribunal(
  dossier: Dossier,
  orientation: Orientation,
  options: OptionsDocument,
): ChecklistContenu {
  const l = lecteur(dossier, orientation, options.role)
  const catalogue = options.catalogue ?? catalogueParDefaut()
  const etapes = ETAPES.map((e, i) => lireEtape(e, i + 1, l, catalogue))
  return {
    type: 'checklist',
    titre: 'Checklist pour le tribunal',
    consigne: 'À lire à voix haute avant de requérir ou de plaider (60 secondes environ)',
    entete: entete(dossier, orientation, options),
    etapes,
    reglees: etapes.filter((e) => e.etat !== 'a-faire').length,
    pied: PIED,
  }
}

function lireEtape(e: Etape, numero: number, l: Lecteur, catalogue: Catalogue): EtapeChecklist {
  const cochee = l.orientation.faits[e.fait]
  const dites = l.parFait.get(e.fait) ?? []
  const precisions = [...new Set(dites.flatMap((d) => d.precision || []))]
  const deSoiMeme = cochee?.etat === 'connu' ? null : sansObjet(e.fait, l)
  const etat = cochee?.etat === 'connu' ? (cochee.valeur === 'fait' ? 'fait' : 'sans-objet') : 'a-faire'
  const appel = appelDe(e.fait, l)
  return {
    numero,
    fait: e.fait,
    texte: e.texte,
    etat: deSoiMeme === null ? etat : 'sans-objet',
    precision: precisions.length === 0 ? null : precisions.join(' ; '),
    aCompleter: e.aCompleter,
    motif: cochee?.etat === 'contradictoire' ? 'contradictoire : à trancher' : deSoiMeme,
    auDossier: [...auDossier(e, l), ...porteurs(e.fait, l, catalogue)],
    ...(appel === null ? {} : { appel }),
    declarations: dites.map((d) => d.id),
  }
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
    if (rang > 0) return []
    return [
      { texte: `${libelle} : non demandé`, lacune: 'non demandé' as const, source: '', declarations: [] },
    ]
  })
}

/** Who has to be told: the dispositifs still open, with a line for what is not known. */
function porteurs(fait: CleFait, l: Lecteur, catalogue: Catalogue): Segment[] {
  if (fait !== 'audience.porteurPrevenu') return []
  return l.orientation.dispositifs
    .map((d) => pourLecteur(d, l))
    .filter((d) => d.lecture !== 'hors-criteres')
    .map((d) => {
      const porteur = dispositifDuCatalogue(catalogue, d.lu.id)?.porteur
      const texte = [`${d.lu.nom} (${MOT_LECTURE[d.lecture].toLowerCase()})`, porteur]
        .filter(Boolean)
        .join(' : ')
      return { texte, lacune: null, source: 'catalogue', declarations: [] }
    })
}

/** The special reasons of step 8 concern violence again after violence, and nothing else. */
function sansObjet(fait: CleFait, l: Lecteur): string | null {
  if (fait !== 'audience.motivationSpeciale') return null
  const categorie = texteConnu(l, 'procedure.categorie')
  if (categorie !== undefined && !categorie.startsWith('violences'))
    return 'sans objet : pas de violences poursuivies'
  if (l.role !== 'enquete' && texteConnu(l, 'antecedents.recidive') === 'non-etablie')
    return 'sans objet : récidive non établie'
  return null
}

/** The JAP of another court has to be called; no number is published, so none is printed. */
function appelDe(fait: CleFait, l: Lecteur): Appel | null {
  if (fait !== 'audience.japNomme' || !faitVisible('suivi.japRessort', l.role)) return null
  const jap = texteConnu(l, 'suivi.japRessort')
  const tribunal = texteConnu(l, 'procedure.tribunal')
  if (jap === undefined || tribunal === undefined || plier(jap) === plier(tribunal)) return null
  if (l.orientation.faits['suivi.accordHorsRessort']?.etat === 'connu') return null
  return { qui: `JAP de ${jap}`, telephone: null }
}

function texteConnu(l: Lecteur, fait: CleFait): string | undefined {
  const etat = l.orientation.faits[fait]
  return etat?.etat === 'connu' && typeof etat.valeur === 'string' ? etat.valeur : undefined
}
