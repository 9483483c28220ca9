import { describe, expect, it } from 'vitest'
import { lireCatalogue } from '../../../domain/catalogue/index.ts'
import type { ChangementLocal } from '../../../domain/catalogue/local.ts'
import { catalogueParDefaut, direCondition, reglesARelire } from '../../../domain/index.ts'
import { type ConditionEcrite, lireCondition } from '../../../domain/regles/condition.ts'

const CATALOGUE = catalogueParDefaut()
const EDITE_LE = '2026-11-24T09:05:00+01:00'
const dire = (c: ConditionEcrite) => direCondition(lireCondition(c), CATALOGUE, '2026-11-24')
const relire = (changements: readonly ChangementLocal[] = [], catalogue = CATALOGUE) =>
  reglesARelire(catalogue, { editeLe: EDITE_LE, changements, origine: 'livré avec l’application' })

const changement = (
  rang: number,
  c: ChangementLocal['changement'],
  reste: Partial<ChangementLocal> = {},
): ChangementLocal => ({
  id: `00000000-0000-4000-8000-00000000000${rang}`,
  date: '2026-11-20T10:00:00+01:00',
  par: 'Camille Modele, référente',
  source: 'appel au SPIP',
  changement: c,
  ...reste,
})

describe('une condition se lit sans connaître la grammaire', () => {
  it('met un groupe entre parenthèses dans un autre, et nulle part ailleurs', () => {
    expect(
      dire({
        'toutes ces conditions': [
          'procedure.tribunal = Bobigny',
          { 'une de ces conditions': ['suivi.japRessort = Bobigny', 'suivi.accordHorsRessort'] },
        ],
      }),
    ).toBe('Tribunal = Bobigny ET (JAP du ressort = Bobigny OU Accord hors ressort : oui)')
  })

  it.each([
    ['non disponibilite.semaine', 'Disponible lun.–ven. : non'],
    ['procedure.tribunal ≠ Bobigny', 'Tribunal ≠ Bobigny'],
    ['procedure.nature parmi crime, delit', 'Nature parmi : crime, délit'],
    ['suivi.japRessort absent', 'JAP du ressort : sans réponse'],
    ['suivi.japRessort connu', 'JAP du ressort : renseigné'],
    ['personne.expertiseVersee établi', 'Expertise versée : oui, établi sans contradiction'],
    [
      'personne.mesureProtection dit tutelle, curatelle',
      'Tutelle / curatelle : une réponse au moins dit tutelle, curatelle',
    ],
    ['jamais', 'jamais'],
  ] as const)('%s', (ecrite, dite) => {
    expect(dire(ecrite)).toBe(dite)
  })

  it('dit un paramètre par son nom et sa valeur en vigueur, jamais par son code', () => {
    expect(dire('antecedents.condamnations >= $ouvrage.minCondamnations')).toBe(
      'Condamnations ≥ 2 (paramètre « condamnations définitives, au moins »)',
    )
    expect(dire('$ouvrage.accordHorsRessort = negocie')).toBe(
      'paramètre « accord général hors ressort » = négocié (en vigueur : aucun)',
    )
    expect(dire('procedure.categorie parmi $ouvrage.categoriesExclues')).toContain('parmi : liste vide')
  })

  it('dit « sauf si », « au moins » et « le premier renseigné »', () => {
    expect(dire({ sauf: 'procedure.enqueteFaite établi' })).toMatch(/^SAUF SI Enquête sociale rapide/)
    expect(dire({ 'au moins 2 parmi': ['addiction.conduite', 'addiction.soins', 'jamais'] })).toMatch(
      /^au moins 2 parmi \(Addiction : oui ; .* ; jamais\)$/,
    )
    expect(dire({ 'le premier renseigné de': ['accord.ouvrage', 'accord.evaluation'] })).toMatch(
      /^oui au premier renseigné de \(.+ ; .+\)$/,
    )
  })

  it('ne laisse ni clé de fait, ni code de paramètre dans aucune règle du catalogue livré', () => {
    const textes = relire().parties.flatMap((p) =>
      p.entrees.flatMap((e) =>
        e.blocs.flatMap((b) => b.lignes.flatMap((l) => [l.texte, ...l.details.map((d) => d.texte)])),
      ),
    )
    expect(textes.filter((t) => /\$|\{|undefined|\b[a-z]+\.[a-z]+[A-Z]/.test(t))).toEqual([])
  })
})

describe('relire les règles', () => {
  const lignes = (contenu = relire()) =>
    contenu.parties.flatMap((p) => p.entrees.flatMap((e) => e.blocs.flatMap((b) => b.lignes)))

  it('commence par le droit et finit par ce qui est propre au poste', () => {
    expect(relire().parties.map((p) => p.titre)).toEqual([
      'Seuils de la loi',
      'Cadres légaux',
      'Alertes',
      'Mesures abrogées',
      'Dispositifs',
      'Modèles',
      'Modifications locales',
    ])
  })

  it('n’oublie aucun critère, alerte, mesure ni paramètre, et ne numérote rien deux fois', () => {
    const codes = new Set(lignes().map((l) => l.code))
    const attendus = [
      ...CATALOGUE.dispositifs.flatMap((d) => [
        ...d.criteres.map((c) => c.id),
        ...Object.keys(d.ecrit.parametres).map((nom) => `${d.ecrit.id}.${nom}`),
      ]),
      ...CATALOGUE.cadres.flatMap((c) => c.conditions.map((x) => x.id)),
      ...CATALOGUE.alertes.map((a) => a.ecrit.id),
    ]
    expect(attendus.filter((code) => !codes.has(code))).toEqual([])
    const numeros = lignes().map((l) => l.numero)
    expect(new Set(numeros).size).toBe(numeros.length)
  })

  it('compte chaque ligne sous sa marque : la somme fait le tout', () => {
    const contenu = relire()
    expect(contenu.marques.reduce((somme, m) => somme + m.nombre, 0)).toBe(lignes(contenu).length)
    expect(contenu.marques.map((m) => m.marque)).toEqual(['V', 'V2', 'S', 'M'])
  })

  it('sépare l’ancienne valeur d’un seuil de celle en vigueur et de celle à venir', () => {
    const provenance = { source: 'source inventée', marque: 'M' as const }
    const ecrit = structuredClone(CATALOGUE.ecrit)
    ecrit.seuils = [
      {
        nom: 'droit.essai',
        libelle: 'Seuil d’essai',
        unite: 'mois',
        periodes: [
          { valeur: 1, depuis: null, jusquau: '2026-11-23', articles: ['1 XX'], ...provenance },
          { valeur: 2, depuis: '2026-11-24', jusquau: '2026-11-24', articles: ['2 XX'], ...provenance },
          { valeur: 3, depuis: '2026-11-25', jusquau: null, articles: ['3 XX'], ...provenance },
        ],
      },
      ...ecrit.seuils,
    ]
    const seuils = relire([], lireCatalogue(ecrit)).parties[0]?.entrees[0]?.blocs[0]?.lignes ?? []
    expect(seuils.map((l) => `${l.numero} ${l.texte} ${l.articles[0]}`)).toEqual([
      '1.1.1 1 mois – ancien, jusqu’au 23/11/2026 1 XX',
      '1.1.2 2 mois – en vigueur, du 24/11/2026 au 24/11/2026 2 XX',
      '1.1.3 3 mois – à venir, depuis le 25/11/2026 3 XX',
    ])
  })

  it('ne fait relire qu’une fois une règle que plusieurs entrées partagent, et dit où elle est écrite', () => {
    const toutes = lignes()
    const renvois = toutes.filter((l) => l.identiqueA !== undefined)
    expect(renvois.length).toBeGreaterThan(0)
    for (const renvoi of renvois) {
      const premiere = toutes.find((l) => l.numero === renvoi.identiqueA)
      expect(premiere).toMatchObject({ code: renvoi.code, texte: renvoi.texte, marque: renvoi.marque })
      expect(premiere?.details.length).toBeGreaterThan(1)
    }
  })

  it('dit qui a changé un paramètre et quand ; un changement repris ne compte plus mais reste écrit', () => {
    const pose = changement(1, { type: 'parametre', nom: 'ouvrage.minCondamnations', valeur: 3 })
    const contenu = relire([pose])
    const regle = lignes(contenu).find((l) => l.code === 'ouvrage.minCondamnations')
    expect(regle?.details.at(-1)).toEqual({
      mot: 'Changé',
      texte: 'le 20/11/2026 par Camille Modele, référente – appel au SPIP',
    })
    const locales = contenu.parties.at(-1)?.entrees[0]?.blocs[0]?.lignes ?? []
    expect(locales.map((l) => l.texte)).toEqual(['L’Ouvrage – condamnations définitives, au moins : 3.'])

    const repris = relire([pose, changement(2, { type: 'annulation' }, { retire: [pose.id] })])
    const apres = lignes(repris).find((l) => l.code === 'ouvrage.minCondamnations')
    expect(apres?.details).toEqual([])
    expect(repris.parties.at(-1)?.entrees[0]?.blocs[0]?.lignes.map((l) => l.details.at(-1)?.mot)).toEqual([
      'Repris',
    ])
  })
})
