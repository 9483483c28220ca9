import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { definitionFait, qualifier, type Reperage, reperages, reperer } from '../../../domain/index.ts'
import { lireTextes } from '../../../scripts/eval-reperage.ts'

const textes = lireTextes()
const nature = fc.constantFrom('audition', 'enquete', 'certificat', 'autre')
const MOTS = [
  'je',
  'fume',
  'du',
  'crack',
  'ne',
  'pas',
  'jamais',
  'sa',
  'mère',
  'est',
  'sous',
  'tutelle',
  'Q',
  'R',
  ':',
  '?',
  '.',
  '\n',
  ',',
  'oui',
  'non',
  'SDF',
  'à',
  'la',
  'rue',
  'si',
  'que',
  'qui',
  'alcool',
  '(',
  ')',
  ';',
  '[',
  'x',
  ']',
  '☐',
  'CMP',
  'nie',
  'mais',
  '2019',
  'depuis',
  '\u0000',
  '\u202e',
  '\ud800',
  'é',
  '115',
  'l’',
  'joint',
  '\u00ad',
] as const
const soupe = fc.array(fc.constantFrom(...MOTS), { maxLength: 60 }).map((m) => m.join(' '))
const texteQuelconque = fc.oneof(
  soupe,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(...textes.map((t) => t.texte)),
)

function verifier(texte: string, vus: readonly Reperage[]): void {
  for (const r of vus) {
    expect(r.debut).toBeGreaterThanOrEqual(0)
    expect(r.fin).toBeGreaterThan(r.debut)
    expect(r.fin).toBeLessThanOrEqual(texte.length)
    expect(r.extrait.debut).toBeLessThanOrEqual(r.debut)
    expect(r.extrait.fin).toBeGreaterThanOrEqual(r.fin)
    expect(r.extrait.fin).toBeLessThanOrEqual(texte.length)
    if (r.niveau === 'fort') {
      expect([r.sujet, r.polarite, r.temps, r.hypothese]).toEqual(['personne', 'affirme', 'actuel', false])
      expect(r.role).not.toBe('trafic')
    }
    if (r.proposition !== null) expect(definitionFait(r.proposition.fait)).toBeDefined()
    expect(r.proposition).not.toEqual({ fait: 'addiction.conduite', valeur: false })
  }
}

describe('propriétés du repérage', () => {
  it('places valables, extrait qui contient la mention, « fort » seulement sans réserve, faits connus', () => {
    fc.assert(
      fc.property(texteQuelconque, nature, (texte, n) => verifier(texte, reperer(texte, { nature: n }))),
      { numRuns: 400 },
    )
  })

  it('deux lectures du même texte sont égales', () => {
    fc.assert(
      fc.property(texteQuelconque, nature, (t, n) => {
        expect(reperer(t, { nature: n })).toEqual(reperer(t, { nature: n }))
      }),
    )
  })

  it('`reperer` rend les champs du contrat, `reperages` y ajoute libellé et motif', () => {
    for (const t of textes.slice(0, 40)) {
      const nus = reperer(t.texte, { nature: t.nature })
      const dits = reperages(t.texte, { nature: t.nature })
      expect(dits.map(({ libelle: _, motif: __, ...r }) => r)).toEqual(nus)
      for (const r of dits) expect(r.motif === '').toBe(r.niveau === 'fort')
    }
  })

  it.each([
    'Le ciel est bleu.',
    'La séance est levée à dix-huit heures.',
    'Un second feuillet est joint au dossier.',
  ])('une phrase sans rapport, en nouveau paragraphe, ne change rien à ce qui précède : %s', (ajout) => {
    for (const t of textes) {
      const avant = reperer(t.texte, { nature: t.nature })
      const apres = reperer(`${t.texte}\n\n${ajout}`, { nature: t.nature }).filter(
        (r) => r.debut < t.texte.length,
      )
      expect(apres, t.id).toEqual(avant)
    }
  })

  it('une phrase sans rapport avant, en paragraphe, ne change que les places', () => {
    const entete = 'Le ciel est bleu au-dessus de la ville.\n\n'
    for (const t of textes) {
      const decales = reperer(entete + t.texte, { nature: t.nature }).map((r) => ({
        ...r,
        debut: r.debut - entete.length,
        fin: r.fin - entete.length,
        extrait: { debut: r.extrait.debut - entete.length, fin: r.extrait.fin - entete.length },
      }))
      expect(decales, t.id).toEqual(reperer(t.texte, { nature: t.nature }))
    }
  })

  it.each([
    'He smokes cannabis every day and he is on methadone, with a history of psychosis and alcohol.',
    'Er konsumiert Cannabis und Alkohol, er leidet an einer Psychose und ist nicht in Behandlung.',
    'Consume cocaína y cannabis todos los días, está con metadona por su adicción.',
    'Fuma cannabis tutti i giorni, una psicosi con il lithium e la morphine della madre.',
  ])('un texte dans une autre langue ne donne rien de fort : %s', (texte) => {
    expect(reperer(texte).filter((r) => r.niveau === 'fort')).toEqual([])
  })

  it.each([
    '\u0000',
    '\ud800',
    '\u202e',
    'a',
    '.',
    '\n',
    ' ',
    '-',
    '’',
    '(',
    'é',
    '☐',
    '1',
    ',',
    '?',
    'crack ',
    'ne ',
    'Q : ',
    'sans domicile ',
  ])(
    'un texte fait de « %j » seulement se lit sans erreur',
    (c) => {
      const texte = c.repeat(c.length === 1 ? 1_000_000 : 20_000)
      expect(() => reperer(texte)).not.toThrow()
    },
    60_000,
  )

  it('`qualifier` ne refuse aucun passage', () => {
    fc.assert(
      fc.property(texteQuelconque, fc.integer(), fc.integer(), (t, d, f) => {
        expect(Object.keys(qualifier(t, d, f)).sort()).toEqual(['hypothese', 'polarite', 'sujet', 'temps'])
      }),
    )
  })
})
