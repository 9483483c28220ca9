import { MOTIFS_ECART, type MotifEcart } from '../../domain/index.ts'
import css from './orientation.module.css'

const TOUCHE: Readonly<Record<MotifEcart, string>> = {
  'ordre-public': 'o',
  victime: 'v',
  'deja-echoue': 'd',
  'pas-de-place': 'p',
  refus: 'r',
  'faute-de-temps': 't',
  autre: 'a',
}

/** The letter of each reason, in the focused row of a dispositif. */
export const LETTRES: Readonly<Record<string, MotifEcart | undefined>> = Object.fromEntries(
  MOTIFS_ECART.map(({ code }) => [TOUCHE[code], code]),
)

interface Props {
  /** The dispositif in view; null when a legal framework is. */
  nom: string | null
  motifs: readonly string[]
  onEcarter: (motif: MotifEcart) => void
}

/** As cheap as accepting: one key, no sentence to write. It changes no reading. */
export function Ecarter({ nom, motifs, onEcarter }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a set of buttons of one line, not a form
    <div className={css.ecarter} role="group" aria-label={nom === null ? 'Écarter' : `Écarter ${nom}`}>
      <span className={css.mot}>Écarter&nbsp;▸</span>
      {MOTIFS_ECART.map(({ code, libelle }) => (
        <button
          key={code}
          type="button"
          aria-pressed={motifs.includes(code)}
          disabled={nom === null}
          onClick={() => onEcarter(code)}
        >
          <kbd>{TOUCHE[code]}</kbd> {libelle}
        </button>
      ))}
    </div>
  )
}
