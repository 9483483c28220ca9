import type { Condamnation } from '../contrat.ts'
import type { Periode } from './dates-francaises.ts'
import { essayerEn, type Motif } from './motif.ts'
import type { Flux } from './texte.ts'

/** Where the reading of the stream stands: the place, the current decision, the words still waiting. */

export interface Lecture {
  condamnations: Condamnation[]
  /** Lines of each conviction, in the text as given. */
  places: Map<Condamnation, PlageDeLignes>
  /** Lines where at least one field was recognised. */
  comprises: Set<number>
  /** Lines of which a part at least was not understood. */
  douteuses: Set<number>
}

/** From 1, both ends included. */
export interface PlageDeLignes {
  debut: number
  fin: number
}

export type Infraction = Condamnation['infractions'][number]

export type Mention = Condamnation['mentions'][number]

export interface Etat {
  flux: Flux
  i: number
  lecture: Lecture
  courante: Condamnation | null
  /** Place in the stream where the current decision begins, its rank included. */
  debutCourante: number
  /** Words not yet understood: start and end of each run on one line. */
  reste: { debut: number; fin: number }[]
  /** Just after a complete field: another may begin on the same line. */
  apresChamp: boolean
  /** Facts dated before their offence is named. */
  periodeEnAttente: Periode | null
  /** Number of decisions that were given a printed rank. */
  dernierRang: number
  apresFaits: boolean
  /** « Date des faits : » was read: any day or period is one, without « le ». */
  dateAttendue: boolean
}

export function essayer(motif: Motif, etat: Etat, i = etat.i): RegExpExecArray | null {
  return essayerEn(motif, etat.flux.plie, i)
}

/** Marks the lines from `etat.i` to `fin` as understood and goes there. */
export function avancer(etat: Etat, fin: number): void {
  let ligne = 0
  for (let k = etat.i; k < fin; k++) {
    const l = etat.flux.lignes[k] ?? 0
    if (l !== ligne && etat.flux.plie[k] !== ' ') {
      etat.lecture.comprises.add(l)
      ligne = l
    }
  }
  etat.i = fin
  etat.apresChamp = true
  etat.apresFaits = false
  etat.dateAttendue = false
}

export function mettreEnReste(etat: Etat): void {
  const { flux, i } = etat
  let fin = flux.plie.indexOf(' ', i)
  if (fin < 0) fin = flux.plie.length
  const dernier = etat.reste.at(-1)
  if (dernier !== undefined && flux.lignes[dernier.debut] === flux.lignes[i] && flux.coupures[i] !== 1) {
    dernier.fin = fin
  } else {
    etat.reste.push({ debut: i, fin })
  }
  etat.i = fin
  etat.apresChamp = false
}

export function texteDuReste(etat: Etat): string {
  const dernier = etat.reste.at(-1)
  return dernier === undefined ? '' : etat.flux.plie.slice(dernier.debut, dernier.fin)
}

export function sansContenu(c: Condamnation): boolean {
  return c.infractions.length === 0 && c.peines.length === 0 && c.mentions.length === 0
}
