import { Hourglass, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { type DateIso, direHeure, etatLimite } from '../../domain/index.ts'
import { useParMinute } from '../composants/minute.ts'
import css from './tableau.module.css'

interface Props {
  limite: string | null
  jour: DateIso
  contradictoire: boolean
}

/** « 14 h 10 », with a shape and a word in the last hour and after, to the end of the limit's day. */
export const Limite = memo(function Limite({ limite, jour, contradictoire }: Props) {
  const etat = useParMinute((minute) => etatLimite(limite, minute))
  if (limite === null) return <span className={css.precise}>à préciser</span>
  return (
    <>
      <span className={css.ligne} data-etat={etat}>
        {direHeure(limite.slice(11))}
      </span>
      {etat === 'dans-l-heure' && (
        <span className={css.alerte}>
          <Hourglass size={12} aria-hidden="true" /> dans l’heure
        </span>
      )}
      {etat === 'passee' && (
        <span className={css.alerte}>
          <TriangleAlert size={12} aria-hidden="true" /> passée
        </span>
      )}
      {etat === 'loin' && (contradictoire || !limite.startsWith(jour)) && (
        <span className={css.second}>{contradictoire ? 'deux heures dites' : `le ${jourCourt(limite)}`}</span>
      )}
    </>
  )
})

/** `2026-11-29T…` → « 29/11 ». */
function jourCourt(moment: string): string {
  return `${moment.slice(8, 10)}/${moment.slice(5, 7)}`
}
