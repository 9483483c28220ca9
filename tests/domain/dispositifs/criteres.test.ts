import { describe, expect, it } from 'vitest'
import type { Critere, Dispositif } from '../../../domain/catalogue/index.ts'
import {
  avecParametres,
  type Catalogue,
  catalogueParDefaut,
  type EtatCritere,
  type EtatFait,
  faitVisible,
} from '../../../domain/index.ts'
import { faitsDe } from '../../../domain/regles/condition.ts'
import { contexteDe, lireDispositif } from '../../../domain/regles/lecture.ts'
import { valeursDe } from '../../proprietes/tirages.ts'

/** Every state that a criterion announces can be met, and whatever the answers are, it says one clean sentence. */

const livre = catalogueParDefaut()

const ABSENT: EtatFait = { etat: 'inconnu', raison: 'pas-demande', declarations: [] }

function etatsDe(fait: string): EtatFait[] {
  const valeurs = valeursDe(fait)
  const connus = valeurs.map(
    (valeur): EtatFait => ({ etat: 'connu', valeur, verifie: false, declarations: [] }),
  )
  const opposes: EtatFait = { etat: 'contradictoire', valeurs: valeurs.slice(0, 2), declarations: [] }
  return [ABSENT, ...connus, opposes]
}

function produits<T>(listes: readonly (readonly T[])[]): T[][] {
  return listes.reduce<T[][]>((lignes, liste) => lignes.flatMap((l) => liste.map((x) => [...l, x])), [[]])
}

/** Facts of the conditions, and those by which a criterion only chooses its words. */
function faitsLus(c: Critere): string[] {
  const phrases = [...Object.values(c.motifs), c.aFaire].flat()
  return [...new Set([...c.faits, ...phrases.flatMap((m) => (m.quand === null ? [] : faitsDe(m.quand)))])]
}

/** The catalogue under each value of each parameter that the criterion names. */
function reglages(d: Dispositif, c: Critere): Catalogue[] {
  const ecrit = JSON.stringify(d.ecrit.criteres.find((x) => x.id === c.id))
  return [
    livre,
    ...Object.entries(d.ecrit.parametres)
      .filter(([nom]) => ecrit.includes(`$${d.ecrit.id}.${nom}`))
      .flatMap(([nom, p]) => {
        const valeurs =
          'valeurs' in p ? p.valeurs : 'nombre' in p ? [0, 3] : [['vol'], ['E2']].map((l) => l as unknown)
        return valeurs.flatMap((valeur) => {
          try {
            return [avecParametres(livre, { [`${d.ecrit.id}.${nom}`]: valeur })]
          } catch {
            return []
          }
        })
      }),
  ]
}

interface Dit {
  etat: EtatCritere
  phrases: string[]
}

function tout(d: Dispositif, c: Critere): Dit[] {
  const faits = faitsLus(c)
  const lignes = produits(faits.map(etatsDe))
  return reglages(d, c).flatMap((catalogue) =>
    lignes.map((ligne): Dit => {
      const contexte = contexteDe(Object.fromEntries(faits.map((f, i) => [f, ligne[i] ?? ABSENT])), catalogue)
      const lu = lireDispositif({ ecrit: d.ecrit, criteres: [c] }, contexte).criteres[0]
      if (lu === undefined) throw new Error('no criterion')
      return {
        etat: lu.etat,
        phrases: lu.aFaire === undefined ? [lu.motif] : [lu.motif, lu.aFaire],
      }
    }),
  )
}

const PHRASE = /^[\p{Lu}«][^{}<>']*\.$/u
const DEUX_PHRASES = /[.!?] \p{Lu}/u

const criteres = livre.dispositifs.flatMap((d) =>
  d.criteres.map((c) => ({ d, c, nom: d.ecrit.nom, id: c.id })),
)

describe('chaque critère du catalogue', () => {
  it.each(criteres)('$id ($nom) prend chacun de ses états, et dit une phrase nette', ({ d, c }) => {
    const dits = tout(d, c)
    const annonces = (Object.keys(c.motifs) as EtatCritere[]).filter((etat) => c.motifs[etat].length > 0)
    expect(new Set(dits.map((x) => x.etat))).toEqual(new Set(annonces))
    for (const phrase of new Set(dits.flatMap((x) => x.phrases))) {
      expect(phrase).toMatch(PHRASE)
      expect(phrase).not.toMatch(DEUX_PHRASES)
    }
  })

  it('a un identifiant à lui, une source et une marque', () => {
    const ids = criteres.map((x) => x.id)
    expect(new Set(ids).size).toBe(ids.length)
    const ecrits = livre.dispositifs.flatMap((d) => d.ecrit.criteres)
    expect(ecrits.filter((c) => !c.source || !c.marque).map((c) => c.id)).toEqual([])
  })

  it('ne choisit jamais ses mots d’après un fait caché à un profil qui voit le critère', () => {
    for (const { c } of criteres)
      if (c.faits.every((f) => faitVisible(f, 'enquete')))
        expect(
          faitsLus(c).filter((f) => !faitVisible(f, 'enquete')),
          c.id,
        ).toEqual([])
  })
})
