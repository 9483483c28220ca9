import type { CleFait, Dossier, Role } from '../contrat.ts'
import { lignesTriage } from '../faits/triage.ts'
import { definitionFait } from '../faits/vocabulaire.ts'
import { plier } from '../texte.ts'
import type { Destinataire, Segment } from './contenu.ts'
import { sansTexteLibre } from './destinataires.ts'
import { enoncer, type Lecteur } from './enonces.ts'
import { entete } from './fiche.ts'
import { dateCourte, initialeMinuscule } from './format.ts'
import { MOT_LECTURE } from './lectures.ts'
import { appelsDe, type DispositifSuivi, encoreOuvert, idsDe, texteConnu } from './retenus.ts'
import type { OptionsDocument } from './vue.ts'

/** What each recipient is told, sentence by sentence. */

export interface OptionsMessage extends OptionsDocument {
  /** `13:00`; a blank to fill by hand when absent. */
  heureAudience?: string
  /** `12:15`, when the answer is needed; a blank to fill by hand when absent. */
  reponseAvant?: string
}

/** One line before it is folded, with the declarations that it says. */
export interface Phrase {
  texte: string
  declarations: readonly string[]
}

export interface MatiereMessage {
  l: Lecteur
  dossier: Dossier
  destinataire: Destinataire
  options: OptionsMessage
  suivis: readonly DispositifSuivi[]
}

const BLANC = '__________'

/** In the order in which it is read; an empty sentence is left out. */
export const PHRASES: Readonly<Record<Destinataire, (m: MatiereMessage) => Phrase[]>> = {
  apcars: (m) => [
    dire(`Enquête sociale rapide et annexe addiction demandées. Réponse utile avant ${avant(m)}.`),
    personne(m),
    audience(m),
    ...lignes(m, ['personne.mesureProtection']),
    aRecueillir(m),
    ...donnees(m),
    dire('Droit de se taire à notifier avant l’entretien ; aucune question sur les faits.'),
  ],
  jap: (m) => [
    personne(m),
    audience(m),
    ...lignes(m, ['suivi.mesureEnCours', 'suivi.peineAExecuter']),
    ...lignes(m, ['suivi.japRessort', 'suivi.accordHorsRessort']),
    ...accords(m),
    envisage(m),
    dire('Suivez-vous cette personne ? Quelle mesure, jusqu’à quelle date ?'),
    peineAExecuter(m),
    questionAuJap(m),
    dire(`Réponse utile avant ${avant(m)}.`),
  ],
  spip: (m) => [
    personne(m),
    audience(m),
    ...lignes(m, ['suivi.mesureEnCours', 'suivi.japRessort', 'suivi.accordHorsRessort']),
    ...accords(m),
    ...lignes(m, ['disponibilite.semaine']),
    ...lignes(m, ['logement.nuitAvant', 'logement.hebergementCeSoir', 'logement.departement']),
    envisage(m),
    dire('Une évaluation récente existe-t-elle, et que dit-elle ?'),
    questionAuSpip(m),
    dire(`Réponse utile avant ${avant(m)}.`),
  ],
  avocat: (m) => [
    personne(m),
    audience(m),
    ...presentation(m),
    ...accords(m),
    ...lignes(m, ['disponibilite.semaine']),
    ...lignes(m, ['logement.hebergementCeSoir']),
    aPlaider(m),
    envisage(m),
    ...aAppeler(m),
    // The defence owes the prosecutor nothing.
    dire(`Réponse souhaitée avant ${avant(m)}, si la personne le veut bien.`),
  ],
  siao: (m) => [
    dire(
      `Demande d’hébergement à partir du ${dateCourte(m.dossier.dateAudience)}. Réponse utile avant ${avant(m)}.`,
    ),
    personne(m),
    ...lignes(m, ['personne.sexe']),
    orienteur(m),
    ...lignes(m, ['logement.situation', 'logement.sansLogementStable']),
    ...lignes(m, ['logement.nuitAvant', 'logement.depuis', 'logement.domiciliation']),
    ...lignes(m, ['logement.hebergementCeSoir', 'logement.departement']),
    ...aCompleter(m),
  ],
}

/** A label that ends with an abbreviation (« lun.–ven. ») ends the sentence by itself. */
function dire(texte: string, declarations: readonly string[] = []): Phrase {
  return { texte: texte.replace(/(?<!\.)\.\.$/, '.'), declarations }
}

/** `12:15` → « 12 h 15 ». */
function heure(instant: string | undefined): string {
  const [h = '', min = ''] = (instant ?? '').split(':')
  return h === '' || min === '' ? '__ h __' : `${Number(h)} h ${min}`
}

