import type { ReactNode } from 'react'
import { Secours } from './cadre.tsx'
import css from './page.module.css'

/** A single narrow column: the screens outside the morning's work (first start, unlocking, failure). */
export function Page({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <div className={css.page}>
      <Secours />
      <main className={css.colonne}>
        <h1>{titre}</h1>
        {children}
      </main>
    </div>
  )
}
