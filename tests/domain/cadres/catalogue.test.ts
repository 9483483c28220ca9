import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ancienneMesure, catalogueParDefaut } from '../../../domain/index.ts'
import { lireSur, VOL_SIMPLE } from './outils.ts'

const { ecrit, cadres } = catalogueParDefaut()

/** Every string of some written data, with the keys that lead to it. */
function textes(x: unknown, chemin = ''): [string, string][] {
  if (typeof x === 'string') return [[chemin, x]]
  if (x === null || typeof x !== 'object') return []
  return Object.entries(x).flatMap(([cle, y]) => textes(y, `${chemin}/${cle}`))
}

describe('cadres écrits', () => {
  it('les vingt-trois cadres sont là', () => {
    expect(cadres.map((c) => c.ecrit.id)).toEqual([
      'alternatives',
      'avertissement-penal-probatoire',
      'composition-penale',
      'afd-vol',
      'crpc',
      'comparution-immediate',
      'renvoi-comparution-immediate',
      'comparution-delai-differe',
      'controle-judiciaire',
      'arse',
      'ajournement-investigations',
      'ajournement-probatoire',
      'ajournement-simple',
      'sursis-probatoire-renforce',
      'sursis-probatoire',
      'sursis-probatoire-partiel',
      'sursis-simple',
      'ddse',
      'tig',
      'amenagement-six-mois',
      'amenagement-un-an',
      'amenagement-au-dela',
      'mandat-effet-differe',
    ])
  })

  it('ne portent que des dispositifs du catalogue, et chaque dispositif a un cadre qui le porte', () => {
    const connus = ecrit.dispositifs.map((d) => d.id)
    const portes = new Set(ecrit.cadres.flatMap((c) => c.porte))
    for (const c of ecrit.cadres)
      expect(
        c.porte.filter((id) => !connus.includes(id)),
        c.id,
      ).toEqual([])
    const permanents = ecrit.dispositifs.filter((d) => d.statut !== 'historique').map((d) => d.id)
    expect(permanents.filter((id) => !portes.has(id))).toEqual([])
  })

  it('chaque condition a ses articles, sa source et sa marque, jusque dans la lecture', () => {
    for (const c of lireSur(VOL_SIMPLE)) {
      expect(new Set(c.conditions.map((x) => x.id)).size, c.id).toBe(c.conditions.length)
      for (const x of c.conditions) {
        expect(x.articles, `${c.id} ${x.id}`).not.toEqual([])
        expect(x.source, `${c.id} ${x.id}`).toBeTruthy()
        expect(['V', 'V2', 'S', 'M'], `${c.id} ${x.id}`).toContain(x.marque)
      }
    }
  })

  it('aucun chiffre de la loi n’est écrit dans une condition : tous sont des seuils datés', () => {
    const regles = [...ecrit.cadres.map((c) => c.conditions), ...ecrit.alertes.map((a) => a.quand)]
    const litteraux = textes(regles).filter(([, t]) => /(>=|<=|>|<) *\d|[=≠] *[1-9]/.test(t))
    expect(litteraux).toEqual([])
  })

  it('aucun seuil n’est oublié : chacun est lu par une règle ou dit dans une phrase', () => {
    const tout = JSON.stringify({ ...ecrit, seuils: [] })
    expect(ecrit.seuils.map((s) => s.nom).filter((nom) => !tout.includes(`$${nom}`))).toEqual([])
  })

  it('aucune phrase lue ne garde un trou, quel que soit l’état', () => {
    const dossiers = [
      {},
      VOL_SIMPLE,
      { ...VOL_SIMPLE, 'procedure.nature': 'crime', 'audience.peineEnvisageeMois': 1 },
      { ...VOL_SIMPLE, 'antecedents.recidive': 'oui', 'antecedents.sursisProbatoires': 2 },
      { 'procedure.nature': 'contravention', 'procedure.categorie': 'autre', 'procedure.encouruMois': 0 },
    ]
    for (const faits of dossiers)
      for (const c of lireSur(faits))
        for (const phrase of [
          c.motif,
          ...c.conditions.flatMap((x) => (x.aFaire ? [x.motif, x.aFaire] : [x.motif])),
        ])
          expect(phrase, c.id).toMatch(/^[^{}$]+\.$/)
  })

  it('la lecture suit les conditions : une fausse ferme, une inconnue fait vérifier', () => {
    for (const c of lireSur({ 'procedure.nature': 'delit', 'personne.mesureProtection': 'tutelle' })) {
      const etats = c.conditions.map((x) => x.etat)
      const attendue = etats.includes('faux') ? 'ferme' : etats.includes('inconnu') ? 'a-verifier' : 'ouvert'
      expect(c.lecture, c.id).toBe(attendue)
      const decisif = attendue === 'ferme' ? 'faux' : 'inconnu'
      expect(c.decisifs, c.id).toEqual(c.conditions.filter((x) => x.etat === decisif).map((x) => x.id))
    }
  })
})

