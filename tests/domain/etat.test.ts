import { describe, expect, it } from 'vitest'
import type { Declaration, EtatFait } from '../../domain/index.ts'
import {
  declaration,
  dossier,
  dossierAvec,
  lire,
  orienterDossier,
  type Reponses,
  refus,
  uuid,
} from './outils.ts'

function etat(cle: string, declarations: Declaration[]): EtatFait | undefined {
  return orienterDossier(dossierAvec(declarations)).faits[cle]
}

const LIEN = 'addiction.lienFaits'
const oui = declaration(1, LIEN, true)
const non = declaration(2, LIEN, false)
const nesaitpas = declaration(3, LIEN, null, { inconnu: 'ne-sait-pas' })

describe('état d’un fait', () => {
  it('est inconnu, « pas demandé », sans déclaration', () => {
    expect(etat(LIEN, [])).toEqual({ etat: 'inconnu', raison: 'pas-demande', declarations: [] })
  })

  it('est connu avec une réponse, et vérifié dès qu’une source l’est', () => {
    expect(etat(LIEN, [oui])).toEqual({
      etat: 'connu',
      valeur: true,
      verifie: false,
      declarations: [uuid(1)],
    })
    const verifiee = declaration(4, LIEN, true, { verifie: true })
    expect(etat(LIEN, [oui, verifiee])).toEqual({
      etat: 'connu',
      valeur: true,
      verifie: true,
      declarations: [uuid(1), uuid(4)],
    })
  })

  it('est contradictoire si deux réponses vivantes diffèrent', () => {
    expect(etat(LIEN, [oui, non])).toEqual({
      etat: 'contradictoire',
      valeurs: [false, true],
      declarations: [uuid(1), uuid(2)],
    })
  })

  it('une réponse l’emporte sur un inconnu, quelle que soit sa raison et son heure', () => {
    const refusee = declaration(5, LIEN, null, { inconnu: 'refuse' })
    expect(etat(LIEN, [oui, nesaitpas, refusee])).toMatchObject({ etat: 'connu', declarations: [uuid(1)] })
  })

  it('sans réponse, garde la raison la plus parlante', () => {
    const refusee = declaration(5, LIEN, null, { inconnu: 'refuse' })
    const sansRaison = declaration(6, LIEN, null)
    expect(etat(LIEN, [sansRaison])).toMatchObject({ raison: 'pas-demande' })
    expect(etat(LIEN, [nesaitpas, sansRaison])).toMatchObject({ raison: 'ne-sait-pas' })
    expect(etat(LIEN, [nesaitpas, refusee])).toMatchObject({ raison: 'refuse' })
  })

  it('reprendre est définitif : une déclaration reprise ne revient pas quand sa reprise est reprise', () => {
    const reprise = declaration(7, LIEN, null, { retire: [uuid(1)] })
    const reprisReprise = declaration(8, LIEN, null, { retire: [uuid(7)] })
    expect(etat(LIEN, [oui, reprise, reprisReprise])).toMatchObject({ etat: 'inconnu' })
  })

  it('un identifiant absent de `retire` est permis, et agit quand il arrive', () => {
    const reprise = declaration(7, LIEN, null, { retire: [uuid(1)] })
    expect(etat(LIEN, [reprise])).toMatchObject({ etat: 'inconnu' })
    expect(etat(LIEN, [reprise, oui])).toMatchObject({ etat: 'inconnu' })
  })

  it('une déclaration peut en reprendre une d’un autre fait, et tranche une contradiction', () => {
    const ailleurs = declaration(9, 'addiction.conduite', true, { retire: [uuid(2)] })
    expect(etat(LIEN, [oui, non, ailleurs])).toMatchObject({ etat: 'connu', valeur: true })
  })

  it('le même identifiant et le même contenu comptent une fois, quel que soit l’ordre des clés', () => {
    const { id, ...reste } = oui
    expect(etat(LIEN, [oui, { ...reste, id }])).toMatchObject({ etat: 'connu', declarations: [uuid(1)] })
  })

  it('le même identifiant et un autre contenu refusent le dossier', () => {
    const autre = { ...oui, precision: 'au téléphone' }
    expect(refus(() => etat(LIEN, [oui, non, autre])).chemin).toBe('declarations[2].id')
  })

  it('les listes sont réunies, dans l’ordre du vocabulaire', () => {
    const a = declaration(1, 'addiction.produits', ['crack', 'alcool'])
    const b = declaration(2, 'addiction.produits', ['cannabis', 'crack'])
    expect(etat('addiction.produits', [a, b])).toMatchObject({
      etat: 'connu',
      valeur: ['alcool', 'cannabis', 'crack'],
    })
    expect(etat('addiction.produits', [declaration(1, 'addiction.produits', [])])).toMatchObject({
      valeur: [],
    })
  })

  it('deux graphies d’une ville sont une seule réponse ; deux villes, une contradiction', () => {
    const jap = (n: number, ville: string) => declaration(n, 'suivi.japRessort', ville)
    expect(etat('suivi.japRessort', [jap(1, 'Évry'), jap(2, 'EVRY')])).toMatchObject({ etat: 'connu' })
    expect(etat('suivi.japRessort', [jap(1, 'Évry'), jap(2, 'Paris')])).toMatchObject({
      etat: 'contradictoire',
    })
  })
})

const fait = (cle: string, reponses: Reponses, naissance?: string) =>
  orienterDossier(dossier(reponses, naissance ? { personne: { dateNaissance: naissance } } : {})).faits[cle]

