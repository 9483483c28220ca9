import { z } from 'zod'
import type { CleFait, DateIso } from '../contrat.ts'
import { estDateIso, estHeure } from '../dates.ts'
import { LIGNES_TRIAGE } from '../faits/triage.ts'
import { heureDe, minutesDe } from '../heures.ts'

/** Settings of one store. They change how the morning is shown and timed; no rule and no document's content reads them, hours and addresses apart. */

const texte = z.string().max(200)
/** `13:00`, on the clock of Paris. */
const heure = z.string().refine(estHeure, 'heure')
const dateIso = z.string().refine(estDateIso, 'date')
const ligne = z.string().refine((cle): cle is CleFait => LIGNES_TRIAGE.some((l) => l.fait === cle), 'ligne')

export const FONCTIONS_CONTACT = ['apcars', 'jap', 'spip', 'avocat', 'siao', 'csapa', 'autre'] as const

const contact = z.strictObject({
  id: z.uuid(),
  fonction: z.enum(FONCTIONS_CONTACT),
  nom: texte,
  /** City of a JAP, of a SPIP; empty when it does not matter. */
  ville: texte,
  telephone: texte,
  courriel: texte,
})
export type Contact = z.infer<typeof contact>

export const reglagesSchema = z.strictObject({
  heureAudience: heure,
  /** When the last person has to have been seen. */
  finDeferrements: heure,
  /** Minutes that an enquête sociale rapide takes (about 1 h 30: actu-juridique.fr, February 2025). */
  dureeEnquete: z.int().min(5).max(600),
  /** The lines of the short mode, in the order of the triage. */
  questionsCourtes: z.array(ligne).min(1).max(LIGNES_TRIAGE.length),
  modeCourt: z.boolean(),
  /** Order of the board: by the 20-hour limit (803-3 CPP) or by hand; by nothing else. */
  ordre: z.enum(['limite', 'main']),
  /** Single letters answer in the focused row (WCAG 2.1.4: they can be switched off). */
  lettres: z.boolean(),
  densite: z.enum(['compacte', 'aeree']),
  contraste: z.enum(['normal', 'eleve']),
  /** Per cent. */
  tailleTexte: z.union([z.literal(100), z.literal(115), z.literal(130), z.literal(150)]),
  /** Minutes without a key before the store locks. */
  verrouApres: z.int().min(5).max(120),
  annuaire: z.array(contact).max(200),
  /** Hearing time of one day, where it is not the usual one. */
  audiences: z.record(dateIso, heure),
})
export type Reglages = z.infer<typeof reglagesSchema>

/** Hours of the account of the founding round table (hearing at one, people seen until half past twelve). */
export const REGLAGES_PAR_DEFAUT: Reglages = {
  heureAudience: '13:00',
  finDeferrements: '12:30',
  dureeEnquete: 90,
  questionsCourtes: [
    'addiction.conduite',
    'logement.sansLogementStable',
    'psy.troubleDeclare',
    'accord.evaluation',
  ],
  modeCourt: false,
  ordre: 'limite',
  lettres: true,
  densite: 'compacte',
  contraste: 'normal',
  tailleTexte: 100,
  verrouApres: 10,
  annuaire: [],
  audiences: {},
}

/** What a store holds, key by key; a value that this version does not understand gives way to the default. */
export function lireReglages(gardes: Readonly<Record<string, unknown>>): Reglages {
  const lus = { ...REGLAGES_PAR_DEFAUT } as Record<string, unknown>
  for (const [cle, schema] of Object.entries(reglagesSchema.shape)) {
    if (!Object.hasOwn(gardes, cle)) continue
    const lu = schema.safeParse(gardes[cle])
    if (lu.success) lus[cle] = lu.data
  }
  return lus as Reglages
}

/** `750` → `12:30`; before midnight stays midnight. */
function enHeure(total: number): string {
  return heureDe(Math.max(0, Math.min(total, 24 * 60 - 1)))
}

/** The hours of one morning. */
export interface Minutage {
  heureAudience: string
  /** Moves with the hearing of the day. */
  finDeferrements: string
  /** Last useful moment to ask for an enquête: it takes `dureeEnquete` and has to be back before the last person is seen. */
  derniereHeureUtile: string
}

export function minutageDu(r: Reglages, date: DateIso): Minutage {
  const heureAudience = r.audiences[date] ?? r.heureAudience
  const fin = minutesDe(r.finDeferrements) + minutesDe(heureAudience) - minutesDe(r.heureAudience)
  return {
    heureAudience,
    finDeferrements: enHeure(fin),
    derniereHeureUtile: enHeure(fin - r.dureeEnquete),
  }
}
