import type { Dossier } from '../contrat.ts'
import { vivantes } from '../faits/etat.ts'
import { libelleValeur } from '../faits/vocabulaire.ts'
import { plier } from '../texte.ts'

/** The only facts that a search reads: what the person is brought for. */
const FAITS_CHERCHES: ReadonlySet<string> = new Set(['procedure.qualification', 'procedure.categorie'])

const textes = new WeakMap<Dossier, string>()

function texteDe(dossier: Dossier): string {
  const connu = textes.get(dossier)
  if (connu !== undefined) return connu
  const { nom = '', prenoms = '' } = dossier.personne ?? {}
  const faits = vivantes(dossier.declarations).flatMap((d) =>
    FAITS_CHERCHES.has(d.fait) && d.valeur !== null ? [libelleValeur(d.fait, d.valeur)] : [],
  )
  const texte = plier([nom, prenoms, dossier.numeroParquet ?? '', ...faits].join(' '))
  textes.set(dossier, texte)
  return texte
}

/**
 * Those whose name, n° parquet or offence holds every word typed, whatever its case and accents. Health, housing and
 * addiction are never searched: nobody may be selected by them (R113-51 code pénitentiaire).
 */
export function chercher(dossiers: readonly Dossier[], recherche: string): readonly Dossier[] {
  const mots = plier(recherche).split(' ')
  return dossiers.filter((d) => mots.every((mot) => texteDe(d).includes(mot)))
}
