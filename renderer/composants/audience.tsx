import { type DateIso, direHeure, direReste, minutageDu } from '../../domain/index.ts'
import { useMagasin } from '../magasin.ts'
import css from './audience.module.css'
import { useParMinute } from './minute.ts'

/** « Audience 13 h 00 — dans 1 h 42 »: a text that changes once a minute, by itself; it never blinks. */
export function Audience({ jour }: { jour: DateIso }) {
  const minutage = minutageDu(
    useMagasin((m) => m.reglages),
    jour,
  )
  const reste = useParMinute((maintenant) => direReste({ minutage, jour, maintenant }))
  return (
    <span className={css.audience}>
      Audience {direHeure(minutage.heureAudience)}
      {reste !== '' && ` — ${reste}`}
    </span>
  )
}
