import { expect, it } from 'vitest'
import { direSource } from '../../../domain/documents/sources.ts'
import type { Declaration } from '../../../domain/index.ts'

const dite = (
  origine: Declaration['origine'],
  piece: string,
  reste: Partial<Declaration> = {},
): Declaration => ({
  id: '00000000-0000-4000-8000-000000000001',
  fait: 'addiction.conduite',
  valeur: true,
  origine,
  verifie: false,
  date: '2026-11-21T10:00:00+01:00',
  extrait: { piece, debut: 0, fin: 3, texte: 'oui' },
  ...reste,
})

it.each([
  [dite('procedure', 'audition p. 3'), 'dit à l’audition p. 3 – déclaré'],
  [dite('procedure', 'audition'), 'dit à l’audition – déclaré'],
  [dite('procedure', 'audition 2 p. 3'), 'dit à l’audition 2 p. 3 – déclaré'],
  [dite('procedure', 'audition (PV du matin) p. 1'), 'dit à l’audition (PV du matin) p. 1 – déclaré'],
  [dite('enquete', 'enquête sociale p. 2'), 'enquête sociale p. 2 – déclaré'],
  [dite('document', 'pièce (Courrier) p. 2'), 'pièce (Courrier) p. 2 – déclaré'],
  [dite('enquete', 'annexe p. 2'), 'enquête sociale, annexe p. 2 – déclaré'],
])('la source imprimée dit la pièce une seule fois (%#)', (d, attendu) => {
  expect(direSource(d, '2026-11-21')).toBe(attendu)
})

it('un certificat de garde à vue n’est pas « dit à l’audition »', () => {
  expect(direSource(dite('procedure', 'certificat médical p. 1'), '2026-11-21')).toBe(
    'certificat médical p. 1 – déclaré',
  )
})
