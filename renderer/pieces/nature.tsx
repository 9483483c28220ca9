import type { KeyboardEvent } from 'react'
import { NATURES_PIECE, type NaturePiece } from '../../domain/index.ts'
import { lettreDe } from '../touches.ts'
import css from './nouvelle.module.css'

interface Props {
  nature: NaturePiece | null
  /** True where the focus comes once there is a text. */
  entree: boolean
  onChoisir: (nature: NaturePiece) => void
  onPrendre: (nature: NaturePiece | null) => void
}

const LIBELLES: Readonly<Record<NaturePiece, { touche: string; libelle: string }>> = {
  audition: { touche: 'a', libelle: 'Audition, procès-verbal' },
  enquete: { touche: 'e', libelle: 'Enquête sociale' },
  certificat: { touche: 'c', libelle: 'Certificat médical' },
  autre: { touche: 'x', libelle: 'Autre' },
}

/** What the text is: never guessed. A letter chooses and reads, only while one of the choices has the focus. */
export function Nature({ nature, entree, onChoisir, onPrendre }: Props) {
  const surTouche = (e: KeyboardEvent) => {
    if (e.ctrlKey || e.altKey || e.metaKey) return
    const touche = lettreDe(e)
    const choisie = NATURES_PIECE.find((n) => LIBELLES[n.code].touche === touche)
    if (choisie !== undefined) onPrendre(choisie.code)
    else if (e.key === 'Enter') onPrendre(nature)
    else return
    e.preventDefault()
    e.stopPropagation()
  }
  return (
    <fieldset className={css.natures} onKeyDown={surTouche}>
      <legend>C’est&nbsp;:</legend>
      {NATURES_PIECE.map(({ code }) => (
        <label key={code}>
          <input
            type="radio"
            name="nature-piece"
            value={code}
            checked={nature === code}
            {...(entree && (nature ?? NATURES_PIECE[0].code) === code && { 'data-nouvelle': true })}
            onChange={() => onChoisir(code)}
          />
          {LIBELLES[code].libelle} <kbd>{LIBELLES[code].touche}</kbd>
        </label>
      ))}
    </fieldset>
  )
}
