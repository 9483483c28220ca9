import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Declaration,
  type Destinataire,
  type Dossier,
  ecrireMessage,
  type MessageContenu,
  nomFichier,
  VOCABULAIRE,
} from '../../../domain/index.ts'
import { declaration, dossierAvec, EDITE_LE, lire } from './outils.ts'
import { dossierAuHasard } from './tirages.ts'

const DEMONSTRATION = JSON.parse(
  readFileSync(new URL('../../../docs/demonstration/dossier.json', import.meta.url), 'utf8'),
) as Dossier
const DESTINATAIRES: readonly Destinataire[] = ['apcars', 'jap', 'spip', 'avocat', 'siao']

function ecrire(a: Destinataire, dossier: Dossier): MessageContenu {
  return ecrireMessage(a, dossier, lire(dossier), {
    role: 'parquet',
    editeLe: EDITE_LE,
    heureAudience: '13:00',
    reponseAvant: '12:15',
  })
}

const corps = (a: Destinataire, dossier: Dossier) =>
  ecrire(a, dossier).corps.join('\n').replaceAll('\u00a0', ' ')

/** An answer of the right type for each fact. */
function reponse(cle: string): Declaration['valeur'] {
  const f = VOCABULAIRE.find((x) => x.cle === cle)
  const code = f?.valeurs?.[0]?.code ?? 'ouvrage'
  if (cle === 'orientation.cadre') return 'sursis-probatoire-renforce'
  const parType = {
    'oui-non': true,
    nombre: 2,
    texte: 'Bobigny',
    date: '2026-11-23',
    moment: '2026-11-24T09:05',
    choix: code,
    liste: [code],
  }
  return parType[f?.type ?? 'texte']
}

describe('qui peut savoir quoi', () => {
  const TABLE: Readonly<Record<Destinataire, readonly string[]>> = {
    apcars: ['personne.mesureProtection', 'procedure.tribunal'],
    jap: [
      'procedure.tribunal',
      'suivi.mesureEnCours',
      'suivi.japRessort',
      'suivi.accordHorsRessort',
      'suivi.peineAExecuter',
      'accord.evaluation',
      'accord.ouvrage',
      'accord.ailsi',
      'orientation.choix',
      'orientation.cadre',
    ],
    spip: [
      'procedure.tribunal',
      'suivi.mesureEnCours',
      'suivi.japRessort',
      'suivi.accordHorsRessort',
      'logement.hebergementCeSoir',
      'logement.departement',
      'accord.evaluation',
      'accord.ouvrage',
      'accord.ailsi',
      'disponibilite.semaine',
      'orientation.choix',
      'orientation.cadre',
    ],
    avocat: [
      'logement.hebergementCeSoir',
      'accord.evaluation',
      'accord.ouvrage',
      'accord.ailsi',
      'disponibilite.semaine',
      'orientation.choix',
      'orientation.cadre',
    ],
    siao: [
      'personne.sexe',
      'procedure.tribunal',
      'logement.situation',
      'logement.sansLogementStable',
      'logement.hebergementCeSoir',
      'logement.departement',
    ],
  }

  it.each(DESTINATAIRES)('%s reçoit ces réponses, et aucune autre', (a) => {
    const declarables = VOCABULAIRE.filter((f) => f.derive !== 'toujours' && f.cle !== 'personne.majeur')
    const dits = declarables.filter((f) => {
      const d = declaration(1, f.cle, reponse(f.cle), { precision: 'mot tapé' })
      const message = ecrire(a, dossierAvec([d]))
      const dit = message.declarations.includes(d.id)
      if (!dit) expect(message.corps.join(' ')).not.toContain('mot tapé')
      return dit
    })
    expect(dits.map((f) => f.cle).sort()).toEqual([...TABLE[a]].sort())
  })

  it.each([
    ['apcars', 'personne.mesureProtection', 'appi', false],
    ['apcars', 'personne.mesureProtection', 'procedure', true],
    ['avocat', 'logement.hebergementCeSoir', 'appi', false],
    ['avocat', 'logement.hebergementCeSoir', 'cassiopee', false],
    ['jap', 'suivi.mesureEnCours', 'appi', true],
    ['siao', 'logement.situation', 'cassiopee', false],
    ['siao', 'logement.situation', 'enquete', true],
  ] as const)('%s, %s lu dans « %s » : %s', (a, fait, origine, dit) => {
    const d = declaration(1, fait, reponse(fait), { origine })
    expect(ecrire(a, dossierAvec([d])).declarations.includes(d.id)).toBe(dit)
  })

  it('le SIAO ne reçoit ni l’infraction, ni la santé, ni d’où vient la réponse', () => {
    const tout = corps('siao', DEMONSTRATION)
    expect(tout).not.toMatch(/vol\b|crack|addiction|CSAPA|psych|APPI|audition|condamn|détention/i)
    expect(tout).toContain('Ni l’infraction ni la santé, sauf accord de la personne.')
    expect(tout).toContain('(déclaré)')
  })

  it('l’APCARS ne reçoit rien du bulletin, de Cassiopée ni d’APPI, et sait ce qu’il faut recueillir', () => {
    const tout = corps('apcars', DEMONSTRATION)
    expect(tout).not.toMatch(/condamn|Cassiopée|APPI|bulletin|\bvol\b/i)
    expect(tout).toContain('À recueillir : hébergement possible ce soir.')
    expect(tout).toContain('son annexe addictions')
    expect(tout).toContain('Droit de se taire')
    expect(tout).toContain('avant 12 h 15')
  })
})

