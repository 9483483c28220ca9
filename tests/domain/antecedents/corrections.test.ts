import { describe, expect, it } from 'vitest'
import { corrigerTexte, lireCasier, situerCasier } from '../../../domain/antecedents/index.ts'
import {
  casierCorrige,
  casierDuDossier,
  type Declaration,
  definitionFait,
  faitsVisibles,
  VOCABULAIRE,
} from '../../../domain/index.ts'
import { declaration, dossierAvec, orienterDossier, refus, uuid } from '../outils.ts'

const CASIER = `BULLETIN N° 1
NOM : MODELE   Prénoms : LOU   Née le 01/01/1990 à LYON (69)
1  12/03/2024  TC LYON  CONTRADICTOIRE
   VOL le 10/03/2024
   3 MOIS D'EMPRISONNEMENT
2  ##/##/2025  TC LYON  CONTRADICTOIRE
   ▒▒▒▒ ▒▒▒▒▒▒▒
   AMENDE 100 EUROS`

const FAITS = [
  declaration(51, 'procedure.dateFaits', '2026-11-23'),
  declaration(52, 'procedure.categorie', 'vol'),
  declaration(53, 'procedure.qualification', 'Vol'),
  declaration(54, 'procedure.encouruMois', 36),
]
const avec = (...declarations: Declaration[]) => dossierAvec([...FAITS, ...declarations], { casier: CASIER })
const ligne = (n: number, numero: number, valeur: string, reste = {}) =>
  declaration(n, `casier.ligne${numero}`, valeur, { origine: 'casier', ...reste })
const relue = (n: number, numero: number, valeur = true) =>
  declaration(n, `casier.relue${numero}`, valeur, { origine: 'casier' })
const lire = (...declarations: Declaration[]) => orienterDossier(avec(...declarations))

describe('une ligne corrigée est une déclaration', () => {
  it('remplace la ligne imprimée avant la lecture, et tout suit', () => {
    const avant = lire()
    expect(avant.recidive?.etat).toBe('oui') // first conviction
    expect(avant.faits['antecedents.condamnations']).toMatchObject({ valeur: 1 }) // the second has no day
    const apres = lire(
      ligne(1, 6, '2  14/05/2025  TC LYON  CONTRADICTOIRE'),
      ligne(2, 7, '   VOL le 12/05/2025'),
    )
    expect(apres.faits['antecedents.condamnations']).toMatchObject({
      valeur: 2,
      declarations: [uuid(1), uuid(2)],
    })
    expect(apres.recidive?.premierTerme?.rang).toBe(2)
  })

  it('peut ajouter une ligne : une exécution connue d’APPI', () => {
    const lu = casierDuDossier(avec(ligne(1, 5, "   3 MOIS D'EMPRISONNEMENT\n   EXECUTEE LE 28/06/2024")))
    expect(lu?.lu.condamnations[0]?.mentions).toEqual([
      { type: 'execution', date: '2024-06-28', texte: 'EXECUTEE LE 28/06/2024' },
    ])
    expect(lu?.origines).toEqual([1, 2, 3, 4, 5, 5, 6, 7, 8])
    expect(lu?.lignes.map((l) => l.debut)).toEqual([3, 6])
  })

  it('« — » dit que la ligne est vue et ne porte rien ; un texte vide est refusé', () => {
    expect(casierDuDossier(avec())?.lu.lignesNonLues.map((l) => l.ligne)).toEqual([7])
    expect(casierDuDossier(avec(ligne(1, 7, '—')))?.lu.lignesNonLues).toEqual([])
    expect(refus(() => orienterDossier(avec(ligne(1, 7, ' '))))).toMatchObject({
      chemin: 'declarations[4].valeur',
    })
  })

  it('deux corrections qui se contredisent laissent la ligne imprimée, et le fait le montre', () => {
    const d = [ligne(1, 7, 'VOL le 12/05/2025'), ligne(2, 7, 'RECEL le 12/05/2025')]
    const lu = lire(...d)
    expect(lu.faits['casier.ligne7']).toMatchObject({ etat: 'contradictoire' })
    expect(casierCorrige(avec(...d))).toBe(CASIER)
  })

  it('une correction reprise ne vaut plus', () => {
    const dite = ligne(1, 7, 'VOL le 12/05/2025')
    const reprise = declaration(2, 'casier.ligne7', null, { inconnu: 'pas-demande', retire: [uuid(1)] })
    expect(casierCorrige(avec(dite))).not.toBe(CASIER)
    expect(casierCorrige(avec(dite, reprise))).toBe(CASIER)
  })

  it('sans casier joint, ou au-delà de sa dernière ligne, elle ne change rien', () => {
    const seule = dossierAvec([...FAITS, ligne(1, 3, 'Néant')])
    expect(casierCorrige(seule)).toBeNull()
    expect(orienterDossier(seule).recidive).toBeNull()
    expect(casierCorrige(avec(ligne(1, 900, 'VOL')))).toBe(CASIER)
  })
})

