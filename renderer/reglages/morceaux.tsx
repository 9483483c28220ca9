import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { Button } from 'react-aria-components'
import { Champ as ChampTexte } from '../composants/champ.tsx'
import { useMagasin } from '../magasin.ts'
import { annuler, champsLus, garderChamps, retablir, revenir, type Section, taper, useEcran } from './etat.ts'
import { type Champ, ecrireChamp } from './lire.ts'
import css from './reglages.module.css'

/** Small pieces shared by the sections. */

interface PropsPartie {
  nom: string
  section: Section
  children: ReactNode
}

export function Partie({ nom, section, children }: PropsPartie) {
  return (
    <section className={css.partie} aria-label={nom}>
      <div className={css.titre}>
        <h2>{nom}</h2>
        <Button
          className={css.livres}
          aria-label={`Revenir aux réglages livrés\u00a0: ${nom}`}
          onPress={() => revenir(section, nom)}
        >
          Revenir aux réglages livrés
        </Button>
      </div>
      {children}
    </section>
  )
}

/** Ctrl+Z and Ctrl+Y in a field belong to its text while something is being typed, to the settings otherwise. */
export function annulerHorsSaisie(e: KeyboardEvent, enSaisie: boolean): void {
  const acte = { z: annuler, y: retablir }[e.key.toLocaleLowerCase('fr')]
  if (enSaisie || !e.ctrlKey || e.shiftKey || e.altKey || acte === undefined) return
  e.preventDefault()
  acte()
}

/** An hour or a duration: kept when the field is left or on Enter, as typed until then. */
export function ChampReglage({ champ, libelle }: { champ: Champ; libelle: string }) {
  const tape = useEcran((e) => e.tapes[champ])
  const quitte = useEcran((e) => e.quittes.includes(champ))
  const garde = useMagasin((m) => ecrireChamp(champ, m.reglages))
  const phrase = quitte && tape !== undefined ? champsLus().phrases[champ] : null
  return (
    <ChampTexte
      libelle={libelle}
      valeur={tape ?? garde}
      onChange={(texte) => taper(champ, texte)}
      onBlur={garderChamps}
      onKeyDown={(e) => {
        annulerHorsSaisie(e, tape !== undefined && !quitte)
        if (e.key === 'Enter') garderChamps()
      }}
      max={20_000}
      note={phrase}
    />
  )
}

interface PropsListe<V extends string | number> {
  libelle: string
  valeur: V
  valeurs: readonly { code: V; libelle: string }[]
  onChange: (valeur: V) => void
}

/** The browser's own radio buttons: arrows choose, and forced colours draw them. */
export function Radios<V extends string | number>({ libelle, valeur, valeurs, onChange }: PropsListe<V>) {
  const id = useId()
  return (
    <div role="radiogroup" aria-labelledby={id} className={css.radios}>
      <span id={id}>{libelle}</span>
      <div>
        {valeurs.map((v) => (
          <label key={v.code} className={css.option}>
            <input type="radio" name={id} checked={v.code === valeur} onChange={() => onChange(v.code)} />
            {v.libelle}
          </label>
        ))}
      </div>
    </div>
  )
}

interface PropsCase {
  libelle: string
  cochee: boolean
  onChange: (cochee: boolean) => void
  decritPar?: string
}

export function Case({ libelle, cochee, onChange, decritPar }: PropsCase) {
  return (
    <label className={css.option}>
      <input
        type="checkbox"
        checked={cochee}
        aria-describedby={decritPar}
        onChange={(e) => onChange(e.target.checked)}
      />
      {libelle}
    </label>
  )
}
