import { describe, expect, it } from 'vitest'
import { ancienneMesure, catalogueParDefaut, type DispositifEcrit } from '../../../domain/index.ts'

/** What the catalogue writes of each dispositif: who, where, how, with a source; never what nobody published. */

const { dispositifs, modeles } = catalogueParDefaut()
const ecrits = dispositifs.map((d) => d.ecrit)

/** Design/ecrans.md §2.7; « risque » is said by L’Ouvrage alone, of the SPIP's own evaluation. */
const INTERDITS = /éligib|\bscores?\b|\bpatient|\busagers?\b|\bcas\b|\bvalid|soumettre|toxicoman|algorithme/i

function textes(d: DispositifEcrit): string[] {
  const fiche = Object.values(d.fiche).flat()
  return [...d.presentation, ...fiche].map((e) => e.texte)
}

const phrasesDes = (d: Pick<DispositifEcrit, 'criteres'>): string[] =>
  d.criteres.flatMap((c) =>
    [...Object.values(c.motifs), c['a faire']].flatMap((m) =>
      typeof m === 'string' ? [m] : (m ?? []).map((x) => x.dire),
    ),
  )

describe('fiches des dispositifs', () => {
  it('les vingt dispositifs du catalogue sont là', () => {
    expect(ecrits.map((d) => d.id)).toEqual([
      'ouvrage',
      'ailsi',
      'siao',
      'semi-liberte',
      'spip',
      'injonction-therapeutique',
      'cj-socio-educatif',
      'cj-placement-probatoire',
      'csapa-referent',
      'accueil-rapide',
      'placement-exterieur',
      'soleillet',
      'etoile-du-matin',
      'act-fleches',
      'un-chez-soi',
      'tapaj',
      'avdl-justice',
      'sas-mulhouse',
      'places-volantes',
      'accueil-court',
    ])
    expect(modeles.map((m) => m.id)).toEqual(['type-ouvrage', 'type-ailsi'])
  })

  it.each(ecrits)('$nom : des phrases entières, en français, sans mot à éviter', (d) => {
    for (const texte of [...textes(d), ...d.historique.map((h) => h.texte)]) {
      expect(texte).toMatch(/^[\p{Lu}«][^{}<>']*\.$/u)
      expect(texte).not.toMatch(/[.!?] \p{Lu}/u)
    }
    for (const texte of [
      ...textes(d),
      ...phrasesDes(d),
      d.direOui,
      d.nom,
      ...d.criteres.map((c) => c.libelle),
    ])
      expect(texte).not.toMatch(
        d.id === 'ouvrage' ? INTERDITS : new RegExp(`${INTERDITS.source}|risque`, 'i'),
      )
  })

  it.each(ecrits)('$nom : aucune mesure abrogée hors de l’historique', (d) => {
    for (const texte of [...textes(d), ...phrasesDes(d), d.direOui])
      expect(ancienneMesure(texte), texte).toBeNull()
  })

  it.each(ecrits)('$nom : aucun numéro de téléphone, aucun sigle interne dans les sources', (d) => {
    const tout = JSON.stringify(d)
    expect(tout).not.toMatch(/\b0\d([ .]?\d\d){4}\b/)
    const sources = [d.source, ...[...tout.matchAll(/"source":"([^"]*)"/g)].map((m) => m[1] ?? '')]
    for (const source of sources)
      expect(source).not.toMatch(/\b(S[0-4]|V2|CP-26|CPP-15|CPÉN-26|JB|DOC|TRI)\b/)
  })

  it.each(ecrits)('$nom : un état d’accueil réglable, lu par un critère', (d) => {
    expect(d.parametres.inclusions).toMatchObject({ valeurs: ['ouvertes', 'closes', 'inconnues'] })
    expect(JSON.stringify(d.criteres)).toContain(`$${d.id}.inclusions = closes`)
  })

  it('seul AILSI a été vérifié auprès de quelqu’un ; ce qui est historique est clos', () => {
    expect(ecrits.filter((d) => d.verifieLe !== null).map((d) => d.id)).toEqual(['ailsi'])
    for (const d of ecrits.filter((x) => x.statut === 'historique'))
      expect(d.parametres.inclusions?.defaut, d.id).toBe('closes')
  })

  it('l’entrée rapide dit exactement ce qu’il faut transmettre ; la fiche du SIAO ne dit ni infraction ni santé', () => {
    const donnees = (id: string) =>
      ecrits
        .find((d) => d.id === id)
        ?.fiche.donnees.map((e) => e.texte)
        .join(' ')
    expect(donnees('accueil-rapide')).toMatch(/Identité, produits, trois lignes.*sortie.*commission/)
    expect(donnees('siao')).toMatch(/Ni l’infraction ni la santé/)
    expect(donnees('act-fleches')).toMatch(/Volet médical.*secret.*Volet social/)
  })
})
