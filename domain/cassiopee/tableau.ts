import { categorieDuLibelle, lignesDuCasier } from '../antecedents/index.ts'
import type { DateIso } from '../contrat.ts'
import { ageAu, estDateIso } from '../dates.ts'
import { plier } from '../texte.ts'
import { attacher, type InfractionLue } from './attacher.ts'
import { avertir, compte } from './avertir.ts'
import type { Colonne, Forme, RoleColle } from './formes.ts'
import { libelleSeul } from './formes.ts'
import { analyser } from './lignes.ts'
import { type Decoupage, decouper, type Rangee } from './rangees.ts'
import { COLLAGE_MAX, REFUS, refuser } from './refuser.ts'

export interface InfractionCollee {
  natinf: string
  /** As pasted; empty when the table gives the code alone. No label is ever looked up. */
  libelle: string
  date: DateIso | null
  dateFin?: DateIso
  heure?: string
  lieu?: string
}

export interface PersonneCollee {
  nom: string
  prenoms: string
  alias: string[]
  dateNaissance: DateIso | null
  /** Digits alone; empty when the paste gives none. */
  numeroParquet: string
  /** As pasted; empty when the paste gives none. */
  role: string
  avocat?: string
  infractions: InfractionCollee[]
  /** Most serious nature that the « Type » cells write out; null when they do not. */
  nature: 'contravention' | 'delit' | 'crime' | null
  /** Read from the labels when they all name one category beyond doubt: to be checked, never known. */
  categorie: string | null
  categorieProposee: boolean
  /** What to check about this person. */
  avertissements: string[]
  /** Raw lines of the person, then of the offences; from 1. */
  lignes: number[]
}

/** What became of one raw line: each line has exactly one. */
export type LectureLigne =
  | 'vide'
  | 'ignoree' // interface
  | 'entete' // titles of columns and tables
  | 'procedure' // the n° parquet
  | 'personne'
  | 'infraction'
  | 'ecartee' // a person who is not kept here
  | 'non-comprise'

export interface TableauLu {
  /** One sentence when nothing was read; everything else is then empty. */
  refus: string | null
  personnes: PersonneCollee[]
  /** Counted only: no name of a victim, a witness or a minor is kept. `autres` includes third parties. */
  ecartees: { victimes: number; temoins: number; mineurs: number; autres: number }
  /** Line by line, as `lignesDuCasier` cuts the text; index 0 is line 1. */
  lectures: LectureLigne[]
  ignorees: number[]
  nonComprises: { ligne: number }[]
  avertissements: string[]
}

/** A person of the paste, before anybody is set aside. */
export interface PersonneLue {
  nom: string
  prenoms: string
  alias: string[]
  dateNaissance: DateIso | null
  procedure: string
  rang: number | null
  role: RoleColle | null
  texteRole: string
  aussiVictime: boolean
  mineur: boolean | null
  avocat: string | null
  lignes: number[]
}

/**
 * Reads the « Personnes » and « Infractions » tables of Cassiopée as the clipboard gives them, among the noise of the
 * page. Cells are known by their shape, and by the titles of the columns where the shape says nothing. Victims,
 * witnesses and third parties are counted, never kept. A person marked as a minor, or a minor on the day of the facts,
 * is not kept either: the dossier belongs to the juvenile court and the domain refuses it. Never throws.
 */
export function lireTableau(texte: string, contexte: { aujourdhui: DateIso }): TableauLu {
  const brutes = lignesDuCasier(texte)
  const refus = refuser(texte, brutes)
  if (refus !== null) return { ...rien(), refus }
  const decoupage = decouper(brutes.map((l, i) => analyser(l.normalize('NFC'), i + 1)))
  const { personnes, infractions } = COLLAGE_MAX
  // Before anything is compared with anything: what follows is bounded.
  const rangees = Map.groupBy(decoupage.rangees, (r) => r.table)
  if ((rangees.get('infractions')?.length ?? 0) > infractions)
    return { ...rien(), refus: REFUS.tropDInfractions }
  if ((rangees.get('personnes')?.length ?? 0) > 5 * personnes)
    return { ...rien(), refus: REFUS.tropDePersonnes }
  const lu = reunir(decoupage, contexte)
  if (lu.personnes.length > personnes) return { ...rien(), refus: REFUS.tropDePersonnes }
  const reconnu = lu.lectures.some((l) => l === 'personne' || l === 'infraction' || l === 'ecartee')
  return reconnu ? { ...lu, refus: null } : { ...rien(), refus: REFUS.inconnu }
}

