import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright/test'
import { obtenir } from './fixtures.ts'
import { declaration } from './gestes.ts'

/** Twelve invented people of today: names, facts and an end of garde à vue that orders the board. */
const NOMS = [
  'Manège',
  'Tonneau',
  'Pupitre',
  'Lanterne',
  'Girafe',
  'Boussole',
  'Wagonnet',
  'Kiosque',
  'Passerelle',
  'Gouttière',
  'Tournesol',
  'Escabeau',
] as const

export async function douzePersonnes(page: Page): Promise<void> {
  const { maintenant } = await obtenir(page, 'application.etat', {})
  const paris = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const quand = (minutes: number) => paris.format(Date.parse(maintenant) + minutes * 60_000).replace(' ', 'T')
  const procedure = { origine: 'procedure', verifie: true } as const
  for (const [rang, nom] of NOMS.entries())
    await obtenir(page, 'dossiers.creer', {
      id: randomUUID(),
      dateAudience: quand(0).slice(0, 10),
      identite: {
        numeroParquet: `263320002${String(rang).padStart(2, '0')}`,
        personne: { nom, prenoms: 'Camille', dateNaissance: '1990-02-01' },
      },
      declarations: [
        declaration('procedure.qualification', 'Vol aggravé', procedure),
        declaration('procedure.dateFaits', quand(0).slice(0, 10), procedure),
        // Not in the order of arrival: the board puts the nearest limit first.
        declaration('permanence.finGardeAVue', quand(-60 * ((rang * 5) % 12) - 30), procedure),
      ],
    })
  await obtenir(page, 'reglages.ecrire', { reglages: { modeCourt: true } })
}
