import type { DispositifLu } from '../../domain/index.ts'
import { compter, LECTURES } from '../composants/mots.ts'
import type { Changement } from './dire-bascules.ts'
import css from './orientation.module.css'

interface Props {
  changements: readonly Changement[]
  dispositifs: readonly DispositifLu[]
}

const NOMS_AU_PLUS = 2

/** « refus de l’intéressé → hors critères (L’Ouvrage) »: single answers, everything else staying as it is. */
export function Changements({ changements, dispositifs }: Props) {
  const nom = (id: string) => dispositifs.find((d) => d.id === id)?.nom ?? id
  const nommer = (ids: readonly string[]) =>
    ids.length > NOMS_AU_PLUS ? compter(ids.length, 'dispositif') : ids.map(nom).join(', ')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to enter it
    <section className={css.changements} data-volet data-entree tabIndex={0} aria-labelledby="changements">
      <h3 id="changements">Ce qui ferait changer la réponse</h3>
      {changements.length === 0 ? (
        <p>Aucune réponse seule ne changerait une lecture.</p>
      ) : (
        <ul>
          {changements.map((c) => (
            <li key={`${c.dit}${c.devient}${c.dispositifs}`} title={c.dispositifs.map(nom).join(', ')}>
              {c.dit}&nbsp;→ <strong>{LECTURES[c.devient].mot.toLocaleLowerCase('fr')}</strong> (
              {nommer(c.dispositifs)})
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