describe('une condamnation relue', () => {
  it('les faits du casier ne sont vérifiés que lorsque toutes le sont', () => {
    const verifie = (...d: Declaration[]) => {
      const { faits } = lire(ligne(1, 7, '—'), ...d)
      return ['antecedents.condamnations', 'antecedents.recidive'].map((cle) => {
        const etat = faits[cle]
        return etat?.etat === 'connu' && etat.verifie
      })
    }
    expect(verifie()).toEqual([false, false])
    expect(verifie(relue(2, 3))).toEqual([false, false])
    expect(verifie(relue(2, 3), relue(3, 6, false))).toEqual([false, false])
    expect(verifie(relue(2, 3), relue(3, 6))).toEqual([true, true])
  })
  it('ne suffit pas tant qu’une ligne n’est pas lue', () => {
    const { faits } = lire(relue(2, 3), relue(3, 6))
    expect(faits['antecedents.condamnations']).toMatchObject({ verifie: false })
  })
})

describe('definitionFait', () => {
  it('répond pour toute ligne, au parquet et à la défense seulement, sans question', () => {
    expect(definitionFait('casier.ligne12')).toMatchObject({
      type: 'texte',
      famille: 'casier',
      libelle: 'Ligne 12 du casier',
      question: '',
      roles: ['parquet', 'defense'],
    })
    expect(definitionFait('casier.relue3')).toMatchObject({ type: 'oui-non', roles: ['parquet', 'defense'] })
  })
  it.each([
    'casier.ligne0',
    'casier.ligne',
    'casier.ligne-1',
    'casier.ligne01',
    'casier.autre1',
    'casier.ligne1.5',
  ])('ne connaît pas « %s »', (cle) => {
    expect(definitionFait(cle)).toBeUndefined()
  })
  it('la liste des faits demandés n’en contient aucun', () => {
    expect(VOCABULAIRE.filter((f) => f.famille === 'casier')).toEqual([])
    expect(faitsVisibles('enquete').some((f) => f.cle.startsWith('casier.'))).toBe(false)
  })
})

describe('situerCasier', () => {
  it('donne les lignes de chaque condamnation, dans l’ordre', () => {
    expect(situerCasier(CASIER).lignes).toEqual([
      { debut: 3, fin: 5 },
      { debut: 6, fin: 8 },
    ])
    expect(situerCasier(CASIER).lu).toEqual(lireCasier(CASIER))
  })
  it('suit une décision coupée par une page, un tableau, une seule ligne', () => {
    const coupe = CASIER.replace("   3 MOIS D'EMP", "Page 1/2\nBULLETIN N° 1\n   3 MOIS D'EMP")
    expect(situerCasier(coupe).lignes).toEqual([
      { debut: 3, fin: 7 },
      { debut: 8, fin: 10 },
    ])
    const tableau = `BULLETIN N° 1
N° | Date       | Juridiction | Infraction | Date des faits | Peine
1  | 12/03/2024 | TC LYON     | VOL        | 10/03/2024     | AMENDE 100 €
   |            |             | RECEL      | 10/03/2024     |
2  | 14/05/2025 | TC LYON     | VOL        | 12/05/2025     | AMENDE 200 €`
    expect(situerCasier(tableau).lignes).toEqual([
      { debut: 3, fin: 4 },
      { debut: 5, fin: 5 },
    ])
    const une = `BULLETIN N° 1
1 12/03/2024 TC LYON CONTRADICTOIRE VOL le 10/03/2024 AMENDE 100 EUROS 2 14/05/2025 TC LYON CONTRADICTOIRE VOL le 12/05/2025 AMENDE 200 EUROS`
    expect(situerCasier(une).lignes).toEqual([
      { debut: 2, fin: 2 },
      { debut: 2, fin: 2 },
    ])
  })
})

describe('corrigerTexte', () => {
  it('sans correction, rend le texte tel quel, fins de ligne comprises', () => {
    expect(corrigerTexte('a\r\nb', new Map())).toEqual({ texte: 'a\r\nb', origines: [1, 2] })
  })
  it('un tiret parmi d’autres lignes n’efface que lui', () => {
    expect(corrigerTexte('a\nb', new Map([[2, '—\nc']]))).toEqual({ texte: 'a\n\nc', origines: [1, 2, 2] })
  })
})
