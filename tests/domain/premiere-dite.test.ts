import { expect, it } from 'vitest'
import { premiereDite } from '../../domain/index.ts'
import { declaration, uuid } from './outils.ts'

it('ce qu’une annulation redit remonte à ce qui fut dit d’abord', () => {
  const premiere = declaration(1, 'suivi.japRessort', 'Paris')
  const redite = { ...declaration(2, 'suivi.japRessort', 'Paris'), redit: uuid(1) }
  const encore = { ...declaration(3, 'suivi.japRessort', 'Paris'), redit: uuid(2) }
  expect(premiereDite([encore, redite, premiere], encore)).toBe(premiere)
  expect(premiereDite([encore], encore)).toBe(encore)
})

it('deux déclarations qui se redisent l’une l’autre ne tournent pas sans fin', () => {
  const un = { ...declaration(1, 'suivi.japRessort', 'Paris'), redit: uuid(2) }
  const deux = { ...declaration(2, 'suivi.japRessort', 'Paris'), redit: uuid(1) }
  expect(premiereDite([un, deux], un)).toBe(deux)
})
