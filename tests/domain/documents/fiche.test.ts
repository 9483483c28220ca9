import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alertesPour, type Declaration, type Dossier, nomFichier, type Role } from '../../../domain/index.ts'
import { DATE, declaration, dossierAvec, fiche, ligne, lire, section, textes } from './outils.ts'

const DEMONSTRATION = JSON.parse(
  readFileSync(new URL('../../../docs/demonstration/dossier.json', import.meta.url), 'utf8'),
) as Dossier

function seule(fait: string, valeur: Declaration['valeur'], reste: Partial<Declaration> = {}) {
  return fiche(dossierAvec([declaration(1, fait, valeur, reste)]))
}

describe('provenance', () => {
  it.each([
    [{ origine: 'procedure', verifie: false }, 'dit à l’audition – déclaré'],
    [{ origine: 'procedure', verifie: true }, 'procédure – vérifié'],
    [{ origine: 'casier', verifie: true }, 'bulletin n° 1 – vérifié'],
    [{ origine: 'cassiopee', verifie: true }, 'Cassiopée – vérifié'],
    [{ origine: 'appi', verifie: true }, 'APPI – vérifié'],
    [{ origine: 'enquete', verifie: false }, 'enquête sociale – déclaré'],
    [{ origine: 'personne', verifie: false }, 'dit par l’intéressé – déclaré'],
    [{ origine: 'personne', sourceAPreciser: true, verifie: false }, 'source à préciser – déclaré'],
    [{ origine: 'document', verifie: true }, 'pièce – vérifié'],
  ] as const)('%o se dit « %s »', (d, mots) => {
    expect(ligne(seule('addiction.conduite', true, d), 'Addiction')).toMatchObject([{ source: mots }])
  })

  it('donne l’heure de Paris d’un appel, et le jour quand ce n’est pas celui de l’audience', () => {
    const appel = { origine: 'partenaire', verifie: true, date: '2026-11-24T10:05:00Z' } as const
    expect(ligne(seule('addiction.soins', true, appel), 'Suivi ou soins')[0]?.source).toBe(
      'partenaire à 11 h 05 – vérifié',
    )
    const veille = {
      ...appel,
      date: '2026-11-23T18:30:00+01:00',
      auteur: { role: 'parquet', organisme: 'CSAPA' },
    } as const
    expect(ligne(seule('addiction.soins', true, veille), 'Suivi ou soins')[0]?.source).toBe(
      'partenaire (CSAPA) le 23/11/2026 à 18 h 30 – vérifié',
    )
  })

  it('cite la page d’où vient la réponse', () => {
    const extrait = { piece: 'audition p. 3', debut: 0, fin: 3, texte: 'oui' }
    const [s] = ligne(seule('addiction.conduite', true, { origine: 'procedure', extrait }), 'Addiction')
    expect(s?.source).toBe('dit à l’audition p. 3 – déclaré')
  })

  it('réunit deux sources qui disent la même chose sans en perdre une', () => {
    const contenu = fiche(
      dossierAvec([
        declaration(1, 'addiction.conduite', true),
        declaration(2, 'addiction.conduite', true, { origine: 'enquete', verifie: true }),
      ]),
    )
    expect(ligne(contenu, 'Addiction')).toMatchObject([
      {
        texte: 'oui',
        source: 'dit par l’intéressé – déclaré et enquête sociale – vérifié',
        declarations: [expect.any(String), expect.any(String)],
      },
    ])
  })
})

describe('ce qui manque', () => {
  it.each([
    ['ne-sait-pas', 'ne sait pas'],
    ['refuse', 'refuse de répondre'],
    ['faute-de-temps', 'faute de temps'],
    ['non-verifiable', 'non vérifiable'],
  ] as const)('%s se dit « %s »', (inconnu, mots) => {
    const [s] = ligne(seule('addiction.conduite', null, { inconnu }), 'Addiction')
    expect(s).toMatchObject({ texte: mots, lacune: mots })
  })

  it('dit « contradictoire » avec les deux réponses et leurs sources', () => {
    const contenu = fiche(
      dossierAvec([
        declaration(1, 'logement.hebergementCeSoir', true),
        declaration(2, 'logement.hebergementCeSoir', false, { origine: 'enquete', verifie: true }),
      ]),
    )
    expect(ligne(contenu, 'Hébergement ce soir')).toMatchObject([
      { lacune: 'contradictoire', texte: 'contradictoire, oui', source: 'dit par l’intéressé – déclaré' },
      { lacune: 'contradictoire', texte: 'contradictoire, non', source: 'enquête sociale – vérifié' },
    ])
  })

  it('liste les lignes que personne n’a explorées, « pas demandé » compris', () => {
    const [s] = ligne(seule('addiction.soins', null, { inconnu: 'pas-demande' }), 'Non exploré')
    expect(s?.texte).toMatch(/^non demandé : /)
    for (const mots of [
      'addiction',
      'suivi ou soins en cours',
      'hébergement possible ce soir',
      'JAP du ressort',
    ])
      expect(s?.texte).toContain(mots)
    expect(s?.declarations).toHaveLength(1)
  })

  it('ne dit plus « non exploré » d’une ligne qui a une réponse', () => {
    const texte = ligne(seule('accord.ouvrage', true), 'Non exploré')[0]?.texte
    expect(texte).not.toContain('accord')
  })
})

