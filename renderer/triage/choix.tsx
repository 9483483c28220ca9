import type { KeyboardEvent } from 'react'
import type { ReponseLigne } from '../saisie/lignes.ts'
import { lettreDe } from '../touches.ts'
import css from './choix.module.css'

const REPONSES: readonly { code: ReponseLigne; lettre: string; mot: string }[] = [
  { code: 'o', lettre: 'O', mot: 'oui' },
  { code: 'n', lettre: 'N', mot: 'non' },
  { code: '?', lettre: '?', mot: 'ne sait pas' },
]

/** `?` needs Shift on AZERTY: `,` is the same key without it. */
const TOUCHES: Readonly<Record<string, ReponseLigne>> = { o: 'o', n: 'n', '?': '?', ',': '?', i: '?' }

export function reponseDeTouche(e: KeyboardEvent): ReponseLigne | undefined {
  return TOUCHES[lettreDe(e) ?? '']
}

export function motDe(reponse: ReponseLigne): string {
  return REPONSES.find((r) => r.code === reponse)?.mot ?? ''
}

interface Props {
  /** Apart from every other group of the page. */
  groupe: string
  valeur: ReponseLigne | null
  onChoix: (reponse: ReponseLigne) => void
  libelle?: string
  libellePar?: string
}

/**
 * Oui, non, ne sait pas. The browser's own radio buttons: fifteen groups stand on the screen, and a key must not
 * wait for what a component library would compute in each.
 */
export function Choix({ groupe, valeur, onChoix, libelle, libellePar }: Props) {
  return (
    <div role="radiogroup" className={css.choix} aria-label={libelle} aria-labelledby={libellePar}>
      {REPONSES.map((r) => (
        <label key={r.code} className={css.cellule} data-code={r.code}>
          <input
            type="radio"
            name={groupe}
            checked={valeur === r.code}
            aria-label={r.mot}
            onChange={() => onChoix(r.code)}
          />
          <span>{r.lettre}</span>
        </label>
      ))}
    </div>
  )
}
