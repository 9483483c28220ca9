import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { departement } from '../../../domain/catalogue/departements.ts'
import { lireCatalogue, type ValeursModele } from '../../../domain/catalogue/index.ts'
import { instancier } from '../../../domain/catalogue/modeles.ts'
import type { ModeleEcrit } from '../../../domain/catalogue/schema.ts'
import {
  avecParametres,
  type Catalogue,
  catalogueParDefaut,
  type DispositifEcrit,
  type Dossier,
  DossierInvalide,
  type Orientation,
  orienter,
} from '../../../domain/index.ts'
import { dispositif, dossier, OUVRAGE_REUNI, type Reponses, refus, sans } from '../outils.ts'

const livre = catalogueParDefaut()
const modele = (id: string): ModeleEcrit => {
  const trouve = livre.modeles.find((m) => m.id === id)
  if (trouve === undefined) throw new Error(`no model ${id}`)
  return trouve
}

const LYON: ValeursModele = {
  id: 'atelier-lyon',
  nom: 'Atelier',
  tribunal: 'Lyon',
  departement: '69',
  porteur: 'Association inventée',
  appels: ['Association inventée, coordination'],
}

const avec = (d: DispositifEcrit): Catalogue =>
  lireCatalogue({ ...livre.ecrit, dispositifs: [...livre.ecrit.dispositifs, d] })

const orienterAvec = (c: Catalogue, r: Reponses): Orientation =>
  orienter(dossier(r), c, { date: '2026-11-24' })

interface Cas {
  fichier: string
  dossier: Dossier
  parametres: Record<string, unknown>
  date: string
}
const DOSSIER = join(import.meta.dirname, '..', '..', 'acceptation', 'cas', 'orientation')
const cas = readdirSync(DOSSIER).map(
  (fichier): Cas => ({
    fichier,
    ...JSON.parse(readFileSync(join(DOSSIER, fichier), 'utf8')),
  }),
)

/** Readings of two entries of one catalogue, the names of the second put in place of the first's. */
function comparer(c: Cas, catalogue: Catalogue, a: string, b: string): void {
  const siens = Object.fromEntries(
    Object.entries(c.parametres)
      .filter(([nom]) => nom.startsWith(`${a}.`) && livre.definitionsParametres.has(nom))
      .map(([nom, x]) => [`${b}${nom.slice(a.length)}`, x]),
  )
  let lu: Orientation
  try {
    lu = orienter(c.dossier, avecParametres(catalogue, { ...c.parametres, ...siens }), { date: c.date })
  } catch (e) {
    if (e instanceof DossierInvalide) return
    throw e
  }
  const etats = (id: string) => dispositif(lu, id).criteres.map((x) => `${x.id} ${x.etat}`)
  expect(etats(b)).toEqual(etats(a))
  expect(dispositif(lu, b)).toMatchObject({
    lecture: dispositif(lu, a).lecture,
    decisifs: dispositif(lu, a).decisifs,
    manquants: dispositif(lu, a).manquants.filter((f) => !/^accord\.(ouvrage|ailsi)$/.test(f)),
  })
}

/** Values of the parameters of a shipped dispositif, by short name. */
function reglagesDe(id: string): Record<string, unknown> {
  const ecrit = livre.ecrit.dispositifs.find((d) => d.id === id)
  return Object.fromEntries(Object.entries(ecrit?.parametres ?? {}).map(([nom, p]) => [nom, p.defaut]))
}

