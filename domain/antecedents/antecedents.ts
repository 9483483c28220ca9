import type { CasierLu, Condamnation, DateIso, Poursuite } from '../contrat.ts'
import { ajouterAnnees } from '../dates.ts'
import { DELAIS } from './delais.ts'
import { definitiveAu } from './expiration.ts'
import { lier, qualifier, qualifierPoursuite } from './infractions.ts'
import { aplanir } from './texte.ts'

/**
 * What the record says of three declarable facts (contract/faits.md): it answers where nobody did, beside a declared
 * answer and never in its place. Three values: `null` whenever something unread or not printed could change it.
 */

export interface AntecedentLu<T> {
  valeur: T | null
  /** One French sentence. */
  motif: string
  /** Ranks that the value rests on; with `null`, those to check. */
  rangs: number[]
}

export interface AntecedentsDuCasier {
  incarceration: AntecedentLu<boolean>
  /** Imprisonment, even suspended, within the five years before the facts (132-30, 132-31 CP). */
  emprisonnement5ans: AntecedentLu<boolean>
  /** Earlier sursis probatoires for the same or assimilated délits (132-41 al. 3 CP). */
  sursisProbatoires: AntecedentLu<number>
}

/** `poursuite: null` when the facts are not known yet: only what does not depend on them is said. */
export function antecedentsDuCasier(casier: CasierLu, poursuite: Poursuite | null): AntecedentsDuCasier {
  const muet = reserve(casier)
  const sansFaits = poursuite === null ? 'La date et la nature des faits ne sont pas renseignées.' : null
  return {
    incarceration: incarceration(casier, muet),
    emprisonnement5ans:
      poursuite === null ? inconnu(sansFaits ?? '') : emprisonnement(casier, poursuite.date, muet),
    sursisProbatoires:
      poursuite === null ? inconnu(sansFaits ?? '') : sursisProbatoires(casier, poursuite, muet),
  }
}

interface Reserve {
  /** Nothing at all can be read from this record. */
  totale: boolean
  motif: string
}

/** Why a « no » cannot be read from this record, and sometimes no « yes » either. */
function reserve(casier: CasierLu): Reserve | null {
  if (casier.etat === 'aucune-identite')
    return { totale: true, motif: 'Aucune identité applicable : le bulletin ne dit rien.' }
  if (casier.etat === 'identite-non-verifiable')
    return { totale: true, motif: 'Identité non vérifiable par le service : à vérifier.' }
  if (casier.etat === 'illisible')
    return { totale: true, motif: 'Le texte joint ne se lit pas comme un bulletin n° 1.' }
  if ((casier.identite?.alias.length ?? 0) > 0)
    return {
      totale: true,
      motif: 'Le bulletin porte un ou plusieurs alias : à vérifier, identité par identité.',
    }
  if (casier.lignesNonLues.length > 0)
    return {
      totale: false,
      motif: 'Une partie du bulletin n’a pas pu être lue : à vérifier sur les lignes signalées.',
    }
  return null
}

function inconnu<T>(motif: string, rangs: number[] = []): AntecedentLu<T> {
  return { valeur: null, motif, rangs }
}

function rangsDe(liste: readonly Condamnation[]): number[] {
  return liste.map((c) => c.rang)
}

function numeros(liste: readonly Condamnation[]): string {
  const rangs = rangsDe(liste)
  if (rangs.length === 1) return `la condamnation n° ${rangs[0]}`
  return `les condamnations n° ${rangs.slice(0, -1).join(', ')} et ${rangs.at(-1)}`
}

// ── prison ──

const DETENTION =
  /MANDAT DE DEPOT|MAINTIEN EN DETENTION|DETENTION PROVISOIRE|LIBERATION|LIBEREE?\b|SEMI[- ]LIBERTE|\bDETENUE?\b|ECROU/

function incarceration(casier: CasierLu, muet: Reserve | null): AntecedentLu<boolean> {
  if (muet?.totale) return inconnu(muet.motif)
  const portees = casier.condamnations.filter((c) =>
    c.mentions.some((m) => m.type === 'incarceration' || DETENTION.test(aplanir(m.texte))),
  )
  if (portees.length > 0)
    return {
      valeur: true,
      motif: `Incarcération mentionnée par ${numeros(portees)}.`,
      rangs: rangsDe(portees),
    }
  const fermes = casier.condamnations.filter(aPuEnfermer)
  if (fermes.length > 0)
    return inconnu(
      `Peine ferme ou révocation sans incarcération mentionnée par ${numeros(fermes)} : à vérifier.`,
      rangsDe(fermes),
    )
  if (muet !== null) return inconnu(muet.motif)
  return { valeur: false, motif: 'Le bulletin ne porte ni incarcération ni peine ferme.', rangs: [] }
}