function avant({ options }: MatiereMessage): string {
  return heure(options.reponseAvant)
}

function personne({ dossier, l, options }: MatiereMessage): Phrase {
  const { personne: identite } = entete(dossier, l.orientation, options)
  return dire(`Personne : ${identite ?? `${BLANC}${BLANC}`}.`)
}

function audience({ dossier, l, options }: MatiereMessage): Phrase {
  const tribunal = dit(l, 'procedure.tribunal')
  const ou = tribunal === undefined ? '' : `, tribunal de ${tribunal}`
  const quand = `${dateCourte(dossier.dateAudience)} à ${heure(options.heureAudience)}`
  return dire(
    `Audience : ${quand}${ou}. Message ${DE_LA_PART[options.role]}.`,
    idsDe(l, 'procedure.tribunal'),
  )
}

/** The recipient may owe an answer to one side and not to the other. */
const DE_LA_PART: Readonly<Record<Role, string>> = {
  parquet: 'du parquet, permanence',
  defense: 'de la défense',
  enquete: 'de l’enquête sociale',
}

/** Several tribunals said are all said, and the reader sees that they disagree. */
function dit(l: Lecteur, fait: CleFait): string | undefined {
  const valeurs = (l.parFait.get(fait) ?? []).map((d) => d.valeur).filter((v) => typeof v === 'string')
  return valeurs.length === 0 ? undefined : [...new Set(valeurs)].join(' ou ')
}

/** Facts in one sentence, as every document says them: answer, then who said so. */
function lignes({ l, destinataire }: MatiereMessage, faits: readonly CleFait[]): Phrase[] {
  return faits.flatMap((fait) => {
    const libelle = definitionFait(fait)?.libelle ?? fait
    const segments = enoncer({ libelle, faits: [fait] }, l)?.segments ?? []
    if (segments.length === 0) return []
    const texte = segments
      .map((s) => (sansTexteLibre(destinataire) ? `${s.texte}, ${statut(s, l)}` : `${s.texte} (${s.source})`))
      .join(' ; ')
    // « À construire : logement » says what it is about.
    const dit = texte.startsWith('à construire') ? `À${texte.slice(1)}` : `${libelle} : ${texte}`
    const note = segments.find((s) => s.note !== undefined)?.note
    return [
      dire(
        `${dit}${note === undefined ? '' : ` – ${note}`}.`,
        segments.flatMap((s) => s.declarations),
      ),
    ]
  })
}

/** Checked or only declared: where it was said is nobody's business in a shelter. */
function statut({ declarations }: Segment, l: Lecteur): string {
  return declarations.some((id) => l.parId.get(id)?.verifie) ? 'vérifié' : 'déclaré'
}

function accords(m: MatiereMessage): Phrase[] {
  return lignes(m, ['accord.evaluation', 'accord.ouvrage', 'accord.ailsi'])
}

function noms(suivis: readonly DispositifSuivi[]): string {
  return suivis.map((d) => d.ecrit.nom).join(' et ')
}

/** What is asked for, once it is retained. */
function envisage({ l }: MatiereMessage): Phrase {
  const dit = enoncer({ libelle: 'Envisagé', faits: ['orientation.choix', 'orientation.cadre'] }, l)
  const segments = dit?.segments ?? []
  const mots = segments.map((s) => `${s.texte} (${s.source})`).join(' ; ')
  return dire(
    mots === '' ? '' : `Envisagé : ${mots}.`,
    segments.flatMap((s) => s.declarations),
  )
}

/** What an investigator has to come back with: lines that nobody answered, then what each referral needs. */
function aRecueillir({ l }: MatiereMessage): Phrase {
  const libelles = lignesTriage('enquete')
    .map((ligne) => ligne.fait)
    .filter((fait) => l.orientation.faits[fait]?.etat !== 'connu' && !sansSuite(fait, l))
    .map((fait) => initialeMinuscule(definitionFait(fait)?.libelle ?? fait))
  return dire(libelles.length === 0 ? '' : `À recueillir : ${libelles.join(', ')}.`)
}

/** The treatment is only asked after a « oui » to the line above it. */
function sansSuite(fait: CleFait, { orientation }: Lecteur): boolean {
  const trouble = orientation.faits['psy.troubleDeclare']
  return fait === 'psy.traitement' && trouble?.etat === 'connu' && trouble.valeur === false
}

function donnees({ suivis }: MatiereMessage): Phrase[] {
  return suivis
    .filter((d) => d.ecrit.fiche.donnees.length > 0)
    .map(({ ecrit }) => dire(`Nécessaire pour ${ecrit.nom} : ${enListe(ecrit.fiche.donnees)}.`))
}

