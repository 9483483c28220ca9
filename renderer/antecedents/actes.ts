import { flushSync } from 'react-dom'
import {
  type CleFait,
  type Declaration,
  type Dossier,
  declarationsVivantes,
  estActe,
  LIGNE_SANS_CONTENU,
  repondre,
} from '../../domain/index.ts'
import { instant } from '../horloge.ts'
import { type CasierRemplace, declarer, dossierDe, joindreCasier, useMagasin } from '../magasin.ts'
import { acte } from '../saisie/acte.ts'
import { annulerAussi } from '../saisie/historique.ts'

/** The acts of the Antécédents screen. A corrected line is a declaration like any other. */

const LIMITE = 200

function estDuCasier(d: Pick<Declaration, 'fait'>): boolean {
  return d.fait.startsWith('casier.')
}

/**
 * What was said of the former text, to put out of reach of undo and redo: each act that holds, or one at least, so
 * that a correction undone before is not done again over another text.
 */
function actesDuCasier({ declarations }: Dossier): Declaration[] {
  const annules = new Set(declarations.map((d) => d.annule))
  const actes = declarations.filter((d) => estDuCasier(d) && estActe(d))
  const tenus = actes.filter((d) => !annules.has(d.id))
  return tenus.length > 0 ? tenus : actes.slice(-1)
}

/** Facts of the record that have a live declaration, with those declarations. */
function vives(dossier: Dossier): Declaration[] {
  const faits = new Set(dossier.declarations.filter(estDuCasier).map((d) => d.fait))
  return [...faits].flatMap((fait) => declarationsVivantes(dossier, fait)).filter((d) => d.valeur !== null)
}

/**
 * Joins another text, or none. What was corrected in the former one is taken back first: whatever happens in
 * between, no correction is ever read over a text that it was not made for.
 */
export function joindre(id: string, texte: string | null): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  const corrections = vives(dossier)
  const reprises = actesDuCasier(dossier).map(
    (d): Declaration => ({
      ...acte(),
      fait: d.fait,
      valeur: null,
      inconnu: 'pas-demande',
      origine: 'casier',
      verifie: false,
      retire: declarationsVivantes(dossier, d.fait).map((x) => x.id),
      // Not an act of its own: undoing it alone would put a correction over another text.
      annule: d.id,
    }),
  )
  for (let i = 0; i < reprises.length; i += LIMITE) declarer(id, reprises.slice(i, i + LIMITE))
  joindreCasier(id, texte)
  useMagasin.setState({
    casierRemplace: { dossier: id, texte: dossier.casier ?? null, corrections, le: instant() },
  })
}

/** Replaces a line of the pasted text; the printed text again: the correction is taken back. */
export function corrigerLigne(id: string, numero: number, texte: string, imprimee: string): void {
  const propre = texte.trim() === '' ? LIGNE_SANS_CONTENU : texte
  enregistrer(id, `casier.ligne${numero}`, propre === imprimee ? null : propre)
}

export function neporteRien(id: string, numero: number): void {
  enregistrer(id, `casier.ligne${numero}`, LIGNE_SANS_CONTENU)
}

/** The conviction that begins on this line was checked against the text; `false` takes it back. */
export function relire(id: string, debut: number, relue: boolean): void {
  enregistrer(id, `casier.relue${debut}`, relue ? true : null)
}

/** The maximum incurred, as the file says; null takes it back. */
export function declarerEncouru(id: string, mois: number | null): void {
  enregistrer(id, 'procedure.encouruMois', mois, 'procedure')
}

function enregistrer(
  id: string,
  fait: CleFait,
  valeur: Declaration['valeur'],
  origine: Declaration['origine'] = 'casier',
): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  const quoi = valeur === null ? ({ valeur, inconnu: 'pas-demande' } as const) : { valeur }
  declarer(id, [repondre(dossier, { fait, ...quoi, origine, verifie: true }, acte())])
}

/** « Ctrl+Z »: the last text joined gives way to the former one, when nothing was said since. */
annulerAussi(({ id }, dernierActe) => {
  const remplace = useMagasin.getState().casierRemplace
  if (remplace?.dossier !== id) return null
  if (dernierActe !== null && Date.parse(dernierActe) > Date.parse(remplace.le)) return null
  flushSync(() => remettre(remplace))
  return 'Annulé\u00a0: le bulletin d’avant est remis, avec ses corrections.'
})

function remettre({ dossier: id, texte, corrections }: CasierRemplace): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  joindreCasier(id, texte)
  const redites = corrections.map(
    (d): Declaration => ({
      ...d,
      ...acte(),
      retire: declarationsVivantes(dossier, d.fait).map((x) => x.id),
      redit: d.id,
      // The act itself holds again: it can be undone like before.
      retablit: d.id,
    }),
  )
  for (let i = 0; i < redites.length; i += LIMITE) declarer(id, redites.slice(i, i + LIMITE))
  useMagasin.setState({ casierRemplace: null })
}
