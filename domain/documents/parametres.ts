import { type Catalogue, direChiffres } from '../catalogue/index.ts'
import type { ParametreEcrit } from '../catalogue/schema.ts'
import type { DateIso } from '../contrat.ts'
import { definitionFait, libelleValeur } from '../faits/vocabulaire.ts'
import { initialeMinuscule } from './format.ts'

/** Names and values of the catalogue's parameters in the words that a person reads. */

const NOMS: Readonly<Record<string, string>> = {
  inclusions: 'inclusions',
  minCondamnations: 'condamnations définitives, au moins',
  categoriesAdmises: 'catégories d’infraction admises',
  categoriesExclues: 'catégories d’infraction exclues',
  infractionsExclues: 'infractions exclues',
  accordHorsRessort: 'accord général hors ressort',
  definitionSansLogement: 'situations tenues pour « sans logement »',
}

const VALEURS: Readonly<Record<string, string>> = { negocie: 'négocié' }

/** `ouvrage.minCondamnations` → « condamnations définitives, au moins »; a threshold of the law has its own label. */
export function nomParametre(catalogue: Catalogue, nom: string): string {
  const seuil = catalogue.seuils.find((s) => s.nom === nom)
  if (seuil !== undefined) return initialeMinuscule(seuil.libelle)
  const court = nom.slice(nom.indexOf('.') + 1)
  return NOMS[court] ?? court.replace(/(\p{Lu})/gu, ' $1').toLowerCase()
}

/** A value in words; an empty list is « liste vide », because nothing belongs to it. */
export function direParametre(catalogue: Catalogue, nom: string, valeur: unknown): string {
  const definition = catalogue.definitionsParametres.get(nom)
  if (Array.isArray(valeur)) {
    if (valeur.length === 0) return 'liste vide'
    const fait = definition !== undefined && 'liste' in definition ? definition.liste : ''
    return valeur.map((x) => libelleValeur(fait, x)).join(', ')
  }
  if (valeur === null || valeur === undefined) return 'non renseigné'
  return VALEURS[String(valeur)] ?? String(valeur)
}

/** The value that counts on that day, local changes included; of a threshold of the law, that of its period. */
export function direEnVigueur(catalogue: Catalogue, nom: string, date: DateIso): string {
  if (!catalogue.seuils.some((s) => s.nom === nom))
    return direParametre(catalogue, nom, catalogue.parametres.get(nom))
  return direChiffres(`{$${nom}}`, catalogue, date)
}

/** What may be chosen, in the order shown; empty for a number. */
export function choixParametre(definition: ParametreEcrit): { code: string; libelle: string }[] {
  if ('nombre' in definition) return []
  if ('valeurs' in definition)
    return definition.valeurs.map((code) => ({ code, libelle: VALEURS[code] ?? code }))
  const admises = definition.parmi
  const codes = (definitionFait(definition.liste)?.valeurs ?? []).filter(
    (v) => admises === undefined || admises.includes(v.code),
  )
  return codes.map(({ code, libelle }) => ({ code, libelle }))
}
