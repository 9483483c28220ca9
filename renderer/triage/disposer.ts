import type { DispositifLu, Lieu } from '../../domain/index.ts'
import { LECTURES } from '../composants/mots.ts'
import { ranger } from '../orientation/ranger.ts'
import { decisifsDe, noms } from './place.ts'

/** Dispositifs said together in one line; their reasons are one key away. Plain values, compared when drawn. */
export interface Groupe {
  titre: string
  forme: 'oui' | 'non' | 'inconnu'
  noms: string
  /** One line for each: « nom : ce qui décide ». */
  details: readonly string[]
}

/**
 * The programmes of this very court one by one, even outside their criteria; all the others by reading, those still
 * open first. In the order of the catalogue.
 */
export function disposer(
  dispositifs: readonly DispositifLu[],
  lieuDe: (id: string) => Lieu,
): { principaux: readonly DispositifLu[]; groupes: readonly Groupe[] } {
  const rangs = ranger(dispositifs, lieuDe)
  const principaux = rangs.locaux.length > 0 ? rangs.locaux : rangs.ouverts.slice(0, 1)
  const autres = (liste: readonly DispositifLu[]) => liste.filter((d) => !principaux.includes(d))
  const de = (lecture: DispositifLu['lecture']) => autres(rangs.ouverts).filter((d) => d.lecture === lecture)
  return {
    principaux,
    groupes: [
      grouper('profil-a-evaluer', '', de('profil-a-evaluer')),
      grouper('a-verifier', '', de('a-verifier')),
      grouper('a-verifier', ' ailleurs', autres(rangs.ailleurs)),
      grouper('hors-criteres', '', autres(rangs.hors)),
    ].filter((g) => g.details.length > 0),
  }
}

function grouper(lecture: DispositifLu['lecture'], suite: string, liste: readonly DispositifLu[]): Groupe {
  const { mot, forme } = LECTURES[lecture]
  return {
    titre: `${mot}${suite} (${liste.length})`,
    forme,
    noms: liste.map((d) => d.nom).join(', '),
    details: liste.map((d) => {
      const decisifs = decisifsDe(d)
      const dit =
        d.lecture === 'hors-criteres' ? decisifs.map((c) => c.motif).join(' ') : `${noms(decisifs)}.`
      return decisifs.length === 0 ? d.nom : `${d.nom}\u00a0: ${dit}`
    }),
  }
}
