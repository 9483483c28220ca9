import {
  type CleFait,
  type Declaration,
  type Dossier,
  dateCourte,
  definitionFait,
  lireDate,
  repondre,
} from '../../domain/index.ts'
import { aujourdhui, instant } from '../horloge.ts'
import {
  auteur,
  avantVerrouiller,
  creer,
  declarer,
  dossierDe,
  identifier,
  jourDuTableau,
  ouvrirEcran,
  poserBrouillon,
  tribunalDuMagasin,
  useMagasin,
} from '../magasin.ts'
import { FAIT_DE_CHAMP, type NomChamp, type SaisieDossier, saisieDe, saisieVide } from './champs-dossier.ts'

const DATES: readonly NomChamp[] = ['naissance', 'dateFaits']

/** Nothing typed is no mistake. */
export function dateAdmise(texte: string): boolean {
  return texte.trim() === '' || lireDate(texte, aujourdhui()) !== null
}

/** The first field whose date does not exist, or null. */
export function dateImpossible(saisie: SaisieDossier): NomChamp | null {
  return DATES.find((champ) => !dateAdmise(saisie[champ])) ?? null
}

/** Dates as they are shown, once understood. */
export function mettreEnForme(saisie: SaisieDossier): SaisieDossier {
  const forme = { ...saisie }
  for (const champ of DATES) {
    const date = lireDate(saisie[champ], aujourdhui())
    if (date !== null) forme[champ] = dateCourte(date)
  }
  return forme
}

/** 11 digits, spaces allowed; a warning, never a refusal. */
export function numeroInhabituel(numero: string): boolean {
  return numero.trim() !== '' && !/^\d{11}$/.test(numero.replace(/\s/g, ''))
}

function identiteDe(s: SaisieDossier) {
  const nom = s.nom.trim()
  const prenoms = s.prenoms.trim()
  const dateNaissance = lireDate(s.naissance, aujourdhui())
  const numeroParquet = numeroInhabituel(s.numeroParquet)
    ? s.numeroParquet.trim()
    : s.numeroParquet.replace(/\s/g, '')
  const personne = {
    ...(nom !== '' && { nom }),
    ...(prenoms !== '' && { prenoms }),
    ...(dateNaissance !== null && { dateNaissance }),
  }
  return {
    ...(numeroParquet !== '' && { numeroParquet }),
    ...(Object.keys(personne).length > 0 && { personne }),
  }
}

/** Undefined: understood as nothing to say. */
function valeurDe(fait: CleFait, texte: string): NonNullable<Declaration['valeur']> | undefined {
  const t = texte.trim()
  if (t === '') return undefined
  const type = definitionFait(fait)?.type
  if (type === 'oui-non') return t === 'oui'
  return type === 'date' ? (lireDate(t, aujourdhui()) ?? undefined) : t
}

/** The magistrate reads these in the file itself. */
const PROCEDURE = { origine: 'procedure', verifie: true } as const

function acte() {
  return { id: crypto.randomUUID(), date: instant(), auteur: auteur() }
}

/** Each field that changed since the dossier says so becomes an act; called again, it does nothing more. */
export function appliquer(id: string, saisie: SaisieDossier): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  const avant = saisieDe(dossier)
  const apres = mettreEnForme(saisie)
  const impossible = dateImpossible(apres)
  if (impossible !== 'naissance') {
    const identite = identiteDe(apres)
    if (JSON.stringify(identite) !== JSON.stringify(identiteDe(avant))) identifier(id, identite)
  }
  for (const [champ, fait] of FAIT_DE_CHAMP) {
    if (apres[champ].trim() === avant[champ].trim()) continue
    const valeur = valeurDe(fait, apres[champ])
    if (valeur === undefined && apres[champ].trim() !== '') continue
    const quoi = valeur === undefined ? ({ valeur: null, inconnu: 'pas-demande' } as const) : { valeur }
    declarer(id, [repondre(dossierDe(id) ?? dossier, { fait, ...quoi, ...PROCEDURE }, acte())])
  }
}

// ───────────────────────────── a new déféré ─────────────────────────────

export function brouillonNeuf() {
  return { id: crypto.randomUUID(), saisie: saisieVide(tribunalDuMagasin()) }
}

/** Creates the dossier of the draft; its id, or null when there is no draft. */
export function creerDepuisBrouillon(): string | null {
  const { brouillon } = useMagasin.getState()
  if (brouillon === null) return null
  const { id, saisie } = brouillon
  const identite = identiteDe(saisie)
  const vide: Dossier = { version: 1, id, dateAudience: jourDuTableau(), ...identite, declarations: [] }
  const declarations = FAIT_DE_CHAMP.flatMap(([champ, fait]) => {
    const valeur = valeurDe(fait, saisie[champ])
    return valeur === undefined ? [] : [repondre(vide, { fait, valeur, ...PROCEDURE }, acte())]
  })
  creer({ id, dateAudience: vide.dateAudience, identite, declarations })
  poserBrouillon(null)
  return id
}

export function estCommence(saisie: SaisieDossier): boolean {
  return JSON.stringify(saisie) !== JSON.stringify(saisieVide(tribunalDuMagasin()))
}

/** Locking loses nothing: a déféré that was being typed becomes a dossier, reopened at the same place. */
avantVerrouiller(() => {
  const { brouillon } = useMagasin.getState()
  if (brouillon === null || !estCommence(brouillon.saisie)) return
  const id = creerDepuisBrouillon()
  if (id !== null) ouvrirEcran('triage', id)
})
