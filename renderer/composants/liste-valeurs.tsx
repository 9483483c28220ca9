import type { SelectHTMLAttributes } from 'react'
import type { ValeurPossible } from '../../domain/index.ts'

interface Props extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> {
  valeurs: readonly ValeurPossible[] | undefined
  /** Code of the value; empty: to be chosen. */
  valeur: string
  onChoix: (code: string) => void
}

/** The values of a fact, « à choisir » as long as none is; it can be changed, not emptied. */
export function ListeValeurs({ valeurs = [], valeur, onChoix, ...reste }: Props) {
  return (
    <select {...reste} value={valeur} onChange={(e) => onChoix(e.target.value)}>
      <option value="" disabled>
        à choisir
      </option>
      {valeurs.map((v) => (
        <option key={v.code} value={v.code}>
          {v.libelle}
        </option>
      ))}
    </select>
  )
}
