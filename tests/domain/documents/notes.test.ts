import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lireCatalogue } from '../../../domain/catalogue/index.ts'
import {
  catalogueParDefaut,
  type Declaration,
  type Dossier,
  type NoteContenu,
  noteAudience,
  notePlaidoirie,
  orienter,
} from '../../../domain/index.ts'
import { DATE, declaration, dossierAvec, EDITE_LE, lire, textes } from './outils.ts'

const DEMONSTRATION = JSON.parse(
  readFileSync(new URL('../../../docs/demonstration/dossier.json', import.meta.url), 'utf8'),
) as Dossier

function audience(dossier: Dossier): NoteContenu {
  return noteAudience(dossier, lire(dossier), { role: 'parquet', editeLe: EDITE_LE })
}

function plaidoirie(dossier: Dossier): NoteContenu {
  return notePlaidoirie(dossier, lire(dossier), { role: 'defense', editeLe: EDITE_LE })
}

const section = (note: NoteContenu, id: string) => note.sections.find((s) => s.id === id)
const lignes = (note: NoteContenu, id: string) =>
  (section(note, id)?.enonces ?? []).map(
    (e) => `${e.libelle} : ${e.segments.map((s) => s.texte).join(' | ')}`,
  )

function avec(...dites: (readonly [string, Declaration['valeur']])[]): Dossier {
  return dossierAvec(dites.map(([fait, valeur], i) => declaration(i + 1, fait, valeur)))
}

describe('note d’audience', () => {
  it('suit son plan, même vide : une ligne à écrire pour la peine, les obligations et le subsidiaire', () => {
    const note = audience(dossierAvec([]))
    expect(note).toMatchObject({ type: 'note-audience', prive: true })
    expect(note.pied).toMatch(/privée.*ne lie ni le parquet ni le tribunal/)
    expect(note.sections.map((s) => s.id)).toEqual([
      'pret',
      'peine',
      'obligations',
      'subsidiaire',
      'motivation',
      'non-explore',
    ])
    for (const id of ['peine', 'obligations', 'subsidiaire'])
      expect(section(note, id)?.enonces[0]?.segments[0]?.texte).toMatch(/^_+$/)
  })

  it('range les faits, la personne, ce qui a été tenté et ce qui est prêt, chacun avec sa source', () => {
    const note = audience(DEMONSTRATION)
    expect(lignes(note, 'faits')[0]).toContain('vol avec dégradation')
    expect(lignes(note, 'personnalite').join()).toContain('à construire : logement')
    expect(lignes(note, 'tente').join()).toContain('10 condamnations')
    expect(lignes(note, 'pret').join()).toContain('L’Ouvrage')
    for (const s of note.sections.filter((x) => ['faits', 'personnalite', 'tente'].includes(x.id)))
      for (const x of s.enonces.flatMap((e) => e.segments)) expect(x.source).toMatch(/déclaré|vérifié/)
  })

  it('écrit la peine, les obligations avec leurs numéros et le subsidiaire tels que le parquet les pose', () => {
    const note = audience(
      avec(
        ['requisition.peine', 'huit mois, dont cinq fermes aménagés'],
        ['requisition.obligations', ['20', '3']],
        ['requisition.subsidiaire', 'ajournement aux fins d’investigations'],
        ['audience.peineEnvisageeMois', 5],
        ['orientation.cadre', 'amenagement-six-mois'],
      ),
    )
    expect(lignes(note, 'peine')[0]).toBe('Peine demandée : huit mois, dont cinq fermes aménagés')
    expect(lignes(note, 'peine')[1]).toContain('5 mois')
    expect(lignes(note, 'obligations')[0]).toMatch(/\(20°\), soins, dont injonction thérapeutique \(3°\)$/)
    expect(lignes(note, 'subsidiaire')[0]).toContain('ajournement')
    expect(lignes(note, 'peine').join()).toMatch(/Jusqu’à 6\smois d’emprisonnement ferme/)
    const posees = note.sections.flatMap((s) => s.enonces).flatMap((e) => e.segments)
    expect(posees.filter((s) => s.texte.startsWith('huit mois')).map((s) => s.source)).toEqual([
      'note privée',
    ])
  })

  it('pose les motifs spéciaux en questions, jamais en phrases contre la personne', () => {
    const motivation = section(audience(DEMONSTRATION), 'motivation')
    expect(motivation?.enonces).toEqual([])
    expect(motivation?.notes.length).toBeGreaterThanOrEqual(4)
    for (const question of motivation?.notes ?? []) expect(question).toMatch(/\?( \(132-\d+\))?$/)
    expect(motivation?.notes.join(' ')).toContain('Quelle impossibilité matérielle')
  })

  it('porte les alertes et les limites du cadre retenu', () => {
    const note = audience(
      avec(['orientation.cadre', 'ajournement-investigations'], ['suivi.mesureEnCours', true]),
    )
    expect(section(note, 'alertes')?.enonces.length).toBeGreaterThan(0)
    expect(section(note, 'peine')?.notes.join(' ')).toContain('abolition du discernement')
  })
})

