import { describe, expect, it } from 'vitest'
import {
  declarationSchema,
  faitsVisibles,
  laisseDeCote,
  type NomDocument,
  orienter,
  type Role,
  rediger,
} from '../../../domain/index.ts'
import { catalogueAvec, DATE, declaration, dossierAvec } from '../outils.ts'

const CODES = declaration(1, 'procedure.natinf', ['7151', '7990'], { origine: 'cassiopee', verifie: true })
const dossier = dossierAvec([
  CODES,
  declaration(2, 'procedure.qualification', 'VOL SIMPLE', { origine: 'cassiopee', verifie: true }),
])
const ecrire = (document: NomDocument, role: Role) => {
  const orientation = orienter(dossier, catalogueAvec(), { date: DATE })
  const options = { role, editeLe: `${DATE}T11:00:00+01:00`, catalogue: catalogueAvec() }
  return JSON.stringify(rediger(document, dossier, orientation, options))
}

describe('les codes NATINF', () => {
  it('s’impriment avec la qualification, sur la fiche et la note', () => {
    expect(declarationSchema.safeParse(CODES).success).toBe(true)
    for (const document of ['fiche', 'note-audience'] as const)
      expect(ecrire(document, 'parquet')).toContain('NATINF 7151, 7990')
  })

  it('ne s’impriment pas où la qualification n’est pas dite, et l’aperçu le dit', () => {
    const orientation = orienter(dossier, catalogueAvec(), { date: DATE })
    expect(ecrire('checklist', 'parquet')).not.toContain('7151')
    expect(
      laisseDeCote(dossier, orientation, 'checklist', 'parquet')
        .map((o) => o.quoi)
        .join(' '),
    ).toContain('NATINF')
  })

  it('n’existent pas pour l’enquête sociale', () => {
    expect(faitsVisibles('enquete').map((f) => f.cle)).not.toContain('procedure.natinf')
    expect(ecrire('fiche', 'enquete')).not.toContain('7151')
  })
})