describe('conditions communes', () => {
  const dossier = join(import.meta.dirname, '../../../domain/catalogue')
  const lireYaml = (...chemin: string[]): unknown => parse(readFileSync(join(dossier, ...chemin), 'utf8'))

  it('chacune sert à deux cadres au moins', () => {
    const renvois = readdirSync(join(dossier, 'cadres')).flatMap((f) =>
      (lireYaml('cadres', f) as { conditions: unknown[] }).conditions.filter((c) => typeof c === 'string'),
    )
    for (const nom of Object.keys(lireYaml('conditions-communes.yaml') as object))
      expect(renvois.filter((r) => r === nom).length, nom).toBeGreaterThan(1)
  })

  it('lues une fois, elles ne sont pas partagées : ce qu’un cadre reçoit n’est qu’à lui', () => {
    const [a, b] = lireSur(VOL_SIMPLE).filter((c) => c.conditions.some((x) => x.id === 'N1'))
    const delit = (c: typeof a) => c?.conditions.find((x) => x.id === 'N1')
    delit(a)?.faits.push('autre')
    delit(a)?.articles?.push('autre')
    expect(delit(b)?.faits).toEqual(['procedure.nature'])
    expect(delit(lireSur(VOL_SIMPLE).find((c) => c.id === a?.id))?.articles).not.toContain('autre')
  })
})

describe('mesures abrogées', () => {
  it.each([
    'mandat de dépôt obligatoire',
    'Mandat de dépôt obligatoire en récidive de violences',
    'ajournement avec mise à l’épreuve',
    'SME de 2021',
    'rappel à la loi',
    'une contrainte pénale',
  ])('« %s » est compris et expliqué', (texte) => {
    expect(ancienneMesure(texte)).toMatchObject({
      aujourdhui: expect.stringMatching(/\S/),
      depuis: expect.stringMatching(/^20/),
    })
  })

  it('« mandat de dépôt » ou « ajournement probatoire » n’en sont pas', () => {
    for (const texte of ['mandat de dépôt à effet différé', 'mandat de dépôt', 'ajournement probatoire'])
      expect(ancienneMesure(texte)).toBeNull()
  })

  it('aucune n’est proposée : ni dans un cadre, ni dans une alerte, ni dans ce qu’un dispositif offre', () => {
    const offres = [
      ...textes(ecrit.cadres),
      ...textes(ecrit.alertes),
      ...textes(ecrit.seuils),
      ...textes(ecrit.dispositifs.map(({ historique: _, ...offre }) => offre)),
    ]
    expect(offres.filter(([, t]) => ancienneMesure(t) !== null)).toEqual([])
  })

  it('ni le nom, ni le remplaçant, ne renvoie à une autre mesure abrogée', () => {
    for (const m of ecrit.anciennesMesures) {
      expect(ancienneMesure(m.nom)?.nom).toBe(m.nom)
      expect(ancienneMesure(m.aujourdhui), m.nom).toBeNull()
    }
  })
})
