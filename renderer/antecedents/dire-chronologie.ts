import type { Chronologie } from '../../domain/index.ts'

/** The rhythm of the decisions, said from the figures alone: what was pronounced when, and no word on the person. */

const JOURS_PAR_MOIS = 30.44
/** From how much longer than all that follow a gap is worth a sentence. */
const RUPTURE = 1.5
const NOMBRES = ['zéro', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix']

/** « 12 jours », « 5 mois », « 14 mois », « 2 ans 3 mois »: whole months, counted in days. */
export function direIntervalle(jours: number): string {
  const mois = Math.round(jours / JOURS_PAR_MOIS)
  if (mois < 2) return `${jours} jour${jours > 1 ? 's' : ''}`
  if (mois < 24) return `${mois} mois`
  const reste = mois % 12
  return `${Math.floor(mois / 12)} ans${reste === 0 ? '' : ` ${reste} mois`}`
}

/**
 * « 4 condamnations en 2 ans 3 mois. Trois en 13 mois, après 14 mois sans. Derniers intervalles : 5 mois, 7 mois. »
 * The middle sentence, only where one gap is half as long again as every later one.
 */
export function direChronologie({ annees, ecarts, sansDate }: Chronologie): string {
  const datees = annees.reduce((n, a) => n + a.condamnations.length, 0)
  const total = datees + sansDate.length
  if (total === 0) return 'Aucune condamnation lue.'
  if (ecarts.length === 0) return `${total} condamnation${total > 1 ? 's' : ''}.`
  const duree = ecarts.reduce((somme, e) => somme + e.jours, 0)
  const phrases = [`${datees} condamnations en ${direIntervalle(duree)}.`]
  const rupture = ecarts.findIndex(
    (e, i) => i < ecarts.length - 1 && ecarts.slice(i + 1).every((x) => e.jours >= RUPTURE * x.jours),
  )
  const depuis = ecarts[rupture]
  if (depuis !== undefined) {
    const apres = ecarts.slice(rupture + 1)
    const jours = apres.reduce((somme, e) => somme + e.jours, 0)
    phrases.push(
      `${nombre(apres.length + 1)} en ${direIntervalle(jours)}, après ${direIntervalle(depuis.jours)} sans.`,
    )
  }
  if (ecarts.length >= 2) {
    const derniers = ecarts.slice(-3).map((e) => direIntervalle(e.jours))
    phrases.push(`Derniers intervalles\u00a0: ${derniers.join(', ')}.`)
  }
  return phrases.join(' ')
}

function nombre(n: number): string {
  const mot = NOMBRES[n] ?? String(n)
  return mot.charAt(0).toLocaleUpperCase('fr') + mot.slice(1)
}
