import {
  type CleFait,
  type Declaration,
  type Dossier,
  definitionFait,
  type LigneTriage,
  type Provenance,
  repondre,
} from '../../domain/index.ts'
import { instant } from '../horloge.ts'
import { etatFait, vives } from '../lecture.ts'
import { auteur, choisirSource, declarer, dossierDe, ensemble } from '../magasin.ts'
import { acte } from './acte.ts'
import {
  estRepondu,
  lireTexte,
  type Option,
  porteuse,
  type ReponseLigne,
  SANS_LOGEMENT,
  type Valeur,
  valeurDeTouche,
  vueLigne,
} from './lignes.ts'
import { ecrireSource, lireSource } from './sources.ts'

/** Every act of the triage, from a key to the declarations that say it. Nothing here draws. */

export type Saisie = { valeur: Valeur } | { valeur: null; inconnu: NonNullable<Declaration['inconnu']> }
export const RETIRE: Saisie = { valeur: null, inconnu: 'pas-demande' }

/** The dossier is read again at each act: several acts of one key build on each other. */
export function enregistrer(
  id: string,
  fait: CleFait,
  quoi: Saisie,
  source: string | null,
  texte: string,
): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  declarer(id, [repondre(dossier, { fait, ...quoi, ...ecrireSource(source, texte) }, acte())])
}

/**
 * One key of a line. False: the answer needs words, the précision must be opened.
 * « Non », « ? » and clearing also take back the précisions: they described a « oui » that is no longer said.
 */
export function repondreLigne(dossier: Dossier, ligne: LigneTriage, reponse: ReponseLigne | null): boolean {
  const { source, texte } = vueLigne(dossier, ligne)
  let quoi: Saisie = RETIRE
  if (reponse === '?') quoi = { valeur: null, inconnu: 'ne-sait-pas' }
  else if (reponse !== null) {
    const valeur = valeurDeTouche(ligne, reponse, dossier)
    if (valeur === null) return false
    quoi = { valeur }
  }
  ensemble(() => {
    if (reponse !== 'o')
      for (const fait of ligne.precisions)
        if (estRepondu(dossier, fait)) enregistrer(dossier.id, fait, RETIRE, source, '')
    if (reponse !== null || estRepondu(dossier, ligne.fait))
      enregistrer(dossier.id, ligne.fait, quoi, source, reponse === null ? '' : texte)
    if (reponse === 'o') reprendreDeduits(dossier.id, ligne)
  })
  return true
}

/** A « oui » that the details contradict takes them back: what they say would win over it. */
function reprendreDeduits(id: string, ligne: LigneTriage): void {
  const dossier = dossierDe(id)
  if (ligne.fait !== SANS_LOGEMENT || !dossier) return
  const etat = etatFait(dossier, ligne.fait)
  if (etat.etat === 'connu' && etat.valeur === true) return
  const { source } = vueLigne(dossier, ligne)
  for (const fait of ['logement.situation', 'logement.nuitAvant'])
    if (estRepondu(dossier, fait)) enregistrer(id, fait, RETIRE, source, '')
}

/** Settles a contradiction: the answer chosen is said again with its own source, and takes back all the others. */
export function trancher(id: string, choisie: string): void {
  const dossier = dossierDe(id)
  const dite = dossier?.declarations.find((d) => d.id === choisie)
  if (!dossier || !dite) return
  const { fait, valeur, origine, sourceAPreciser, verifie, precision, extrait } = dite
  const reponse = {
    fait,
    valeur,
    origine,
    verifie,
    ...(sourceAPreciser && { sourceAPreciser }),
    ...(precision !== undefined && { precision }),
  }
  const organisme = dite.auteur?.organisme
  const contexte = {
    ...acte(),
    auteur: { ...auteur(), ...(organisme !== undefined && { organisme }) },
  }
  const dit = repondre(dossier, reponse, contexte)
  declarer(id, [extrait === undefined ? dit : { ...dit, extrait }])
}

/** Answers the panel's question on a fact that has no line of its own. */
export function repondreFait(dossier: Dossier, fait: CleFait, quoi: Saisie): void {
  enregistrer(dossier.id, fait, quoi, null, '')
}

/**
 * What somebody outside answered: it takes the place of what the same one said before, and stands beside what others
 * said, so that two who disagree are both heard.
 */
export function repondrePour(
  dossier: Dossier,
  fait: CleFait,
  quoi: Saisie,
  { texte, lot, ...provenance }: Provenance & { texte: string; lot: string },
): void {
  const siennes = vives(dossier, fait).filter((d) => memeSource(d, provenance))
  const precision = texte.trim()
  declarer(dossier.id, [
    {
      id: crypto.randomUUID(),
      fait,
      ...quoi,
      ...provenance,
      ...(precision !== '' && { precision }),
      date: instant(),
      ...(siennes.length > 0 && { retire: siennes.map((d) => d.id) }),
      lot,
    },
  ])
}

