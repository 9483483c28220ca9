import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CatalogueEcrit, comparerCatalogues } from '../../../domain/index.ts'
import { copie, LIVRE, PETIT } from './outils.ts'

function modifie(changer: (c: CatalogueEcrit) => void): CatalogueEcrit {
  const c = copie()
  changer(c)
  return c
}

const ouvrage = (c: CatalogueEcrit) => {
  const trouve = c.dispositifs.find((d) => d.id === 'ouvrage')
  if (trouve === undefined) throw new Error('ouvrage')
  return trouve
}

describe('ce qu’un fichier changerait se lit avant de l’appliquer', () => {
  it('rien entre deux copies, ni entre deux versions du même contenu', () => {
    expect(comparerCatalogues(LIVRE, copie())).toEqual([])
    expect(comparerCatalogues(LIVRE, { ...copie(), version: '2030-01-01' })).toEqual([])
  })

  it('un paramètre est dit pour lui-même, avec les deux valeurs', () => {
    const apres = modifie((c) => {
      const p = ouvrage(c).parametres.minCondamnations
      if (p !== undefined) p.defaut = 5
    })
    expect(comparerCatalogues(LIVRE, apres)).toEqual([
      {
        genre: 'modification',
        entree: 'parametre',
        id: 'ouvrage.minCondamnations',
        nom: 'L’Ouvrage : minCondamnations',
        champ: 'valeur',
        avant: '2',
        apres: '5',
      },
    ])
  })

  it('une phrase changée dans un critère dit le critère et la place', () => {
    const apres = modifie((c) => {
      const critere = ouvrage(c).criteres.find((x) => x.id === 'O5')
      if (critere !== undefined) critere.libelle = 'Autre libellé'
    })
    expect(comparerCatalogues(LIVRE, apres)).toMatchObject([
      { entree: 'dispositif', id: 'ouvrage', champ: 'critère O5 › libellé', apres: 'Autre libellé' },
    ])
  })

  it('une entrée de plus, une entrée de moins, dans chaque section', () => {
    const apres = modifie((c) => {
      c.dispositifs = c.dispositifs.filter((d) => d.id !== 'ailsi')
      c.dispositifs.push({ ...structuredClone(ouvrage(c)), id: 'autre', nom: 'Autre' })
      c.alertes.shift()
      c.anciennesMesures.shift()
    })
    const lues = comparerCatalogues(LIVRE, apres).map((d) => [d.genre, d.entree, d.id])
    expect(lues).toEqual([
      ['retrait', 'dispositif', 'ailsi'],
      ['ajout', 'dispositif', 'autre'],
      ['retrait', 'alerte', LIVRE.alertes[0]?.id],
      ['retrait', 'mesure', LIVRE.anciennesMesures[0]?.nom],
    ])
    const retour = comparerCatalogues(apres, LIVRE).map((d) => [d.genre, d.entree, d.id])
    expect(retour).toContainEqual(['ajout', 'dispositif', 'ailsi'])
    expect(retour).toContainEqual(['retrait', 'dispositif', 'autre'])
  })

  it('l’ordre des entrées et des critères se voit aussi', () => {
    const apres = modifie((c) => {
      c.dispositifs.reverse()
      ouvrage(c).criteres.reverse()
    })
    expect(comparerCatalogues(LIVRE, apres).map((d) => d.champ)).toEqual(['critère, ordre', 'ordre'])
  })

  it('deux valeurs qui s’écrivent pareil ne cachent pas leur différence', () => {
    const avant = modifie((c) => {
      ouvrage(c).appels = ['SPIP ; Aurore']
    })
    const apres = modifie((c) => {
      ouvrage(c).appels = ['SPIP', 'Aurore']
    })
    expect(comparerCatalogues(avant, apres)).toHaveLength(1)
    const deux = modifie((c) => {
      ouvrage(c).presentation.push(...structuredClone(ouvrage(c).presentation))
    })
    expect(comparerCatalogues(LIVRE, deux)).toHaveLength(ouvrage(LIVRE).presentation.length)
  })
})

/** Every place of the catalogue that holds a text. */
function textes(racine: unknown, chemin: (string | number)[] = []): (string | number)[][] {
  if (typeof racine === 'string') return [chemin]
  if (typeof racine !== 'object' || racine === null) return []
  return Object.entries(racine).flatMap(([cle, x]) =>
    textes(x, [...chemin, Array.isArray(racine) ? Number(cle) : cle]),
  )
}

const PLACES = textes({ ...PETIT, version: 0 })

it('propriété : n’importe quel texte changé, où qu’il soit, donne au moins une différence, et elle montre le nouveau', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLACES), (chemin) => {
      const apres = structuredClone(PETIT) as unknown as Record<string | number, unknown>
      let parent = apres
      for (const pas of chemin.slice(0, -1)) parent = parent[pas] as typeof parent
      const dernier = chemin.at(-1) ?? ''
      parent[dernier] = `${parent[dernier]} CHANGÉ`
      const differences = comparerCatalogues(PETIT, apres as unknown as CatalogueEcrit)
      expect(differences.length).toBeGreaterThan(0)
      expect(JSON.stringify(differences)).toContain('CHANGÉ')
      for (const d of differences.filter((x) => x.genre === 'modification')) expect(d.champ).toBeTruthy()
    }),
    { numRuns: 200 },
  )
})
