import type { SuiteDemande } from '../../domain/index.ts'
import css from './liste.module.css'

/** State by shape: an empty box, a box with a dot (asked, or to call again), a ticked box (answered), a barred box (closed). Beside a word. */
export function Marque({ suite }: { suite: SuiteDemande | null }) {
  const ouverte = suite === 'demandee' || suite === 'a-rappeler'
  return (
    <svg className={css.marque} viewBox="0 0 12 12" aria-hidden="true" data-suite={suite ?? 'aucune'}>
      <rect x="1" y="1" width="10" height="10" />
      {ouverte && <circle cx="6" cy="6" r="2.4" />}
      {suite === 'recue' && <path d="M3 6.2 5.2 8.6 9.2 3.4" />}
      {suite !== null && !ouverte && suite !== 'recue' && <path d="M3 6H9" />}
    </svg>
  )
}
