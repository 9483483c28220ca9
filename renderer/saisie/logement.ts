import { type CleFait, definitionFait, type LigneTriage, lignesTriage } from '../../domain/index.ts'
import { etatFait, vives } from '../lecture.ts'
import { dossierDe, ensemble, profil } from '../magasin.ts'
import { CE_SOIR, SANS_LOGEMENT, vueLigne } from './lignes.ts'
import { enregistrer, preciser, RETIRE, type Saisie, saisirTexte, sourcer } from './repondre.ts'
import { lireSource } from './sources.ts'

/** The four taps of the housing form (reference/instruments.md §3.3), each one act. */

export const NUIT = 'logement.nuitAvant'
export const DEPUIS = 'logement.depuis'
export const DOMICILIATION = 'logement.domiciliation'
export const SITUATION = 'logement.situation'

/** What a tap holds: a code of its list, « oui », « non », « to check », « does not know », or nothing yet. */
export type Tape = string

const A_VERIFIER = 'à vérifier'

export function ligneLogement(fait: CleFait): LigneTriage {
  const ligne = lignesTriage(profil()).find((l) => l.fait === fait)
  if (ligne === undefined) throw new RangeError(fait)
  return ligne
}

export function tapeDe(id: string, fait: CleFait): Tape | null {
  const dossier = dossierDe(id)
  if (!dossier) return null
  const etat = etatFait(dossier, fait)
  if (etat.etat === 'contradictoire') return null
  if (etat.etat === 'inconnu') {
    if (etat.raison === 'pas-demande') return null
    return fait === CE_SOIR && texteDe(id, fait).startsWith(A_VERIFIER) ? 'v' : '?'
  }
  if (typeof etat.valeur === 'boolean') return etat.valeur ? 'o' : 'n'
  return String(etat.valeur)
}

/** Words beside a tap: where, whom to call. */
function texteDe(id: string, fait: CleFait): string {
  const dossier = dossierDe(id)
  const derniere = dossier && vives(dossier, fait).at(-1)
  return derniere ? lireSource(derniere).texte : ''
}

/** Where the answers of the form come from, until something else is said of one of them. */
function sourceDe(id: string, fait: CleFait): string | null {
  const dossier = dossierDe(id)
  if (!dossier) return null
  const [sienne, autre] = fait === CE_SOIR ? [CE_SOIR, SANS_LOGEMENT] : [SANS_LOGEMENT, CE_SOIR]
  const source = vueLigne(dossier, ligneLogement(sienne)).source
  return source ?? vueLigne(dossier, ligneLogement(autre)).source
}

/** One tap; null takes it back. The words beside it stay as long as the answer still calls for them. */
export function taper(id: string, fait: CleFait, tape: Tape | null): void {
  const avant = tapeDe(id, fait)
  const garde = tape === avant ? texteDe(id, fait) : ''
  const texte = tape === 'v' ? garde || A_VERIFIER : garde
  ensemble(() => {
    // Where to sleep is said of a « oui » only.
    if (fait === CE_SOIR && tape !== 'o') reprendre(id, 'logement.departement')
    enregistrer(id, fait, saisieDe(fait, tape), sourceDe(id, fait), texte)
  })
}

function saisieDe(fait: CleFait, tape: Tape | null): Saisie {
  if (tape === null) return RETIRE
  if (tape === '?' || tape === 'v') return { valeur: null, inconnu: 'ne-sait-pas' }
  return { valeur: definitionFait(fait)?.type === 'oui-non' ? tape === 'o' : tape }
}

function reprendre(id: string, fait: CleFait): void {
  const dossier = dossierDe(id)
  if (dossier && etatFait(dossier, fait).etat !== 'inconnu') enregistrer(id, fait, RETIRE, null, '')
}

/** Text beside « ce soir »: where, when it is possible; whom to call, when it is to be checked. */
export function motsCeSoir(id: string): string {
  const dossier = dossierDe(id)
  if (!dossier) return ''
  if (tapeDe(id, CE_SOIR) === 'v')
    return texteDe(id, CE_SOIR)
      .slice(A_VERIFIER.length)
      .replace(/^[\s\u00a0:]+/, '')
  return vueLigne(dossier, ligneLogement(CE_SOIR)).precision
}

export function ecrireCeSoir(id: string, mots: string): void {
  const dossier = dossierDe(id)
  if (!dossier || mots.trim() === motsCeSoir(id)) return
  const ligne = ligneLogement(CE_SOIR)
  const tel = mots.trim()
  if (tapeDe(id, CE_SOIR) !== 'v') saisirTexte(dossier, ligne, mots)
  else preciser(dossier, ligne, tel === '' ? A_VERIFIER : `${A_VERIFIER}\u00a0: ${tel}`)
}

export function motsDomiciliation(id: string): string {
  return texteDe(id, DOMICILIATION)
}

/** Where the person gets their mail: a postal right, never where they sleep. */
export function ecrireDomiciliation(id: string, mots: string): void {
  if (mots.trim() === motsDomiciliation(id) || tapeDe(id, DOMICILIATION) !== 'o') return
  enregistrer(id, DOMICILIATION, { valeur: true }, sourceDe(id, DOMICILIATION), mots)
}

/** The whole form has one source, but the line it was not opened from keeps the one it has: a call to the host. */
export function sourcerLogement(id: string, ligne: LigneTriage, code: string): void {
  ensemble(() => {
    const dossier = dossierDe(id)
    if (!dossier) return
    sourcer(dossier, ligne, code)
    const autre = ligneLogement(ligne.fait === CE_SOIR ? SANS_LOGEMENT : CE_SOIR)
    const courant = dossierDe(id)
    if (courant && vueLigne(courant, autre).source === null) sourcer(courant, autre, code)
  })
}

/** A code given directly wins over the taps; the empty one gives them the word again. */
export function donnerCode(id: string, code: string): void {
  enregistrer(id, SITUATION, code === '' ? RETIRE : { valeur: code }, sourceDe(id, SITUATION), '')
}

/** The code somebody gave, as opposed to the one that the taps give. */
export function codeDonne(id: string): string {
  const dossier = dossierDe(id)
  const donnee = dossier && vives(dossier, SITUATION).findLast((d) => d.valeur !== null)
  return donnee === undefined ? '' : String(donnee.valeur)
}
