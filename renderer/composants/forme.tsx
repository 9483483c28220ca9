import css from './forme.module.css'

export type Trois = 'oui' | 'non' | 'inconnu'

/** State by shape first, colour second: disc, cross, dashed ring with a question mark. Always beside a word. */
export function Forme({ etat }: { etat: Trois }) {
  return (
    <svg className={css.forme} data-etat={etat} viewBox="0 0 12 12" aria-hidden="true">
      {etat === 'oui' && <circle cx="6" cy="6" r="5" />}
      {etat === 'non' && <path d="M2 2 10 10M10 2 2 10" />}
      {etat === 'inconnu' && (
        <>
          <circle cx="6" cy="6" r="5" />
          <path d="M4.4 4.7c.1-2 3.2-2 3.2-.1 0 1.3-1.6 1.2-1.6 2.5M6 8.5v.3" />
        </>
      )}
    </svg>
  )
}
