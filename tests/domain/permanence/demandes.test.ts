import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  annuler,
  catalogueParDefaut,
  compterDemandes,
  type Declaration,
  type Destinataire,
  type Dossier,
  demandesALancer,
  destinatairesPour,
  etatDemande,
  faitDeDemande,
  orienter,
  type Role,
  repondre,
} from '../../../domain/index.ts'
import { dossierAuHasard } from '../documents/tirages.ts'
import { DATE, declaration, dossier, dossierAvec, type Reponses, uuid } from '../outils.ts'

const CATALOGUE = catalogueParDefaut()
const TOUS: readonly Destinataire[] = ['apcars', 'jap', 'spip', 'avocat', 'siao']

function lancer(d: Dossier, role: Role = 'parquet', tribunal = 'Bobigny') {
  return demandesALancer(d, orienter(d, CATALOGUE, { date: DATE }), { role, catalogue: CATALOGUE, tribunal })
}
const aLancer = (reponses: Reponses, role?: Role) =>
  lancer(dossier(reponses), role).map((x) => x.destinataire)
const motif = (reponses: Reponses, a: Destinataire) =>
  lancer(dossier(reponses)).find((x) => x.destinataire === a)?.motif ?? null

describe('ce qui est proposé', () => {
  it('un dossier vide appelle toutes les demandes, avec la raison de chacune', () => {
    expect(lancer(dossierAvec([]))).toEqual([
      { destinataire: 'apcars', motif: 'enquête sociale rapide pas encore au dossier' },
      { destinataire: 'jap', motif: 'mesure en cours à vérifier' },
      { destinataire: 'spip', motif: 'programme ouvert : L’Ouvrage' },
      { destinataire: 'avocat', motif: 'programme ouvert : L’Ouvrage' },
      { destinataire: 'siao', motif: 'hébergement de ce soir inconnu' },
    ])
  })

  it('chaque profil n’a que ses documents', () => {
    expect(destinatairesPour('enquete')).toEqual(['siao'])
    expect(destinatairesPour('defense')).toEqual(['jap', 'spip', 'siao'])
    for (const role of ['parquet', 'enquete', 'defense'] as const)
      for (const a of aLancer({}, role)) expect(destinatairesPour(role)).toContain(a)
  })

  it.each<[Reponses, string | null]>([
    [{ 'procedure.enqueteFaite': true }, null],
    [{ 'procedure.enqueteFaite': false }, 'enquête sociale rapide pas encore au dossier'],
    [{ 'procedure.enqueteFaite': { oppose: [true, false] } }, 'enquête sociale rapide pas encore au dossier'],
  ])('APCARS, %j : %s', (reponses, attendu) => expect(motif(reponses, 'apcars')).toBe(attendu))

  it.each<[Reponses, string | null]>([
    [{ 'suivi.japRessort': 'Paris' }, 'accord du JAP de Paris à demander'],
    [{ 'suivi.japRessort': 'Paris', 'suivi.accordHorsRessort': false }, null],
    [{ 'suivi.japRessort': 'BOBIGNY', 'suivi.mesureEnCours': true }, 'mesure en cours'],
    [{ 'suivi.japRessort': 'Bobigny', 'suivi.mesureEnCours': false }, null],
    [{ 'suivi.mesureEnCours': false }, 'JAP compétent à trouver'],
    [{ 'suivi.japRessort': 'Bobigny' }, 'mesure en cours à vérifier'],
    [{ 'suivi.mesureEnCours': { inconnu: 'ne-sait-pas' } }, 'mesure en cours à vérifier'],
    // The court of the dossier wins over that of the store.
    [{ 'procedure.tribunal': 'Paris', 'suivi.japRessort': 'Paris', 'suivi.mesureEnCours': false }, null],
  ])('JAP, %j : %s', (reponses, attendu) => expect(motif(reponses, 'jap')).toBe(attendu))

  it.each<[Reponses, string | null]>([
    [{ 'logement.hebergementCeSoir': false }, 'pas d’hébergement ce soir'],
    [{ 'logement.situation': 'E1' }, 'sans logement stable'],
    [{ 'logement.situation': 'E1', 'logement.hebergementCeSoir': true }, 'sans logement stable'],
    [{ 'logement.situation': '0' }, null],
    [{ 'logement.situation': '0', 'logement.hebergementCeSoir': false }, 'pas d’hébergement ce soir'],
    [{ 'logement.hebergementCeSoir': true }, null],
    [{ 'logement.hebergementCeSoir': false, 'partenaire.siao': false }, null],
  ])('SIAO, %j : %s', (reponses, attendu) => expect(motif(reponses, 'siao')).toBe(attendu))

  it('SPIP et avocat : seulement si un programme d’ici, un programme retenu ou un cadre du SPIP est ouvert', () => {
    const ferme: Reponses = { 'procedure.nature': 'crime' }
    expect(motif(ferme, 'avocat')).toBeNull()
    expect(motif(ferme, 'spip')).toBeNull()
    expect(motif({ 'partenaire.spip': true }, 'spip')).toBeNull()
    // Nothing is offered of a programme that exists only elsewhere.
    expect(lancer(dossierAvec([]), 'parquet', 'Lyon').map((x) => x.destinataire)).not.toContain('avocat')
    // Of Marseille, but closed.
    expect(lancer(dossierAvec([]), 'parquet', 'Marseille').map((x) => x.destinataire)).not.toContain('avocat')
    expect(aLancer({ ...ferme, 'orientation.choix': ['siao'] })).toContain('avocat')
  })

  it('le cadre retenu qui passe par le SPIP suffit', () => {
    const cadre: Reponses = { 'orientation.cadre': 'ajournement-investigations' }
    const lyon = dossier(cadre)
    expect(lancer(lyon, 'parquet', 'Lyon').find((x) => x.destinataire === 'spip')?.motif).toMatch(
      /^cadre retenu : /,
    )
  })

  it('une demande lancée ou close n’est plus proposée, et la lecture ne dépend que du dossier', () => {
    fc.assert(
      fc.property(dossierAuHasard, fc.constantFrom<Role>('parquet', 'enquete', 'defense'), (d, role) => {
        const proposees = lancer(d, role)
        expect(lancer({ ...d, declarations: [...d.declarations].reverse() }, role)).toEqual(proposees)
        for (const { destinataire, motif: raison } of proposees) {
          expect(destinatairesPour(role)).toContain(destinataire)
          expect(raison).not.toMatch(/undefined|null|^\s*$/)
          expect(etatDemande(d, destinataire).suite).toBeNull()
        }
      }),
      { numRuns: 60 },
    )
  })
})

