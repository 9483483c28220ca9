import { eclater, recoller, seContinue } from './cellules.ts'
import {
  type Colonne,
  type Forme,
  lireForme,
  net,
  numeroAnnonce,
  numeroParquetEn,
  type RoleColle,
} from './formes.ts'
import { estBouton, type LigneBrute, ressembleADesDonnees } from './lignes.ts'

/** Rows of the two tables, put together from lines: a cell may be broken over several, or stand alone on its own. */

type EtatLigne = 'vide' | 'ignoree' | 'entete' | 'procedure' | 'rangee' | 'non-comprise'

export interface Rangee {
  table: 'personnes' | 'infractions'
  formes: { forme: Forme; colonne: Colonne | null }[]
  lignes: number[]
  /** Digits of the n° parquet under which the row stands; empty when none was said before it. */
  procedure: string
  /** Role of the heading above, where there is one. */
  roleDuTitre: RoleColle | null
  /** The title of each column is known for this row. */
  alignee: boolean
}

export interface Decoupage {
  rangees: Rangee[]
  etats: EtatLigne[]
  /** Every n° parquet seen, in order. */
  numeros: string[]
  colonnes: ReadonlySet<Colonne>
}

/** No row is broken over more lines. */
const RANGEE_MAX = 30

type Table = Rangee['table'] | null

interface Ouverte {
  cellules: string[]
  lignes: LigneBrute[]
  procedure: string
  roleDuTitre: RoleColle | null
  table: Table
  entete: readonly (Colonne | null)[] | null
}

/** What a row has only once: a second one begins another row. */
const UNIQUES = ['identite', 'natinf', 'naissance', 'role'] as const

export function decouper(lignes: readonly LigneBrute[]): Decoupage {
  const etats: EtatLigne[] = lignes.map(() => 'ignoree')
  const rangees: Rangee[] = []
  const numeros: string[] = []
  const colonnes = new Set<Colonne>()
  let table: Table = null
  let entete: (Colonne | null)[] | null = null
  let enteteEnCours = false
  let roleDuTitre: RoleColle | null = null
  let procedure = ''
  let ouverte: Ouverte | null = null

  const fermer = () => {
    if (ouverte === null) return
    const rangee = lireRangee(ouverte)
    for (const l of ouverte.lignes)
      etats[l.numero - 1] = rangee !== null ? 'rangee' : ressembleADesDonnees(l) ? 'non-comprise' : 'ignoree'
    if (rangee !== null) rangees.push(rangee)
    ouverte = null
  }

  for (const [i, ligne] of lignes.entries()) {
    const suiteDEntete: boolean = enteteEnCours
    enteteEnCours = false
    if (ligne.genre === 'vide') {
      etats[i] = 'vide'
      enteteEnCours = suiteDEntete
      continue
    }
    const seul = ligne.genre === 'donnee' || ligne.genre === 'bruit' ? numeroSeul(ligne) : null
    if (seul !== null) {
      fermer()
      if (seul !== procedure) [table, entete, roleDuTitre] = [null, null, null]
      procedure = seul
      if (!numeros.includes(seul)) numeros.push(seul)
      etats[i] = 'procedure'
      continue
    }
    if (ligne.genre === 'entete') {
      fermer()
      entete = ligne.entete ?? []
      table = tableDe(entete) ?? table
      for (const c of entete) if (c !== null) colonnes.add(c)
      etats[i] = 'entete'
      continue
    }
    // A header copied with one title a line.
    const titre = ligne.cellules.length === 1 ? titreIsole(ligne, suiteDEntete, ouverte !== null) : null
    if (titre !== null) {
      fermer()
      entete = suiteDEntete ? [...(entete ?? []), titre] : [titre]
      table = tableDe(entete) ?? (suiteDEntete ? table : null)
      colonnes.add(titre)
      enteteEnCours = true
      etats[i] = 'entete'
      continue
    }
    if (ligne.genre === 'titre') {
      // « Mis en cause » alone may also be the cell of the row above.
      const cellule: boolean =
        ligne.role !== undefined &&
        ouverte !== null &&
        roleDuTitre === null &&
        !singuliers(formesDe(ouverte)).has('role') &&
        ouverte.lignes.length > 1
      if (!cellule) {
        fermer()
        roleDuTitre = ligne.role ?? null
        if (ligne.role !== undefined) table = 'personnes'
        else table = /infraction|faits/i.test(ligne.texte) ? 'infractions' : 'personnes'
        etats[i] = 'entete'
        continue
      }
    }
    if (ligne.genre === 'bruit') continue
    if (ligne.cellules.length === 0) {
      fermer()
      etats[i] = 'non-comprise'
      continue
    }
    const candidate: Ouverte = {
      cellules: ligne.cellules,
      lignes: [ligne],
      procedure,
      roleDuTitre,
      table,
      entete,
    }
    if (
      ouverte === null ||
      ouverte.lignes.length >= RANGEE_MAX ||
      commence(ligne, candidate, ouverte, lignes[i + 1])
    ) {
      fermer()
      if (estUneRangee(candidate) || rangSeul(ligne, table)) ouverte = candidate
      else etats[i] = ressembleADesDonnees(ligne) ? 'non-comprise' : 'ignoree'
      continue
    }
    if (!poursuit(candidate, ouverte)) {
      if (ressembleADesDonnees(ligne)) {
        fermer()
        etats[i] = 'non-comprise'
      }
      continue
    }
    const [premiere = '', ...reste] = ligne.cellules
    const derniere = ouverte.cellules.at(-1) ?? ''
    ouverte.cellules = [...ouverte.cellules.slice(0, -1), `${derniere}\n${premiere}`, ...reste]
    ouverte.lignes.push(ligne)
  }
  fermer()
  return { rangees, etats, numeros, colonnes }
}