describe('une instance aux valeurs de l’original lit chaque cas public comme lui', () => {
  const paires: [string, string, ValeursModele][] = [
    [
      'type-ouvrage',
      'ouvrage',
      { ...LYON, id: 'jumeau', tribunal: 'Bobigny', departement: '93', parametres: reglagesDe('ouvrage') },
    ],
    [
      'type-ailsi',
      'ailsi',
      { ...LYON, id: 'jumeau', tribunal: 'Marseille', departement: '13', parametres: reglagesDe('ailsi') },
    ],
  ]
  it.each(paires)('%s', (type, original, valeurs) => {
    const catalogue = avec(instancier(modele(type), valeurs))
    const propre = `accord.${original}`
    // An agreement said of the original alone is not one for its twin.
    const communs = cas.filter((c) => !c.dossier.declarations.some((d) => d.fait === propre))
    expect(communs.length).toBeGreaterThan(100)
    for (const c of communs) comparer(c, catalogue, original, 'jumeau')
  })

  it.each([
    ['ouvrage', 'type-ouvrage'],
    ['ailsi', 'type-ailsi'],
  ])('%s livré est bien une instance de %s', (id, type) => {
    const ecrit = livre.ecrit.dispositifs.find((d) => d.id === id)
    expect(ecrit?.modele).toBe(type)
    expect(ecrit?.criteres.map((c) => c.id)).toEqual(modele(type).criteres.map((c) => c.id))
    expect(JSON.stringify(ecrit)).not.toMatch(/<[a-zA-Z]+>/)
  })
})

describe('une instance pour un autre tribunal', () => {
  const d = instancier(modele('type-ouvrage'), LYON)
  const catalogue = avec(d)
  const aLyon: Reponses = {
    ...OUVRAGE_REUNI,
    'procedure.tribunal': 'Lyon',
    'suivi.japRessort': 'Lyon',
  }
  const lu = (r: Reponses, p: Record<string, unknown> = {}) =>
    dispositif(orienterAvec(avecParametres(catalogue, p), r), 'atelier-lyon')

  it('ne reçoit rien des hypothèses de Bobigny', () => {
    expect(Object.fromEntries(Object.entries(d.parametres).map(([nom, p]) => [nom, p.defaut]))).toEqual({
      inclusions: 'inconnues',
      minCondamnations: null,
      categoriesAdmises: [],
      categoriesExclues: [],
      accordHorsRessort: 'aucun',
    })
    expect(d).toMatchObject({ verifieLe: null, statut: 'inconnu', tribunaux: ['Lyon'], ou: 'Lyon (Rhône)' })
    const regles = d.criteres.map(({ source: _source, ...c }) => c)
    expect(JSON.stringify(regles)).not.toMatch(/Bobigny|Seine-Saint-Denis|Aurore|accord\.ouvrage/)
  })

  it('reste à vérifier tant que le seuil, les catégories et les inclusions ne sont pas dits', () => {
    expect(lu(aLyon)).toMatchObject({
      lecture: 'a-verifier',
      inclusions: 'inconnues',
      decisifs: ['O3', 'O2bis', 'O0'],
    })
    const o3 = lu(aLyon).criteres.find((c) => c.id === 'O3')
    expect(o3?.motif).toBe('Le nombre de condamnations que demande Atelier n’est pas connu.')
    expect(lu({ ...aLyon, 'antecedents.condamnations': 0 }).criteres.find((c) => c.id === 'O3')?.etat).toBe(
      'inconnu',
    )
  })

  it('ne demande pas un nombre de condamnations qui ne trancherait rien', () => {
    const sansNombre = sans(aLyon, 'antecedents.condamnations', 'disponibilite.semaine')
    expect(lu(sansNombre).manquants).toEqual(['disponibilite.semaine'])
    expect(lu(sansNombre, { 'atelier-lyon.minCondamnations': 3 }).manquants).toContain(
      'antecedents.condamnations',
    )
  })

  it('devient un profil à évaluer une fois réglée par le référent', () => {
    const p = {
      'atelier-lyon.inclusions': 'ouvertes',
      'atelier-lyon.minCondamnations': 4,
      'atelier-lyon.categoriesAdmises': ['vol'],
    }
    expect(lu(aLyon, p).lecture).toBe('profil-a-evaluer')
    expect(lu({ ...aLyon, 'procedure.tribunal': 'Bobigny' }, p)).toMatchObject({
      lecture: 'hors-criteres',
      decisifs: ['O7'],
    })
    expect(lu({ ...sans(aLyon, 'suivi.japRessort'), 'logement.departement': '69' }, p).lecture).toBe(
      'profil-a-evaluer',
    )
  })

  it('se règle aussi en la créant, et le paramètre dit par qui', () => {
    const regle = instancier(modele('type-ouvrage'), { ...LYON, parametres: { minCondamnations: 3 } })
    expect(regle.parametres.minCondamnations).toMatchObject({
      defaut: 3,
      source: 'réglé par le référent de Lyon',
      marque: 'M',
    })
  })

  it('dit son lieu et son porteur en bon français', () => {
    const ailsi = instancier(modele('type-ailsi'), { ...LYON, nom: 'Étape' })
    expect(JSON.stringify(ailsi)).toContain('l’équipe d’Étape')
    expect(JSON.stringify(d)).toContain('au SPIP du département 69 (Rhône)')
    expect(d.appels).toEqual(['Association inventée, coordination'])
  })
})

