import { Hourglass, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { type DateIso, direMomentDuJour, etatLimite } from '../../domain/index.ts'
import { useParMinute } from '../composants/minute.ts'
import css from './tableau.module.css'

interface Props {
  limite: string | null
  jour: DateIso
  contradictoire: boolean
}

/** « 14 h 10 », with a shape and a word in the last hour and after; a past day is over and says nothing more. */
export const Limite = memo(function Limite({ limite, jour, contradictoire }: Props) {
  const etat = useParMinute((minute) => (minute.slice(0, 10) > jour ? 'loin' : etatLimite(limite, minute)))
  if (limite === null) return <span className={css.precise}>à préciser</span>
  return (
    <>
      <span className={css.ligne} data-etat={etat}>
        {direMomentDuJour(limite, jour)}
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
      {contradictoire && etat === 'loin' && <span className={css.second}>deux heures dites</span>}
    </>
  )
})
