import type { CleFait, Declaration, Dossier, Role } from '../contrat.ts'
import type { Auteur } from './declarer.ts'
import { parDate, vivantes } from './etat.ts'

/**
 * Undo and redo, read in the declarations alone: they outlive a restart and a file received from somebody else.
 *
 * An act is what one key or one form said: the declarations of one `lot`, or one alone. Undoing an act makes its
 * facts what they would be if it had never been; what others said meanwhile stays. Each role undoes its own acts: a
 * prosecutor never takes back, with a key meant for the last answer, what a lawyer's file brought. Acts done again
 * are undone acts of the same role, the last one first, as long as that role said nothing new since.
 */

interface Acte {
  declarations: [Declaration, ...Declaration[]]
  role: Role | undefined
}

/** The act an undo or a redo would be about; null when there is none. */
type ActeDit = readonly [Declaration, ...Declaration[]] | null

type Contexte = Auteur & { nouvelId: () => string }

/** True for what somebody said, false for what an undo or a redo wrote. */
export function estActe(d: Declaration): boolean {
  return d.annule === undefined && d.redit === undefined && d.retablit === undefined
}

class Histoire {
  readonly #toutes: readonly Declaration[]
  readonly #parId: ReadonlyMap<string, Declaration>
  readonly #acteDe = new Map<string, Acte>()
  /** Acts that hold, in the order in which they were finished. */
  readonly #tenus: Acte[]
  /** Undone acts, by role, that nothing new has put out of reach. */
  readonly #defaits = new Map<Role | undefined, Acte[]>()

  constructor({ declarations }: Dossier) {
    this.#parId = new Map(declarations.map((d) => [d.id, d]))
    this.#toutes = [...this.#parId.values()].sort(parDate)
    this.#grouper()
    // All of them first: a clock set back may date an undo before its act.
    this.#tenus = [...new Set(this.#acteDe.values())].sort((a, b) => parDate(derniere(a), derniere(b)))
    for (const d of this.#toutes) this.#suivre(d)
  }

  /** Two files may use one lot by accident: an act has one author. */
  #grouper(): void {
    const parLot = new Map<string, Acte>()
    for (const d of this.#toutes.filter(estActe)) {
      const role = d.auteur?.role
      const cle = `${role}/${d.lot ?? d.id}`
      const acte = parLot.get(cle)
      if (acte === undefined) parLot.set(cle, { declarations: [d], role })
      else acte.declarations.push(d)
      const sien = parLot.get(cle)
      if (sien !== undefined) this.#acteDe.set(d.id, sien)
    }
  }

  #suivre(d: Declaration): void {
    if (estActe(d)) {
      const acte = this.#acteDe.get(d.id)
      if (acte === undefined) return
      // More words typed in an act that was undone bring it back.
      if (d !== acte.declarations[0] && !this.#tenus.includes(acte)) this.#refaire(acte)
      this.#oublier(acte.role)
      return
    }
    if (d.annule !== undefined) this.#defaire(d, this.#acteDe.get(this.#origine(d.annule)))
    if (d.retablit !== undefined) this.#refaire(this.#acteDe.get(this.#origine(d.retablit)))
  }

