import type { DateIso } from '../../domain/index.ts'
import { Forme } from '../composants/forme.tsx'
import { aujourdhui } from '../horloge.ts'
import css from './catalogue.module.css'
import { ageDe } from './lignes.ts'

/** Last check: disc when recent, triangle past ninety days, dashed ring when never; always with its words. */
export function Age({ verifieLe }: { verifieLe: DateIso | null }) {
  const { age, mot } = ageDe(verifieLe, aujourdhui())
  return (
    <span className={css.age} data-age={age}>
      {age === 'ancien' ? (
        <svg className={css.triangle} viewBox="0 0 12 12" aria-hidden="true">
          <path d="M6 1 11.4 11H.6ZM6 4.6v3M6 9v.4" />
        </svg>
      ) : (
        <Forme etat={age === 'frais' ? 'oui' : 'inconnu'} />
      )}{' '}
      {mot}
    </span>
  )
}
