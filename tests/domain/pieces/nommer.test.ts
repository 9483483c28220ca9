import { describe, expect, it } from 'vitest'
import { nommerPiece, pageDePiece, placeDansPiece } from '../../../domain/pieces/index.ts'

const pages = (...fins: number[]) => fins.map((fin, i) => ({ debut: fins[i - 1] ?? 0, fin, reconnue: false }))

describe('le nom d’une pièce', () => {
  it('est sa nature quand rien n’est tapé ; un numéro distingue la deuxième', () => {
    expect(nommerPiece('audition', '  ', [])).toBe('Audition')
    expect(nommerPiece('enquete', '', ['Audition'])).toBe('Enquête sociale')
    expect(nommerPiece('audition', '', ['audition', 'Audition 2'])).toBe('Audition 3')
  })

  it('ne porte pas deux fois le nom tapé : une citation doit désigner une seule pièce', () => {
    expect(nommerPiece('autre', 'Courrier  du CSAPA', ['courrier du csapa'])).toBe('Courrier du CSAPA 2')
  })

  it('reste dans la limite du magasin, numéro compris', () => {
    const long = 'x'.repeat(500)
    const premier = nommerPiece('autre', long, [])
    expect(nommerPiece('autre', long, [premier]).length).toBeLessThanOrEqual(200)
  })
})

describe('la place d’un passage', () => {
  const audition = { nom: 'Audition', nature: 'audition', pages: pages(100, 200, 300) } as const

  it('donne la page qui contient le passage, bornes comprises', () => {
    expect([0, 99, 100, 299, 400].map((o) => placeDansPiece(audition, o))).toEqual([
      'audition p. 1',
      'audition p. 1',
      'audition p. 2',
      'audition p. 3',
      'audition p. 3',
    ])
  })

  it('ne dit pas « p. 1 » d’un texte qui n’a pas de pages : le chiffre serait inventé', () => {
    expect(pageDePiece({ pages: pages(300) }, 250)).toBeNull()
    expect(placeDansPiece({ ...audition, pages: pages(300) }, 250)).toBe('audition')
  })

  it('saute une page vide', () => {
    expect(pageDePiece({ pages: pages(100, 100, 300) }, 100)).toBe(3)
  })

  it('commence toujours par la nature, pour que la source imprimée la dise', () => {
    expect(placeDansPiece({ ...audition, nom: 'PV du matin' }, 150)).toBe('audition (PV du matin) p. 2')
    expect(placeDansPiece({ ...audition, nom: 'Audition 2' }, 150)).toBe('audition 2 p. 2')
    expect(placeDansPiece({ ...audition, nom: 'Auditions jointes' }, 150)).toBe(
      'audition (Auditions jointes) p. 2',
    )
    expect(placeDansPiece({ nom: 'Certificat medical du 21', nature: 'certificat', pages: [] }, 0)).toBe(
      'certificat médical du 21',
    )
  })
})
