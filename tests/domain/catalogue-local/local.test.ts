import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ChangementLocal,
  catalogueEnVigueur,
  catalogueParDefaut,
  changementsSansEffet,
  dispositifDuCatalogue,
  ecrireContenu,
  ecritEnVigueur,
  estAncienne,
  historiqueDe,
  lireContenu,
  orienter,
  verifierChangement,
} from '../../../domain/index.ts'
import { DATE, dossier, OUVRAGE_REUNI } from '../outils.ts'
import { changement, copie, instance, LIVRE, MAINTENANT, PETIT, seuil, VALEURS, verifie } from './outils.ts'

const enVigueur = (...changements: ChangementLocal[]) => catalogueEnVigueur(LIVRE, changements)
const ouvrage = (...changements: ChangementLocal[]) =>
  dispositifDuCatalogue(enVigueur(...changements), 'ouvrage')
const minimum = (...changements: ChangementLocal[]) =>
  enVigueur(...changements).parametres.get('ouvrage.minCondamnations')

describe('le catalogue en vigueur se déduit de la liste des changements', () => {
  it('sans changement, c’est le catalogue livré, même empreinte', () => {
    expect(enVigueur()).toBe(catalogueParDefaut())
    expect(catalogueEnVigueur(copie(), []).empreinte).toBe(catalogueParDefaut().empreinte)
  })

  it('le changement le plus récent de la liste l’emporte, pas le mieux daté : une horloge reculée ne ressuscite rien', () => {
    expect(minimum(seuil(3), seuil(4))).toBe(4)
    expect(minimum(seuil(3), seuil(4, { date: '2026-11-01T10:00:00Z' }))).toBe(4)
  })

  it('reprendre un changement rend la valeur d’avant, et l’empreinte d’avant', () => {
    const [trois, quatre] = [seuil(3), seuil(4)]
    const repris = changement({ type: 'annulation' }, { retire: [quatre.id] })
    expect(minimum(trois, quatre, repris)).toBe(3)
    expect(enVigueur(trois, quatre, repris).empreinte).toBe(enVigueur(trois).empreinte)
    const tout = changement({ type: 'annulation' }, { retire: [trois.id, quatre.id] })
    expect(enVigueur(trois, quatre, tout)).toBe(catalogueParDefaut())
  })

  it('reprendre une reprise ne ressuscite rien : ce qui est repris l’est pour de bon, comme une déclaration', () => {
    const trois = seuil(3)
    const repris = changement({ type: 'annulation' }, { retire: [trois.id] })
    expect(minimum(trois, repris, changement({ type: 'annulation' }, { retire: [repris.id] }))).toBe(2)
  })

  it('un paramètre change la lecture, et l’orientation porte l’empreinte du catalogue qui l’a produite', () => {
    const casier = { ...OUVRAGE_REUNI, 'antecedents.condamnations': 3 }
    const lire = (...c: ChangementLocal[]) => orienter(dossier(casier), enVigueur(...c), { date: DATE })
    const lecture = (o: ReturnType<typeof lire>) => o.dispositifs.find((d) => d.id === 'ouvrage')?.lecture
    expect([lecture(lire()), lecture(lire(seuil(4)))]).toEqual(['profil-a-evaluer', 'hors-criteres'])
    expect(lire(seuil(4)).catalogue).toEqual({
      version: LIVRE.version,
      empreinte: enVigueur(seuil(4)).empreinte,
    })
    expect(lire(seuil(4)).catalogue.empreinte).not.toBe(lire().catalogue.empreinte)
  })

  it('une vérification rajeunit la fiche lue : la règle des 90 jours part de l’appel, pas du fichier livré', () => {
    const lu = (...c: ChangementLocal[]) =>
      orienter(dossier({}), enVigueur(...c), { date: DATE }).dispositifs.find((d) => d.id === 'ailsi')
    expect(estAncienne(lu()?.verifieLe ?? '', DATE)).toBe(true)
    const appel = changement({ type: 'verification', dispositif: 'ailsi', verifieLe: '2026-11-20' })
    expect(lu(appel)?.verifieLe).toBe('2026-11-20')
    expect(estAncienne(lu(appel)?.verifieLe ?? '', DATE)).toBe(false)
  })

  it('contact, note et état connu se lisent sur la fiche, et changent l’empreinte', () => {
    const contact = { type: 'contact', dispositif: 'ouvrage', qui: 'M. Perret' } as const
    const changements = [
      changement({ ...contact, telephone: '00 00 00 00 01' }),
      changement({ ...contact, qui: 'm. PERRET', telephone: '00 00 00 00 02', note: 'le matin' }),
      changement({ type: 'note', dispositif: 'ouvrage', texte: 'Déménage au printemps.' }),
      verifie('2026-11-19', {
        changement: {
          type: 'verification',
          dispositif: 'ouvrage',
          verifieLe: '2026-11-19',
          etatConnu: 'deux places',
        },
      }),
    ]
    const fiche = ouvrage(...changements)
    expect(fiche?.contacts).toEqual([
      {
        qui: 'm. PERRET',
        telephone: '00 00 00 00 02',
        note: 'le matin',
        source: 'appel au programme',
        date: '2026-11-20',
        par: 'Mme Vasseur',
      },
    ])
    expect(fiche).toMatchObject({ verifieLe: '2026-11-19', etatConnu: 'deux places' })
    expect(fiche?.historique.at(-1)).toMatchObject({ quand: '20/11/2026', texte: 'Déménage au printemps.' })
    const empreintes = changements.map((_, i) => enVigueur(...changements.slice(0, i + 1)).empreinte)
    expect(new Set([catalogueParDefaut().empreinte, ...empreintes]).size).toBe(changements.length + 1)
  })

  it('un dispositif « de type L’Ouvrage » se lit, se règle, se vérifie, et disparaît quand on le reprend', () => {
    const cree = instance()
    const regle = changement({ type: 'parametre', nom: 'passerelle-lyon.inclusions', valeur: 'ouvertes' })
    const appele = changement({
      type: 'verification',
      dispositif: 'passerelle-lyon',
      verifieLe: '2026-11-20',
    })
    const catalogue = enVigueur(cree, regle, appele)
    const lu = orienter(dossier({}), catalogue, { date: DATE }).dispositifs.find(
      (d) => d.id === 'passerelle-lyon',
    )
    expect(lu).toMatchObject({ nom: 'Passerelle', inclusions: 'ouvertes', verifieLe: '2026-11-20' })
    const repris = changement({ type: 'annulation' }, { retire: [cree.id] })
    expect(enVigueur(cree, regle, appele, repris)).toBe(catalogueParDefaut())
    expect(changementsSansEffet(LIVRE, [cree, regle, appele, repris])).toEqual([regle, appele])
  })

  it('corriger une instance la remplace, et garde ce qui a été réglé avant la correction', () => {
    const cree = instance()
    const regle = changement({ type: 'parametre', nom: 'passerelle-lyon.inclusions', valeur: 'ouvertes' })
    const corrige = instance({ nom: 'La Passerelle' }, { retire: [cree.id] })
    const catalogue = enVigueur(cree, regle, corrige)
    expect(dispositifDuCatalogue(catalogue, 'passerelle-lyon')?.nom).toBe('La Passerelle')
    expect(catalogue.parametres.get('passerelle-lyon.inclusions')).toBe('ouvertes')
  })

  it('un changement dont l’objet a disparu est dit sans effet, et n’empêche rien', () => {
    const sansOuvrage = { ...LIVRE, dispositifs: LIVRE.dispositifs.filter((d) => d.id !== 'ouvrage') }
    const perdus = [seuil(3), verifie('2026-11-20')]
    const garde = changement({ type: 'note', dispositif: 'ailsi', texte: 'Rappeler.' })
    const liste = [...perdus, garde]
    expect(changementsSansEffet(sansOuvrage, liste)).toEqual(perdus)
    expect(dispositifDuCatalogue(catalogueEnVigueur(sansOuvrage, liste), 'ailsi')?.historique).toHaveLength(
      (dispositifDuCatalogue(enVigueur(), 'ailsi')?.historique.length ?? 0) + 1,
    )
    const sansModeles = { ...LIVRE, modeles: [] }
    const cree = instance()
    expect(changementsSansEffet(sansModeles, [cree])).toEqual([cree])
    expect(catalogueEnVigueur(sansModeles, [cree]).dispositifs).toHaveLength(LIVRE.dispositifs.length)
  })

  it('la base n’est jamais modifiée, et le même changement reçu deux fois compte une fois', () => {
    const base = copie()
    const note = changement({ type: 'note', dispositif: 'ouvrage', texte: 'Rappeler.' })
    const tous = [seuil(3), instance(), note, verifie('2026-11-20')]
    const une = catalogueEnVigueur(base, tous)
    expect(base).toEqual(LIVRE)
    expect(catalogueEnVigueur(base, [...tous, note]).empreinte).toBe(une.empreinte)
  })
})

