import { describe, expect, it } from 'vitest'
import { type Dossier, orienter, verifierDossier } from '../../domain/index.ts'
import { catalogueAvec, declaration, dossierAvec, refus, uuid } from './outils.ts'

const base = () =>
  dossierAvec([declaration(1, 'addiction.conduite', true), declaration(2, 'procedure.tribunal', 'Bobigny')])

/** What a person typed and must never be read back in a message. */
const TAPE = 'Zébulon Piédalu'

type Faute = [titre: string, chemin: string, fautif: unknown]
const une = (champs: object): unknown => ({
  ...base(),
  declarations: [{ ...declaration(1, 'addiction.conduite', true), ...champs }],
})

const FAUTES: Faute[] = [
  ['rien', '', null],
  ['un texte', '', TAPE],
  ['une liste', '', [base()]],
  ['une version inconnue', 'version', { ...base(), version: 2 }],
  ['un identifiant qui n’est pas un UUID', 'id', { ...base(), id: TAPE }],
  ['une clé inconnue', '', { ...base(), [TAPE]: 1 }],
  ['une date d’audience impossible', 'dateAudience', { ...base(), dateAudience: '2026-02-30' }],
  ['une date d’audience avec une heure', 'dateAudience', { ...base(), dateAudience: '2026-11-24T09:00' }],
  [
    'une date de naissance impossible',
    'personne.dateNaissance',
    { ...base(), personne: { dateNaissance: '1990-13-01' } },
  ],
  ['une clé inconnue dans la personne', 'personne', { ...base(), personne: { surnom: TAPE } }],
  ['des déclarations absentes', 'declarations', { ...base(), declarations: undefined }],
  ['des déclarations qui n’en sont pas', 'declarations[0]', { ...base(), declarations: [TAPE] }],
  ['un fait inconnu', 'declarations[0].fait', une({ fait: TAPE })],
  ['un fait toujours dérivé', 'declarations[0].fait', une({ fait: 'psy.troubleSevere' })],
  ['un oui-non écrit en texte', 'declarations[0].valeur', une({ valeur: TAPE })],
  ['un nombre à virgule', 'declarations[0].valeur', une({ fait: 'antecedents.condamnations', valeur: 1.5 })],
  ['un nombre négatif', 'declarations[0].valeur', une({ fait: 'antecedents.condamnations', valeur: -1 })],
  [
    'un nombre sans mesure',
    'declarations[0].valeur',
    une({ fait: 'antecedents.condamnations', valeur: 2 ** 53 }),
  ],
  ['un code hors liste', 'declarations[0].valeur', une({ fait: 'procedure.nature', valeur: TAPE })],
  [
    'un produit hors liste',
    'declarations[0].valeur',
    une({ fait: 'addiction.produits', valeur: ['crack', TAPE] }),
  ],
  ['un texte vide', 'declarations[0].valeur', une({ fait: 'procedure.tribunal', valeur: '  ' })],
  [
    'une date des faits impossible',
    'declarations[0].valeur',
    une({ fait: 'procedure.dateFaits', valeur: '2026-02-29' }),
  ],
  ['une valeur absente', 'declarations[0].valeur', une({ valeur: undefined })],
  ['une réponse et une raison', 'declarations[0]', une({ inconnu: 'refuse' })],
  ['une raison hors liste', 'declarations[0].inconnu', une({ valeur: null, inconnu: TAPE })],
  ['une origine hors liste', 'declarations[0].origine', une({ origine: TAPE })],
  ['un rôle hors liste', 'declarations[0].auteur.role', une({ auteur: { role: TAPE } })],
  ['une heure sans décalage', 'declarations[0].date', une({ date: '2026-11-24T09:00:00' })],
  ['une heure impossible', 'declarations[0].date', une({ date: '2026-11-24T25:00:00+01:00' })],
  ['un jour impossible', 'declarations[0].date', une({ date: '2026-02-30T09:00:00+01:00' })],
  ['une reprise qui n’est pas un UUID', 'declarations[0].retire[0]', une({ retire: [TAPE] })],
  ['une précision trop longue', 'declarations[0].precision', une({ precision: TAPE.repeat(200) })],
  [
    'un extrait à l’envers du type',
    'declarations[0].extrait.debut',
    une({ extrait: { piece: 'PV', debut: -1, fin: 2, texte: '' } }),
  ],
]

describe('un dossier mal formé est refusé en une phrase', () => {
  it.each(FAUTES)('%s : le chemin est « %s »', (_titre, chemin, fautif) => {
    const r = refus(() => verifierDossier(fautif))
    expect(r.chemin).toBe(chemin)
    if (chemin !== '') expect(r.message).toContain(`« ${chemin} »`)
    expect(r.message).not.toContain(TAPE)
    // One French sentence that ends, and says what to do in the imperative.
    expect(r.message).toMatch(/^[^.]*(?:\[\d+\][^.]*|\.[a-zA-Z][^.]*)*\.$/)
    expect(r.message).toMatch(/corrigez|retirez|gardez|écrivez|raccourcissez|donnez|vérifiez/)
  })

  it('plus de 5 000 déclarations', () => {
    const beaucoup = Array.from({ length: 5001 }, (_, i) => ({
      ...declaration(1, 'addiction.conduite', true),
      id: uuid(i),
    }))
    expect(refus(() => verifierDossier(dossierAvec(beaucoup))).chemin).toBe('declarations')
  })

  it('une date de lecture impossible', () => {
    expect(refus(() => orienter(base(), catalogueAvec(), { date: '2026-02-30' })).chemin).toBe('date')
  })

  it('n’abîme pas le dossier qu’il refuse', () => {
    const fautif = une({ valeur: TAPE })
    const copie = structuredClone(fautif)
    refus(() => verifierDossier(fautif))
    expect(fautif).toEqual(copie)
  })
})

describe('un dossier bien formé est rendu tel quel', () => {
  const complet: Dossier = {
    ...base(),
    numeroParquet: '26/0001',
    personne: { nom: TAPE, prenoms: 'Zoé', dateNaissance: '1990-01-01' },
    casier: '',
    declarations: [
      declaration(1, 'addiction.conduite', null, { inconnu: 'refuse', precision: 'par l’avocat' }),
      declaration(2, 'addiction.produits', ['crack'], {
        extrait: { piece: 'PV 3', debut: 0, fin: 5, texte: 'crack' },
        auteur: { role: 'enquete', nom: TAPE, organisme: 'APCARS' },
        date: '2026-11-24T09:00:00.123Z',
        retire: [uuid(1)],
        annule: uuid(1),
        redit: uuid(1),
        retablit: uuid(1),
        lot: uuid(1),
      }),
    ],
  }

  it('par le chemin rapide', () => expect(verifierDossier(complet)).toEqual(complet))

  it('par le schéma, pour un identifiant en capitales', () => {
    const capitales = { ...complet, id: 'ABCDEF00-0000-4000-8000-00000000000A' }
    expect(verifierDossier(capitales)).toEqual(capitales)
  })
})
