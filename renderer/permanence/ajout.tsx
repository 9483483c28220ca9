import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { type LigneLue, libelleValeur, type Morceau } from '../../domain/index.ts'
import { Forme } from '../composants/forme.tsx'
import { dire, ouvrirEcran, ouvrirPanneau, useMagasin } from '../magasin.ts'
import { siFocusPerdu } from '../touches.ts'
import css from './ajout.module.css'
import { champLigne, premiereRangee } from './focus.ts'
import { creerDepuisLigne, dejaAuTableau, direAjoute, ecrireLigne, lireCetteLigne } from './ligne.ts'

/** A line left alone this long becomes a dossier: the idle lock must not take it away. */
const GARDE_MS = 120_000
/** Beyond what the reading takes: the end is kept all the same. */
const LIGNE_MAX = 1000
const EXEMPLE = 'MODELE Camille 12/03/1988 26325000118 vol aggravé gav 18h10'

export function ajouter(): void {
  ouvrirPanneau('ajout')
  champLigne()?.focus()
}

/** One person, one line, in any order; what is understood of it is said underneath as one types. */
export function Ajout() {
  const texte = useMagasin((m) => m.brouillon?.texte ?? '')
  const lu = useMemo(() => (texte.trim() === '' ? null : lireCetteLigne(texte)), [texte])
  const [deja, signaler] = useState<string | null>(null)
  const champ = useRef<HTMLInputElement>(null)

  useEffect(() => {
    champ.current?.focus()
    return () => {
      siFocusPerdu(() => premiereRangee()?.focus())
    }
  }, [])

  useEffect(() => {
    if (texte.trim() === '') return
    const garde = setTimeout(() => {
      const id = creerDepuisLigne()
      if (id === null) return
      ouvrirEcran('triage', id)
      dire('La ligne commencée est enregistrée\u00a0; F2 la complète.')
    }, GARDE_MS)
    return () => clearTimeout(garde)
  }, [texte])

  function touche(e: KeyboardEvent): void {
    if (e.key !== 'Enter' || e.altKey || e.metaKey || e.shiftKey || e.nativeEvent.isComposing) return
    e.preventDefault()
    // The triage that Ctrl+Enter opens must not read the same key as « next person ».
    e.stopPropagation()
    if (e.repeat || lu === null) return
    const double = deja === null ? dejaAuTableau(lu) : null
    signaler(double)
    if (double !== null) return
    const id = creerDepuisLigne()
    if (id === null) return
    if (e.ctrlKey) ouvrirEcran('triage', id)
    else direAjoute(id)
  }

  return (
    <section className={css.ajout} aria-label="Ajout sur une ligne" data-volet>
      <label className={css.saisie}>
        Nouveau déféré
        <input
          ref={champ}
          value={texte}
          maxLength={LIGNE_MAX}
          autoComplete="off"
          spellCheck="false"
          placeholder={EXEMPLE}
          aria-describedby="ajout-lecture"
          data-ligne-ajout
          data-entree
          onChange={(e) => {
            signaler(null)
            ecrireLigne(e.currentTarget.value)
          }}
          onKeyDown={touche}
        />
      </label>
      <p className={css.touches}>
        <kbd>Entrée</kbd> ajoute · <kbd>Ctrl+Entrée</kbd> ajoute et ouvre · <kbd>Échap</kbd> ferme
      </p>
      <div id="ajout-lecture" className={css.lecture}>
        {lu === null ? (
          <p>Sur une ligne, dans l’ordre que vous voulez&nbsp;: tout est facultatif.</p>
        ) : (
          <Lecture lu={lu} />
        )}
      </div>
      {deja !== null && (
        <p role="alert" className={css.alerte}>
          <Forme etat="inconnu" /> {deja} <kbd>Entrée</kbd> à nouveau l’ajoute quand même.
        </p>
      )}
    </section>
  )
}

function Lecture({ lu }: { lu: LigneLue }) {
  const { morceaux, categorie, avertissements } = lu
  return (
    <>
      <ul aria-label="Ce qui est compris">
        {morceaux.map((m, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
          <LiMorceau key={i} morceau={m} />
        ))}
        {categorie !== null && (
          <li>
            <Forme etat="inconnu" /> catégorie proposée, à vérifier&nbsp;:{' '}
            {libelleValeur('procedure.categorie', categorie)}
          </li>
        )}
      </ul>
      {avertissements.map((a) => (
        <p key={a}>{a}</p>
      ))}
    </>
  )
}

function LiMorceau({ morceau: { texte, champ, lu } }: { morceau: Morceau }) {
  if (champ !== null)
    return (
      <li>
        <Forme etat="oui" /> {lu}
      </li>
    )
  return (
    <li>
      <Forme etat="inconnu" /> «&nbsp;{texte}&nbsp;» gardé tel quel dans l’aide-mémoire&nbsp;: {lu}
    </li>
  )
}
