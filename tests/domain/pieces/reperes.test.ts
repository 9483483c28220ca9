import { describe, expect, it } from 'vitest'
import { ecrireCleRepere, lireCleRepere } from '../../../domain/faits/repere.ts'
import {
  annuler,
  catalogueParDefaut,
  type Declaration,
  type Dossier,
  declarationsVivantes,
  type EtatFait,
  ficheOrientation,
  orienter,
  type Piece,
  reperages,
  repondre,
  verifierDossier,
} from '../../../domain/index.ts'
import {
  confirmationDe,
  confirmerRepere,
  etatDuRepere,
  faitDuRepere,
  reponsesAuxReperes,
} from '../../../domain/pieces/index.ts'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const TEXTE = 'Première page.\nJe fume du crack tous les jours. Je dors à la rue depuis mars.\n'

function piece(n: number, reste: Partial<Piece> = {}): Piece {
  const texte = reste.texte ?? TEXTE
  return {
    id: uuid(n),
    nom: 'Audition',
    nature: 'audition',
    texte,
    pages: [
      { debut: 0, fin: 15, reconnue: false },
      { debut: 15, fin: texte.length, reconnue: false },
    ],
    ajouteLe: '2026-11-21T09:00:00+01:00',
    ...reste,
  }
}

const dossier = (...declarations: Declaration[]): Dossier => ({
  version: 1,
  id: uuid(0),
  dateAudience: '2026-11-21',
  declarations,
})

let rang = 100
const contexte = () => ({
  id: uuid(++rang),
  date: new Date(Date.UTC(2026, 10, 21, 9, 0, rang)).toISOString(),
  auteur: { role: 'parquet' } as const,
})

/** The first marker of a piece that proposes this fact. */
function trouver(p: Piece, fait: string) {
  const r = reperages(p.texte, { nature: p.nature }).find((x) => x.proposition?.fait === fait)
  if (r === undefined) throw new Error(`nothing proposes ${fait}`)
  return r
}

function confirmer(p: Piece, fait: string): Declaration {
  const d = confirmerRepere(p, trouver(p, fait), contexte())
  if (d === null) throw new Error('nothing to confirm')
  return d
}

const faits = (d: Dossier): Record<string, EtatFait> =>
  orienter(d, catalogueParDefaut(), { date: '2026-11-21' }).faits
const etatDe = (d: Dossier, p: Piece, fait: string) =>
  etatDuRepere(reponsesAuxReperes(d), p, trouver(p, fait), (f) => faits(d)[f] as EtatFait)

describe('confirmer un élément', () => {
  it('déclare le fait avec sa source, sa pièce, sa page et ses mots, sans jamais le dire vérifié', () => {
    const d = confirmer(piece(1), 'logement.situation')
    expect(d).toMatchObject({ valeur: 'E1', origine: 'procedure', verifie: false })
    expect(d.extrait?.piece).toBe('audition p. 2')
    expect(d.extrait?.texte).toBe(TEXTE.slice(d.extrait?.debut, d.extrait?.fin))
    expect(verifierDossier(dossier(d)).declarations).toHaveLength(1)
  })

  it.each([
    ['enquete', 'Enquête sociale', 'enquete'],
    ['certificat', 'Certificat médical', 'procedure'],
    ['autre', 'Pièce', 'document'],
  ] as const)('une pièce de nature %s a son origine', (nature, nom, origine) => {
    expect(confirmer(piece(1, { nature, nom }), 'logement.situation').origine).toBe(origine)
  })

  it('ne reprend aucune autre réponse : deux pièces qui se contredisent rendent le fait contradictoire', () => {
    const autre = piece(2, {
      nom: 'Enquête sociale',
      nature: 'enquete',
      texte: 'Il est hébergé chez un ami.\n',
    })
    const un = confirmer(piece(1), 'logement.situation')
    const deux = confirmer(autre, 'logement.situation')
    const d = dossier(un, deux)
    expect(faits(d)['logement.situation']?.etat).toBe('contradictoire')
    expect(etatDe(d, piece(1), 'logement.situation')).toBe('confirme')
    expect(etatDe(d, autre, 'logement.situation')).toBe('confirme')
  })

  it('ne dit rien de ce qui ne propose rien', () => {
    const sans = { ...trouver(piece(1), 'logement.situation'), proposition: null }
    expect(confirmerRepere(piece(1), sans, contexte())).toBeNull()
  })
})

