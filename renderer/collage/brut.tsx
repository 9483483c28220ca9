import { memo, useMemo } from 'react'
import type { LectureLigne } from '../../domain/index.ts'
import { Forme, type Trois } from '../composants/forme.tsx'
import css from './collage.module.css'
import { lignesMontrees } from './lignes.ts'

interface Props {
  lignes: readonly (string | null)[]
  lectures: readonly LectureLigne[]
  /** Lines of the person who has the focus; from 1. */
  siennes: readonly number[]
}

const MOTS: Readonly<Record<LectureLigne, { mot: string; forme: Trois | null }>> = {
  vide: { mot: 'ignoré', forme: null },
  ignoree: { mot: 'ignoré', forme: null },
  entete: { mot: 'compris', forme: 'oui' },
  procedure: { mot: 'compris', forme: 'oui' },
  personne: { mot: 'compris', forme: 'oui' },
  infraction: { mot: 'compris', forme: 'oui' },
  ecartee: { mot: 'écarté', forme: 'non' },
  'non-comprise': { mot: 'non compris', forme: 'inconnu' },
}

/** The pasted text, and what each line became: by a shape and a word. */
export const TexteBrut = memo(function TexteBrut({ lignes, lectures, siennes }: Props) {
  const bruts = useMemo(() => lignesMontrees(lignes, lectures), [lignes, lectures])
  const ensemble = new Set(siennes)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
    <section className={css.brut} aria-label="Texte collé" tabIndex={0} data-volet>
      <ol>
        {bruts.map((b) =>
          b.sorte === 'pli' ? (
            <li key={b.de} className={css.pli}>
              lignes {b.de} à {b.a}&nbsp;: {b.mot}
            </li>
          ) : (
            <li key={b.n} data-lecture={b.lecture} data-sienne={ensemble.has(b.n) || undefined}>
              <span className={css.numero}>{b.n}</span>
              <span className={css.texte} title={b.texte ?? undefined}>
                {b.texte ?? 'effacé à la fermeture'}
              </span>
              {b.lecture !== null && <Mot lecture={b.lecture} />}
            </li>
          ),
        )}
      </ol>
    </section>
  )
})

function Mot({ lecture }: { lecture: LectureLigne }) {
  const { mot, forme } = MOTS[lecture]
  return (
    <span className={css.mot}>
      {forme === null ? '–' : <Forme etat={forme} />} {mot}
    </span>
  )
}
