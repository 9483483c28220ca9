import type { DateIso, Declaration, Dossier } from '../contrat.ts'
import { ajouterJours } from '../dates.ts'
import type { Piece } from '../faits/piece.ts'
import { heureDe, minutesDe } from '../heures.ts'
import type { Reglages } from '../permanence/index.ts'
import { plier } from '../texte.ts'
import { ecrireBulletin } from './bulletins.ts'
import { type FaitDit, PERSONNES, type PersonneInventee } from './personnes.ts'

export const TRIBUNAL_EXERCICE = 'Bobigny'

/** Who « said » what the exercise begins with: not the prosecutor who practises, so that nothing of it is undone or resumed. */
export const AUTEUR_EXERCICE = { role: 'enquete', organisme: 'exercice' } as const

/** When the exercise begins; ids come from outside because the domain draws nothing at random. */
export interface DebutExercice {
  /** Day and hour on the clock of Paris. */
  jour: DateIso
  heure: string
  /** The same instant, ISO. */
  instant: string
  nouvelId: () => string
}

export interface MatineeExercice {
  personnes: { dossier: Dossier; pieces: Piece[] }[]
  reglages: Partial<Reglages>
}

/** Time left before the hearing: enough for the exercise, and the last useful hour for an enquête falls during it. */
const AVANT_AUDIENCE = 135
const JOUR_EN_MINUTES = 24 * 60
const VINGT_HEURES = 20 * 60
/** From the facts to the end of the garde à vue. */
const GARDE_A_VUE = 22 * 60

/** An invented morning that is alive at any hour of the day: every date and time counts from its start. */
export function matineeExercice(debut: DebutExercice): MatineeExercice {
  const { jour, heure } = debut
  return {
    personnes: PERSONNES.map((p, rang) => inventer(p, rang, debut)),
    // Never past midnight: the hearing is today's.
    reglages: { audiences: { [jour]: heureDe(Math.min(audience(heure), JOUR_EN_MINUTES - 1)) } },
  }
}

function audience(heure: string): number {
  return Math.ceil((minutesDe(heure) + AVANT_AUDIENCE) / 5) * 5
}

function inventer(p: PersonneInventee, rang: number, debut: DebutExercice) {
  const { jour, nouvelId, instant } = debut
  const finGardeAVue = decaler(debut, p.limiteDans - VINGT_HEURES)
  const jourDesFaits = decaler(debut, p.limiteDans - VINGT_HEURES - GARDE_A_VUE).slice(0, 10)
  const aVenir = p.anniversaire > jour.slice(5) ? 1 : 0
  const naissance = `${Number(jour.slice(0, 4)) - p.age - aVenir}-${p.anniversaire}`
  const procedure = { origine: 'procedure', verifie: true } as const
  const dits: FaitDit[] = [
    ['procedure.tribunal', TRIBUNAL_EXERCICE, procedure],
    ['procedure.dateFaits', jourDesFaits, procedure],
    ['procedure.qualification', p.qualification, procedure],
    ['procedure.nature', 'delit', procedure],
    ['procedure.categorie', p.categorie, procedure],
    ['procedure.encouruMois', p.encouruMois, procedure],
    ['permanence.finGardeAVue', finGardeAVue, procedure],
    ...p.faits,
  ]
  const avant = (secondes: number) => new Date(Date.parse(instant) - secondes * 1000).toISOString()
  const declarations = dits.map(
    ([fait, valeur, dit], i): Declaration => ({
      id: nouvelId(),
      fait,
      valeur,
      ...dit,
      auteur: AUTEUR_EXERCICE,
      // One after the other, and all before the exercise begins.
      date: avant(dits.length - i),
    }),
  )
  const dossier: Dossier = {
    version: 1,
    id: nouvelId(),
    // Of the year 99: no court gives such a number.
    numeroParquet: `99328${String(rang + 1).padStart(6, '0')}`,
    personne: { nom: p.nom, prenoms: p.prenom, dateNaissance: naissance },
    dateAudience: jour,
    declarations,
    ...(p.condamnations && {
      casier: ecrireBulletin(
        {
          ...p,
          nom: plier(p.nom.replace(' (exercice)', '')).toUpperCase(),
          prenom: plier(p.prenom).toUpperCase(),
          naissance,
          condamnations: p.condamnations,
        },
        jour,
      ),
    }),
  }
  const texte = p.audition?.(jourDesFaits)
  const pieces: Piece[] =
    texte === undefined
      ? []
      : [
          {
            id: nouvelId(),
            nom: 'Audition (exercice)',
            nature: 'audition',
            texte,
            pages: [{ debut: 0, fin: texte.length, reconnue: false }],
            ajouteLe: avant(0),
          },
        ]
  return { dossier, pieces }
}

/** So many minutes after the start, on the clock of the wall. */
function decaler({ jour, heure }: DebutExercice, apres: number): string {
  const total = minutesDe(heure) + apres
  const jours = Math.floor(total / JOUR_EN_MINUTES)
  return `${ajouterJours(jour, jours)}T${heureDe(total - jours * JOUR_EN_MINUTES)}`
}