describe('faits dérivés : l’âge', () => {
  const le = (jour: string): Reponses => ({ 'procedure.dateFaits': jour })

  it('17 ans la veille des 18 ans : le dossier est refusé', () => {
    const r = refus(() => fait('personne.majeur', le('2026-11-22'), '2008-11-23'))
    expect(r.chemin).toBe('personne')
    expect(r.message).toContain('justice des mineurs')
  })

  it('majeur le jour même des 18 ans, et le lendemain', () => {
    expect(fait('personne.majeur', le('2026-11-23'), '2008-11-23')).toMatchObject({ valeur: true })
    expect(fait('personne.majeur', le('2026-11-24'), '2008-11-23')).toMatchObject({ valeur: true })
  })

  it('né un 29 février : majeur le 1er mars', () => {
    expect(() => fait('personne.majeur', le('2026-02-28'), '2008-02-29')).toThrow('justice des mineurs')
    expect(fait('personne.majeur', le('2026-03-01'), '2008-02-29')).toMatchObject({ valeur: true })
  })

  it('moins de 21 ans la veille, plus le jour même', () => {
    expect(fait('personne.moins21', le('2026-11-22'), '2005-11-23')).toMatchObject({ valeur: true })
    expect(fait('personne.moins21', le('2026-11-23'), '2005-11-23')).toMatchObject({ valeur: false })
  })

  it('l’âge calculé l’emporte sur l’âge déclaré, qui sert tant qu’une date manque', () => {
    const dit = { 'personne.majeur': true, 'personne.moins21': false }
    expect(fait('personne.moins21', { ...dit, ...le('2026-11-23') }, '2006-01-01')).toMatchObject({
      valeur: true,
    })
    expect(fait('personne.moins21', dit, '2006-01-01')).toMatchObject({ valeur: false })
    expect(
      fait('personne.majeur', { 'personne.majeur': false, ...le('2026-11-23') }, '1990-01-01'),
    ).toMatchObject({
      valeur: true,
    })
  })

  it('une naissance après les faits refuse le dossier', () => {
    expect(refus(() => fait('personne.majeur', le('2026-11-23'), '2026-11-24')).chemin).toBe(
      'personne.dateNaissance',
    )
  })

  it('né le jour même des faits : mineur, et non « postérieur aux faits »', () => {
    expect(refus(() => fait('personne.majeur', le('2026-11-23'), '2026-11-23')).chemin).toBe('personne')
  })

  it('deux dates des faits qui se contredisent laissent l’âge inconnu', () => {
    const r = { 'procedure.dateFaits': { oppose: ['2026-11-20', '2026-11-23'] } }
    expect(fait('personne.majeur', r, '1990-01-01')).toMatchObject({ etat: 'inconnu' })
  })
})

describe('faits dérivés : le logement', () => {
  const stable = (code: string) => fait('logement.sansLogementStable', { 'logement.situation': code })

  it.each(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'P'])('%s : sans logement stable', (code) => {
    expect(stable(code)).toMatchObject({ etat: 'connu', valeur: true })
  })

  it.each(['A', 'I', '0'])('%s : logement stable', (code) => {
    expect(stable(code)).toMatchObject({ etat: 'connu', valeur: false })
  })

  it('la réponse déclarée vaut tant que la situation n’est pas connue', () => {
    expect(fait('logement.sansLogementStable', { 'logement.sansLogementStable': true })).toMatchObject({
      valeur: true,
    })
  })
})

describe('faits dérivés : psy.troubleSevere', () => {
  const ELEMENTS = ['psy.suivi', 'psy.traitement', 'psy.hospitalisation', 'psy.certificat']
  const trouble = (r: Reponses) => {
    const lu = fait('psy.troubleSevere', r)
    return lu?.etat === 'connu' ? lu.valeur : null
  }

  it.each(ELEMENTS)('est oui si déclaré et %s', (cle) => {
    expect(trouble({ 'psy.troubleDeclare': true, [cle]: true })).toBe(true)
  })

  it.each(ELEMENTS)('est inconnu si nié mais %s', (cle) => {
    expect(trouble({ 'psy.troubleDeclare': false, [cle]: true })).toBeNull()
  })

  it('est non si nié, qu’aucun élément n’ait été demandé ou que tous soient non', () => {
    expect(trouble({ 'psy.troubleDeclare': false })).toBe(false)
    const tous = Object.fromEntries(ELEMENTS.map((cle) => [cle, false]))
    expect(trouble({ 'psy.troubleDeclare': false, ...tous })).toBe(false)
  })

  it('est inconnu si déclaré et que tous les éléments sont non', () => {
    const tous = Object.fromEntries(ELEMENTS.map((cle) => [cle, false]))
    expect(trouble({ 'psy.troubleDeclare': true, ...tous })).toBeNull()
  })

  it('est inconnu si la déclaration manque, est refusée ou contradictoire', () => {
    expect(trouble({ 'psy.suivi': true })).toBeNull()
    expect(trouble({ 'psy.suivi': true, 'psy.troubleDeclare': { inconnu: 'refuse' } })).toBeNull()
    expect(trouble({ 'psy.suivi': true, 'psy.troubleDeclare': { oppose: [true, false] } })).toBeNull()
  })

  it('est inconnu si nié et qu’un élément est contradictoire', () => {
    expect(trouble({ 'psy.troubleDeclare': false, 'psy.suivi': { oppose: [true, false] } })).toBeNull()
  })

  it('un comportement relevé est sans effet', () => {
    expect(trouble({ 'psy.troubleDeclare': false, 'psy.comportement': true })).toBe(false)
    expect(trouble({ 'psy.troubleDeclare': true, 'psy.comportement': true })).toBeNull()
  })
})

describe('faits dérivés : le casier', () => {
  it('sans casier joint, le nombre de condamnations se déclare', () => {
    expect(fait('antecedents.condamnations', { 'antecedents.condamnations': 3 })).toMatchObject({ valeur: 3 })
    expect(lire({}).recidive).toBeNull()
  })
})
