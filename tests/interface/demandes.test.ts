import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Declaration, Dossier } from '../../domain/index.ts'
import { DemandesDuDossier } from '../../renderer/demandes/du-dossier.tsx'
import {
  demandesDe,
  direContact,
  direEtat,
  personnesALancer,
  rangeesDe,
  texteDe,
} from '../../renderer/demandes/lire.ts'
import { memeSource } from '../../renderer/saisie/repondre.ts'

/** What the pane and the triage show of a dossier that nobody answered yet. */

// The page has Temporal, this Node does not: one day, on the clock of Paris.
vi.stubGlobal('Temporal', {
  Instant: {
    fromEpochMilliseconds: () => ({
      toZonedDateTimeISO: () => ({ toPlainDate: () => '2026-11-24' }),
    }),
  },
})
afterAll(() => vi.unstubAllGlobals())

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

function declaration(n: number, fait: string, valeur: Declaration['valeur']): Declaration {
  return {
    id: uuid(n),
    fait,
    valeur,
    origine: 'procedure',
    verifie: true,
    date: `2026-11-24T09:1${n}:00+01:00`,
  }
}

function dossier(...declarations: Declaration[]): Dossier {
  return {
    version: 1,
    id: uuid(0),
    dateAudience: '2026-11-24',
    declarations: [declaration(9, 'procedure.tribunal', 'Bobigny'), ...declarations],
  }
}

describe('le volet des demandes', () => {
  it('ce qui n’est pas proposé attend derrière « Autres demandes », sauf ce qui est choisi ou déplié', () => {
    const demandes = demandesDe(dossier(declaration(1, 'procedure.enqueteFaite', true)))
    expect(demandes.map(direEtat)).toEqual(['non proposée', 'à lancer', 'à lancer', 'à lancer', 'à lancer'])
    const noms = (r: ReturnType<typeof rangeesDe>) => r.visibles.map((d) => d.destinataire)
    expect(noms(rangeesDe(demandes, null, false))).toEqual(['jap', 'spip', 'avocat', 'siao'])
    expect(noms(rangeesDe(demandes, 'apcars', false))).toContain('apcars')
    expect(rangeesDe(demandes, null, true).cachees).toEqual([])
  })

  it('une personne que les règles refusent n’a ni demande, ni texte, et ne compte pas', () => {
    const mineure = dossier(declaration(1, 'personne.majeur', false))
    expect(demandesDe(mineure)).toEqual([])
    expect(texteDe(mineure, 'siao')).toBeNull()
    expect(personnesALancer([mineure, dossier()])).toBe(1)
    expect(renderToStaticMarkup(createElement(DemandesDuDossier, { dossier: mineure }))).toBe('')
  })

  it('sans annuaire, aucun numéro n’est inventé', () => {
    expect(direContact(dossier(), 'spip')).toBe('contact à compléter dans les Réglages')
    expect(direContact(dossier(), 'jap')).toMatch(/^ville du JAP inconnue/)
    expect(direContact(dossier(declaration(1, 'suivi.japRessort', 'Paris')), 'jap')).toBe(
      'contact à compléter dans les Réglages',
    )
  })
})

it('« À demander » du triage : une ligne par destinataire, son état en mots', () => {
  const html = renderToStaticMarkup(createElement(DemandesDuDossier, { dossier: dossier() }))
  expect(html).toContain('À demander')
  for (const nom of ['APCARS', 'JAP', 'SPIP', 'Avocat', 'SIAO']) expect(html).toContain(`<span>${nom}</span>`)
  expect(html.match(/à lancer/g)).toHaveLength(5)
  const suite = dossier(declaration(2, 'demande.apcars', 'demandee'), declaration(3, 'demande.jap', 'refus'))
  const apres = renderToStaticMarkup(createElement(DemandesDuDossier, { dossier: suite }))
  expect(apres).toMatch(/data-suite="demandee".*<span>APCARS<\/span><span[^>]*>9\u00a0h\u00a012</)
  expect(apres).toMatch(/<span>JAP<\/span><span[^>]*>refus</)
})

it('une réponse ne prend la place que de ce que le même a dit', () => {
  const jap = {
    origine: 'partenaire',
    verifie: true,
    auteur: { role: 'parquet', organisme: 'JAP de Paris' },
  } as const
  const dite = (reste: Partial<Declaration>) => ({
    ...declaration(1, 'suivi.accordHorsRessort', true),
    ...reste,
  })
  expect(memeSource(dite(jap), jap)).toBe(true)
  expect(memeSource(dite({ ...jap, auteur: { role: 'parquet', organisme: 'SPIP' } }), jap)).toBe(false)
  expect(
    memeSource(dite({ origine: 'personne', sourceAPreciser: true }), { ...jap, origine: 'personne' }),
  ).toBe(false)
  const enquete = {
    origine: 'enquete',
    verifie: false,
    auteur: { role: 'parquet', organisme: 'APCARS' },
  } as const
  expect(memeSource(dite({ origine: 'enquete', auteur: { role: 'parquet' } }), enquete)).toBe(true)
})
