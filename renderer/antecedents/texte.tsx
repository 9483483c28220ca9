import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { flushSync } from 'react-dom'
import boutons from '../composants/boutons.module.css'
import { Forme } from '../composants/forme.tsx'
import { compter } from '../composants/mots.ts'
import { corrigerLigne } from './actes.ts'
import type { LectureTexte, LigneTexte } from './etat.ts'
import { focaliserRangee } from './focus.ts'
import css from './texte.module.css'

interface Props {
  id: string
  lecture: LectureTexte
  /** Row in view at the right: `c3`, or `l12` for a line that was not read. */
  vise: string
  edition: number | null
  refus: string | null
  onEditer: (numero: number | null) => void
  onRetirer: () => void
}

/** The text as pasted, each line with what became of it: shape and word, never colour alone. */
export function Texte({ id, lecture, vise, edition, refus, onEditer, onRetirer }: Props) {
  const boite = useRef<HTMLElement>(null)
  const { lignes, nonLues } = lecture

  // The lines of the row in view come into sight; the page itself never moves.
  useEffect(() => {
    if (vise === '') return
    const visees = [...(boite.current?.querySelectorAll<HTMLElement>(`[data-pour~="${vise}"]`) ?? [])]
    visees.at(-1)?.scrollIntoView({ block: 'nearest' })
    visees[0]?.scrollIntoView({ block: 'nearest' })
  }, [vise])

  const terminer = (numero: number, texte: string | null, puis: number | null) => {
    const ligne = lignes.find((l) => l.numero === numero)
    flushSync(() => {
      if (texte !== null && ligne !== undefined && texte !== ligne.texte)
        corrigerLigne(id, numero, texte, ligne.imprimee)
      onEditer(puis !== null && lignes.some((l) => l.numero === puis) ? puis : null)
    })
    if (puis === null) focaliserRangee()
  }

  return (
    <section className={css.volet} data-volet aria-label="Bulletin n° 1">
      <div className={css.barre}>
        <span>
          Bulletin n° 1 · {compter(lignes.length, 'ligne')}
          {nonLues.length > 0 && ` · ${nonLues.length} non ${nonLues.length > 1 ? 'lues' : 'lue'}`}
        </span>
        <Button className={boutons.bouton} onPress={onRetirer}>
          Retirer
        </Button>
      </div>
      {refus !== null && (
        <p className={css.refus} role="alert">
          {refus} Le bulletin joint n’a pas changé.
        </p>
      )}
      <section
        ref={boite}
        className={css.lignes}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to enter it
        tabIndex={0}
        aria-label="Texte du bulletin"
        data-entree
      >
        <ol>
          {lignes.map((l) =>
            l.numero === edition ? (
              <Edition key={l.rang} ligne={l} onFini={terminer} />
            ) : (
              <Ligne
                key={l.rang}
                {...l}
                visee={vise === `c${l.condamnation}` || vise === `l${l.numero}`}
                onEditer={onEditer}
              />
            ),
          )}
        </ol>
      </section>
    </section>
  )
}

interface PropsLigne extends LigneTexte {
  visee: boolean
  onEditer: (numero: number) => void
}

const Ligne = memo(
  function Ligne({ numero, texte, imprimee, corrigee, nature, condamnation, visee, onEditer }: PropsLigne) {
    // What carries nothing is still shown: nothing of the paste disappears.
    const rien = corrigee && texte.trim() === ''
    return (
      <li
        className={css.ligne}
        data-nature={nature}
        data-visee={visee || undefined}
        data-pour={`c${condamnation} l${numero}`}
        onDoubleClick={() => onEditer(numero)}
      >
        <span className={css.numero}>{numero}</span>
        <span className={css.marque}>
          {nature === 'non-lue' && (
            <>
              <Forme etat="inconnu" /> non lue
            </>
          )}
          {nature === 'entete' && 'en-tête'}
          {nature === 'condamnation' && condamnation !== null && `▸ ${condamnation + 1}`}
        </span>
        <span className={css.mots} title={corrigee ? `Imprimé\u00a0: ${imprimee}` : undefined}>
          {rien ? <s>{imprimee}</s> : texte}
          {corrigee && <em className={css.corrigee}> {rien ? 'ne porte rien' : 'corrigée'}</em>}
        </span>
      </li>
    )
  },
  (a, b) =>
    (Object.keys(a) as (keyof PropsLigne)[]).every((k) => typeof a[k] === 'function' || a[k] === b[k]),
)

interface PropsEdition {
  ligne: LigneTexte
  onFini: (numero: number, texte: string | null, puis: number | null) => void
}

/** One line being corrected; leaving it, by any means but Escape, keeps what is typed. */
function Edition({ ligne, onFini }: PropsEdition) {
  const [texte, ecrire] = useState(ligne.texte)
  const champ = useRef<HTMLInputElement>(null)
  const fini = useRef(false)
  useLayoutEffect(() => champ.current?.focus(), [])
  const finir = (garde: string | null, puis: number | null) => {
    if (fini.current) return
    fini.current = true
    onFini(ligne.numero, garde, puis)
  }
  return (
    <li className={css.ligne} data-visee>
      <span className={css.numero}>{ligne.numero}</span>
      <input
        ref={champ}
        className={css.champ}
        aria-label={`Ligne ${ligne.numero}, à corriger`}
        value={texte}
        maxLength={1900}
        autoComplete="off"
        spellCheck={false}
        onChange={(e) => ecrire(e.target.value)}
        onBlur={() => finir(texte, null)}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && !e.ctrlKey) finir(texte, null)
          else if (e.key === 'Escape') finir(null, null)
          else if (e.key === 'ArrowDown') finir(texte, ligne.numero + 1)
          else if (e.key === 'ArrowUp') finir(texte, ligne.numero - 1)
          else return
          e.preventDefault()
          e.stopPropagation()
        }}
      />
    </li>
  )
}
