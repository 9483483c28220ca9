import { cherche, depuis, ensemble, type Lecture, type Phrase, parmi, type Trouvaille } from './lecture.ts'
import { CAT, unir } from './lexique.ts'

/**
 * What puts a finding in the present: a verb of now just before it, a frequency, « depuis ». A term without any is
 * shown to be checked, not as sure: of texts that nobody had read, one such in three was of another time or of
 * somebody else (28/11/2026).
 */

/** By themselves a lasting state: a chronic illness, its treatment, a substitution, a place with a contract. */
const DURABLES = ensemble(
  'psychose bipolaire methadone buprenorphine structures_addicto antipsychotiques thymoregulateurs retard_signes A E2 pregabaline aah',
)
const PRESENT = ensemble(
  'prends prend prenez fume fumez bois boit buvez consomme consommez sniffe tape injecte dort dors dormez couche vit vis vivez loge logez habite habitez est suis etes suivi suivie heberge hebergee sous traite traitee souffre touche percoit beneficie presente reste entends entend occupe squatte dit',
)
const RYTHME = unir(CAT.parJour, CAT.quotidien, CAT.hebdomadaire, CAT.actuel)
const AUTOUR = 10
const VERBE = 6

export function ancre(l: Lecture, t: Trouvaille): boolean {
  if (DURABLES.has(t.terme.code)) return true
  const p = l.phrases[l.phraseDe[t.a] ?? 0]
  if (p === undefined) return false
  if (parmi(l, Math.max(p.d, t.a - VERBE), t.b, PRESENT)) return true
  const [d, f] = [Math.max(p.d, t.a - AUTOUR), Math.min(p.f, t.b + AUTOUR)]
  if (cherche(l, d, f, RYTHME) >= 0 || depuis(l, d, f)) return true
  return demandeAuPresent(l, p)
}

/** « Consommez-vous des stupéfiants ? — Oui, du cannabis. » */
function demandeAuPresent(l: Lecture, p: Phrase): boolean {
  const q = p.genre === 'reponse' ? l.phrases[p.question] : p.genre === 'question' ? p : undefined
  return q !== undefined && parmi(l, q.coeur, q.f, PRESENT) && cherche(l, q.coeur, q.f, CAT.passe) < 0
}
