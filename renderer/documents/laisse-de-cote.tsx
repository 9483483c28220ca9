import type { Omission } from '../../domain/index.ts'
import css from './documents.module.css'

/** What this document does not say, and why: never what it is, only that it exists. */
export function LaisseDeCote({ omissions }: { omissions: readonly Omission[] }) {
  return (
    <div>
      <h3 className={css.titre3}>Laissé de côté</h3>
      {omissions.length === 0 ? (
        <p className={css.rien}>Rien&nbsp;: tout ce qui est déclaré se lit sur ce document.</p>
      ) : (
        <ul className={css.omissions}>
          {omissions.map((o) => (
            <li key={`${o.quoi} ${o.motif}`}>
              <strong>{o.quoi}</strong>&nbsp;: {insecable(o.motif)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Never a colon at the beginning of a line. */
function insecable(phrase: string): string {
  return phrase.replace(/ ([:;?!»])/g, '\u00a0$1')
}
