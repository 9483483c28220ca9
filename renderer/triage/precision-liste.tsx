import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { dossierDe, editer, useMagasin } from '../magasin.ts'
import { cleOption, type Option, optionsChoisies, sectionsDe, vueLigne } from '../saisie/lignes.ts'
import { basculer, preciser, saisirTexte } from '../saisie/repondre.ts'
import { AncienneMesure } from './ancienne-mesure.tsx'
import { focaliserApres, focaliserLigne } from './focus.ts'
import css from './precision.module.css'
import type { PropsPrecision } from './precision-texte.tsx'

/**
 * Codes chosen by their first letters, several if need be; words that are none of them become the free text.
 * Written here because a key must act on what is already filtered: the library's list filters one frame later, and
 * a fast typist would choose another product. Pattern: ARIA combobox with a multi-selectable list.
 */
export function PrecisionListe({ id, ligne, libelle }: PropsPrecision) {
  const dossier = useMagasin(() => dossierDe(id))
  const [tape, ecrire] = useState('')
  const [rang, viser] = useState(-1)
  const [erreur, dire] = useState<string | null>(null)
  const champ = useRef<HTMLInputElement>(null)
  const base = useId()
  const courant = useRef('')

  const present = dossier && vueLigne(dossier, ligne)
  const sections = (present ? sectionsDe(ligne, present) : [])
    .map((s) => ({ ...s, options: s.options.filter((o) => correspond(o, tape)) }))
    .filter((s) => s.options.length > 0)
  const visibles = sections.flatMap((s) => s.options)
  courant.current = visibles.length === 0 ? tape : ''

  useLayoutEffect(() => champ.current?.focus(), [])

  // Another dossier or a lock may take the field away without a blur: words in full are kept all the same.
  useEffect(
    () => () => {
      const present = dossierDe(id)
      if (present && courant.current.trim() !== '') saisirTexte(present, ligne, courant.current)
    },
    [id, ligne],
  )

  if (!dossier || !present) return null
  const choisies = optionsChoisies(dossier, ligne)
  const { texte, precision } = present
  const visee = visibles[rang] ?? (tape.trim() === '' ? undefined : visibles[0])

  const choisir = (option: Option) => {
    basculer(dossierDe(id) ?? dossier, ligne, option)
    ecrire('')
    dire(null)
  }

  /** False: the words cannot be kept yet; they stay, with the sentence that says why. */
  const garderTexte = (): boolean => {
    if (tape.trim() === '' || visibles.length > 0) return true
    const phrase = saisirTexte(dossierDe(id) ?? dossier, ligne, tape)
    dire(phrase)
    if (phrase === null) ecrire('')
    return phrase === null
  }

  const fermer = (puis: () => void) => {
    if (!flushSync(garderTexte)) return
    flushSync(() => editer(null))
    puis()
  }

  const surTouche = (e: KeyboardEvent) => {
    const rien = tape.trim() === ''
    if (e.key === 'Enter' && !e.ctrlKey) {
      if (visee) choisir(visee)
      else if (rien) fermer(() => focaliserApres(ligne.fait))
      else garderTexte()
    } else if (e.key === ' ' && rien && visee) choisir(visee)
    else if (e.key === 'ArrowDown') viser(Math.min(rang + 1, visibles.length - 1))
    else if (e.key === 'ArrowUp') viser(Math.max(rang - 1, -1))
    else if (e.key === 'Escape') fermer(() => focaliserLigne(ligne.fait))
    else if (e.key === 'Backspace' && rien && texte !== '') preciser(dossierDe(id) ?? dossier, ligne, '')
    else return
    e.preventDefault()
    e.stopPropagation()
  }

  return (
    <div className={css.precision} data-saisie>
      <input
        ref={champ}
        className={css.champ}
        role="combobox"
        aria-label={`Précision de ${libelle}`}
        aria-expanded
        aria-controls={`${base}-liste`}
        aria-autocomplete="list"
        aria-activedescendant={visee && `${base}-${cleOption(visee)}`}
        aria-describedby={`${base}-pied`}
        placeholder={precision === '' ? 'premières lettres, Entrée' : precision}
        value={tape}
        maxLength={1900}
        autoComplete="off"
        spellCheck={false}
        onChange={(e) => {
          ecrire(e.target.value)
          viser(-1)
        }}
        onKeyDown={surTouche}
        onBlur={() => fermer(() => {})}
      />
      <div className={css.liste}>
        <div role="listbox" id={`${base}-liste`} aria-label={`Choix pour ${libelle}`} aria-multiselectable>
          {sections.map((s) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
            <div key={s.titre} role="group" aria-label={s.titre} className={css.section}>
              <p className={css.titre} aria-hidden="true">
                {s.titre}
              </p>
              {s.options.map((o) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and the keys
                <div
                  key={cleOption(o)}
                  id={`${base}-${cleOption(o)}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={choisies.has(cleOption(o))}
                  className={css.option}
                  data-visee={o === visee || undefined}
                  onMouseDown={(e) => e.preventDefault()}
                  onClick={() => choisir(o)}
                >
                  {o.libelle}
                </div>
              ))}
            </div>
          ))}
        </div>
        {visibles.length === 0 && (
          <p className={css.vide}>
            <kbd>Entrée</kbd> garde «&nbsp;{tape.trim()}&nbsp;» en toutes lettres.
          </p>
        )}
        <p className={css.pied} id={`${base}-pied`} role="status">
          {erreur ?? <AncienneMesure texte={tape} />}
          {erreur === null &&
            `${texte === '' ? '' : `« ${texte} » `}Entrée choisit, Entrée à nouveau descend.`}
        </p>
      </div>
    </div>
  )
}

function plier(texte: string): string {
  return texte.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fr')
}

/** « cra » finds « cocaïne basée (crack) »: the beginning of any word, of the name or of the code. */
function correspond(option: Option, tape: string): boolean {
  const mots = ` ${plier(`${option.libelle} ${option.valeur}`).replace(/[^\p{L}\p{N}]+/gu, ' ')}`
  return mots.includes(` ${plier(tape.trim())}`)
}