describe('le catalogue à remettre contient les changements locaux', () => {
  it('lu ailleurs, il donne les mêmes lectures, et dit qui a réglé quoi', () => {
    const tous = [seuil(4), instance(), verifie('2026-11-20')]
    const ecrit = ecritEnVigueur(LIVRE, tous)
    const relu = lireContenu(ecrireContenu({ ...ecrit, version: '2026-11-21.1' }))
    const ici = enVigueur(...tous)
    const ailleurs = catalogueEnVigueur(relu, [])
    expect([...ailleurs.parametres]).toEqual([...ici.parametres])
    const lire = (c: typeof ici) => orienter(dossier(OUVRAGE_REUNI), c, { date: DATE }).dispositifs
    expect(lire(ailleurs)).toEqual(lire(ici))
    expect(relu.dispositifs.find((d) => d.id === 'ouvrage')?.parametres.minCondamnations).toMatchObject({
      defaut: 4,
      source: 'appel au programme (Mme Vasseur, 20/11/2026)',
      marque: 'M',
    })
  })
})

it('une note qui revient dans un fichier exporté d’ici n’est pas dite deux fois', () => {
  const note = changement({ type: 'note', dispositif: 'ouvrage', texte: 'Nouvelle équipe.' })
  const revenu = ecritEnVigueur(LIVRE, [note])
  const fiche = dispositifDuCatalogue(catalogueEnVigueur(revenu, [note]), 'ouvrage')
  expect(fiche?.historique.filter((l) => l.texte === 'Nouvelle équipe.')).toHaveLength(1)
})

