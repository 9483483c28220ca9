import { memo, type ReactNode, useEffect } from 'react'
import { ouvrirPanneau, useMagasin } from '../magasin.ts'
import { connaitreTouches } from '../palette/etat.ts'
import { Aide, type Touche } from './aide.tsx'
import css from './cadre.module.css'
import { EtatEnregistrement } from './enregistrement.tsx'

interface Props {
  titre: string
  /** Right end of the header. */
  coin?: ReactNode
  /** Strip under the header. */
  bandeau: ReactNode
  /** Keys of the screen: the first ones in the footer, all of them under F1. */
  touches: readonly Touche[]
  /** Right end of the footer. */
  legende?: ReactNode
  children: ReactNode
}

/** Header, strip, content, footer: the same frame on every working screen (ecrans.md §2.2). */
export function Cadre({ titre, coin, bandeau, touches, legende, children }: Props) {
  const message = useMagasin((m) => m.message)
  const panneau = useMagasin((m) => m.panneau)
  useEffect(() => connaitreTouches(touches), [touches])
  return (
    <div className={css.cadre}>
      <Secours />
      <header className={css.entete}>
        <h1>{titre}</h1>
        <div className={css.coin}>{coin}</div>
      </header>
      <div className={css.bandeau}>
        <div className={css.identite}>{bandeau}</div>
        <EtatEnregistrement />
      </div>
      <main className={css.contenu}>
        {children}
        {panneau === 'aide' && <Aide touches={touches} onFermer={() => ouvrirPanneau('aucun')} />}
      </main>
      <footer className={css.pied}>
        <p role="status" className={message === null ? css.sansMessage : css.message}>
          {message}
        </p>
        {message === null && <Touches touches={touches} />}
        {message === null && legende}
      </footer>
    </div>
  )
}

/** The same at every key of a screen: not drawn again. */
const Touches = memo(function Touches({ touches }: { touches: readonly Touche[] }) {
  return (
    <ul className={css.touches} aria-label="Touches principales">
      {touches
        .filter((t) => t.pied)
        .map((t) => (
          <li key={t.touche}>
            <kbd>{t.touche}</kbd> {t.pied}
          </li>
        ))}
    </ul>
  )
})

/** « Mode secours »: always visible where the fallback host or the practice store is used. */
export function Secours() {
  const phrase = useMagasin((m) => m.application?.secours ?? null)
  return (
    <div>
      {phrase !== null && (
        <p className={css.secours} role="note">
          {phrase}
        </p>
      )}
    </div>
  )
}