function rien(): Omit<TableauLu, 'refus'> {
  return {
    personnes: [],
    ecartees: { victimes: 0, temoins: 0, mineurs: 0, autres: 0 },
    lectures: [],
    ignorees: [],
    nonComprises: [],
    avertissements: [],
  }
}

function reunir(decoupage: Decoupage, contexte: { aujourdhui: DateIso }): Omit<TableauLu, 'refus'> {
  const { rangees, numeros } = decoupage
  // One number in the whole paste is everybody's, wherever it stands.
  const [seul] = numeros
  const procedureDe = (r: Rangee) =>
    formeDe(r, 'parquet')?.numero ?? (r.procedure !== '' || numeros.length !== 1 ? r.procedure : (seul ?? ''))
  const lues = dedoublonner(
    rangees.flatMap((r) => (r.table === 'personnes' ? (lirePersonne(r, procedureDe(r)) ?? []) : [])),
  )
  const infractions = rangees.flatMap((r) =>
    r.table === 'infractions' ? [lireInfraction(r, procedureDe(r))] : [],
  )
  const rolesConnus = lues.some((p) => p.role !== null)
  const { parPersonne, orphelines, ambigues } = attacher(lues, infractions)

  const ecartees = { victimes: 0, temoins: 0, mineurs: 0, autres: 0 }
  const lectures = decoupage.etats.map((e): LectureLigne => (e === 'rangee' ? 'non-comprise' : e))
  const poser = (lignes: readonly number[], lecture: LectureLigne) => {
    for (const n of lignes) lectures[n - 1] = lecture
  }
  const gardees: { lue: PersonneLue; collee: PersonneCollee }[] = []
  let sansRole = 0
  for (const lue of lues) {
    const siennes = parPersonne.get(lue) ?? []
    const collee = coller(lue, siennes)
    if (lue.role !== null && lue.role !== 'auteur') {
      ecartees[lue.role === 'victime' ? 'victimes' : lue.role === 'temoin' ? 'temoins' : 'autres']++
      poser(lue.lignes, 'ecartee')
    } else if (estMineure(lue, collee, contexte.aujourdhui)) {
      ecartees.mineurs++
      poser(lue.lignes, 'ecartee')
    } else if (lue.nom === '' || (lue.role === null && rolesConnus)) {
      // Among rows that say a role, one without may be a victim: shown as a line, not kept.
      sansRole++
    } else {
      poser(lue.lignes, 'personne')
      gardees.push({ lue, collee })
    }
  }
  for (const i of infractions) poser(i.lignes, 'infraction')

  const tus = lues.filter((p) => !gardees.some((g) => g.lue === p) && p.nom !== '')
  const personnes = gardees.map(({ collee }) =>
    taire(
      collee,
      tus,
      gardees.map((g) => g.lue),
    ),
  )
  for (const p of personnes) p.avertissements.push(...aVerifier(p, lues, contexte.aujourdhui))
  return {
    personnes,
    ecartees,
    lectures,
    ignorees: rangsOu(lectures, 'ignoree'),
    nonComprises: rangsOu(lectures, 'non-comprise').map((ligne) => ({ ligne })),
    avertissements: avertir({
      personnes,
      ecartees,
      infractions: infractions.length,
      orphelines,
      ambigues,
      sansRole,
      rolesConnus,
      mineurIllisible: mineurIllisible(rangees, decoupage.colonnes),
      numeros: numeros.length,
      nonComprises: rangsOu(lectures, 'non-comprise').length,
    }),
  }
}

