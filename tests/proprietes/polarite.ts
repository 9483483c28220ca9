import type { Critere } from '../../domain/catalogue/index.ts'
import type { CleFait } from '../../domain/index.ts'
import { type Condition, faitsDe } from '../../domain/regles/condition.ts'

/**
 * A lint over the written rules. An answer added to a criterion that is decided leaves it so when each fact is read
 * by its value alone; and Kleene's logic leaves nothing falsely unknown when each fact is read by one condition, in
 * one polarity. It says which facts of which criteria are outside.
 */
export interface Ecarts {
  /** Read by their silence: an answer that comes later may turn what was decided without it. */
  silences: CleFait[]
  /** Read twice in one condition, in two polarities or against different values: « unknown » may be too cautious. */
  doubles: CleFait[]
}

/** Facts that are derived, with the sources whose silence the derivation reads (contract/faits.md). */
const SOURCES_MUETTES: Readonly<Record<CleFait, readonly CleFait[]>> = {
  'psy.troubleSevere': ['psy.suivi', 'psy.traitement', 'psy.hospitalisation', 'psy.certificat'],
  'logement.sansLogementStable': ['logement.situation'],
  'personne.majeur': ['procedure.dateFaits'],
  'antecedents.condamnations': ['procedure.dateFaits'],
}

/** Readings of facts that hold on to an absence: `absent`, `connu`, `établi`, `dit`, all but the last « premier ». */
function silencesDe(c: Condition): CleFait[] {
  switch (c.genre) {
    case 'et':
    case 'ou':
    case 'au-moins':
      return c.parmi.flatMap(silencesDe)
    case 'non':
      return silencesDe(c.de)
    case 'premier':
      return c.faits.slice(0, -1)
    case 'absent':
    case 'connu':
    case 'établi':
    case 'dit':
      return [c.fait]
    default:
      return []
  }
}

/** Facts without which a condition cannot be true. */
function necessaires(c: Condition): Set<CleFait> {
  if (c.genre === 'et') return new Set(c.parmi.flatMap((x) => [...necessaires(x)]))
  if (c.genre === 'ou') return c.parmi.map(necessaires).reduce((a, b) => a.intersection(b))
  return c.genre === 'absent' || c.genre === 'premier' ? new Set() : new Set(faitsDe(c))
}

/** Each reading of a fact, as text with its sign: two that differ are two conditions on the same fact. */
function lectures(c: Condition, signe: boolean): [CleFait, string][] {
  if (c.genre === 'et' || c.genre === 'ou' || c.genre === 'au-moins')
    return c.parmi.flatMap((x) => lectures(x, signe))
  if (c.genre === 'non') return lectures(c.de, !signe)
  if (c.genre === 'booleen') return [[c.fait, String(c.attendu === signe)]]
  return faitsDe(c).map((fait) => [fait, `${signe}${JSON.stringify(c)}`])
}

function doublesDe(c: Condition): CleFait[] {
  const vues = new Map<CleFait, Set<string>>()
  for (const [fait, lecture] of lectures(c, true)) vues.set(fait, (vues.get(fait) ?? new Set()).add(lecture))
  return [...vues].filter(([, lot]) => lot.size > 1).map(([fait]) => fait)
}

export function ecarts(c: Critere): Ecarts {
  const conditions = [c.neutreSi, c.vraiSi, c.fauxSi].filter((x) => x !== null)
  const silences = new Set(conditions.flatMap(silencesDe))
  // « Faux » wins over « vrai »: what « vrai » does not need could still say « faux » later.
  if (c.fauxSi !== null)
    for (const f of new Set(faitsDe(c.fauxSi)).difference(necessaires(c.vraiSi))) silences.add(f)
  for (const f of c.faits) for (const source of SOURCES_MUETTES[f] ?? []) silences.add(source)
  return { silences: [...silences].sort(), doubles: [...new Set(conditions.flatMap(doublesDe))].sort() }
}