describe('historique d’un dispositif', () => {
  it('lignes du catalogue et changements locaux, le plus récent d’abord, ce qui est repris compris', () => {
    const trois = seuil(3, { date: '2026-11-18T10:00:00Z' })
    const note = changement(
      { type: 'note', dispositif: 'ouvrage', texte: 'Nouvelle équipe.' },
      { date: '2026-11-19T10:00:00Z' },
    )
    const repris = changement({ type: 'annulation' }, { retire: [trois.id] })
    const ailleurs = changement({ type: 'note', dispositif: 'ailsi', texte: 'Rien à voir.' })
    const lignes = historiqueDe(LIVRE, [trois, note, repris, ailleurs], 'ouvrage')
    expect(lignes.slice(0, 3).map((l) => [l.quand, l.changement, l.repris])).toEqual([
      ['20/11/2026', repris.id, false],
      ['19/11/2026', note.id, false],
      ['18/11/2026', trois.id, true],
    ])
    expect(lignes[1]).toMatchObject({ par: 'Mme Vasseur', source: 'appel au programme' })
    expect(lignes[1]?.texte).toContain('Nouvelle équipe.')
    const duCatalogue = lignes.slice(3)
    expect(duCatalogue.map((l) => l.texte).toSorted()).toEqual(
      LIVRE.dispositifs
        .find((d) => d.id === 'ouvrage')
        ?.historique.map((h) => h.texte)
        .toSorted(),
    )
    expect(lignes.some((l) => l.texte.includes('Rien à voir'))).toBe(false)
  })

  it('les lignes du catalogue suivent le calendrier, quelle que soit la façon d’écrire la date', () => {
    const base = copie()
    const ligne = (quand: string) => ({ quand, texte: quand, source: 'x', marque: 'S' as const })
    const ouvrageDeBase = base.dispositifs.find((d) => d.id === 'ouvrage')
    if (ouvrageDeBase === undefined) throw new Error('ouvrage')
    ouvrageDeBase.historique = ['2015 à 2016', 'vers 2017', 'février 2022', 'à ce jour', '19/10/2021'].map(
      ligne,
    )
    expect(historiqueDe(base, [], 'ouvrage').map((l) => l.quand)).toEqual([
      'à ce jour',
      'février 2022',
      '19/10/2021',
      'vers 2017',
      '2015 à 2016',
    ])
  })
})