function enListe(phrases: readonly { texte: string }[]): string {
  return phrases.map((x) => initialeMinuscule(sansPoint(x.texte))).join(' ; ')
}

function sansPoint(texte: string): string {
  return texte.replace(/\.$/, '')
}

/** Asked of the JAP as long as the dossier does not say it. */
function peineAExecuter({ l }: MatiereMessage): Phrase {
  const dite = (l.parFait.get('suivi.peineAExecuter') ?? []).some((d) => d.valeur !== null)
  return dire(dite ? '' : 'Une peine reste-t-elle à exécuter ?')
}

function questionAuSpip({ suivis }: MatiereMessage): Phrase {
  const quoi = noms(suivis.filter(peutSeDemander))
  return dire(`Une place, une date de rendez-vous${quoi === '' ? '' : ` pour ${quoi}`} ?`)
}

function peutSeDemander(d: DispositifSuivi): boolean {
  return d.retenu || d.lecture !== 'hors-criteres'
}

/** The one question that only this JAP can answer. */
function questionAuJap({ l, suivis }: MatiereMessage): Phrase {
  const quoi = noms(suivis.filter(peutSeDemander))
  if (quoi === '') return dire('')
  const jap = texteConnu(l, 'suivi.japRessort')
  const tribunal = texteConnu(l, 'procedure.tribunal')
  const hors = jap !== undefined && tribunal !== undefined && plier(jap) !== plier(tribunal)
  return dire(
    hors
      ? `Accepteriez-vous une prise en charge par ${quoi}, hors de votre ressort ?`
      : `Accepteriez-vous une prise en charge par ${quoi} ?`,
  )
}

/** The dispositif that is still open, in three sentences. */
function presentation({ suivis }: MatiereMessage): Phrase[] {
  const d = encoreOuvert(suivis)
  if (d === undefined) return [dire('Aucun programme de ce tribunal n’est ouvert au vu du dossier.')]
  const { ecrit } = d
  const [premiere] = ecrit.presentation
  return [
    dire(
      `Programme à évoquer : ${ecrit.nom} (${ecrit.porteur}), ${initialeMinuscule(MOT_LECTURE[d.lecture])}.`,
    ),
    dire(premiere === undefined ? '' : `${sansPoint(premiere.texte)} (${premiere.source}).`),
    dire(`Accepter, c’est : ${ecrit.direOui}.`),
  ]
}

/** What the person and the lawyer alone can bring; nothing here is read in APPI, Cassiopée or the record. */
function aPlaider({ suivis }: MatiereMessage): Phrase {
  const d = encoreOuvert(suivis)
  const restes = (d?.visibles ?? []).filter(
    (c) => c.etat === 'inconnu' && c.faits.length > 0 && c.faits.every(estDeLaPersonne),
  )
  const mots = restes.map((c) => initialeMinuscule(c.libelle))
  return dire(mots.length === 0 ? '' : `À dire ou à produire à l’audience : ${mots.join(', ')}.`)
}

function estDeLaPersonne(fait: CleFait): boolean {
  return /^(accord|disponibilite|logement|addiction)\./.test(fait)
}

function aAppeler({ suivis }: MatiereMessage): Phrase[] {
  const d = encoreOuvert(suivis)
  const appels = d === undefined ? [] : appelsDe(d.ecrit)
  return appels.length === 0
    ? []
    : [dire(`À appeler : ${appels.map((a) => `${a.qui}, ${a.telephone ?? BLANC}`).join(' ; ')}.`)]
}

function orienteur({ l, options }: MatiereMessage): Phrase {
  const tribunal = dit(l, 'procedure.tribunal')
  const ou = tribunal === undefined ? '' : ` du tribunal de ${tribunal}`
  const qui = { parquet: `permanence${ou}`, defense: `avocat, barreau${ou}`, enquete: `enquête sociale${ou}` }
  return dire(`Orienté par : ${qui[options.role]}.`, idsDe(l, 'procedure.tribunal'))
}

/** What the form of the SIAO asks for, in the words of the catalogue. */
function aCompleter({ l }: MatiereMessage): Phrase[] {
  const ecrit = l.catalogue.dispositifs.find((d) => d.ecrit.id === 'siao')?.ecrit
  if (ecrit === undefined) return []
  const [champs, ...regles] = ecrit.fiche.donnees
  return [
    dire(champs === undefined ? '' : `Fiche à remplir avec la personne : ${enListe([champs])}.`),
    ...regles.map((x) => dire(`Transmission : ${initialeMinuscule(x.texte)}`)),
  ]
}
