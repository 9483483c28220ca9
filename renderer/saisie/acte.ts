import { instant } from '../horloge.ts'
import { auteur } from '../magasin.ts'

/** Who declares in this window and when, under a new id: what every declaration needs beside its answer. */
export function acte() {
  return { id: crypto.randomUUID(), date: instant(), auteur: auteur() }
}
