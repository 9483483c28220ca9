import type { CleFait, Declaration, EtatFait } from '../contrat.ts'
import { libelleValeur } from '../faits/vocabulaire.ts'

/** How the night before reads among the other words of the housing line. */
const OU: Readonly<Record<string, string>> = {
  rue: 'dehors, en voiture ou en campement',
  urgence: 'en hébergement d’urgence (115)',
  aide: 'en CHRS, stabilisation ou hôtel aidé',
  squat: 'en squat, bidonville ou caravane',
  tiers: 'chez quelqu’un',
  'chez-soi': 'chez soi',
  institution: 'à l’hôpital, en prison ou en institution',
}

/**
 * Where the person slept the night before. The ETHOS code follows where it comes from that night: one that somebody
 * gave is said with their own words, and never twice. It says what has to be built where no other answer does.
 */
export function direNuit(
  d: Declaration,
  faits: Readonly<Record<CleFait, EtatFait>>,
  { principal, seul }: { principal: boolean; seul: boolean },
): string {
  const ou = OU[String(d.valeur)] ?? libelleValeur(d.fait, d.valeur)
  const dit = principal ? ou : `${ou} la nuit avant l’interpellation`
  const situation = faits['logement.situation']
  if (situation?.etat !== 'connu' || !situation.declarations.includes(d.id)) return dit
  const ceSoir = faits['logement.hebergementCeSoir']
  const perdu = ceSoir?.etat === 'connu' && ceSoir.valeur === false ? ', sans place ce soir' : ''
  const code = `${perdu}, ETHOS ${situation.valeur}`
  const aConstruire = seul && faits['logement.sansLogementStable']
  if (aConstruire && aConstruire.etat === 'connu' && aConstruire.valeur === true)
    return `à construire : logement stable (${dit}${code})`
  return `${dit}${code}`
}
