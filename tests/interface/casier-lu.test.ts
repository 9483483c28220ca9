import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chronologie, type Dossier, lireCasier } from '../../domain/index.ts'
import { direChronologie, direIntervalle } from '../../renderer/antecedents/dire-chronologie.ts'
import { estRelue, lireTexte } from '../../renderer/antecedents/etat.ts'
import { declaration, dossierAvec } from '../domain/outils.ts'

const BULLETIN = readFileSync(new URL('../e2e/bulletin-alpha.txt', import.meta.url), 'utf8')

function lire(...declarations: Dossier['declarations']) {
  const dossier = dossierAvec(declarations, { casier: BULLETIN })
  const lecture = lireTexte(dossier)
  if (lecture === null) throw new Error('pas de casier')
  return { dossier, lecture }
}

const casier = { origine: 'casier', verifie: true } as const

describe('le texte collé, ligne par ligne', () => {
  it('chaque ligne est dans une condamnation, dans l’en-tête, vide ou non lue : aucune ne disparaît', () => {
    const { lecture } = lire()
    expect(lecture.lignes.map((l) => l.texte).join('\n')).toBe(BULLETIN)
    expect(lecture.lignes.slice(0, 4).every((l) => l.nature === 'entete')).toBe(true)
    expect(lecture.nonLues.map((l) => l.numero)).toEqual([14])
    expect(lecture.condamnations.map((c) => [c.debut, c.fin])).toEqual([
      [5, 7],
      [8, 11],
      [12, 16],
      [17, 19],
    ])
  })

  it('une ligne corrigée garde son numéro et ce qui était imprimé ; la condamnation suit', () => {
    const { lecture } = lire(declaration(1, 'casier.ligne7', '   9 MOIS D’EMPRISONNEMENT', casier))
    expect(lecture.lignes[6]).toMatchObject({
      numero: 7,
      corrigee: true,
      imprimee: "   2 MOIS D'EMPRISONNEMENT AVEC SURSIS",
    })
    expect(lecture.condamnations[0]?.lue.peines[0]).toMatchObject({ duree: { mois: 9 }, sursis: null })
  })

  it('« ne porte rien » retire la ligne des non lues sans l’effacer', () => {
    const { lecture } = lire(declaration(1, 'casier.ligne14', '—', casier))
    expect(lecture.nonLues).toEqual([])
    expect(lecture.lignes[13]).toMatchObject({ numero: 14, corrigee: true, nature: 'vide' })
  })

  it('« relue » vaut pour la condamnation qui commence à cette ligne, et pour elle seule', () => {
    const { dossier, lecture } = lire(declaration(1, 'casier.relue8', true, casier))
    expect(lecture.condamnations.map((c) => estRelue(dossier, c))).toEqual([false, true, false, false])
  })

  it('sans casier joint, rien', () => {
    expect(lireTexte(dossierAvec([]))).toBeNull()
  })
})

describe('le rythme, en mots et en chiffres seulement', () => {
  it.each([
    [12, '12 jours'],
    [31, '31 jours'],
    [152, '5 mois'],
    [426, '14 mois'],
    [730, '2 ans'],
    [822, '2 ans 3 mois'],
  ])('%i jours se disent « %s »', (jours, dit) => expect(direIntervalle(jours)).toBe(dit))

  const casierDe = (...dates: readonly string[]) =>
    lireCasier(
      `BULLETIN N° 1\n${dates.map((d, i) => `${i + 1}  ${d}  TRIBUNAL CORRECTIONNEL DE LILLE  CONTRADICTOIRE\n   VOL  le ${d}\n   1 MOIS D'EMPRISONNEMENT`).join('\n')}`,
    )
  const dire = (...dates: readonly string[]) => direChronologie(chronologie(casierDe(...dates)))

  it('l’accélération se dit par les intervalles : après 14 mois sans, trois en huit mois', () => {
    expect(dire('10/01/2022', '10/03/2023', '10/07/2023', '10/11/2023')).toBe(
      '4 condamnations en 22 mois. Trois en 8 mois, après 14 mois sans. Derniers intervalles\u00a0: 14 mois, 4 mois, 4 mois.',
    )
  })

  it('un rythme régulier n’est pas une accélération', () => {
    expect(dire('10/01/2020', '10/01/2021', '10/01/2022')).not.toContain('après')
  })

  it('une seule condamnation, ou aucune : rien à comparer', () => {
    expect(dire('10/01/2020')).toBe('1 condamnation.')
    expect(direChronologie(chronologie(lireCasier('')))).toBe('Aucune condamnation lue.')
  })

  it('aucun mot sur la personne ni sur l’avenir', () => {
    expect(dire('10/01/2022', '10/03/2023', '10/07/2023', '10/11/2023')).not.toMatch(
      /risque|grave|inquiét|danger|ancré|habitude|multi/i,
    )
  })
})
