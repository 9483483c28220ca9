import { describe, expect, it } from 'vitest'
import donnees from '../../domain/catalogue/catalogue.json' with { type: 'json' }
import { lireCatalogue } from '../../domain/catalogue/index.ts'
import {
  ancienneMesure,
  avecParametres,
  catalogueParDefaut,
  definitionFait,
  dispositifDuCatalogue,
  faitsVisibles,
  lignesTriage,
} from '../../domain/index.ts'
import { lire, OUVRAGE_REUNI, type Reponses, refus } from './outils.ts'

const regler = (p: Record<string, unknown>) => avecParametres(catalogueParDefaut(), p)

describe('paramètres du catalogue', () => {
  it('les huit paramètres du contrat sont là, à leur valeur livrée', () => {
    expect(Object.fromEntries(catalogueParDefaut().parametres)).toMatchObject({
      'ouvrage.inclusions': 'ouvertes',
      'ouvrage.minCondamnations': 2,
      'ouvrage.categoriesAdmises': [
        'vol',
        'recel',
        'escroquerie',
        'degradation',
        'violences',
        'menaces',
        'outrage',
        'rebellion',
        'usage-stupefiants',
        'routier',
        'evasion',
      ],
      'ouvrage.categoriesExclues': [],
      'ouvrage.accordHorsRessort': 'aucun',
      'ailsi.inclusions': 'closes',
      'ailsi.definitionSansLogement': [],
      'ailsi.infractionsExclues': [],
    })
  })

  it.each<[string, unknown]>([
    ['ailsi.inclusions', 'peut-être'],
    ['ailsi.inclusions', true],
    ['ailsi.definitionSansLogement', ['A']],
    ['ailsi.definitionSansLogement', 'E2'],
    ['ailsi.infractionsExclues', ['vol', 'inconnue']],
    ['ouvrage.minCondamnations', -1],
    ['ouvrage.minCondamnations', 1.5],
    ['ouvrage.minCondamnations', '2'],
    ['ouvrage.minCondamnations', 101],
    ['ouvrage.minCondamnations', null],
    ['ouvrage.accordHorsRessort', 'toujours'],
  ])('%s refuse %j et dit ce qui est attendu', (nom, valeur) => {
    const r = refus(() => regler({ [nom]: valeur }))
    expect(r.chemin).toBe(nom)
    expect(r.message).toContain('attend')
  })

  it('un nom inconnu est refusé, avec ceux qui existent', () => {
    for (const nom of ['ailsi.inclusion', 'inclusions', '__proto__', 'constructor']) {
      const r = refus(() => regler(JSON.parse(`{"${nom}": "ouvertes"}`)))
      expect(r.chemin).toBe('parametres')
      expect(r.message).toContain('ailsi.inclusions')
    }
  })

  it('les listes vides et les bornes sont admises', () => {
    expect(() =>
      regler({
        'ouvrage.categoriesAdmises': [],
        'ouvrage.minCondamnations': 0,
        'ailsi.infractionsExclues': [],
      }),
    ).not.toThrow()
    expect(() => regler({ 'ouvrage.minCondamnations': 100 })).not.toThrow()
  })

  it('un réglage change l’empreinte, pas le catalogue livré', () => {
    const livre = catalogueParDefaut()
    const regle = regler({ 'ouvrage.minCondamnations': 3 })
    expect(regle.empreinte).not.toBe(livre.empreinte)
    expect(regle.version).toBe(livre.version)
    expect(livre.parametres.get('ouvrage.minCondamnations')).toBe(2)
    expect(regler({ 'ouvrage.minCondamnations': 3 }).empreinte).toBe(regle.empreinte)
  })

  it('L’Ouvrage n’a jamais été vérifié auprès du programme, AILSI oui', () => {
    expect(dispositifDuCatalogue(catalogueParDefaut(), 'ouvrage')?.verifieLe).toBeNull()
    expect(dispositifDuCatalogue(catalogueParDefaut(), 'ailsi')?.verifieLe).toBe('2025-02-27')
    expect(dispositifDuCatalogue(catalogueParDefaut(), 'inexistant')).toBeUndefined()
  })
})

describe('données du catalogue', () => {
  it('un paramètre qui n’existe pas est refusé dès la lecture', () => {
    const faute = JSON.stringify(donnees).replaceAll('$ouvrage.minCondamnations', '$ouvrage.minCondamnation')
    expect(() => lireCatalogue(JSON.parse(faute))).toThrow('ouvrage.minCondamnation')
    expect(lireCatalogue(donnees).empreinte).toBe(catalogueParDefaut().empreinte)
  })
})

