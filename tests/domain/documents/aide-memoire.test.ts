import { describe, expect, it } from 'vitest'
import {
  DOCUMENTS_DE,
  type Dossier,
  dossierAudience,
  laisseDeCote,
  listePermanence,
  type Role,
  rediger,
} from '../../../domain/index.ts'
import { declaration, dossierAvec, EDITE_LE, lire, textes } from './outils.ts'

/** The note beside the triage: every paper, message and copy is drawn from the contents below. */

const ROLES: readonly Role[] = ['parquet', 'defense', 'enquete']
const PAIRES = ROLES.flatMap((role) => DOCUMENTS_DE[role].map((document) => ({ role, document })))
const NOTE = 'rappeler le frère avant midi'
const MOTS = /frère|avant midi/

const note = declaration(1, 'permanence.note', NOTE, { precision: `précision, ${NOTE}` })
const AUTRES = [
  declaration(2, 'procedure.qualification', 'Vol en réunion', { origine: 'procedure', verifie: true }),
  declaration(3, 'addiction.conduite', true),
  declaration(4, 'logement.sansLogementStable', true),
  declaration(5, 'suivi.japRessort', 'Paris', { origine: 'appi', verifie: true }),
  declaration(6, 'accord.evaluation', true),
]
const sans = dossierAvec(AUTRES)
const avec = dossierAvec([note, ...AUTRES])
const corrigee = dossierAvec([
  note,
  declaration(7, 'permanence.note', `${NOTE}, ou l’après-midi`, { retire: [note.id] }),
  ...AUTRES,
])

describe('la note du triage n’atteint aucun document', () => {
  it.each(PAIRES)('$document, profil $role : le même texte avec et sans elle', ({ role, document }) => {
    const ecrire = (d: Dossier) => rediger(document, d, lire(d), { role, editeLe: EDITE_LE })
    expect(textes(ecrire(sans)).length).toBeGreaterThan(3)
    for (const dossier of [avec, corrigee]) {
      const tout = textes(ecrire(dossier)).join('\n')
      expect(tout).not.toMatch(MOTS)
      expect(tout).not.toContain(note.id)
      expect(ecrire(dossier)).toEqual(ecrire(sans))
    }
  })

  it('ni la liste ni le dossier d’audience de plusieurs personnes', () => {
    const presentes = [avec, sans, corrigee].map((dossier) => ({ dossier, orientation: lire(dossier) }))
    const options = { role: 'parquet', editeLe: EDITE_LE } as const
    const tout = textes([
      listePermanence(presentes, { ...options, avecNoms: true }),
      dossierAudience(presentes, options),
    ]).join('\n')
    expect(tout).not.toMatch(MOTS)
  })

  it.each(PAIRES)('$document, profil $role : dit laissée de côté, sans ses mots', ({ role, document }) => {
    const omissions = laisseDeCote(avec, lire(avec), document, role)
    expect(omissions.flatMap((o) => o.declarations)).toContain(note.id)
    expect(textes(omissions).join('\n')).not.toMatch(MOTS)
  })

  it('elle ne change rien à l’orientation', () => {
    expect(lire(avec).dispositifs).toEqual(lire(sans).dispositifs)
    expect(lire(avec).questions).toEqual(lire(sans).questions)
    expect(lire(avec).alertes).toEqual(lire(sans).alertes)
  })
})
