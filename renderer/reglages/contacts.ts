import type { Contact } from '../../domain/index.ts'
import { dire, useMagasin } from '../magasin.ts'
import { changer, finirGroupe, garderAussi, lire, poser, type SaisieContact } from './etat.ts'
import {
  CHAMPS_CONTACT,
  type ChampContact,
  CONTACTS_MAX,
  direTelephone,
  FONCTIONS,
  LONGUEUR_MAX,
  noteContact,
} from './lire.ts'

/** Acts on the directory. A contact exists once something of it is typed; nothing is invented. */

/** As everywhere: typed letters reach the disk in a moment, without a button. */
const GARDE_MS = 250

const annuaire = (): readonly Contact[] => useMagasin.getState().reglages.annuaire

function vierge(id: string): Contact {
  return { id, fonction: 'apcars', nom: '', ville: '', telephone: '', courriel: '' }
}

/** What the form shows: what is kept, under what is typed. */
export function contactTape(id: string, garde: Contact | undefined, tape: SaisieContact = {}): Contact {
  return { ...(garde ?? vierge(id)), ...tape }
}

/** « JAP Bobigny, Camille Modele » */
export function direContact(c: Contact): string {
  const [tete, suite] = [
    [FONCTIONS[c.fonction], c.ville].filter((x) => x.trim() !== '').join(' '),
    c.nom.trim(),
  ]
  return suite === '' ? tete : `${tete}, ${suite}`
}

export function coordonnees(c: Contact): string {
  return [direTelephone(c.telephone), c.courriel.trim()].filter((x) => x !== '').join(' · ')
}

export function ajouterContact(): void {
  garderContacts()
  if (annuaire().length >= CONTACTS_MAX) {
    dire(`L’annuaire est plein (${CONTACTS_MAX} contacts)\u00a0: retirez-en un d’abord.`)
    return
  }
  poser({ contact: crypto.randomUUID() })
}

export function ouvrirContact(id: string | null): void {
  garderContacts()
  poser({ contact: id })
}

let minuterie: ReturnType<typeof setTimeout> | undefined

export function taperContact(id: string, saisie: SaisieContact): void {
  const { contacts } = lire()
  poser({ contacts: { ...contacts, [id]: { ...contacts[id], ...saisie } } })
  clearTimeout(minuterie)
  minuterie = setTimeout(() => garder(id), GARDE_MS)
}

/** What is short enough is kept; a text that is too long stays as typed, with its sentence. */
function garder(id: string): void {
  const tape = lire().contacts[id]
  if (tape === undefined || useMagasin.getState().application?.coffre !== 'ouvert') return
  const connus = annuaire()
  const avant = connus.find((c) => c.id === id)
  const longs = CHAMPS_CONTACT.filter((champ) => (tape[champ]?.length ?? 0) > LONGUEUR_MAX)
  const bons: SaisieContact = { ...tape }
  for (const champ of longs) delete bons[champ]
  const apres = contactTape(id, avant, bons)
  // Nothing but a function: not a contact yet.
  if (avant === undefined && CHAMPS_CONTACT.every((champ) => apres[champ].trim() === '')) return
  const reste = Object.fromEntries(longs.map((champ) => [champ, tape[champ]]))
  const { [id]: _garde, ...autres } = lire().contacts
  poser({ contacts: longs.length === 0 ? autres : { ...autres, [id]: reste } })
  changer(
    { annuaire: avant === undefined ? [...connus, apres] : connus.map((c) => (c.id === id ? apres : c)) },
    `annuaire, ${direContact(apres)}`,
    `contact/${id}`,
  )
}

function garderContacts(): void {
  clearTimeout(minuterie)
  for (const id of Object.keys(lire().contacts)) garder(id)
}

export function quitterChampContact(): void {
  garderContacts()
  finirGroupe()
}

/** Taken back by Ctrl+Z. */
export function retirerContact(id: string): void {
  garderContacts()
  const { [id]: _tape, ...contacts } = lire().contacts
  poser({ contacts, contact: null })
  const connus = annuaire()
  const retire = connus.find((c) => c.id === id)
  if (retire === undefined) return
  changer({ annuaire: connus.filter((c) => c.id !== id) }, `annuaire, ${direContact(retire)} retiré`)
  dire(`Contact retiré\u00a0: ${direContact(retire)}. Ctrl+Z le remet.`)
}

export function noteDe(contact: Contact, champ: ChampContact): string | null {
  return noteContact(champ, contact[champ])
}

garderAussi(garderContacts)
