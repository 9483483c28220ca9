import type { CasierLu } from '../../../domain/contrat.ts'

/**
 * A record written back in a few lines per decision: rank, day, court, character, signification; then « I »
 * offences, « P » sentences, « M » mentions.
 */
export function resumer(casier: CasierLu): string[] {
  const ligne = (...champs: (string | number | null | false)[]) =>
    champs.filter((x) => x !== null && x !== false && x !== '').join(' | ')
  const objet = (x: object | null) => x && JSON.stringify(x)
  return casier.condamnations.flatMap((c) => [
    ligne(c.rang, c.date, c.juridiction, c.caractere, c.signifieLe),
    ...c.infractions.map((i) =>
      ligne('I', i.libelle, i.debut, i.fin, i.recidive && 'récidive', i.tentative && 'tentative'),
    ),
    ...c.peines.map((p) => ligne('P', p.nature, objet(p.duree), p.montant, objet(p.sursis))),
    ...c.mentions.map((m) => ligne('M', m.type, m.type === 'autre' ? null : m.date, m.texte)),
  ])
}

/** A bulletin of another layout, everything in it invented, and what its printed words say. */
export interface Bulletin {
  nom: string
  texte: string
  attendu: readonly string[]
  /** Numbers of the lines given back unread; none when absent. */
  nonLues?: readonly number[]
}