  /** Something new was said: what was undone before stays undone. */
  #oublier(role: Role | undefined): void {
    if (role === undefined) this.#defaits.clear()
    this.#defaits.delete(role)
    this.#defaits.delete(undefined)
  }

  #defaire(d: Declaration, acte: Acte | undefined): void {
    if (acte === undefined) return
    retirer(this.#tenus, acte)
    const defaits = this.#defaits.get(acte.role) ?? []
    // Without a lot: what another act put out of reach (a record replaced by another), not an undo.
    if (d.lot === undefined) this.#oublier(acte.role)
    else if (!defaits.includes(acte)) this.#defaits.set(acte.role, [...defaits, acte])
  }

  #refaire(acte: Acte | undefined): void {
    if (acte === undefined) return
    retirer(this.#defaits.get(acte.role) ?? [], acte)
    retirer(this.#tenus, acte)
    this.#tenus.push(acte)
    this.#tenus.sort((a, b) => parDate(derniere(a), derniere(b)))
  }

  /** Newest first: those that this role may undo. A dossier that names no author is everybody's. */
  annulables(role: Role): Acte[] {
    return this.#tenus.filter((a) => a.role === undefined || a.role === role).reverse()
  }

  /** The last undone first. */
  retablissables(role: Role): Acte[] {
    return [...(this.#defaits.get(undefined) ?? []), ...(this.#defaits.get(role) ?? [])].reverse()
  }

  /** Without this act, or with it again: what has to be declared so that its facts read so. */
  sans(acte: Acte, contexte: Contexte): Declaration[] {
    const reste = this.#tenus.filter((a) => a !== acte)
    return this.#rendre(acte, reste, { annule: acte.declarations[0].id }, contexte)
  }

  avec(acte: Acte, contexte: Contexte): Declaration[] {
    return this.#rendre(acte, [...this.#tenus, acte], { retablit: acte.declarations[0].id }, contexte)
  }

  #rendre(
    acte: Acte,
    tenus: readonly Acte[],
    marque: Pick<Declaration, 'annule' | 'retablit'>,
    contexte: Contexte,
  ): Declaration[] {
    const voulues = vivantes(
      tenus
        .flatMap((a) => a.declarations)
        .map((d) => ({ ...d, retire: (d.retire ?? []).map((id) => this.#origine(id)) })),
    )
    const vives = vivantes(this.#toutes)
    const lot = contexte.nouvelId()
    const dites = this.#faitsTouches(acte).flatMap((fait) => {
      const duFait = (d: Declaration) => d.fait === fait
      return this.#redire(vives.filter(duFait), voulues.filter(duFait), contexte)
    })
    return dites.map((d) => ({ ...d, lot, ...marque }))
  }

  /** Declarations that bring one fact from what is live to what is wanted; none when it already reads so. */
  #redire(vives: readonly Declaration[], voulues: readonly Declaration[], contexte: Contexte): Declaration[] {
    const { auteur, date, nouvelId } = contexte
    const origines = new Set(vives.map((d) => this.#origine(d.id)))
    const aDire = voulues.filter((d) => !origines.has(d.id))
    const aGarder = new Set(voulues.map((d) => d.id))
    const retire = vives.filter((d) => !aGarder.has(this.#origine(d.id))).map((d) => d.id)
    if (aDire.length === 0 && retire.length === 0) return []
    const garde = vives.filter((d) => aGarder.has(this.#origine(d.id))).at(-1)
    // Something has to carry the withdrawal: what stays is said again rather than left beside an empty answer.
    if (aDire.length === 0 && garde !== undefined)
      return [{ ...this.#copier(garde, contexte), retire: [...retire, garde.id] }]
    const [premiere, ...suivantes] = aDire.map((d) => this.#copier(d, contexte))
    if (premiere !== undefined) return [{ ...premiere, retire }, ...suivantes]
    const rien = { valeur: null, inconnu: 'pas-demande', verifie: false } as const
    return vives
      .slice(-1)
      .map(({ fait, origine }) => ({ id: nouvelId(), fait, ...rien, origine, auteur, date, retire }))
  }

  /** The same words, from the same mouth and with the same quotation, said again. */
  #copier(d: Declaration, { date, nouvelId }: Contexte): Declaration {
    const { annule: _a, retablit: _r, lot: _l, retire: _t, ...dite } = d
    return { ...dite, id: nouvelId(), date, redit: this.#origine(d.id) }
  }

  /** Follows « says again » back to the declaration first made. */
  #origine(id: string): string {
    const vus = new Set<string>()
    let ici = id
    for (let redit = this.#parId.get(ici)?.redit; redit !== undefined && !vus.has(redit); ) {
      vus.add(redit)
      ici = redit
      redit = this.#parId.get(ici)?.redit
    }
    return ici
  }

  /** Its own facts, the main one first, then those it took answers back from. */
  #faitsTouches({ declarations }: Acte): CleFait[] {
    const repris = declarations
      .flatMap((d) => d.retire ?? [])
      .flatMap((id) => this.#parId.get(id)?.fait ?? [])
    return [...new Set([...declarations.map((d) => d.fait).reverse(), ...repris])]
  }
}

function retirer(actes: Acte[], acte: Acte): void {
  const ou = actes.indexOf(acte)
  if (ou >= 0) actes.splice(ou, 1)
}

function derniere({ declarations }: Acte): Declaration {
  return declarations.at(-1) ?? declarations[0]
}

interface Pas {
  acte: ActeDit
  declarations: Declaration[]
}
const RIEN: Pas = { acte: null, declarations: [] }

/**
 * One step back: the last act of this role not yet undone, and the declarations that undo it. An act that no longer
 * shows (somebody else settled its question since) is passed over.
 */
export function pasEnArriere(dossier: Dossier, contexte: Contexte): Pas {
  const histoire = new Histoire(dossier)
  for (const acte of histoire.annulables(contexte.auteur.role)) {
    const declarations = histoire.sans(acte, contexte)
    if (declarations.length > 0) return { acte: acte.declarations, declarations }
  }
  return RIEN
}

/** One step forward: says again the last act undone, as long as this role said nothing new since. */
export function pasEnAvant(dossier: Dossier, contexte: Contexte): Pas {
  const histoire = new Histoire(dossier)
  for (const acte of histoire.retablissables(contexte.auteur.role)) {
    const declarations = histoire.avec(acte, contexte)
    if (declarations.length > 0) return { acte: acte.declarations, declarations }
  }
  return RIEN
}

/** The declarations of one step back; empty when nothing is left to undo. */
export function annuler(dossier: Dossier, contexte: Contexte): Declaration[] {
  return pasEnArriere(dossier, contexte).declarations
}

/** The declarations of one step forward; empty when nothing can be done again. */
export function retablir(dossier: Dossier, contexte: Contexte): Declaration[] {
  return pasEnAvant(dossier, contexte).declarations
}
