import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button, Form } from 'react-aria-components'
import {
  dateCourte,
  definitionFait,
  numeroInhabituel,
  PHRASE_HEURE,
  PHRASE_NUMERO,
} from '../../domain/index.ts'
import { aujourdhui } from '../horloge.ts'
import type { NomChamp, SaisieDossier } from '../saisie/champs-dossier.ts'
import { PHRASE_DATE } from '../saisie/dates.ts'
import { dateAdmise, dateImpossible, finDeGardeAdmise, mettreEnForme } from '../saisie/dossier.ts'
import boutons from './boutons.module.css'
import { Champ, Choix } from './champ.tsx'
import css from './formulaire-dossier.module.css'

interface Props {
  titre: string
  saisie: SaisieDossier
  /** At each change of text. */
  onChange: (saisie: SaisieDossier) => void
  /** When a field is left: what it says may be kept. */
  onQuitterChamp?: (saisie: SaisieDossier) => void
  /** Enter, once every date exists. */
  onEntree: () => void
  onFermer: () => void
  action: string
  /** Said beside the button. */
  note?: string
}

const OUI_NON = [
  { code: 'oui', libelle: 'oui' },
  { code: 'non', libelle: 'non' },
]

/** Identity and procedure, on one page (F2): what the one line of the board does not ask. */
export function FormulaireDossier({
  titre,
  saisie,
  onChange,
  onQuitterChamp,
  onEntree,
  onFermer,
  action,
  note,
}: Props) {
  const forme = useRef<HTMLFormElement>(null)
  const [quittes, quitter] = useState<ReadonlySet<NomChamp>>(new Set())
  const impossible = dateImpossible(saisie)

  useEffect(() => {
    const avant = document.activeElement
    forme.current?.querySelector('input')?.focus()
    return () => {
      if (avant instanceof HTMLElement && avant.isConnected) avant.focus()
    }
  }, [])

  const texte = (champ: NomChamp, libelle: string, max = 2000) => ({
    libelle,
    valeur: saisie[champ],
    onChange: (valeur: string) => onChange({ ...saisie, [champ]: valeur }),
    onBlur: () => {
      quitter(new Set([...quittes, champ]))
      const forme = mettreEnForme(saisie)
      onChange(forme)
      onQuitterChamp?.(forme)
    },
    max,
  })

  const date = (champ: 'naissance' | 'dateFaits', libelle: string) => ({
    ...texte(champ, libelle, 20),
    onKeyDown: (e: KeyboardEvent) => {
      if (!e.ctrlKey || e.key !== ';') return
      e.preventDefault()
      onChange({ ...saisie, [champ]: dateCourte(aujourdhui()) })
    },
    note: quittes.has(champ) && !dateAdmise(saisie[champ]) ? PHRASE_DATE : null,
  })

  const choix = (champ: NomChamp, libelle: string, vide: string, valeurs: typeof OUI_NON) => ({
    libelle,
    vide,
    valeurs,
    valeur: saisie[champ],
    onChange: (valeur: string) => {
      onChange({ ...saisie, [champ]: valeur })
      onQuitterChamp?.({ ...saisie, [champ]: valeur })
    },
    // Browsers do not submit from a list; here Enter means the same everywhere.
    onKeyDown: (e: KeyboardEvent) => {
      if (e.key !== 'Enter') return
      e.preventDefault()
      forme.current?.requestSubmit()
    },
  })

  return (
    <Form
      ref={forme}
      className={css.formulaire}
      aria-label={titre}
      onSubmit={(e) => {
        e.preventDefault()
        if (impossible === null) {
          onEntree()
          return
        }
        quitter(new Set(['naissance', 'dateFaits', 'finGardeAVue']))
        forme.current?.querySelector<HTMLInputElement>(`[data-champ="${impossible}"] input`)?.focus()
      }}
    >
      <h2>{titre}</h2>
      <div className={css.champs}>
        <Champ {...texte('nom', 'Nom')} />
        <Champ {...texte('prenoms', 'Prénoms')} />
        <div data-champ="naissance">
          <Champ {...date('naissance', 'Né(e) le')} />
        </div>
        <Champ
          {...texte('numeroParquet', 'N° parquet', 100)}
          note={quittes.has('numeroParquet') && numeroInhabituel(saisie.numeroParquet) ? PHRASE_NUMERO : null}
        />
        <div className={css.large}>
          <Champ {...texte('qualification', 'Faits')} />
        </div>
        <Choix {...choix('categorie', 'Catégorie', 'à choisir', [...valeursDe('procedure.categorie')])} />
        <div data-champ="dateFaits">
          <Champ {...date('dateFaits', 'Date des faits')} />
        </div>
        <Choix {...choix('nature', 'Nature', 'non renseignée', [...valeursDe('procedure.nature')])} />
        <Choix {...choix('flagrance', 'Flagrance', 'non renseignée', OUI_NON)} />
        <Champ {...texte('departement', 'Département', 100)} />
        <Champ {...texte('tribunal', 'Tribunal', 100)} />
        <div data-champ="finGardeAVue">
          <Champ
            {...texte('finGardeAVue', 'Fin de GAV', 40)}
            note={quittes.has('finGardeAVue') && !finDeGardeAdmise(saisie.finGardeAVue) ? PHRASE_HEURE : null}
          />
        </div>
      </div>
      <div className={css.actions}>
        <Button type="submit" className={boutons.principal}>
          {action} <kbd>Entrée</kbd>
        </Button>
        <Button className={boutons.bouton} onPress={onFermer}>
          Fermer <kbd>Échap</kbd>
        </Button>
        <p>
          {note} Dates&nbsp;: 21/11/26, 2111 ou <kbd>Ctrl+;</kbd>&nbsp;pour aujourd’hui.
        </p>
      </div>
    </Form>
  )
}

function valeursDe(fait: string) {
  return definitionFait(fait)?.valeurs ?? []
}
