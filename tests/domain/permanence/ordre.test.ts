import { describe, expect, it } from 'vitest'
import { chercher, type Dossier, deplacer, numerosDArrivee, ordonner } from '../../../domain/index.ts'
import { declaration, dossier, type Reponses, uuid } from '../outils.ts'

const LIMITE = { ordre: 'limite' } as const
const MAIN = { ordre: 'main' } as const
const fin = (heure: string): Reponses => ({ 'permanence.finGardeAVue': `2026-11-23T${heure}` })
const personne = (n: number, reponses: Reponses = {}, reste: Partial<Dossier> = {}) =>
  dossier(reponses, { id: uuid(100 + n), ...reste })
const noms = (dossiers: readonly Dossier[]) => dossiers.map((d) => Number(d.id.slice(-3)) - 100)

/** The dossiers once the ranks are declared. */
function placer(dossiers: readonly Dossier[], places: ReturnType<typeof deplacer>): Dossier[] {
  return dossiers.map((d) => {
    const place = places.find((p) => p.id === d.id)
    if (place === undefined) return d
    const retire = d.declarations.filter((x) => x.fait === 'permanence.rang').map((x) => x.id)
    const n = 500 + d.declarations.length
    return {
      ...d,
      declarations: [...d.declarations, declaration(n, 'permanence.rang', place.rang, { retire })],
    }
  })
}

describe('par la limite de 20 heures', () => {
  it('la plus proche d’abord, les inconnues à la fin, dans l’ordre d’arrivée', () => {
    const jour = [personne(1), personne(2, fin('20:00')), personne(3), personne(4, fin('17:15'))]
    expect(noms(ordonner(jour, LIMITE))).toEqual([4, 2, 1, 3])
  })

  it('à limite égale ou inconnue, les demandes encore à lancer d’abord', () => {
    const lancee = { 'demande.apcars': 'demandee' }
    const jour = [
      personne(1, { ...fin('18:00'), ...lancee }),
      personne(2, fin('18:00')),
      personne(3, lancee),
      personne(4),
    ]
    expect(noms(ordonner(jour, LIMITE))).toEqual([2, 1, 4, 3])
  })

  it('le N° reste celui de l’arrivée', () => {
    const jour = [personne(1), personne(2, fin('20:00'))]
    const numeros = numerosDArrivee(jour)
    expect(ordonner(jour, LIMITE).map((d) => numeros.get(d.id))).toEqual([2, 1])
  })
})

describe('à la main', () => {
  it('sans rien déplacer : l’ordre d’arrivée ; qui arrive ensuite vient à la fin', () => {
    const jour = [personne(1, fin('20:00')), personne(2, fin('17:00'))]
    expect(noms(ordonner(jour, MAIN))).toEqual([1, 2])
    const places = [...placer(jour, deplacer(jour, MAIN, uuid(102), -1)), personne(3)]
    expect(noms(ordonner(places, MAIN))).toEqual([2, 1, 3])
  })

  it('depuis l’ordre de la limite, le premier déplacement garde ce qui est montré', () => {
    const jour = [personne(1), personne(2, fin('20:00')), personne(3, fin('17:00'))]
    expect(noms(ordonner(jour, LIMITE))).toEqual([3, 2, 1])
    expect(noms(ordonner(placer(jour, deplacer(jour, LIMITE, uuid(101), -1)), MAIN))).toEqual([3, 1, 2])
  })

  it('ensuite, deux rangs seulement s’échangent ; aux bouts, rien', () => {
    let jour = [1, 2, 3, 4].map((n) => personne(n))
    jour = placer(jour, deplacer(jour, MAIN, uuid(104), -1))
    const places = deplacer(jour, MAIN, uuid(104), -1)
    expect(places).toHaveLength(2)
    jour = placer(jour, places)
    expect(noms(ordonner(jour, MAIN))).toEqual([1, 4, 2, 3])
    expect(deplacer(jour, MAIN, uuid(101), -1)).toEqual([])
    expect(deplacer(jour, MAIN, uuid(103), 1)).toEqual([])
    expect(deplacer(jour, MAIN, uuid(999), 1)).toEqual([])
  })

  it('deux personnes retirées n’ébranlent pas la place des autres', () => {
    let jour = [1, 2, 3, 4, 5].map((n) => personne(n))
    for (const _ of [1, 2, 3, 4]) jour = placer(jour, deplacer(jour, MAIN, uuid(105), -1))
    const reste = jour.filter((d) => ![uuid(101), uuid(102)].includes(d.id))
    expect(noms(ordonner(reste, MAIN))).toEqual([5, 3, 4])
    expect(noms(ordonner(placer(reste, deplacer(reste, MAIN, uuid(104), -1)), MAIN))).toEqual([5, 4, 3])
  })
})

describe('rechercher', () => {
  const jour = [
    personne(
      1,
      { 'procedure.qualification': 'Vol aggravé', 'addiction.produits': ['crack'] },
      { personne: { nom: 'Modèle', prenoms: 'Idir' }, numeroParquet: '26325000118' },
    ),
    personne(
      2,
      { 'procedure.categorie': 'degradation', 'logement.situation': 'E1' },
      { personne: { nom: 'EXEMPLE' } },
    ),
  ]
  it.each([
    ['modele', [1]],
    ['IDIR MOD', [1]],
    ['000118', [1]],
    ['vol aggrave', [1]],
    ['dégradation', [2]],
    ['', [1, 2]],
    ['modele vol recel', []],
    ['crack', []],
    ['rue', []],
  ])('« %s »', (texte, trouves) => expect(noms(chercher(jour, texte))).toEqual(trouves))
})