function rangsOu(lectures: readonly LectureLigne[], cherchee: LectureLigne): number[] {
  return lectures.flatMap((l, i) => (l === cherchee ? [i + 1] : []))
}

function formeDe<F extends Forme['forme']>(r: Rangee, forme: F): Extract<Forme, { forme: F }> | undefined {
  return r.formes.find((x) => x.forme.forme === forme)?.forme as Extract<Forme, { forme: F }> | undefined
}

function parColonne(r: Rangee, colonne: Colonne): string {
  return r.formes
    .flatMap(({ forme, colonne: c }) =>
      c !== colonne
        ? []
        : forme.forme === 'texte'
          ? [forme.texte]
          : forme.forme === 'identite'
            ? [`${forme.nom.nom} ${forme.nom.prenoms}`.trim()]
            : [],
    )
    .join(' ')
}

// ── persons ──

function lirePersonne(r: Rangee, procedure: string): PersonneLue {
  const role = formeDe(r, 'role')
  const titree = role === undefined ? r.roleDuTitre : role.role
  const separe = parColonne(r, 'nom') !== '' && r.formes.some((x) => x.colonne === 'prenoms')
  const lu = separe
    ? { nom: parColonne(r, 'nom'), prenoms: parColonne(r, 'prenoms') }
    : formeDe(r, 'identite')?.nom
  const faible = r.formes.find((x) => x.colonne === 'identite' && x.forme.forme === 'texte')?.forme
  const nom = lu ?? { nom: faible?.forme === 'texte' ? faible.texte : '', prenoms: '' }
  const naissance = formeDe(r, 'naissance')?.date ?? naissanceSansMot(r)
  const avocats = [
    ...new Set(r.formes.flatMap(({ forme }) => (forme.forme === 'avocat' ? [forme.avocat] : []))),
  ]
  return {
    nom: nom.nom.slice(0, 100),
    prenoms: nom.prenoms.slice(0, 100),
    alias: [...new Set(r.formes.flatMap(({ forme }) => (forme.forme === 'alias' ? [forme.alias] : [])))],
    dateNaissance: naissance,
    procedure,
    rang: formeDe(r, 'rang')?.rang ?? null,
    role: titree,
    texteRole: role?.texte ?? '',
    aussiVictime: role?.aussiVictime === true,
    mineur: formeDe(r, 'mineur')?.mineur ?? null,
    avocat: avocats.length === 0 ? null : avocats.join(', '),
    lignes: r.lignes,
  }
}

/** A birth is also a date alone in the row of a person. */
function naissanceSansMot(r: Rangee): DateIso | null {
  return formeDe(r, 'date')?.date ?? null
}

/** « Oui » in the column, or the date of birth against the day of the facts (of today where no day is said). */
function estMineure(lue: PersonneLue, collee: PersonneCollee, aujourdhui: DateIso): boolean {
  if (lue.mineur === true) return true
  const jour = jourDesFaits(collee.infractions) ?? aujourdhui
  return lue.dateNaissance !== null && estDateIso(jour) && ageAu(lue.dateNaissance, jour) < 18
}

/** The latest day: the one that the dossier declares. */
export function jourDesFaits(infractions: readonly InfractionCollee[]): DateIso | null {
  return (
    infractions
      .flatMap((i) => i.date ?? [])
      .sort()
      .at(-1) ?? null
  )
}

