import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import css from './champ.module.css'

interface Commun {
  libelle: string
  valeur: string
  onChange: (valeur: string) => void
}

interface PropsChamp extends Commun {
  type?: 'text' | 'password'
  /** A sentence that says what to do; it never blocks by itself. */
  note?: ReactNode
  onBlur?: () => void
  onKeyDown?: (e: KeyboardEvent) => void
  autoFocus?: boolean
  max?: number
  entree?: Ref<HTMLInputElement>
}

/** One text field, its name on the left, its sentence underneath. Spelling and history of the browser stay out. */
export function Champ({
  libelle,
  valeur,
  onChange,
  note,
  max = 2000,
  type = 'text',
  entree,
  ...reste
}: PropsChamp) {
  const { onBlur, onKeyDown, autoFocus = false } = reste
  return (
    <TextField
      className={css.champ}
      value={valeur}
      onChange={onChange}
      type={type}
      maxLength={max}
      autoComplete="off"
      spellCheck="false"
      autoFocus={autoFocus}
      {...(onBlur && { onBlur })}
    >
      <Label>{libelle}</Label>
      <Input ref={entree} onKeyDown={onKeyDown} />
      {note !== undefined && note !== null && note !== '' && (
        <Text slot="description" className={css.note} role="status">
          {note}
        </Text>
      )}
    </TextField>
  )
}

interface PropsChoix extends Commun {
  valeurs: readonly { code: string; libelle: string }[]
  /** Words of the empty choice. */
  vide: string
  onKeyDown?: (e: KeyboardEvent) => void
}

/** The platform's own list: first letters choose, nothing to learn, nothing to inject. */
export function Choix({ libelle, valeur, onChange, valeurs, vide, onKeyDown }: PropsChoix) {
  return (
    <label className={css.champ}>
      <span>{libelle}</span>
      <select value={valeur} onChange={(e) => onChange(e.target.value)} onKeyDown={onKeyDown}>
        <option value="">{vide}</option>
        {valeurs.map((v) => (
          <option key={v.code} value={v.code}>
            {v.libelle}
          </option>
        ))}
      </select>
    </label>
  )
}