function numeroSeul(ligne: LigneBrute): string | null {
  if (ligne.cellules.filter((c) => c !== '').length > 3) return null
  const annonce = numeroAnnonce(ligne.texte)
  if (annonce !== null) return annonce
  const numero = numeroParquetEn(ligne.texte)
  if (numero === null) return null
  // In a row of a person the number is a cell of that row.
  const reste = ligne.texte.replace(/[\d\s/.|>:()«»-]/g, '')
  return ligne.genre === 'bruit' || reste.length < 3 || /parquet|proc[ée]dure|affaire|dossier/i.test(reste)
    ? numero
    : null
}

function tableDe(entete: readonly (Colonne | null)[]): Table {
  if (entete.some((c) => c === 'natinf' || c === 'commune' || c === 'libelle')) return 'infractions'
  return entete.some((c) => c === 'identite' || c === 'nom' || c === 'role') ? 'personnes' : null
}

function titreIsole(ligne: LigneBrute, suite: boolean, rangeeOuverte: boolean): Colonne | null {
  const [cellule = ''] = ligne.cellules
  if (ligne.genre === 'titre' && !suite) return null
  const t = TITRE_ISOLE.test(cellule) ? titreIsoleDe(cellule) : null
  return t !== null && (suite || !rangeeOuverte) ? t : null
}

const TITRE_ISOLE =
  /^(?:Rang|Identité|Complément|B1|Mineur|Rôle|D\.?U\.?P\.?|Catégorie pénale|Avocat|NATINF|Type|QS|Date et heure|Commune|Personnes)$/i

function titreIsoleDe(cellule: string): Colonne {
  const cles: Record<string, Colonne> = {
    rang: 'rang',
    identité: 'identite',
    mineur: 'mineur',
    rôle: 'role',
    avocat: 'avocat',
    natinf: 'natinf',
    type: 'nature',
    'date et heure': 'date',
    commune: 'commune',
    personnes: 'personnes',
  }
  return cles[cellule.toLowerCase()] ?? 'autre'
}

function formesDe(o: Ouverte): Rangee['formes'] {
  const alignee = estAlignee(o)
  const seule = o.cellules.filter((c) => c !== '').length === 1
  return o.cellules.flatMap((cellule, i) => {
    const colonne = alignee ? (o.entete?.[i] ?? 'autre') : null
    return recoller(cellule).flatMap((m) =>
      eclater(m, seule)
        .filter((x) => !estBouton(x))
        .map((x) => ({ forme: lireForme(x, { colonne, table: o.table }), colonne })),
    )
  })
}