export function cleNom(p: { nom: string; prenoms: string }): string {
  return plier(`${p.nom}|${p.prenoms.split(/[\s,]+/)[0] ?? ''}`).replace(/[-'. ]/g, '')
}

function memePersonne(a: PersonneLue, b: PersonneLue): boolean {
  if (a.nom === '' || a.procedure !== b.procedure || cleNom(a) !== cleNom(b)) return false
  if (a.dateNaissance !== null && b.dateNaissance !== null) return a.dateNaissance === b.dateNaissance
  return a.rang === null || b.rang === null || a.rang === b.rang
}

/** The same row twice is one person; who is both mis en cause and victim is a mis en cause. */
function dedoublonner(lues: readonly PersonneLue[]): PersonneLue[] {
  const parCle = new Map<string, PersonneLue[]>()
  const uniques: PersonneLue[] = []
  for (const p of lues) {
    const cle = `${p.procedure}|${cleNom(p)}`
    const voisines = parCle.get(cle) ?? []
    const deja = voisines.find((v) => memePersonne(v, p))
    if (deja === undefined) {
      parCle.set(cle, [...voisines, p])
      uniques.push(p)
      continue
    }
    const auteur = deja.role === 'auteur' || deja.role === null ? deja : p
    const mixte = new Set([deja.role, p.role])
    Object.assign(deja, {
      role: mixte.has('auteur') ? 'auteur' : (deja.role ?? p.role),
      texteRole: auteur.texteRole || deja.texteRole || p.texteRole,
      aussiVictime: deja.aussiVictime || p.aussiVictime || (mixte.has('auteur') && mixte.has('victime')),
      dateNaissance: deja.dateNaissance ?? p.dateNaissance,
      mineur: deja.mineur === true || p.mineur === true ? true : (deja.mineur ?? p.mineur),
      avocat: deja.avocat ?? p.avocat,
      alias: [...new Set([...deja.alias, ...p.alias])],
      lignes: [...deja.lignes, ...p.lignes],
    })
  }
  return uniques
}

function coller(lue: PersonneLue, siennes: readonly InfractionLue[]): PersonneCollee {
  const infractions = siennes.map((i) => i.infraction)
  const categories = new Set(
    infractions.map((i) => (i.libelle === '' ? null : categorieDuLibelle(i.libelle))),
  )
  const [categorie = null] = categories.size === 1 ? categories : []
  const natures = siennes.map((i) => i.nature)
  return {
    nom: lue.nom,
    prenoms: lue.prenoms,
    alias: lue.alias,
    dateNaissance: lue.dateNaissance,
    numeroParquet: lue.procedure,
    role: lue.texteRole,
    ...(lue.avocat !== null && { avocat: lue.avocat }),
    infractions,
    nature: (['crime', 'delit', 'contravention'] as const).find((n) => natures.includes(n)) ?? null,
    categorie,
    categorieProposee: categorie !== null,
    avertissements: [],
    lignes: [...new Set([...lue.lignes, ...siennes.flatMap((i) => i.lignes)])],
  }
}

// ── offences ──

function lireInfraction(r: Rangee, procedure: string): InfractionLue {
  const code = formeDe(r, 'natinf')
  const date = formeDe(r, 'date')
  const textes = r.formes.flatMap((x, i) =>
    x.forme.forme === 'texte' && x.colonne !== 'personnes' && x.colonne !== 'autre'
      ? [{ texte: x.forme.texte, colonne: x.colonne, i }]
      : [],
  )
  const titre = textes.find((t) => t.colonne === 'libelle')?.texte
  const iDate = r.formes.findIndex((x) => x.forme.forme === 'date')
  const iCode = r.formes.findIndex((x) => x.forme.forme === 'natinf')
  const apresCode = textes.find(
    (t) =>
      t.colonne === null &&
      t.i > iCode &&
      (iDate < 0 || t.i < iDate) &&
      /\p{L}{3}/u.test(t.texte) &&
      (categorieDuLibelle(t.texte) !== null || t.texte.split(' ').length > 2),
  )
  const libelle = code?.libelle || titre || apresCode?.texte || ''
  const lieu =
    textes.find((t) => t.colonne === 'commune')?.texte ??
    textes.find(
      (t) => t.colonne === null && t.i > iDate && iDate >= 0 && t !== apresCode && estUnLieu(t.texte),
    )?.texte
  const rangs = r.formes
    .flatMap(({ forme, colonne }) =>
      forme.forme === 'rangs' && (colonne === null || colonne === 'personnes') ? [forme.rangs] : [],
    )
    .at(-1)
  return {
    infraction: {
      natinf: code?.natinf ?? '',
      libelle: libelleSeul(libelle),
      date: date?.date ?? null,
      ...(date?.dateFin !== undefined && { dateFin: date.dateFin }),
      ...(date?.heure !== undefined && { heure: date.heure }),
      ...(lieu !== undefined && lieu !== '' && { lieu: lieu.slice(0, 100) }),
    },
    nature: formeDe(r, 'nature')?.nature ?? null,
    rangs: rangs ?? null,
    noms: r.formes.flatMap(({ forme }, i) =>
      forme.forme === 'texte' && i !== iCode
        ? [plier(forme.texte).replace(/[-']/g, ' ')]
        : forme.forme === 'identite'
          ? [plier(`${forme.nom.nom} ${forme.nom.prenoms}`).replace(/[-']/g, ' ')]
          : [],
    ),
    procedure,
    lignes: r.lignes,
  }
}

/** A town is written in capitals alone or in small letters, never as « NOM Prénom ». */
function estUnLieu(texte: string): boolean {
  if (texte.length > 60 || !/^\p{Lu}|^\d{5}/u.test(texte)) return false
  return !/\p{Lu}{2}[\p{Lu}'’-]*,? \p{Lu}\p{Ll}/u.test(texte) && !/\b(?:M\.|Mme|Mlle)/.test(texte)
}

// ── what is not said ──

/** No text of a kept person names somebody who is not kept. */
function taire(
  p: PersonneCollee,
  tus: readonly PersonneLue[],
  gardees: readonly PersonneLue[],
): PersonneCollee {
  const cles = tus
    .filter((t) => !gardees.some((g) => cleNom(g) === cleNom(t)))
    .map((t) => [t.nom, t.prenoms].map((x) => plier(x)).filter((x) => x.length > 1))
  const nomme = (texte: string) => {
    const plie = plier(texte)
    return cles.some((mots) => mots.length > 0 && mots.every((m) => plie.includes(m)))
  }
  const infractions = p.infractions.map((i): InfractionCollee => {
    const { lieu, ...reste } = i
    return {
      ...reste,
      libelle: nomme(i.libelle) ? '' : i.libelle,
      ...(lieu !== undefined && !nomme(lieu) && { lieu }),
    }
  })
  const { avocat, ...reste } = p
  return {
    ...reste,
    ...(avocat !== undefined && !nomme(avocat) && { avocat }),
    infractions,
    alias: p.alias.filter((a) => !nomme(a)),
  }
}

function aVerifier(p: PersonneCollee, lues: readonly PersonneLue[], aujourdhui: DateIso): string[] {
  const dits: string[] = []
  const lue = lues.find((l) => l.lignes[0] === p.lignes[0])
  if (lue?.aussiVictime === true) dits.push('Aussi victime dans cette procédure\u00a0: vérifiez son rôle.')
  if (p.dateNaissance === null)
    dits.push('Date de naissance non lue\u00a0: vérifiez l’identité et la majorité.')
  else if (p.dateNaissance > aujourdhui) dits.push('Date de naissance dans le futur\u00a0: corrigez-la.')
  else if (p.infractions.some((i) => i.date !== null && ageAu(p.dateNaissance as string, i.date) < 18))
    dits.push('Mineure au jour d’une des infractions\u00a0: vérifiez laquelle est poursuivie ici.')
  if (p.numeroParquet !== '' && p.numeroParquet.length !== 11)
    dits.push(
      `N° parquet\u00a0: 11 chiffres attendus, ${compte(p.numeroParquet.length, 'lu')}. Vous pouvez continuer.`,
    )
  return dits
}

/** The column is there, but the cells of this row could not be put under it. */
function mineurIllisible(rangees: readonly Rangee[], colonnes: ReadonlySet<Colonne>): boolean {
  return (
    colonnes.has('mineur') &&
    rangees.some(
      (r) =>
        r.table === 'personnes' &&
        !r.alignee &&
        !r.formes.some((x) => x.forme.forme === 'mineur') &&
        r.formes.some((x) => x.forme.forme === 'oui-non') &&
        formeDe(r, 'naissance') === undefined,
    )
  )
}
