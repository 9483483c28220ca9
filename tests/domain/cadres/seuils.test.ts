import { describe, expect, it } from 'vitest'
import donnees from '../../../domain/catalogue/catalogue.json' with { type: 'json' }
import { cadreDuCatalogue, direChiffres, lireCatalogue } from '../../../domain/catalogue/index.ts'
import { ecrireSeuil, estEnVigueur, seuilsEnVigueur } from '../../../domain/catalogue/seuils.ts'
import { catalogueParDefaut } from '../../../domain/index.ts'
import { cadreDe, lireSur, VOL_SIMPLE } from './outils.ts'

const livre = catalogueParDefaut()

/** The shipped data with one threshold cut in two periods at a date. */
function coupe(nom: string, avant: number, jour: string, apres: number) {
  const copie = structuredClone(donnees) as unknown as {
    seuils: { nom: string; periodes: { valeur: number; depuis: string | null; jusquau: string | null }[] }[]
  }
  const seuil = copie.seuils.find((s) => s.nom === nom)
  const [p] = seuil?.periodes ?? []
  if (seuil === undefined || p === undefined) throw new Error(`no threshold ${nom}`)
  seuil.periodes = [
    { ...p, valeur: avant, depuis: null, jusquau: `${jour}-14` },
    { ...p, valeur: apres, depuis: `${jour}-15`, jusquau: null },
  ]
  return copie
}

describe('seuils datés', () => {
  it('le renvoi était de deux à six semaines jusqu’au 29/09/2024, de quatre à dix ensuite', () => {
    const presentation = (date: string) =>
      cadreDuCatalogue(livre, 'renvoi-comparution-immediate', date)?.presentation
    expect(presentation('2024-09-29')).toContain('de 2\u00a0semaines à 6\u00a0semaines')
    expect(presentation('2024-09-30')).toContain('de 4\u00a0semaines à 10\u00a0semaines')
  })

  it('une condition lit la valeur du jour de la lecture, et sa phrase aussi', () => {
    const catalogue = lireCatalogue(coupe('droit.afdVolValeurMax', 300, '2027-03', 400))
    const faits = { ...VOL_SIMPLE, 'procedure.objetRestitue': true, 'procedure.valeurVol': 350 }
    const lu = (date: string) => cadreDe(lireSur(faits, { date, catalogue }), 'afd-vol')
    expect(lu('2027-03-14')).toMatchObject({ lecture: 'ferme', motif: 'La valeur dépasse 300\u00a0euros.' })
    expect(lu('2027-03-15').lecture).toBe('ouvert')
    expect(lu('2027-03-15').motif).toContain('400\u00a0euros')
  })

  it('hors de toute période, le seuil est inconnu : rien ne s’ouvre ni ne se ferme sur lui', () => {
    const copie = coupe('droit.afdVolValeurMax', 300, '2027-03', 400)
    const seuil = copie.seuils.find((s) => s.nom === 'droit.afdVolValeurMax')
    seuil?.periodes.shift()
    const faits = { ...VOL_SIMPLE, 'procedure.objetRestitue': true, 'procedure.valeurVol': 3 }
    const catalogue = lireCatalogue(copie)
    const lu = cadreDe(lireSur(faits, { date: '2027-03-14', catalogue }), 'afd-vol')
    expect(lu.lecture).toBe('a-verifier')
    expect(direChiffres('{$droit.afdVolValeurMax}', catalogue, '2027-03-14')).toContain('non connu')
  })

  it('deux périodes qui partagent un jour sont refusées, comme un seuil inexistant', () => {
    const copie = coupe('droit.afdVolValeurMax', 300, '2027-03', 400)
    const [avant] = copie.seuils.find((s) => s.nom === 'droit.afdVolValeurMax')?.periodes ?? []
    if (avant) avant.jusquau = '2027-03-15'
    expect(() => lireCatalogue(copie)).toThrow('chevauchent')
    const faute = JSON.stringify(donnees).replaceAll('$droit.ciEncouruMin', '$droit.ciEncouru')
    expect(() => lireCatalogue(JSON.parse(faute))).toThrow('droit.ciEncouru')
  })

  it('les bornes d’une période comptent, et changer de jour change les seuils lus', () => {
    const periode = { depuis: '2024-09-30', jusquau: '2026-01-01' }
    expect(
      ['2024-09-29', '2024-09-30', '2026-01-01', '2026-01-02'].map((d) => estEnVigueur(periode, d)),
    ).toEqual([false, true, true, false])
    const min = (date: string) => seuilsEnVigueur(livre.seuils, date).get('droit.renvoiMin')?.valeur
    expect([min('2024-09-29'), min('2024-09-30'), min('2024-09-29')]).toEqual([2, 4, 2])
  })

  it.each([
    [60, 'mois', '5\u00a0ans'],
    [12, 'mois', '1\u00a0an'],
    [6, 'mois', '6\u00a0mois'],
    [18, 'mois', '18\u00a0mois'],
    [1, 'mois', '1\u00a0mois'],
    [1, 'jours', '1\u00a0jour'],
    [300, 'euros', '300\u00a0euros'],
    [2, 'fois', '2'],
  ] as const)('%i %s s’écrit « %s »', (valeur, unite, attendu) =>
    expect(ecrireSeuil({ valeur, unite })).toBe(attendu),
  )
})

describe('cadres en vigueur', () => {
  const ids = (date: string) => lireSur({}, { date }).map((c) => c.id)

  it('un cadre né plus tard n’est pas lu avant sa date', () => {
    expect(ids('2022-12-31')).not.toContain('avertissement-penal-probatoire')
    expect(ids('2023-01-01')).toContain('avertissement-penal-probatoire')
    expect(ids('2020-03-23')).not.toContain('sursis-probatoire-renforce')
    expect(ids('2020-03-24')).toContain('sursis-probatoire-renforce')
  })

  it('un cadre abrogé disparaît le lendemain de son dernier jour', () => {
    const copie = structuredClone(donnees) as unknown as { cadres: { id: string; jusquau: string | null }[] }
    const tig = copie.cadres.find((c) => c.id === 'tig')
    if (tig) tig.jusquau = '2026-11-24'
    const catalogue = lireCatalogue(copie)
    expect(lireSur({}, { date: '2026-11-24', catalogue }).map((c) => c.id)).toContain('tig')
    expect(lireSur({}, { date: '2026-11-25', catalogue }).map((c) => c.id)).not.toContain('tig')
  })

  it('la numérotation de 2029 est à côté de l’ancienne, quand elle est connue', () => {
    const ci = cadreDe(lireSur({}), 'comparution-immediate')
    expect(ci.articles).toContain('395 à 397 CPP')
    expect(ci.nouveauxArticles.join()).toContain('L4413-14')
    expect(cadreDe(lireSur({}), 'sursis-simple').nouveauxArticles).toEqual([])
  })
})