describe('réponses défavorables', () => {
  it.each([
    ['logement.hebergementCeSoir', false, 'Hébergement ce soir', 'à construire : hébergement ce soir'],
    [
      'logement.situation',
      'E1',
      'Logement',
      'à construire : logement (à la rue, campement, voiture, ETHOS E1)',
    ],
    ['logement.sansLogementStable', true, 'Logement', 'à construire : logement stable'],
    ['addiction.soins', false, 'Suivi ou soins', 'à construire : suivi ou soins'],
    ['disponibilite.semaine', false, 'Lun.–ven.', 'à construire : disponibilité du lundi au vendredi'],
    ['accord.evaluation', false, 'Accord', 'à construire : accord pour être évalué, à redemander'],
  ] as const)('%s = %s', (fait, valeur, libelle, texte) => {
    expect(ligne(seule(fait, valeur), libelle)[0]?.texte).toBe(texte)
  })

  it('réunit ce qui est à construire dans une même phrase', () => {
    const contenu = fiche(
      dossierAvec([
        declaration(1, 'logement.sansLogementStable', true, { precision: 'depuis une séparation' }),
        declaration(2, 'logement.situation', 'E1'),
      ]),
    )
    expect(ligne(contenu, 'Logement').map((s) => s.texte)).toEqual([
      'à construire : logement stable – depuis une séparation, logement (à la rue, campement, voiture, ETHOS E1)',
    ])
  })

  it('garde la précision telle qu’elle est tapée', () => {
    const contenu = seule('logement.hebergementCeSoir', false, { precision: 'la sœur, injoignable <10 h>' })
    expect(ligne(contenu, 'Hébergement ce soir')[0]?.texte).toBe(
      'à construire : hébergement ce soir – la sœur, injoignable <10 h>',
    )
  })
})

describe('lectures', () => {
  it('donne à chaque critère son état, son motif et sa source', () => {
    const ouvrage = section(fiche(DEMONSTRATION), 'ouvrage')
    expect(ouvrage).toHaveLength(13)
    for (const e of ouvrage) {
      expect(e.etat).toBeDefined()
      expect(e.segments[0]?.texte).toMatch(/\.$/)
      expect(e.segments[0]?.source).not.toBe('')
    }
  })

  it('détaille les programmes du tribunal, ou ce qui est retenu, et nomme les autres', () => {
    const ids = (dossier: Dossier) => fiche(dossier).sections.map((s) => s.id)
    expect(ids(DEMONSTRATION)).not.toContain('ailsi')
    const autres = section(fiche(DEMONSTRATION), 'autres-dispositifs')
    expect(autres.find((e) => e.libelle === 'Hors critères')?.segments[0]?.texte).toContain('AILSI')
    const ailleurs = dossierAvec([declaration(1, 'procedure.tribunal', 'MARSEILLE')])
    expect(ids(ailleurs)).toContain('ailsi')
    expect(ids(ailleurs)).not.toContain('ouvrage')
    const retenu = {
      ...DEMONSTRATION,
      declarations: [...DEMONSTRATION.declarations, declaration(99, 'orientation.choix', ['tapaj'])],
    }
    expect(ids(retenu)).toContain('tapaj')
    expect(ids(retenu)).not.toContain('ouvrage')
  })

  it('met d’abord ce qui décide, avec l’appel à faire et une ligne vide pour le numéro', () => {
    const [premier] = section(fiche(DEMONSTRATION), 'ouvrage')
    expect(premier).toMatchObject({
      etat: 'inconnu',
      aFaire: expect.stringContaining('JAP de Paris'),
      appel: { telephone: null },
    })
    const ailleurs = dossierAvec([
      declaration(1, 'procedure.tribunal', 'Marseille'),
      declaration(2, 'logement.situation', '0'),
    ])
    expect(section(fiche(ailleurs), 'ailsi')[0]?.etat).toBe('faux')
  })

  it('dit que la fiche d’un dispositif est à revérifier', () => {
    const { sections } = fiche(DEMONSTRATION)
    expect(sections.find((s) => s.id === 'ouvrage')?.notes[0]).toContain('jamais vérifiée sur place')
    const marseille = fiche(dossierAvec([declaration(1, 'procedure.tribunal', 'Marseille')])).sections
    expect(marseille.find((s) => s.id === 'ailsi')?.notes[0]).toContain('Fiche du 27/02/2025, à revérifier')
  })

  it('porte les alertes avec leurs articles', () => {
    const contenu = fiche(
      dossierAvec([
        declaration(1, 'personne.mesureProtection', 'curatelle'),
        declaration(2, 'procedure.detentionEnvisagee', true),
      ]),
    )
    expect(contenu.alertes).toMatchObject([
      { id: 'enquete-avant-detention', bloquante: false, articles: [expect.stringContaining('41 CPP')] },
      {
        id: 'majeur-protege-sans-expertise',
        bloquante: true,
        articles: [expect.stringContaining('706-112'), expect.anything()],
      },
    ])
  })

  it('à l’enquête sociale, écran et papier ne portent que les alertes qui ne disent rien du casier ni d’APPI', () => {
    const dossier = dossierAvec([
      declaration(1, 'personne.mesureProtection', 'curatelle'),
      declaration(2, 'procedure.detentionEnvisagee', true),
      declaration(3, 'suivi.mesureEnCours', true, { origine: 'appi', verifie: true }),
    ])
    const orientation = lire(dossier)
    const ids = (role: Role) => alertesPour(orientation, role).map((a) => a.id)
    expect(ids('enquete')).toEqual(['majeur-protege-sans-expertise'])
    expect(fiche(dossier, 'enquete').alertes.map((a) => a.id)).toEqual(ids('enquete'))
    expect(ids('parquet')).toEqual(orientation.alertes.map((a) => a.id))
    expect(ids('parquet').length).toBeGreaterThan(2)
  })

  it('comprend une mesure abrogée dans une précision, et ne la propose jamais', () => {
    const [s] = ligne(fiche(DEMONSTRATION), 'Mesure en cours')
    expect(s?.note).toBe('aujourd’hui : sursis probatoire, simple ou renforcé')
    const sansPrecisions = structuredClone(DEMONSTRATION)
    for (const d of sansPrecisions.declarations) delete d.precision
    const tout = textes(fiche(sansPrecisions)).join('\n')
    expect(tout).not.toMatch(/contrainte pénale|mise à l’épreuve|rappel à la loi|\bSME\b/i)
  })
})