describe('note de plaidoirie', () => {
  it('se lit sans rien recevoir du parquet', () => {
    const seul = dossierAvec(
      [
        ['procedure.tribunal', 'Bobigny'],
        ['accord.ouvrage', false],
        ['logement.hebergementCeSoir', true],
        ['disponibilite.semaine', true],
        ['plaidoirie.pieces', ['attestation-hebergement', 'rendez-vous']],
        ['plaidoirie.subsidiaire', 'renvoi avec contrôle judiciaire'],
        ['note.defense', 'la mère est à l’audience'],
      ].map(([fait, valeur], i) =>
        declaration(i + 1, String(fait), valeur as Declaration['valeur'], {
          origine: 'avocat',
          auteur: { role: 'defense' },
        }),
      ),
    )
    const note = plaidoirie(seul)
    expect(note.sections.map((s) => s.titre)).toEqual([
      'Personnalité',
      'Ce qui a échoué et pourquoi',
      'Ce qui est prêt',
      'Cadre demandé',
      'Subsidiaire',
      'L’Ouvrage en 6 lignes',
      'Repères de procédure',
      'Note',
      'Ce que personne n’a demandé',
    ])
    expect(lignes(note, 'pret')).toEqual([
      'Accord : à construire : accord pour L’Ouvrage, à redemander',
      'Pièces à produire : attestation d’hébergement, rendez-vous de soins',
    ])
    expect(lignes(note, 'subsidiaire')[0]).toContain('renvoi')
  })

  it('présente le dispositif en six lignes sourcées, et qui appeler sans numéro inventé', () => {
    const presentation = section(plaidoirie(DEMONSTRATION), 'presentation')
    const [dites, appels] = [
      presentation?.enonces.filter((e) => e.libelle !== 'À appeler') ?? [],
      presentation?.enonces.filter((e) => e.libelle === 'À appeler') ?? [],
    ]
    expect(dites).toHaveLength(6)
    for (const e of dites) expect(e.segments[0]?.source).not.toBe('')
    expect(appels.length).toBeGreaterThan(0)
    for (const e of appels) expect(e.segments[0]?.texte).toMatch(/ : _+$/)
    expect(presentation?.mention).toMatch(/^Fiche/)
  })

  it('donne le numéro que ce tribunal a noté, avant ceux du catalogue', () => {
    const ecrit = structuredClone(catalogueParDefaut().ecrit)
    const ouvrage = ecrit.dispositifs.find((d) => d.id === 'ouvrage')
    if (ouvrage === undefined) throw new Error('no ouvrage')
    ouvrage.contacts = [
      { qui: 'SPIP 93, permanence', telephone: '00 00 00 00 00', source: 'appel', date: DATE, par: 'Modele' },
    ]
    const catalogue = lireCatalogue(ecrit)
    const orientation = orienter(DEMONSTRATION, catalogue, { date: DATE })
    const note = notePlaidoirie(DEMONSTRATION, orientation, { role: 'defense', editeLe: EDITE_LE, catalogue })
    const appels = lignes(note, 'presentation').filter((x) => x.startsWith('À appeler'))
    expect(appels[0]).toBe('À appeler : SPIP 93, permanence : 00 00 00 00 00')
    expect(appels.filter((x) => x.includes('SPIP 93'))).toHaveLength(1)
  })

  it('ne porte rien des notes du parquet, même reçues', () => {
    const tout = textes(plaidoirie(avec(['note.parquet', 'confidence'], ['requisition.peine', 'un an'])))
    expect(tout.join('\n')).not.toMatch(/confidence|un an\b/)
  })
})