/** One enquête, one lawyer; partners are told apart by their service. */
export function memeSource(d: Declaration, { origine, auteur: par }: Provenance): boolean {
  if (d.origine !== origine || d.sourceAPreciser) return false
  return origine !== 'partenaire' || d.auteur?.organisme === par.organisme
}

/** Free text of a line; typed before any answer, it is kept with « not asked ». */
export function preciser(dossier: Dossier, ligne: LigneTriage, texte: string): void {
  const declaration = porteuse(dossier, ligne)
  if (!declaration) {
    if (texte.trim() !== '')
      enregistrer(dossier.id, ligne.fait, RETIRE, vueLigne(dossier, ligne).source, texte)
    return
  }
  const lue = lireSource(declaration)
  if (lue.texte !== texte.trim()) redire(dossier, declaration.fait, lue.code, texte)
}

/** What was typed in the précision of a line. The sentence says why it could not be kept; the text then stays. */
export function saisirTexte(dossier: Dossier, ligne: LigneTriage, saisi: string): string | null {
  const vue = vueLigne(dossier, ligne)
  if (saisi.trim() === vue.precision) return null
  const lu = lireTexte(ligne, saisi)
  if ('erreur' in lu) return lu.erreur
  if (lu.valeur !== undefined) {
    enregistrer(dossier.id, ligne.fait, { valeur: lu.valeur }, vue.source, lu.texte)
    return null
  }
  const departement = ligne.precisions.find((p) => definitionFait(p)?.type === 'texte')
  ensemble(() => {
    if (lu.departement !== undefined && departement)
      enregistrer(dossier.id, departement, { valeur: lu.departement }, vue.source, '')
    preciser(dossierDe(dossier.id) ?? dossier, ligne, lu.texte)
  })
  return null
}

/** Chooses or takes back one entry of the list. */
export function basculer(dossier: Dossier, ligne: LigneTriage, { fait, valeur }: Option): void {
  const etat = etatFait(dossier, fait)
  const actuelle = etat.etat === 'connu' ? etat.valeur : null
  const { source, texte } = vueLigne(dossier, ligne)
  const garde = fait === ligne.fait ? texte : ''
  if (definitionFait(fait)?.type !== 'liste') {
    enregistrer(dossier.id, fait, actuelle === valeur ? RETIRE : { valeur }, source, garde)
    return
  }
  const liste = Array.isArray(actuelle) ? actuelle : []
  const code = String(valeur)
  const suite = liste.includes(code) ? liste.filter((x) => x !== code) : [...liste, code]
  enregistrer(dossier.id, fait, suite.length > 0 ? { valeur: suite } : RETIRE, source, garde)
}

/** The source of a line and of its précisions: each is said again with it. Before any answer, it waits for one. */
export function sourcer(dossier: Dossier, ligne: LigneTriage, code: string): void {
  choisirSource(dossier.id, ligne.fait, code)
  ensemble(() => {
    for (const fait of [...ligne.precisions, ligne.fait]) {
      const derniere = vives(dossier, fait).at(-1)
      if (!derniere || !estRepondu(dossier, fait)) continue
      const lue = lireSource(derniere)
      if (lue.code !== code) redire(dossier, fait, code, lue.texte)
    }
  })
}

/** Says a live answer again with another source or text. A contradiction is settled by answering, not by this. */
function redire(dossier: Dossier, fait: CleFait, source: string | null, texte: string): void {
  const derniere = vives(dossier, fait).at(-1)
  const etat = etatFait(dossier, fait)
  if (!derniere || etat.etat === 'contradictoire') return
  // A derived value wins over the declared one: what is said again is what was declared, lists united.
  const valeur =
    definitionFait(fait)?.type === 'liste' && etat.etat === 'connu' ? etat.valeur : derniere.valeur
  const quoi: Saisie =
    valeur === null ? { valeur: null, inconnu: derniere.inconnu ?? 'pas-demande' } : { valeur }
  const { origine, verifie, extrait } = derniere
  if (extrait === undefined || lireSource(derniere).code !== source) {
    enregistrer(dossier.id, fait, quoi, source, texte)
    return
  }
  // Words added beside a quotation do not take it away.
  const precision = texte.trim()
  const reponse = { fait, ...quoi, origine, verifie, ...(precision !== '' && { precision }) }
  declarer(dossier.id, [{ ...repondre(dossier, reponse, acte()), extrait }])
}

/** A step of the court checklist. What is typed beside the box is kept even before the box is ticked. */
export function cocher(
  id: string,
  fait: CleFait,
  etat: 'fait' | 'sans-objet' | 'a-faire',
  texte: string,
): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  const precision = texte.trim()
  const quoi: Saisie = etat === 'a-faire' ? RETIRE : { valeur: etat }
  // The magistrate's own check, made with the file in hand.
  const reponse = {
    fait,
    ...quoi,
    origine: 'procedure',
    verifie: true,
    ...(precision !== '' && { precision }),
  } as const
  declarer(id, [repondre(dossier, reponse, acte())])
}