describe('le texte', () => {
  it('le JAP d’un autre ressort se voit poser la question de l’accord', () => {
    expect(ecrire('jap', DEMONSTRATION).titre).toBe('Au JAP de Paris')
    expect(corps('jap', DEMONSTRATION)).toContain('hors de votre ressort ?')
    const ici = dossierAvec([
      declaration(1, 'procedure.tribunal', 'Bobigny'),
      declaration(2, 'suivi.japRessort', 'BOBIGNY'),
    ])
    expect(corps('jap', ici)).not.toContain('hors de votre ressort')
  })

  it('l’avocat sait à quoi dire oui et qui appeler', () => {
    const tout = corps('avocat', DEMONSTRATION).replaceAll('\n', ' ')
    expect(tout).toContain('Lui demander de dire oui à : être évalué par le SPIP et Aurore')
    expect(tout).toContain('À appeler : SPIP 93, permanence, __________')
  })

  it.each(DESTINATAIRES)('%s : cinq à douze lignes pour le dossier de démonstration', (a) => {
    const { corps: lignes } = ecrire(a, DEMONSTRATION)
    expect(lignes.length).toBeGreaterThanOrEqual(5)
    expect(lignes.length).toBeLessThanOrEqual(12)
  })

  it('l’objet et le nom du fichier ne portent que le numéro de parquet', () => {
    const piege = { ...DEMONSTRATION, numeroParquet: '26328 000123 MODÈLE Idir' }
    for (const a of DESTINATAIRES) {
      expect(ecrire(a, piege).objet).toBe('N° parquet 26328 000123')
      expect(ecrire(a, { ...piege, numeroParquet: undefined }).objet).toBe('N° parquet à compléter')
    }
    expect(nomFichier(ecrire('siao', DEMONSTRATION))).toBe('2026-11-24_26328000123_message-siao')
  })

  it('aucune ligne ne dépasse 100 caractères, même avec un nom de 200 lettres, des emojis ou de l’arabe', () => {
    const noms = ['É'.repeat(200), '👨‍👩‍👧‍👦'.repeat(60), 'مرحبا '.repeat(40), 'a\nb\tc', '’'.repeat(101)]
    for (const nom of noms)
      for (const a of DESTINATAIRES) {
        const dossier = { ...DEMONSTRATION, personne: { nom, prenoms: 'X' } }
        for (const ligne of ecrire(a, dossier).corps) {
          expect(ligne.length).toBeLessThanOrEqual(100)
          expect(ligne).not.toMatch(/[\n\t]|^\s|\s$|^[:;?!»–]/)
          // A character is never cut in two.
          expect(ligne.isWellFormed()).toBe(true)
        }
        expect(ecrire(a, dossier).corps.join('').replaceAll(' ', '')).toContain(
          nom.replace(/\s/g, '').slice(0, 20),
        )
      }
  })

  it('tient pour tout dossier', () => {
    fc.assert(
      fc.property(dossierAuHasard, fc.constantFrom(...DESTINATAIRES), (dossier, a) => {
        const { corps: lignes, objet } = ecrire(a, dossier)
        expect(lignes.length).toBeGreaterThan(2)
        expect(lignes.every((x) => x.length <= 100 && !/undefined|null|\[object/.test(x))).toBe(true)
        expect(objet).toBe('N° parquet à compléter')
      }),
      { numRuns: 60 },
    )
  })
})