describe('des valeurs impossibles sont refusées, une phrase dit quoi écrire', () => {
  const refuser = (valeurs: Partial<ValeursModele>, pris: string[] = []) =>
    refus(() => instancier(modele('type-ouvrage'), { ...LYON, ...valeurs }, pris))

  it.each<[string, Partial<ValeursModele>]>([
    ['id', { id: '' }],
    ['id', { id: 'Atelier' }],
    ['id', { id: 'atelier 2' }],
    ['id', { id: 'é' }],
    ['nom', { nom: ' ' }],
    ['nom', { nom: 'x'.repeat(201) }],
    ['nom', { nom: 'Atelier {procedure.tribunal}' }],
    ['nom', { nom: 'Atelier\nLyon' }],
    ['porteur', { porteur: '$ouvrage.inclusions' }],
    ['appels', { appels: ['<nom>'] }],
    ['tribunal', { tribunal: 'lyon' }],
    ['tribunal', { tribunal: 'Lyon 3' }],
    ['tribunal', { tribunal: 'Lyon, Paris' }],
    ['tribunal', { tribunal: 'L' }],
    ['departement', { departement: '96' }],
    ['departement', { departement: '' }],
    ['parametres', { parametres: { inclusion: 'ouvertes' } }],
    ['parametres', { parametres: JSON.parse('{"__proto__": "ouvertes"}') }],
    ['parametres.inclusions', { parametres: { inclusions: 'peut-être' } }],
    ['parametres.minCondamnations', { parametres: { minCondamnations: 1.5 } }],
  ])('%s : %j', (champ, valeurs) => {
    const r = refuser(valeurs)
    expect(r.chemin).toBe(`valeurs.${champ}`)
    expect(r.message).toMatch(/^[\p{Lu}][^\n]*\.$/u)
  })

  it('un identifiant déjà pris', () => {
    expect(refuser({ id: 'ouvrage' }, ['ouvrage', 'ailsi']).message).toMatch(/déjà celui/)
    expect(() => instancier(modele('type-ouvrage'), LYON, ['ouvrage'])).not.toThrow()
  })

  it('des villes et des départements de toute la France passent', () => {
    for (const tribunal of ['Aix-en-Provence', 'Évry', 'Le Havre', 'Saint-Denis', 'Les Sables-d’Olonne'])
      expect(() => instancier(modele('type-ouvrage'), { ...LYON, tribunal })).not.toThrow()
    expect(departement('2a')).toEqual({ code: '2A', nom: 'Corse-du-Sud' })
    expect(departement("cote-d'or")?.code).toBe('21')
    expect(departement('971')?.nom).toBe('Guadeloupe')
    const codes = [...Array(95).keys()].map((n) => String(n + 1).padStart(2, '0')).filter((c) => c !== '20')
    for (const code of [...codes, '2A', '2B']) expect(departement(code)?.code, code).toBe(code)
  })
})

describe('un modèle mal écrit est refusé dès la lecture', () => {
  const lireAvec = (ecrit: string, autre: string) =>
    lireCatalogue({
      ...livre.ecrit,
      modeles: JSON.parse(JSON.stringify(livre.modeles).replace(ecrit, autre)),
    })

  it.each([
    ['trou', '<auSpip>', '<auSpipp>'],
    ['fait', 'addiction.lienFaits', 'addiction.lienFait'],
    ['paramètre', '$<id>.minCondamnations', '$<id>.minCondamnation'],
  ])('%s inconnu', (_titre, ecrit, autre) => {
    expect(() => lireAvec(ecrit, autre)).toThrow(/inconnu/)
  })
})
