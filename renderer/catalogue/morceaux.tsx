import type { ReactNode } from 'react'
import { type Marque, SENS_MARQUE } from '../../domain/index.ts'
import css from './catalogue.module.css'

/** Small pieces shared by the sheets. */

interface PropsVolet {
  nom: string
  /** Where Entrée goes from the list. */
  fiche?: boolean
  children: ReactNode
}

/** A pane that scrolls by itself: the keyboard reaches it, and F6 too. */
export function Volet({ nom, fiche = false, children }: PropsVolet) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody could scroll the pane with the keyboard
    <section className={css.fiche} data-volet data-fiche={fiche || undefined} tabIndex={0} aria-label={nom}>
      {children}
    </section>
  )
}

export function Section({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h3>{titre}</h3>
      <div>{children}</div>
    </section>
  )
}

/** Where a statement comes from and how far it was checked, in small after it. */
export function Source({ source, marque }: { source: string; marque: Marque }) {
  return (
    <small className={css.source}>
      ({source} · <abbr title={SENS_MARQUE[marque]}>{marque}</abbr>)
    </small>
  )
}

interface Enonce {
  texte: string
  source: string
  marque: Marque
}

/** What no source says is said to be unpublished, never left blank. */
export function Enonces({ enonces }: { enonces: readonly Enonce[] }) {
  if (enonces.length === 0) return <p className={css.nonPublie}>non publié</p>
  return (
    <ul className={css.enonces}>
      {enonces.map((e) => (
        <li key={e.texte}>
          {e.texte} <Source source={e.source} marque={e.marque} />
        </li>
      ))}
    </ul>
  )
}

/** What each mark stands for, once, at the foot of a pane. */
export function LegendeMarques() {
  return (
    <p className={css.legende}>
      {Object.entries(SENS_MARQUE).map(([marque, sens]) => (
        <span key={marque}>
          <strong>{marque}</strong> {sens}
        </span>
      ))}
    </p>
  )
}

/** The box of a checkbox: its mark is drawn only when it is ticked. */
export function Coche() {
  return (
    <span className={css.boite}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3 8.5 6.5 12 13 4.5" />
      </svg>
    </span>
  )
}
