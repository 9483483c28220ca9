import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { Button } from 'react-aria-components'
import { flushSync } from 'react-dom'
import type { NaturePiece } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { Champ } from '../composants/champ.tsx'
import { ajouter, coller, interrompre, nomPropose, ouvrirFichier } from './ajouter.ts'
import { BROUILLON_VIDE, ecrireBrouillon, jeterBrouillon, usePieces } from './etat.ts'
import { focaliserTravail } from './focus.ts'
import { Nature } from './nature.tsx'
import css from './nouvelle.module.css'
import { Progression } from './progression.tsx'
import { Saisie } from './saisie.tsx'

interface Props {
  dossier: string
  /** Null while nothing else can be shown: there is no piece yet. */
  onFermer: (() => void) | null
  onAjoutee: () => void
}

/** Beyond it the text is shown by its beginning only: a field of that size would make typing wait. */
const EDITABLE_MAX = 60_000
const FORMATS = '.pdf,.docx,.odt,.txt'

/** A text to paste or a file to open, then one key that says what it is. */
export function Nouvelle({ dossier, onFermer, onAjoutee }: Props) {
  const brouillon = usePieces((m) => m.brouillons[dossier] ?? BROUILLON_VIDE)
  const fichier = useRef<HTMLInputElement>(null)
  const garder = useRef<() => void>(() => {})
  const enLecture = brouillon.fichier !== null && brouillon.fichier.pages === null

  const prendre = async (nature: NaturePiece | null) => {
    garder.current()
    if (await ajouter(dossier, nature)) onAjoutee()
  }

  const ouvrir = async (choisi: File | undefined) => {
    if (fichier.current) fichier.current.value = ''
    if (choisi === undefined) return
    // The field gives way to the progress: the focus follows, so that Échap stops the reading.
    const lecture = flushSync(() => ouvrirFichier(dossier, choisi))
    focaliserTravail()
    await lecture
    // The nature was chosen meanwhile: the piece is already in.
    if (usePieces.getState().brouillons[dossier] === undefined) onAjoutee()
    else focaliserTravail()
  }

  const surTouche = (e: KeyboardEvent) => {
    if (e.key === 'Enter' && e.ctrlKey) void prendre(brouillon.nature)
    else if (e.key === 'Escape' && enLecture) interrompre(dossier)
    else if (e.key === 'Escape' && onFermer !== null) onFermer()
    else return
    e.preventDefault()
    e.stopPropagation()
  }

  return (
    <section className={css.volet} data-volet aria-label="Ajouter une pièce" onKeyDown={surTouche}>
      <div className={css.barre}>
        <h3>Ajouter une pièce</h3>
        <Button className={boutons.bouton} onPress={() => fichier.current?.click()}>
          Ouvrir un fichier (PDF, Word, LibreOffice, texte)
        </Button>
        <input
          ref={fichier}
          type="file"
          accept={FORMATS}
          hidden
          aria-label="Fichier de la pièce"
          onChange={(e) => void ouvrir(e.target.files?.[0])}
        />
        {onFermer !== null && (
          <Button className={boutons.bouton} onPress={onFermer}>
            Revenir <kbd>Échap</kbd>
          </Button>
        )}
      </div>
      {brouillon.refus !== null && (
        <p className={css.refus} role="alert">
          {brouillon.refus}
        </p>
      )}
      {enLecture && brouillon.fichier !== null ? (
        <Progression
          nom={brouillon.fichier.nom}
          progres={brouillon.fichier.progres}
          onAnnuler={() => {
            interrompre(dossier)
            focaliserTravail()
          }}
        />
      ) : brouillon.fichier !== null || brouillon.texte.length > EDITABLE_MAX ? (
        <Apercu dossier={dossier} />
      ) : (
        <Saisie dossier={dossier} garder={garder} />
      )}
      <div className={css.bas}>
        <Nature
          nature={brouillon.nature}
          entree={enLecture || brouillon.texte !== ''}
          onChoisir={(nature) => ecrireBrouillon(dossier, { nature })}
          onPrendre={(nature) => void prendre(nature)}
        />
        <div className={css.fin}>
          <Champ
            libelle="Nom (facultatif)"
            valeur={brouillon.nom}
            max={180}
            onChange={(nom) => ecrireBrouillon(dossier, { nom })}
            note={
              brouillon.nom === '' && brouillon.nature !== null
                ? `Sera citée «\u00a0${nomPropose(dossier, brouillon.nature)}\u00a0».`
                : null
            }
          />
          <Button
            className={boutons.principal}
            aria-keyshortcuts="Control+Enter"
            onPress={() => void prendre(brouillon.nature)}
          >
            Lire cette pièce <kbd>Ctrl+Entrée</kbd>
          </Button>
        </div>
      </div>
    </section>
  )
}

/** What a file gave, or a long paste: how much, and how it begins, so that the wrong file is seen. */
function Apercu({ dossier }: { dossier: string }) {
  const { texte, fichier } = usePieces((m) => m.brouillons[dossier] ?? BROUILLON_VIDE)
  const pages = fichier?.pages ?? []
  const reconnues = pages.filter((p) => p.reconnue).length
  return (
    <div className={css.apercu}>
      <p>
        <strong>{fichier?.nom ?? 'Texte collé'}</strong>
        {pages.length > 1 && ` · ${pages.length} pages`} · {texte.length.toLocaleString('fr')} caractères
        {reconnues > 0 && ' · lu par reconnaissance, à vérifier'}
      </p>
      <p className={css.debut}>{texte.slice(0, 600)}…</p>
      <Button
        className={boutons.bouton}
        onPress={() => {
          flushSync(() => jeterBrouillon(dossier))
          focaliserTravail()
        }}
      >
        Ne pas l’ajouter
      </Button>
    </div>
  )
}

/**
 * Ctrl+V anywhere on the screen: the text goes to the panel and the focus to its nature, one key from being read.
 * In a field with words in it, the platform's own paste is better.
 */
export function surColler(e: ClipboardEvent, dossier: string, ouvrir: () => void): void {
  const colle = e.clipboardData.getData('text/plain')
  if (e.target instanceof HTMLInputElement && e.target.type === 'text') return
  const champ = e.target instanceof HTMLTextAreaElement ? e.target : null
  if (champ !== null && champ.value !== '' && champ.value.length + colle.length < EDITABLE_MAX) return
  e.preventDefault()
  flushSync(() => {
    champ?.blur()
    ouvrir()
    coller(dossier, colle)
  })
  focaliserTravail()
}
