import { type DateIso, direHeure, minutageDu } from '../../domain/index.ts'
import { jourEtMinute } from '../horloge.ts'
import { useMagasin } from '../magasin.ts'
import css from './audience.module.css'
import { direReste } from './durees.ts'
import { useMinute } from './minute.ts'

/** « Audience 13 h 00 — dans 1 h 42 »: a text that changes once a minute, by itself; it never blinks. */
export function Audience({ jour }: { jour: DateIso }) {
  const heure = useMagasin((m) => minutageDu(m.reglages, jour).heureAudience)
  useMinute()
  const reste = direReste(heure, jour, jourEtMinute())
  return (
    <span className={css.audience}>
      Audience {direHeure(heure)}
      {reste !== '' && ` — ${reste}`}
    </span>
  )
}
