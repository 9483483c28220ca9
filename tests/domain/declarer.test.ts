import { describe, expect, it } from 'vitest'
import {
  annuler,
  type Dossier,
  declarationsVivantes,
  orienter,
  type Reponse,
  repondre,
} from '../../domain/index.ts'
import { catalogueAvec, DATE, declaration, dossierAvec, orienterDossier, uuid } from './outils.ts'

const LIEN = 'addiction.lienFaits'
const auteur = { role: 'parquet' } as const

/** One after another, as keys pressed at one minute's distance. */
function seance(depart: Dossier = dossierAvec([])) {
  let dossier = depart
  let n = 100 + 10 * depart.declarations.length
  const heure = () => `2026-11-24T10:${String(n % 60).padStart(2, '0')}:00+01:00`
  const nouvelId = () => uuid(++n)
  const ajouter = (declarations: Dossier['declarations']) => {
    dossier = { ...dossier, declarations: [...dossier.declarations, ...declarations] }
  }
  return {
    dossier: () => dossier,
    repondre(fait: string, valeur: Reponse['valeur'], plus: Partial<Reponse> = {}) {
      const id = nouvelId()
      ajouter([
        repondre(
          dossier,
          { fait, valeur, origine: 'personne', verifie: false, ...plus },
          { id, auteur, date: heure() },
        ),
      ])
    },
    annuler() {
      const rendues = annuler(dossier, { auteur, nouvelId, date: heure() })
      n++
      ajouter(rendues)
      return rendues.length
    },
    ajouter,
    etat: (fait: string) => orienterDossier(dossier).faits[fait],
  }
}

describe('repondre', () => {
  it('une première réponse ne reprend rien', () => {
    const s = seance()
    s.repondre(LIEN, true)
    expect(s.dossier().declarations[0]).not.toHaveProperty('retire')
    expect(s.etat(LIEN)).toMatchObject({ etat: 'connu', valeur: true })
  })

  it('une correction reprend la réponse précédente, qui reste dans la trace', () => {
    const s = seance()
    s.repondre(LIEN, true)
    s.repondre(LIEN, false)
    expect(s.etat(LIEN)).toMatchObject({ etat: 'connu', valeur: false })
    expect(s.dossier().declarations).toHaveLength(2)
  })

  it('tranche une contradiction, d’où qu’elle vienne', () => {
    const s = seance(
      dossierAvec([declaration(1, LIEN, true), declaration(2, LIEN, false, { origine: 'avocat' })]),
    )
    expect(s.etat(LIEN)).toMatchObject({ etat: 'contradictoire' })
    s.repondre(LIEN, true, { verifie: true })
    expect(s.etat(LIEN)).toMatchObject({ etat: 'connu', valeur: true, verifie: true })
  })

  it('« ne sait pas » après une réponse la remplace', () => {
    const s = seance()
    s.repondre(LIEN, true)
    s.repondre(LIEN, null, { inconnu: 'ne-sait-pas' })
    expect(s.etat(LIEN)).toMatchObject({ etat: 'inconnu', raison: 'ne-sait-pas' })
  })

  it('ne touche pas les autres faits', () => {
    const s = seance()
    s.repondre('addiction.conduite', true)
    s.repondre(LIEN, false)
    expect(s.etat('addiction.conduite')).toMatchObject({ valeur: true })
  })
})

describe('annuler', () => {
  it('rien à annuler dans un dossier vide', () => expect(seance().annuler()).toBe(0))

  it('annule la seule réponse : le fait redevient « pas demandé »', () => {
    const s = seance()
    s.repondre(LIEN, true)
    s.annuler()
    expect(s.etat(LIEN)).toMatchObject({ etat: 'inconnu', raison: 'pas-demande' })
    expect(s.annuler()).toBe(0)
  })

  it('remonte de plusieurs crans, à travers plusieurs faits, jusqu’au début', () => {
    const s = seance()
    s.repondre(LIEN, true, { precision: 'dit en audition' })
    s.repondre('addiction.conduite', true)
    s.repondre(LIEN, false)
    s.annuler()
    expect(s.etat(LIEN)).toMatchObject({ etat: 'connu', valeur: true })
    expect(declarationsVivantes(s.dossier(), LIEN)[0]).toMatchObject({ precision: 'dit en audition' })
    s.annuler()
    expect(s.etat('addiction.conduite')).toMatchObject({ etat: 'inconnu' })
    expect(s.etat(LIEN)).toMatchObject({ etat: 'connu', valeur: true })
    s.annuler()
    expect(s.etat(LIEN)).toMatchObject({ etat: 'inconnu' })
    expect(s.annuler()).toBe(0)
  })

  it('après une annulation, une nouvelle réponse s’annule à son tour, puis ce qui la précédait', () => {
    const s = seance()
    s.repondre(LIEN, true)
    s.repondre(LIEN, false)
    s.annuler()
    s.repondre(LIEN, null, { inconnu: 'refuse' })
    s.annuler()
    expect(s.etat(LIEN)).toMatchObject({ etat: 'connu', valeur: true })
    s.annuler()
    expect(s.etat(LIEN)).toMatchObject({ etat: 'inconnu', raison: 'pas-demande' })
    expect(s.annuler()).toBe(0)
  })

  it('annuler une contradiction tranchée la rend telle quelle', () => {
    const s = seance(
      dossierAvec([declaration(1, LIEN, true), declaration(2, LIEN, false, { origine: 'avocat' })]),
    )
    s.repondre(LIEN, true)
    s.annuler()
    expect(s.etat(LIEN)).toMatchObject({ etat: 'contradictoire', valeurs: [false, true] })
    expect(declarationsVivantes(s.dossier(), LIEN).map((d) => d.origine)).toContain('avocat')
    s.annuler()
    expect(s.etat(LIEN)).toMatchObject({ etat: 'connu', valeur: true })
  })

  it('continue après un redémarrage : les actes sont dans le JSON', () => {
    const s = seance()
    s.repondre(LIEN, true)
    s.repondre('addiction.conduite', true)
    s.annuler()
    const relue = seance(JSON.parse(JSON.stringify(s.dossier())))
    relue.annuler()
    expect(relue.etat(LIEN)).toMatchObject({ etat: 'inconnu', raison: 'pas-demande' })
    expect(relue.annuler()).toBe(0)
  })

  it('ne dépend pas de l’ordre des déclarations', () => {
    const s = seance()
    s.repondre(LIEN, true)
    s.repondre(LIEN, false)
    s.repondre('addiction.conduite', true)
    s.annuler()
    s.annuler()
    const attendu = orienterDossier(s.dossier())
    const inverse = seance({ ...s.dossier(), declarations: [...s.dossier().declarations].reverse() })
    expect(orienterDossier(inverse.dossier())).toEqual(attendu)
    inverse.annuler()
    expect(inverse.etat(LIEN)).toMatchObject({ etat: 'inconnu', raison: 'pas-demande' })
  })

  it('chaque dossier obtenu reste un dossier du contrat', () => {
    const s = seance()
    s.repondre(LIEN, true)
    s.repondre(LIEN, false)
    s.annuler()
    expect(() => orienter(s.dossier(), catalogueAvec(), { date: DATE })).not.toThrow()
  })
})