function aPuEnfermer(c: Condamnation): boolean {
  if (c.peines.length === 0 || c.mentions.some((m) => m.type.startsWith('revocation'))) return true
  return c.peines.some(
    (p) =>
      (p.nature === 'emprisonnement' || p.nature === 'reclusion') && (p.sursis === null || p.sursis.partiel),
  )
}

function estEmprisonnement(c: Condamnation): boolean {
  return c.peines.some((p) => p.nature === 'emprisonnement' || p.nature === 'reclusion')
}

function emprisonnement(casier: CasierLu, faits: DateIso, muet: Reserve | null): AntecedentLu<boolean> {
  if (muet?.totale) return inconnu(muet.motif)
  const depuis = ajouterAnnees(faits, -DELAIS.emprisonnementAnterieur.valeur)
  const proches = casier.condamnations.filter(
    (c) =>
      (c.date === null || (c.date >= depuis && c.date < faits)) &&
      (estEmprisonnement(c) || c.peines.length === 0) &&
      c.caractere !== 'composition-penale',
  )
  const sures = proches.filter(
    (c) => c.date !== null && estEmprisonnement(c) && definitiveAu(c, faits).etat === 'oui',
  )
  if (sures.length > 0)
    return {
      valeur: true,
      motif: `Emprisonnement prononcé dans les cinq ans avant les faits par ${numeros(sures)}.`,
      rangs: rangsDe(sures),
    }
  if (proches.length > 0)
    return inconnu(
      `À vérifier pour ${numeros(proches)} : date, peine ou caractère définitif au jour des faits.`,
      rangsDe(proches),
    )
  if (muet !== null) return inconnu(muet.motif)
  return {
    valeur: false,
    motif: 'Aucun emprisonnement prononcé dans les cinq ans avant les faits.',
    rangs: [],
  }
}

// ── probation ──

function porte(c: Condamnation, types: readonly string[]): boolean {
  return c.peines.some((p) => p.sursis !== null && types.includes(p.sursis.type))
}

/** Is one offence of the conviction the same délit as the one prosecuted, or one assimilated to it? */
function lieeA(c: Condamnation, poursuite: Poursuite): 'oui' | 'non' | 'incertain' {
  if (c.infractions.length === 0) return 'incertain'
  const secondes = qualifierPoursuite(poursuite)
  const liens = c.infractions.flatMap((i) => secondes.map((s) => lier(qualifier(i.libelle), s)))
  if (liens.some((l) => l !== null && l.lien !== 'indecis'))
    return secondes.length === 1 ? 'oui' : 'incertain'
  return liens.some((l) => l !== null) ? 'incertain' : 'non'
}

function sursisProbatoires(
  casier: CasierLu,
  poursuite: Poursuite,
  muet: Reserve | null,
): AntecedentLu<number> {
  if (muet !== null) return inconnu(muet.motif)
  const candidats = casier.condamnations
    .filter((c) => c.date === null || c.date < poursuite.date)
    .filter(
      (c) => porte(c, ['probatoire', 'probatoire-renforce', 'mise-a-l-epreuve']) || c.peines.length === 0,
    )
    .filter((c) => lieeA(c, poursuite) !== 'non')
  // A SME counts as to be checked: what became of it on 24 March 2020 is marked [M] (reference/droit.md §3.4).
  const surs = candidats.filter(
    (c) =>
      porte(c, ['probatoire', 'probatoire-renforce']) &&
      lieeA(c, poursuite) === 'oui' &&
      definitiveAu(c, poursuite.date).etat === 'oui',
  )
  const douteux = candidats.filter((c) => !surs.includes(c))
  if (douteux.length > 0)
    return inconnu(
      `Sursis probatoires antérieurs à vérifier pour ${numeros(douteux)} : ancien sursis avec mise à l’épreuve, délit à rapprocher ou caractère définitif.`,
      rangsDe(douteux),
    )
  const motif =
    surs.length === 0
      ? 'Aucun sursis probatoire antérieur pour un délit identique ou assimilé.'
      : `Sursis probatoire pour un délit identique ou assimilé : ${numeros(surs)}.`
  return { valeur: surs.length, motif, rangs: rangsDe(surs) }
}