describe('phrases', () => {
  it('aucune phrase ne garde un trou, ni le mot « éligible »', () => {
    for (const r of [
      {},
      OUVRAGE_REUNI,
      { 'procedure.tribunal': 'Paris', 'suivi.japRessort': 'Paris' },
    ] as Reponses[])
      for (const c of lire(r).dispositifs.flatMap((d) => d.criteres)) {
        expect(c.motif, c.id).toMatch(/^[^{}]+\.$/)
        expect(c.motif).not.toMatch(/éligib/i)
        expect(c.aFaire === undefined, c.id).toBe(c.etat !== 'inconnu')
      }
  })

  it('dit la raison d’une absence de réponse, sans en faire une réponse', () => {
    const lu = lire({ 'addiction.lienFaits': { inconnu: 'refuse' } })
    const motif = lu.dispositifs[0]?.criteres.find((c) => c.id === 'O5')?.motif
    expect(motif).toContain('refus de répondre')
  })

  it('dit les réponses qui se contredisent', () => {
    const lu = lire({ 'suivi.niveauRisque': { oppose: ['eleve', 'moyen'] } })
    const motif = lu.dispositifs[0]?.criteres.find((c) => c.id === 'O9')?.motif
    expect(motif).toContain('élevé ou moyen')
  })
})

describe('alertes', () => {
  const alertes = (r: Reponses) => lire(r).alertes.map((a) => a.id)
  const detention = { 'procedure.detentionEnvisagee': true }

  it('enquête avant détention : se tait si l’enquête est faite ou la détention non envisagée', () => {
    expect(alertes(detention)).toEqual(['enquete-avant-detention'])
    expect(alertes({ ...detention, 'procedure.enqueteFaite': false })).toEqual(['enquete-avant-detention'])
    expect(alertes({ ...detention, 'procedure.enqueteFaite': { oppose: [true, false] } })).toEqual([
      'enquete-avant-detention',
    ])
    expect(alertes({ ...detention, 'procedure.enqueteFaite': true })).toEqual([])
    expect(alertes({ 'procedure.detentionEnvisagee': false })).toEqual([])
    expect(alertes({})).toEqual([])
  })

  it.each(['tutelle', 'curatelle', 'sauvegarde'])(
    'majeur protégé (%s) sans expertise : bloquante',
    (mesure) => {
      const r = { 'personne.mesureProtection': mesure }
      expect(lire(r).alertes).toMatchObject([{ id: 'majeur-protege-sans-expertise', gravite: 'bloquante' }])
      expect(alertes({ ...r, 'personne.expertiseVersee': true })).toEqual([])
    },
  )

  it('majeur protégé : une seule réponse suffit à prévenir, « aucune » ne prévient pas', () => {
    expect(alertes({ 'personne.mesureProtection': { oppose: ['aucune', 'tutelle'] } })).toHaveLength(1)
    expect(alertes({ 'personne.mesureProtection': 'aucune' })).toEqual([])
  })

  it('moins de 21 ans', () => {
    expect(alertes({ 'personne.moins21': true })).toEqual(['moins-de-21-ans'])
    expect(alertes({ 'personne.moins21': false })).toEqual([])
  })
})

describe('anciennes mesures', () => {
  it.each([
    ['Contrainte pénale prononcée la semaine dernière', 'contrainte pénale'],
    ['CONTRAINTE  PENALE', 'contrainte pénale'],
    ['suivi : S.M.E. ou SME ?', 'sursis avec mise à l’épreuve'],
    ['sursis avec mise à l’épreuve de 2 ans', 'sursis avec mise à l’épreuve'],
    ['un rappel à la loi', 'rappel à la loi'],
  ])('« %s » est compris', (texte, nom) => expect(ancienneMesure(texte)?.nom).toBe(nom))

  it.each(['sursis probatoire', 'homme de même', 'contrainte', 'smexyz', ''])(
    '« %s » n’en est pas une',
    (texte) => {
      expect(ancienneMesure(texte)).toBeNull()
    },
  )
})

describe('profils', () => {
  it('l’enquête n’a aucune ligne du casier, de Cassiopée ou d’APPI', () => {
    const faits = lignesTriage('enquete').flatMap((l) => [l.fait, ...l.precisions])
    const interdits = ['antecedents.', 'suivi.']
    expect(lignesTriage('enquete').filter((l) => interdits.some((x) => l.fait.startsWith(x)))).toEqual([])
    for (const f of faits) expect(definitionFait(f)?.roles, f).toContain('enquete')
    expect(faitsVisibles('enquete').filter((f) => interdits.some((x) => f.cle.startsWith(x)))).toEqual([])
  })

  it('le parquet a les quatorze lignes', () => expect(lignesTriage('parquet')).toHaveLength(14))
})
