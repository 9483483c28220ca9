import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { AFFICHEES_MAX, type Commande, commandes, GROUPES, trouver } from './commandes.ts'
import { fermerPalette, usePalette } from './etat.ts'
import css from './palette.module.css'

/** « Que voulez-vous faire ? »: people, commands and words in one place, each with its key. */
export function Palette() {
  const ouverte = usePalette((p) => p.ouverte)
  return (
    <ModalOverlay
      isOpen={ouverte}
      isDismissable
      className={css.voile}
      onOpenChange={(ouvrir) => {
        if (!ouvrir) fermerPalette()
      }}
    >
      <Modal className={css.boite}>
        <Dialog className={css.dialogue} aria-label="Que voulez-vous faire ?">
          <Recherche />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

const PAS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/** A combobox whose first line is always chosen at once: react-aria's waits before it does, and Entrée would be lost. */
function Recherche() {
  const dossier = usePalette((p) => p.dossier)
  const [saisie, saisir] = useState('')
  const [rang, choisirRang] = useState(0)
  const racine = useId()
  const liste = useRef<HTMLDivElement>(null)
  const toutes = useMemo(() => commandes(dossier), [dossier])
  const trouvees = useMemo(() => trouver(toutes, saisie), [toutes, saisie])
  const choisie = trouvees[rang]

  useLayoutEffect(() => {
    liste.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  const faire = (commande: Commande | undefined) => {
    if (commande === undefined) return
    fermerPalette()
    // Once the focus is back where it was: a key is pressed there.
    requestAnimationFrame(() => requestAnimationFrame(() => commande.faire()))
  }

  const surTouche = (e: KeyboardEvent) => {
    if (e.nativeEvent.isComposing) return
    const pas = PAS[e.key]
    if (e.key === 'Enter') faire(choisie)
    else if (pas !== undefined) choisirRang(Math.max(0, Math.min(rang + pas, trouvees.length - 1)))
    else return
    e.preventDefault()
  }

  const idDe = (c: Commande) => `${racine}-${c.id}`
  return (
    <>
      <input
        type="text"
        role="combobox"
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type in this field
        autoFocus
        aria-label="Que voulez-vous faire ?"
        aria-expanded="true"
        aria-controls={`${racine}-liste`}
        aria-autocomplete="list"
        aria-activedescendant={choisie && idDe(choisie)}
        placeholder="Que voulez-vous faire&nbsp;?"
        className={css.saisie}
        value={saisie}
        onChange={(e) => {
          saisir(e.target.value)
          choisirRang(0)
        }}
        onKeyDown={surTouche}
      />
      <div ref={liste} id={`${racine}-liste`} role="listbox" aria-label="Commandes" className={css.liste}>
        {GROUPES.map((groupe) => {
          const siennes = trouvees.filter((c) => c.groupe === groupe)
          return siennes.length === 0 ? null : (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
            <div key={groupe} role="group" aria-label={groupe}>
              <p className={css.groupe} aria-hidden="true">
                {groupe}
              </p>
              {siennes.map((c) => (
                // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: keys are those of the field
                <div
                  key={c.id}
                  id={idDe(c)}
                  role="option"
                  aria-selected={c === choisie}
                  className={css.commande}
                  onClick={() => faire(c)}
                >
                  <span>{c.libelle}</span>
                  {c.touche !== undefined && <kbd>{c.touche}</kbd>}
                </div>
              ))}
            </div>
          )
        })}
      </div>
      <p role="status" className={css.suite}>
        {trouvees.length === 0
          ? 'Rien de ce nom. Essayez un autre mot\u00a0: une personne, une action, une mesure.'
          : trouvees.length === AFFICHEES_MAX
            ? `Les ${AFFICHEES_MAX} premières commandes\u00a0; un mot de plus précise.`
            : ''}
      </p>
    </>
  )
}
