import { describe, expect, it } from 'vitest'
import {
  comparerAuTableau,
  type Dossier,
  declarationsDe,
  lireTableau,
  type PersonneCollee,
  repondre,
  verifierDossier,
} from '../../../domain/index.ts'
import { dossierAvec, uuid } from '../outils.ts'
import { COLLAGES } from './collages.ts'

const PERSONNES = lireTableau(COLLAGES[0]?.texte ?? '', { aujourdhui: '2026-11-21' }).personnes
const [MODELE, EXEMPLE] = PERSONNES as [PersonneCollee, PersonneCollee]

describe('ce que déclare une personne collée', () => {
  it('les faits, tous lus dans Cassiopée ; la catégorie seule reste à vérifier', () => {
    expect(declarationsDe(EXEMPLE)).toEqual([
      {
        fait: 'procedure.qualification',
        valeur: 'VOL AGGRAVE PAR DEUX CIRCONSTANCES',
        origine: 'cassiopee',
        verifie: true,
      },
      { fait: 'procedure.natinf', valeur: ['7151'], origine: 'cassiopee', verifie: true },
      { fait: 'procedure.dateFaits', valeur: '2026-11-20', origine: 'cassiopee', verifie: true },
      { fait: 'procedure.nature', valeur: 'delit', origine: 'cassiopee', verifie: true },
      { fait: 'procedure.categorie', valeur: 'vol', origine: 'cassiopee', verifie: false },
    ])
  })

  it('la catégorie choisie à la main est vérifiée, aucune ne se déclare pas', () => {
    expect(declarationsDe(MODELE, { categorie: 'vol' }).at(-1)).toMatchObject({
      valeur: 'vol',
      verifie: true,
    })
    expect(declarationsDe(EXEMPLE, { categorie: null }).map((r) => r.fait)).not.toContain(
      'procedure.categorie',
    )
  })

  it('jamais le maximum encouru ni le tribunal ; rien sans infraction', () => {
    const faits = PERSONNES.flatMap((p) => declarationsDe(p)).map((r) => r.fait)
    expect(faits).not.toContain('procedure.encouruMois')
    expect(faits).not.toContain('procedure.tribunal')
    expect(declarationsDe({ ...MODELE, infractions: [], nature: null, categorie: null })).toEqual([])
  })

  it('fait un dossier admis, même avec cent infractions au long libellé', () => {
    const infractions = Array.from({ length: 100 }, (_, i) => ({
      natinf: String(1000 + i),
      libelle: `${'VOL '.repeat(60)}${i}`,
      date: '2026-11-20',
    }))
    const contexte = { auteur: { role: 'parquet' as const }, date: '2026-11-21T09:30:00+01:00' }
    const declarations = declarationsDe({ ...MODELE, infractions }).map((r, i) =>
      repondre(dossierAvec([]), r, { ...contexte, id: uuid(i + 1) }),
    )
    expect(() => verifierDossier(dossierAvec(declarations))).not.toThrow()
  })
})

describe('comparer au tableau', () => {
  const dossier = (reste: Partial<Dossier>): Dossier => ({ ...dossierAvec([]), id: uuid(9), ...reste })
  const etat = (reste: Partial<Dossier>) => comparerAuTableau([MODELE], [dossier(reste)])[0]?.etat

  it.each<[string, Partial<Dossier>, string]>([
    [
      'même numéro, même nom',
      { numeroParquet: '26 325 000118', personne: { nom: 'Modèle', prenoms: 'camille' } },
      'presente',
    ],
    [
      'même nom, même naissance',
      { personne: { nom: 'MODELE', prenoms: 'Camille Zoé', dateNaissance: '1988-03-12' } },
      'presente',
    ],
    ['même nom, rien d’autre', { personne: { nom: 'MODELE', prenoms: 'Camille' } }, 'a-verifier'],
    ['même nom seul', { personne: { nom: 'MODELE' } }, 'a-verifier'],
    [
      'même nom, autre naissance',
      { personne: { nom: 'MODELE', prenoms: 'Camille', dateNaissance: '1990-03-12' } },
      'nouvelle',
    ],
    [
      'même numéro, autre naissance',
      {
        numeroParquet: '26325000118',
        personne: { nom: 'MODELE', prenoms: 'Camille', dateNaissance: '1990-03-12' },
      },
      'a-verifier',
    ],
    [
      'même numéro, autre prénom',
      { numeroParquet: '26325000118', personne: { nom: 'MODELE', prenoms: 'Louis' } },
      'nouvelle',
    ],
    ['même numéro, sans nom', { numeroParquet: '26325000118' }, 'nouvelle'],
  ])('%s', (_titre, reste, attendu) => expect(etat(reste)).toBe(attendu))

  it('nomme le dossier et dit pourquoi ; une présence certaine passe devant un doute', () => {
    const doute = dossier({ id: uuid(1), personne: { nom: 'MODELE' } })
    const sur = dossier({
      id: uuid(2),
      personne: { nom: 'MODELE', prenoms: 'Camille', dateNaissance: '1988-03-12' },
    })
    const [lu, autre] = comparerAuTableau(PERSONNES, [doute, sur])
    expect(lu).toMatchObject({ etat: 'presente', dossier: uuid(2) })
    expect(lu?.motif).toContain('même date de naissance')
    expect(autre).toEqual({ etat: 'nouvelle', dossier: null, motif: '' })
  })
})