describe('bulletin n° 1 joint', () => {
  const { dossier } = JSON.parse(
    readFileSync(new URL('../../acceptation/cas/orientation/v02-f.json', import.meta.url), 'utf8'),
  ) as { dossier: Dossier }

  it('donne le nombre et la récidive avec ses articles, et le dit', () => {
    const dits = ligne(fiche(dossier), 'Antécédents')
    expect(dits[0]).toMatchObject({ source: 'bulletin n° 1 joint', declarations: [] })
    expect(dits[0]?.texte).toMatch(
      /^3 condamnations, récidive légale : oui, premier terme n° 3 .*132-10.*encouru 120 mois$/,
    )
  })

  it('ne laisse rien passer vers l’enquête', () => {
    const tout = textes(fiche(dossier, 'enquete')).filter((t) => !t.startsWith('Lu par le parquet seul'))
    expect(tout.join('\n')).not.toMatch(/bulletin|condamnation|récidive légale|APPI|Cassiopée/i)
  })
})

describe('talon pour l’avocat', () => {
  it('présente le dispositif en six lignes sourcées, ce à quoi dire oui, et qui appeler sans numéro inventé', () => {
    const { talon } = fiche(DEMONSTRATION)
    expect(talon.titre).toContain('L’Ouvrage')
    expect(talon.presentation).toHaveLength(6)
    expect(talon.presentation.every((p) => p.source !== '')).toBe(true)
    expect(talon.direOui).toContain('être évalué')
    expect(talon.reponses.map((e) => [e.libelle, e.segments[0]?.texte])).toEqual([
      ['Accord', 'oui'],
      ['Lun.–ven.', 'oui'],
    ])
    expect(talon.appels.length).toBeGreaterThan(0)
    expect(talon.appels.every((a) => a.telephone === null)).toBe(true)
    expect(textes(fiche(DEMONSTRATION)).join(' ')).not.toMatch(/\b0\d([ .]?\d\d){4}\b/)
  })

  it('dit ce qui s’oppose quand aucun programme du tribunal n’est ouvert', () => {
    const { talon } = fiche(
      dossierAvec([
        declaration(1, 'procedure.tribunal', 'Bobigny'),
        declaration(2, 'addiction.conduite', false),
      ]),
    )
    expect(talon.direOui).toBeNull()
    expect(talon.presentation.map((p) => p.texte)).toContainEqual(
      expect.stringContaining('aucune conduite addictive n’est notée'),
    )
  })
})

it('le nom du fichier ne porte aucun nom de personne et ne peut pas devenir un chemin', () => {
  const contenu = fiche({ ...DEMONSTRATION, numeroParquet: '../../26328 000123/é' })
  expect(nomFichier(contenu)).toBe(`${DATE}_26328000123_fiche-orientation`)
  expect(nomFichier(fiche({ ...DEMONSTRATION, numeroParquet: undefined }))).toBe(
    `${DATE}_${DEMONSTRATION.id.slice(0, 8)}_fiche-orientation`,
  )
})
