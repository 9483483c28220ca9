import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { Button } from 'react-aria-components'
import { type Contact, FONCTIONS_CONTACT } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { Champ } from '../composants/champ.tsx'
import { useMagasin } from '../magasin.ts'
import {
  ajouterContact,
  contactTape,
  coordonnees,
  direContact,
  noteDe,
  ouvrirContact,
  quitterChampContact,
  retirerContact,
  taperContact,
} from './contacts.ts'
import { type SaisieContact, useEcran } from './etat.ts'
import { puisFocaliser } from './focus.ts'
import { type ChampContact, FONCTIONS } from './lire.ts'
import { annulerHorsSaisie } from './morceaux.tsx'
import css from './reglages.module.css'

const FONCTIONS_CHOIX = FONCTIONS_CONTACT.map((code) => ({ code, libelle: FONCTIONS[code] }))

/** Whom to call. Empty at first: the product invents no address and no number. */
export function Annuaire() {
  const contacts = useMagasin((m) => m.reglages.annuaire)
  const ouvert = useEcran((e) => e.contact)
  const tape = useEcran((e) => (ouvert === null ? undefined : e.contacts[ouvert]))
  const liste = useRef<HTMLUListElement>(null)

  /** Arrows go from one contact to the next, Suppr removes the one that has the focus. */
  const surTouche = (e: KeyboardEvent) => {
    if (!(e.target instanceof HTMLElement) || e.ctrlKey || e.altKey) return
    const boutonsListe = [...(liste.current?.querySelectorAll<HTMLElement>('[data-contact]') ?? [])]
    const ici = boutonsListe.indexOf(e.target)
    if (ici < 0) return
    if (e.key === 'ArrowDown') boutonsListe[ici + 1]?.focus()
    else if (e.key === 'ArrowUp') boutonsListe[ici - 1]?.focus()
    else if (e.key === 'Delete') retirer(e.target.dataset.contact ?? '')
    else return
    e.preventDefault()
  }

  const retirer = (id: string) => {
    const rang = contacts.findIndex((c) => c.id === id)
    const voisin = contacts[rang + 1] ?? contacts[rang - 1]
    puisFocaliser(() => retirerContact(id), voisin?.id)
  }

  return (
    <section className={css.volet} data-volet aria-label="Annuaire">
      <div className={css.titre}>
        <h2>Annuaire</h2>
        <Button
          className={boutons.bouton}
          data-ajouter
          data-entree={contacts.length === 0 || undefined}
          aria-keyshortcuts="Control+N"
          onPress={ajouterContact}
        >
          Ajouter un contact <kbd>Ctrl+N</kbd>
        </Button>
      </div>
      <p className={css.explication}>
        {contacts.length === 0 && 'Aucun contact. '}Les demandes s’en servent pour l’adresse et le numéro à
        appeler.
      </p>
      {contacts.length > 0 && (
        <ul className={css.contacts} ref={liste} onKeyDown={surTouche}>
          {contacts.map((c, i) => (
            <li key={c.id}>
              <button
                type="button"
                data-contact={c.id}
                data-entree={i === 0 || undefined}
                aria-expanded={c.id === ouvert}
                onClick={() => ouvrirContact(c.id === ouvert ? null : c.id)}
              >
                <span>{direContact(c)}</span> <small>{coordonnees(c)}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {ouvert !== null && (
        <Fiche
          key={ouvert}
          contact={contactTape(
            ouvert,
            contacts.find((c) => c.id === ouvert),
            tape,
          )}
          tape={tape}
          neuf={!contacts.some((c) => c.id === ouvert)}
          onRetirer={() => retirer(ouvert)}
        />
      )}
    </section>
  )
}

interface PropsFiche {
  contact: Contact
  tape: SaisieContact | undefined
  neuf: boolean
  onRetirer: () => void
}

function Fiche({ contact, tape, neuf, onRetirer }: PropsFiche) {
  const { id } = contact
  const forme = useRef<HTMLFieldSetElement>(null)
  const fonction = useId()

  useEffect(() => {
    forme.current?.scrollIntoView({ block: 'nearest' })
    forme.current?.querySelector('select')?.focus()
  }, [])

  const fermer = () => puisFocaliser(() => ouvrirContact(null), id)
  const texte = (champ: ChampContact, libelle: string) => (
    <Champ
      libelle={libelle}
      valeur={contact[champ]}
      onChange={(valeur) => taperContact(id, { [champ]: valeur })}
      onBlur={quitterChampContact}
      onKeyDown={(e) => {
        annulerHorsSaisie(e, tape?.[champ] !== undefined)
        if (e.key !== 'Enter') return
        // Or the same key would press the row that now has the focus.
        e.preventDefault()
        fermer()
      }}
      max={20_000}
      note={noteDe(contact, champ)}
    />
  )
  return (
    <fieldset className={css.fiche} ref={forme}>
      <legend>{neuf ? 'Nouveau contact' : direContact(contact)}</legend>
      <div className={css.fonction}>
        <label htmlFor={fonction}>Fonction</label>
        <select
          id={fonction}
          value={contact.fonction}
          onChange={(e) => {
            const choisie = FONCTIONS_CONTACT.find((f) => f === e.target.value)
            if (choisie) taperContact(id, { fonction: choisie })
          }}
          onBlur={quitterChampContact}
        >
          {FONCTIONS_CHOIX.map((f) => (
            <option key={f.code} value={f.code}>
              {f.libelle}
            </option>
          ))}
        </select>
      </div>
      {texte('nom', 'Nom')}
      {texte('ville', 'Ville')}
      {texte('telephone', 'Téléphone')}
      {texte('courriel', 'Courriel')}
      <p className={css.actions}>
        <Button className={boutons.bouton} onPress={fermer}>
          Fermer <kbd>Échap</kbd>
        </Button>
        {!neuf && (
          <Button className={boutons.bouton} onPress={onRetirer}>
            Retirer ce contact
          </Button>
        )}
      </p>
    </fieldset>
  )
}