function estAlignee(o: Ouverte): boolean {
  if (o.entete === null || o.entete.length < 3) return false
  return (
    o.cellules.length === o.entete.length ||
    (o.cellules.length > o.entete.length &&
      o.cellules.slice(o.entete.length).every((c) => c === '' || estBouton(c)))
  )
}

function singuliers(formes: Rangee['formes']): Set<string> {
  const vues = new Set<string>()
  for (const { forme } of formes)
    if ((UNIQUES as readonly string[]).includes(forme.forme)) vues.add(forme.forme)
  return vues
}

/** Enough to be a row of one of the tables. */
function estUneRangee(o: Ouverte): boolean {
  const formes = formesDe(o)
  const vues = singuliers(formes)
  return (
    vues.has('natinf') ||
    vues.has('identite') ||
    vues.has('role') ||
    (o.table !== null && estAlignee(o) && vues.size > 0) ||
    vues.has('naissance')
  )
}

function rangSeul(ligne: LigneBrute, table: Table): boolean {
  return table !== null && /^\d{1,2}\.?$/.test(net(ligne.cellules.join(' ')))
}

/** Does this line begin a row, or go on with the one above? */
function commence(
  ligne: LigneBrute,
  candidate: Ouverte,
  ouverte: Ouverte,
  suivante: LigneBrute | undefined,
): boolean {
  if (candidate.entete !== ouverte.entete || candidate.roleDuTitre !== ouverte.roleDuTitre) return true
  if (estAlignee(candidate)) return true
  if (/[,;]\s*$/.test(ouverte.cellules.at(-1) ?? '') && /^\d/.test(net(ligne.texte))) return false
  const nouvelles = singuliers(formesDe(candidate))
  const deja = singuliers(formesDe(ouverte))
  if ([...nouvelles].some((x) => deja.has(x))) return true
  if (nouvelles.has('natinf') && deja.has('identite')) return true
  if (nouvelles.has('identite') && deja.has('natinf')) return true
  if (rangSeul(ligne, 'personnes')) {
    const apres =
      suivante === undefined
        ? new Set<string>()
        : singuliers(formesDe({ ...candidate, cellules: suivante.cellules }))
    return apres.has('identite') || (apres.has('natinf') && deja.has('natinf'))
  }
  return (
    /^\d{1,2}$/.test(ligne.cellules.find((c) => c !== '') ?? '') &&
    ligne.cellules.length > 2 &&
    nouvelles.size > 0
  )
}

/** A line without any shape only goes on with a name or a label that was not finished. */
function poursuit(candidate: Ouverte, ouverte: Ouverte): boolean {
  const formes = formesDe({ ...candidate, table: ouverte.table })
  const sans = formes.filter(({ forme }) => forme.forme === 'texte').length
  if (sans < formes.length && sans <= 2) return true
  const derniere = (ouverte.cellules.at(-1) ?? '').split('\n').at(-1) ?? ''
  if (seContinue(derniere)) return true
  // The town of an offence, under its date.
  const avant = formesDe(ouverte)
  return singuliers(avant).has('natinf') && avant.at(-1)?.forme.forme === 'date' && formes.length === 1
}

function lireRangee(o: Ouverte): Rangee | null {
  const formes = formesDe(o)
  const vues = singuliers(formes)
  const lignes = o.lignes.map((l) => l.numero)
  const alignee = estAlignee(o)
  const commun = {
    formes: rangDevant(formes),
    lignes,
    procedure: o.procedure,
    roleDuTitre: o.roleDuTitre,
    alignee,
  }
  if (vues.has('natinf') && !vues.has('role')) return { ...commun, table: 'infractions' }
  const indices =
    vues.has('role') ||
    vues.has('naissance') ||
    o.roleDuTitre !== null ||
    (o.table === 'personnes' && o.entete !== null)
  return indices ? { ...commun, table: 'personnes' } : null
}

/** The first figure alone of a row is its rank. */
function rangDevant(formes: Rangee['formes']): Rangee['formes'] {
  const [premiere, ...reste] = formes
  return premiere?.forme.forme === 'rangs' && premiere.forme.rangs.length === 1 && premiere.colonne === null
    ? [{ forme: { forme: 'rang', rang: premiere.forme.rangs[0] ?? 0 }, colonne: null }, ...reste]
    : formes
}