describe('un changement est vérifié avant d’entrer', () => {
  const refus = (entree: unknown, deja: ChangementLocal[] = []): string => {
    try {
      verifierChangement(entree, LIVRE, deja, MAINTENANT)
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
    return 'accepté'
  }

  it('ce qui est juste passe, et revient tel quel', () => {
    for (const c of [seuil(3), verifie('2026-11-23'), instance()])
      expect(verifierChangement(c, LIVRE, [], MAINTENANT)).toEqual(c)
    const trois = seuil(3)
    const repris = changement({ type: 'annulation' }, { retire: [trois.id] })
    expect(verifierChangement(repris, LIVRE, [trois], MAINTENANT)).toEqual(repris)
  })

  const PLANTE = 'zqPLANTE'
  it.each<[string, unknown, RegExp]>([
    ['daté de demain', seuil(3, { date: '2026-11-24T12:00:00Z' }), /avenir.*horloge/],
    ['vérifié demain', verifie('2026-11-24'), /avenir/],
    ['vérifié le 30 février', verifie('2026-02-30'), /date existante/],
    ['sans responsable', { ...seuil(3), par: '  ' }, /Dites qui/],
    ['sans source', { ...seuil(3), source: '' }, /d’où vient/],
    ['avec un champ inconnu', { ...seuil(3), [PLANTE]: 1 }, /forme attendue/],
    ['avec un signe de la grammaire', seuil(3, { par: `${PLANTE} {$ouvrage.x}` }), /Dites qui/],
    [
      'sur un dispositif inconnu',
      changement({ type: 'note', dispositif: PLANTE, texte: 'x' }),
      /dans la liste/,
    ],
    [
      'sur un paramètre inconnu',
      changement({ type: 'parametre', nom: PLANTE, valeur: 1 }),
      /choisissez parmi/,
    ],
    ['avec une valeur impossible', seuil(-1), /attend : un nombre entier/],
    ['qui ne reprend rien', changement({ type: 'annulation' }), /quel changement/],
    ['qui reprend un inconnu', changement({ type: 'annulation' }, { retire: [seuil(1).id] }), /n’existe pas/],
    [
      'd’un modèle inconnu',
      changement({ type: 'instance', modele: PLANTE, valeurs: VALEURS }),
      /Ce modèle n’est pas/,
    ],
    ['sous un identifiant pris', instance({ id: 'ouvrage' }), /déjà celui d’un autre/],
    ['d’un département qui n’existe pas', instance({ departement: '999' }), /département existant/],
    ['qui n’est pas un objet', PLANTE, /forme attendue/],
    ['avec __proto__', JSON.parse('{"__proto__":{"par":"x"}}'), /./],
  ])('%s : refusé, une phrase qui dit quoi faire et ne répète rien', (_, entree, phrase) => {
    const message = refus(entree)
    expect(message).toMatch(phrase)
    expect(message).toMatch(/^\p{Lu}.+\.$/u)
    expect(message).not.toContain(PLANTE)
    expect(message).not.toBe('accepté')
  })

  it('reprendre et remplacer en un seul geste : l’identifiant de l’instance reprise est libre', () => {
    const cree = instance()
    expect(refus(instance(), [cree])).toMatch(/déjà celui/)
    expect(refus(instance({ nom: 'Autre' }, { retire: [cree.id] }), [cree])).toBe('accepté')
  })
})

it('propriété : toute liste de changements vérifiés un à un donne un catalogue qui se lit, sans changement perdu', () => {
  const objet = fc.oneof(
    fc.integer({ min: 0, max: 9 }).map((valeur) => seuil(valeur).changement),
    fc.constant(verifie('2026-11-20').changement),
    fc
      .constantFrom('ouvrage', 'ailsi', 'passerelle-lyon')
      .map((dispositif) => ({ type: 'note', dispositif, texte: 'Rappeler.' }) as const),
    fc.constant(instance().changement),
    fc.constant({ type: 'annulation' } as const),
  )
  const geste = fc.record({ objet, retire: fc.array(fc.nat({ max: 9 }), { maxLength: 2 }) })
  fc.assert(
    fc.property(fc.array(geste, { maxLength: 10 }), (gestes) => {
      const liste: ChangementLocal[] = []
      for (const g of gestes) {
        const retire = g.retire.flatMap((i) => liste[i]?.id ?? [])
        const c = changement(g.objet, retire.length > 0 ? { retire } : {})
        try {
          liste.push(verifierChangement(c, PETIT, liste, MAINTENANT))
        } catch {
          continue
        }
        // What was just accepted applies.
        expect(changementsSansEffet(PETIT, liste)).not.toContainEqual(c)
      }
      const catalogue = catalogueEnVigueur(PETIT, liste)
      const dernier = liste.findLast(
        (c) => c.changement.type === 'parametre' && !liste.some((x) => x.retire?.includes(c.id)),
      )
      expect(catalogue.parametres.get('ouvrage.minCondamnations')).toBe(
        dernier?.changement.type === 'parametre' ? dernier.changement.valeur : 2,
      )
    }),
    { numRuns: 40 },
  )
})