/** Acts on one request, one minute apart. */
function actes(...suites: readonly string[]): Dossier {
  let d = dossierAvec([])
  for (const [i, valeur] of suites.entries()) {
    const contexte = {
      id: uuid(i + 1),
      date: `2026-11-24T09:1${i}:00+01:00`,
      auteur: { role: 'parquet' as const },
    }
    const fait = faitDeDemande('apcars')
    const reponse = { fait, valeur, origine: 'procedure', verifie: true } as const
    d = { ...d, declarations: [...d.declarations, repondre(d, reponse, contexte)] }
  }
  return d
}

let numero = 500
function defaire(d: Dossier): Dossier {
  const contexte = {
    auteur: { role: 'parquet' as const },
    date: `2026-11-24T10:${numero % 60}:00+01:00`,
    nouvelId: () => uuid(++numero),
  }
  return { ...d, declarations: [...d.declarations, ...annuler(d, contexte)] }
}

describe('où en est une demande', () => {
  it('une seconde demande garde l’heure de la première', () => {
    expect(etatDemande(actes('demandee', 'demandee'), 'apcars')).toEqual({
      suite: 'demandee',
      le: '2026-11-24T09:11:00+01:00',
      demandeeLe: ['2026-11-24T09:10:00+01:00', '2026-11-24T09:11:00+01:00'],
    })
  })

  it('reçue après avoir été demandée : les deux heures', () => {
    expect(etatDemande(actes('demandee', 'recue'), 'apcars')).toEqual({
      suite: 'recue',
      le: '2026-11-24T09:11:00+01:00',
      demandeeLe: ['2026-11-24T09:10:00+01:00'],
    })
  })

  it('reprise : ce qui revient garde l’heure à laquelle il a été dit', () => {
    const repris = defaire(actes('demandee', 'refus'))
    expect(etatDemande(repris, 'apcars')).toEqual({
      suite: 'demandee',
      le: '2026-11-24T09:10:00+01:00',
      demandeeLe: ['2026-11-24T09:10:00+01:00'],
    })
    expect(etatDemande(defaire(repris), 'apcars')).toEqual({ suite: null, le: null, demandeeLe: [] })
  })
})

describe('compter', () => {
  it('ce qui a été demandé, reçu, et ce qui n’a pas été fait', () => {
    const dites = (...suites: [Destinataire, string][]) =>
      dossierAvec(
        suites.map(([a, valeur], i) =>
          declaration(i + 1, faitDeDemande(a), valeur, { origine: 'procedure' }),
        ),
      )
    const matin = [
      dites(['apcars', 'demandee'], ['jap', 'faute-de-temps'], ['siao', 'sans-objet']),
      dites(['apcars', 'refus'], ['jap', 'faute-de-temps']),
      actes('demandee', 'recue'),
      actes('demandee', 'a-rappeler'),
      dossierAvec([]),
    ]
    expect(compterDemandes(matin)).toEqual({
      demandees: 3,
      aRappeler: 1,
      recues: 1,
      fauteDeTemps: 2,
      refus: 1,
      sansObjet: 1,
    })
  })

  it('une demande n’est comptée qu’une fois parmi les suites', () => {
    fc.assert(
      fc.property(fc.array(dossierAuHasard, { maxLength: 4 }), (dossiers) => {
        const { demandees, ...fins } = compterDemandes(dossiers)
        const total = Object.values(fins).reduce((a, b) => a + b, 0)
        const connues = dossiers.flatMap((d) => TOUS.filter((a) => etatDemande(d, a).suite !== null)).length
        expect(total).toBeLessThanOrEqual(connues)
        expect(demandees).toBeLessThanOrEqual(dossiers.length * TOUS.length)
      }),
      { numRuns: 40 },
    )
  })

  it('rien ici n’est un nom : six nombres', () => {
    const d: Declaration = declaration(1, faitDeDemande('jap'), 'refus')
    expect(Object.values(compterDemandes([dossierAvec([d])])).every((x) => typeof x === 'number')).toBe(true)
  })
})