describe('l’état d’un élément', () => {
  it('est « à confirmer » tant que personne n’a rien dit', () => {
    expect(etatDe(dossier(), piece(1), 'logement.situation')).toBe('a-confirmer')
  })

  it('est « déjà dit » quand la réponse vient d’ailleurs, pas « confirmé »', () => {
    const p = piece(1)
    const dite = repondre(
      dossier(),
      { fait: 'logement.situation', valeur: 'E1', origine: 'personne', verifie: false },
      contexte(),
    )
    expect(etatDe(dossier(dite), p, 'logement.situation')).toBe('deja-dit')
  })

  it('n’est pas « confirmé » par les mêmes places d’un autre texte de même nom', () => {
    const d = dossier(confirmer(piece(1), 'logement.situation'))
    const autre = piece(2, { texte: TEXTE.replace('depuis mars', 'depuis juin') })
    expect(confirmationDe(reponsesAuxReperes(d), autre, trouver(autre, 'logement.situation'))).toBeNull()
  })

  it('revient à « à confirmer » par une annulation, qui laisse l’autre confirmation', () => {
    const p = piece(1)
    const actes = [confirmer(p, 'addiction.produits'), confirmer(p, 'logement.situation')]
    const d = dossier(...actes)
    const reprises = annuler(d, { ...contexte(), nouvelId: () => uuid(++rang) })
    const apres = dossier(...actes, ...reprises)
    expect(etatDe(apres, p, 'logement.situation')).toBe('a-confirmer')
    expect(etatDe(apres, p, 'addiction.produits')).toBe('confirme')
  })
})

describe('écarter un élément', () => {
  const ecarter = (p: Piece, fait: string, valeur: string) =>
    repondre(
      dossier(),
      { fait: faitDuRepere(p, trouver(p, fait)), valeur, origine: 'procedure', verifie: false },
      contexte(),
    )

  it.each(['ecarte', 'passe', 'tiers'] as const)(
    '« %s » est une déclaration admise, propre à cet élément',
    (motif) => {
      const p = piece(1)
      const d = verifierDossier(dossier(ecarter(p, 'logement.situation', motif)))
      expect(etatDe(d, p, 'logement.situation')).toBe(motif)
      expect(etatDe(d, p, 'addiction.produits')).toBe('a-confirmer')
    },
  )

  it('n’affirme rien : aucun autre fait ne change, aucune fiche ne le dit', () => {
    const p = piece(1)
    const d = dossier(ecarter(p, 'logement.situation', 'passe'))
    const [avant, apres] = [faits(dossier()), faits(d)]
    expect(Object.keys(apres).filter((f) => JSON.stringify(apres[f]) !== JSON.stringify(avant[f]))).toEqual([
      faitDuRepere(p, trouver(p, 'logement.situation')),
    ])
    const fiche = (x: Dossier) =>
      JSON.stringify(
        ficheOrientation(x, orienter(x, catalogueParDefaut(), { date: '2026-11-21' }), {
          role: 'parquet',
          editeLe: '2026-11-21T11:00:00+01:00',
          catalogue: catalogueParDefaut(),
        }),
      )
    expect(fiche(d)).toBe(fiche(dossier()))
  })

  it('refuse un motif inconnu et une clé mal écrite', () => {
    const p = piece(1)
    expect(() => verifierDossier(dossier(ecarter(p, 'logement.situation', 'faux')))).toThrow()
    const cle = { piece: p.id, debut: 3, fin: 9, quoi: 'logement.situation' }
    expect(lireCleRepere(ecrireCleRepere(cle))).toEqual(cle)
    for (const mauvaise of ['pieces.ecartes', `pieces.${p.id}:3-9`, `pieces.x:3-9:a.b`, `casier.ligne3`])
      expect(lireCleRepere(mauvaise)).toBeNull()
  })

  it('a une clé qui tient dans la limite d’un fait, même au bout de la plus longue pièce', () => {
    const cle = ecrireCleRepere({
      piece: uuid(1),
      debut: 2_999_990,
      fin: 2_999_999,
      quoi: 'logement.hebergementCeSoir',
    })
    expect(cle.length).toBeLessThanOrEqual(100)
    expect(lireCleRepere(cle)).not.toBeNull()
  })
})

describe('plusieurs réponses sur un même fait', () => {
  it('deux pièces d’accord se complètent et gardent chacune sa citation', () => {
    const autre = piece(2, { nom: 'Audition 2' })
    const d = dossier(confirmer(piece(1), 'logement.situation'), confirmer(autre, 'logement.situation'))
    expect(faits(d)['logement.situation']?.etat).toBe('connu')
    expect(declarationsVivantes(d, 'logement.situation').map((x) => x.extrait?.piece)).toEqual([
      'audition p. 2',
      'audition 2 p. 2',
    ])
  })
})
