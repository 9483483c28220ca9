import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button, Form } from 'react-aria-components'
import { dateCourte, lireDate } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { Champ } from '../composants/champ.tsx'
import { aujourdhui } from '../horloge.ts'
import { dire } from '../magasin.ts'
import { PHRASE_DATE } from '../saisie/dates.ts'
import { focaliserEntree } from '../touches.ts'
import type { Responsable } from './agir.ts'
import css from './catalogue.module.css'
import { type Champs, garderBrouillon, ouvrirFormulaire, useEcran } from './etat.ts'

/** A change asks three things besides itself: on what day, from what source, who answers for it. */
export interface Saisie {
  champs: Champs
  ecrire(champ: string, valeur: string): void
  /** A text field bound to a name of the draft. */
  texte(
    champ: string,
    libelle: string,
    max?: number,
  ): { libelle: string; valeur: string; onChange(v: string): void; max: number }
}

interface Props {
  cle: string
  titre: string
  /** Fields before anything is typed. */
  depart: Champs
  action: string
  /** Name of the date field; a verification is dated by the check itself. */
  libelleDate?: string
  /** Recorded at once, whatever the day: no date is asked. */
  sansDate?: boolean
  children?: (saisie: Saisie) => ReactNode
  /** Records; the sentence of a refusal, or null. */
  enregistrer(champs: Champs, responsable: Responsable): Promise<string | null>
  /** Said in the status bar once recorded. */
  fait: string
}

const COMMUNS = { date: '', source: '', par: '' }

export function Formulaire(props: Props) {
  const { cle, titre, depart, action, libelleDate, sansDate = false, children, enregistrer, fait } = props
  const brouillon = useEcran((e) => e.brouillons[cle])
  const propose = useEcran((e) => e.par)
  const forme = useRef<HTMLFormElement>(null)
  const [refus, refuser] = useState<string | null>(null)
  const [enCours, attendre] = useState(false)
  const champs: Champs = brouillon ?? {
    ...COMMUNS,
    date: dateCourte(aujourdhui()),
    par: propose,
    ...depart,
  }

  useEffect(() => {
    const avant = document.activeElement
    forme.current?.scrollIntoView({ block: 'start' })
    forme.current?.querySelector<HTMLElement>('input, select')?.focus()
    return () => {
      // What had opened the form may have gone with what was just recorded.
      if (avant instanceof HTMLElement && avant.isConnected) avant.focus()
      else focaliserEntree(document.querySelector<HTMLElement>('[data-volet]'))
    }
  }, [])

  const ecrire = (champ: string, valeur: string) => garderBrouillon(cle, { ...champs, [champ]: valeur })
  const texte = (champ: string, libelle: string, max = 200) => ({
    libelle,
    valeur: champs[champ] ?? '',
    onChange: (valeur: string) => ecrire(champ, valeur),
    max,
  })

  const envoyer = async () => {
    if (enCours) return
    const responsable = lireResponsable(champs)
    if (typeof responsable === 'string') {
      refuser(responsable)
      return
    }
    attendre(true)
    const phrase = await enregistrer(champs, responsable)
    attendre(false)
    refuser(phrase)
    if (phrase !== null) return
    garderBrouillon(cle, null)
    ouvrirFormulaire(null)
    dire(fait)
  }

  return (
    <Form
      ref={forme}
      className={css.formulaire}
      aria-label={titre}
      onSubmit={(e) => {
        e.preventDefault()
        void envoyer()
      }}
    >
      <h3>{titre}</h3>
      {children?.({ champs, ecrire, texte })}
      {!sansDate && (
        <Champ
          {...texte('date', libelleDate ?? 'Date', 20)}
          onKeyDown={(e: KeyboardEvent) => {
            if (!e.ctrlKey || e.key !== ';') return
            e.preventDefault()
            ecrire('date', dateCourte(aujourdhui()))
          }}
        />
      )}
      <Champ {...texte('source', 'Source', 500)} />
      <Champ {...texte('par', 'Responsable')} />
      <div className={css.envoi}>
        <Button type="submit" className={boutons.principal}>
          {enCours ? 'Enregistrement…' : action} <kbd>Entrée</kbd>
        </Button>
        <Button className={boutons.bouton} onPress={() => ouvrirFormulaire(null)}>
          Fermer <kbd>Échap</kbd>
        </Button>
        <p role="alert">{refus}</p>
      </div>
    </Form>
  )
}

/** One sentence, for the first thing to put right. */
function lireResponsable({ date = '', source = '', par = '' }: Champs): Responsable | string {
  const jour = lireDate(date, aujourdhui())
  if (jour === null) return PHRASE_DATE
  if (jour > aujourdhui()) return 'Cette date est à venir\u00a0: écrivez le jour où vous l’avez appris.'
  if (source.trim() === '') return 'Écrivez la source\u00a0: qui l’a dit, ou quel document.'
  if (par.trim() === '') return 'Écrivez le nom du responsable de ce changement.'
  return { date: jour, source: source.trim(), par: par.trim() }
}
