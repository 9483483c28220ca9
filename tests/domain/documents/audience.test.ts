import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  catalogueParDefaut,
  DOCUMENTS_DE,
  type Dossier,
  estPrive,
  laisseDeCote,
  type NomDocument,
  type Orientation,
  type Role,
  rediger,
} from '../../../domain/index.ts'
import { declaration, dossierAvec, EDITE_LE, lire as orienterDossier, textes } from './outils.ts'
import { dossierAuHasard, estPrivee, sansCelles, tusParLaDefense, vivantes } from './tirages.ts'

const ROLES: readonly Role[] = ['parquet', 'defense', 'enquete']
const TOUS: readonly NomDocument[] = [...new Set(ROLES.flatMap((role) => DOCUMENTS_DE[role]))]
const PAIRES = ROLES.flatMap((role) => DOCUMENTS_DE[role].map((document) => ({ role, document })))
const PARTAGES = PAIRES.filter(({ document }) => !estPrive(document))

// Each dossier is read once, whatever the number of documents drawn from it.
const lectures = new WeakMap<Dossier, Orientation>()

function lire(dossier: Dossier): Orientation {
  const orientation = lectures.get(dossier) ?? orienterDossier(dossier)
  lectures.set(dossier, orientation)
  return orientation
}

function ecrire(document: NomDocument, dossier: Dossier, role: Role) {
  return rediger(document, dossier, lire(dossier), { role, editeLe: EDITE_LE })
}

/** Every string of the document itself, ids and header apart. */
function dits(document: NomDocument, dossier: Dossier, role: Role): string {
  return textes(ecrire(document, dossier, role)).join('\n')
}

function pourTous(
  paires: readonly { role: Role; document: NomDocument }[],
  verifier: (dossier: Dossier, role: Role, document: NomDocument) => void,
  numRuns = 15,
): void {
  fc.assert(
    fc.property(dossierAuHasard, (dossier) => {
      for (const { role, document } of paires) verifier(dossier, role, document)
    }),
    { numRuns },
  )
}

// Every pair of a profile and a document; other work may share the machine.
describe('qui lit quoi, pour chaque profil et chaque document', { timeout: 120_000 }, () => {
  it('une note privée n’atteint aucun document partagé, ni par sa réponse, ni par sa précision', () => {
    const marque = /secret\d/
    pourTous(PARTAGES, (dossier, role, document) => {
      const tout = dits(document, dossier, role)
      expect(tout).not.toMatch(marque)
      for (const d of vivantes(dossier).filter((x) => estPrivee(x.fait))) {
        expect(tout).not.toContain(d.id)
        if (d.precision) expect(tout).not.toMatch(new RegExp(`${d.precision}\\b`))
      }
    })
  })

  it('les motifs d’écart ne s’impriment nulle part, la peine envisagée dans aucun document partagé', () => {
    pourTous(PAIRES, (dossier, role, document) => {
      const tout = dits(document, dossier, role)
      for (const d of vivantes(dossier)) {
        if (d.fait === 'orientation.ecarts') expect(tout).not.toContain(d.id)
        if (d.fait === 'audience.peineEnvisageeMois' && !estPrive(document)) expect(tout).not.toContain(d.id)
      }
    })
  })

  it('rien ne dépend de la peine envisagée dans un document partagé', () => {
    pourTous(PARTAGES, (dossier, role, document) => {
      const peines = vivantes(dossier).filter((d) => d.fait === 'audience.peineEnvisageeMois')
      if (peines.length === 0 || role === 'enquete') return
      expect(ecrire(document, dossier, role)).toEqual(ecrire(document, sansCelles(dossier, peines), role))
    })
  })

  it('un refus que la défense connaît ne change rien hors de sa note', () => {
    const siens = PARTAGES.filter(({ role }) => role === 'defense')
    pourTous(siens, (dossier, role, document) => {
      const tues = tusParLaDefense(dossier)
      if (tues.length === 0) return
      expect(ecrire(document, dossier, role)).toEqual(ecrire(document, sansCelles(dossier, tues), role))
    })
  })

  it('chaque déclaration vivante est dite, ou sa mise de côté est expliquée', () => {
    pourTous(PAIRES, (dossier, role, document) => {
      const dites = new Set(textes(ecrire(document, dossier, role)))
      const omises = new Set(
        laisseDeCote(dossier, lire(dossier), document, role).flatMap((o) => o.declarations),
      )
      for (const d of vivantes(dossier)) {
        if (d.inconnu === 'pas-demande' && d.precision === undefined) continue
        // The list has cells and no ids: what it says is checked in its own test.
        if (document === 'liste') continue
        expect([d.fait, dites.has(d.id) || omises.has(d.id)]).toEqual([d.fait, true])
      }
    })
  })

  it('ne cite que des déclarations vivantes', () => {
    pourTous(PAIRES, (dossier, role, document) => {
      const mortes = dossier.declarations.filter((d) => !vivantes(dossier).includes(d))
      const tout = dits(document, dossier, role)
      for (const d of mortes) expect(tout).not.toContain(d.id)
    })
  })

  it('ne dit à l’enquête sociale, ni par elle, rien du bulletin n° 1, de Cassiopée ni d’APPI', () => {
    const siens = PAIRES.filter(({ role }) => role === 'enquete')
    pourTous(siens, (dossier, role, document) => {
      const tout = dits(document, dossier, role)
      for (const d of vivantes(dossier).filter((x) => ['casier', 'cassiopee', 'appi'].includes(x.origine)))
        expect(tout).not.toContain(d.id)
    })
  })

  it('n’emploie aucun mot à ne pas dire', () => {
    pourTous(PAIRES, (dossier, role, document) => {
      // Entered from the SPIP's own evaluation, never computed by the product.
      const tout = dits(document, dossier, role).replace(/niveaux? de risque/gi, '')
      expect(tout).not.toMatch(
        /éligible|\bscore|risque|\bpatient|\busagers?\b|\bcas\b|submit|valider|toxicomane|algorithme/i,
      )
    })
  })

  it('un profil n’écrit pas un document qui n’est pas le sien', () => {
    const vide = dossierAvec([])
    for (const role of ROLES)
      for (const document of TOUS.filter((x) => !DOCUMENTS_DE[role].includes(x)))
        expect(() => ecrire(document, vide, role)).toThrow(/n’existe pas pour le profil/)
  })
})

describe('ce qui est laissé de côté', () => {
  const casier = 'BULLETIN N° 1'
  const omissions = (d: Dossier, document: NomDocument, role: Role) =>
    laisseDeCote(d, lire(d), document, role).map((o) => [o.quoi, o.motif.split(' :')[0]])

  it('dit ce qui manque et pourquoi, jamais ce qui a été répondu', () => {
    const d = dossierAvec([
      declaration(1, 'note.parquet', 'à relire ce soir'),
      declaration(2, 'audience.peineEnvisageeMois', 5),
      declaration(3, 'orientation.ecarts', ['ailsi:ordre-public']),
      declaration(4, 'addiction.conduite', true),
    ])
    expect(omissions(d, 'fiche', 'parquet')).toEqual([
      ['Note du parquet', 'Note privée'],
      ['Emprisonnement ferme envisagé (mois)', 'Peine envisagée'],
      ['Dispositifs écartés', 'Motif d’écart'],
    ])
    const mots = JSON.stringify(laisseDeCote(d, lire(d), 'fiche', 'parquet'))
    expect(mots).not.toMatch(/à relire ce soir|ordre-public/)
    expect(omissions(d, 'note-audience', 'parquet')).toEqual([['Dispositifs écartés', 'Motif d’écart']])
  })

  it('un refus du client reste dans la note de la défense', () => {
    const d = dossierAvec([declaration(1, 'accord.ouvrage', false), declaration(2, 'accord.tig', true)])
    expect(omissions(d, 'fiche', 'defense')).toEqual([
      ['Accord pour L’Ouvrage, Accord pour un TIG', 'Refus de la personne'],
    ])
    expect(omissions(d, 'note-plaidoirie', 'defense')).toEqual([])
    expect(dits('note-plaidoirie', d, 'defense')).toContain('à redemander')
    expect(omissions(d, 'fiche', 'parquet')).toEqual([])
  })

  it('la fiche ne laisse pas deviner la peine envisagée par le cadre qu’elle ouvrirait', () => {
    const base = [
      declaration(1, 'procedure.nature', 'delit'),
      declaration(2, 'procedure.encouruMois', 60),
      declaration(3, 'personne.mesureProtection', 'aucune'),
    ]
    const avec = dossierAvec([...base, declaration(4, 'audience.peineEnvisageeMois', 5)])
    const ouverts = lire(avec)
      .cadres.filter((c) => c.lecture === 'ouvert')
      .map((c) => c.id)
    expect(ouverts).toContain('amenagement-six-mois')
    expect(ecrire('fiche', avec, 'parquet')).toEqual(ecrire('fiche', dossierAvec(base), 'parquet'))
    expect(dits('note-audience', avec, 'parquet')).toContain('Aménagement à l’audience, obligatoire')
  })

  it('un refus qui reprend un accord ne fait pas revivre l’accord', () => {
    const d = dossierAvec([
      declaration(1, 'accord.evaluation', true),
      declaration(2, 'accord.evaluation', false, { retire: ['00000000-0000-4000-8000-000000000001'] }),
    ])
    const fiche = dits('fiche', d, 'defense')
    expect(fiche).toMatch(/non renseigné : [^\n]*accord pour être évalué/)
    expect(fiche).not.toMatch(/accepte d’être évalué|refuse d’être évalué|à redemander/)
  })

  it('le bulletin n° 1 n’est pas ouvert à l’enquête sociale', () => {
    const d = { ...dossierAvec([]), casier }
    expect(omissions(d, 'fiche', 'enquete').map(([quoi]) => quoi)).toEqual([
      'Bulletin n° 1 joint',
      'Cadres possibles',
    ])
    expect(omissions(d, 'fiche', 'parquet')).toEqual([])
    expect(omissions(d, 'message-siao', 'parquet').map(([quoi]) => quoi)).toEqual(['Bulletin n° 1 joint'])
  })

  it('une précision libre ne part pas vers un hébergement', () => {
    const d = dossierAvec([declaration(1, 'logement.situation', 'E1', { precision: 'depuis le sevrage' })])
    expect(dits('message-siao', d, 'parquet')).not.toContain('sevrage')
    expect(omissions(d, 'message-siao', 'parquet')[0]?.[0]).toBe('Précisions : Situation de logement')
  })
})

describe('anciennes mesures', { timeout: 60_000 }, () => {
  const ANCIENNES = /contraintes? pénales?|mises? à l’épreuve|rappels? à la loi|\bSME\b|dépôt obligatoire/i

  it('ne sont écrites par aucun document, quel que soit le dispositif ou le cadre retenu', () => {
    const { dispositifs, cadres } = catalogueParDefaut()
    const base = [
      declaration(1, 'procedure.tribunal', 'Bobigny'),
      declaration(2, 'procedure.nature', 'delit'),
    ]
    const retenus = [
      ...dispositifs.map(({ ecrit }) => declaration(3, 'orientation.choix', [ecrit.id])),
      ...cadres.map(({ ecrit }) => declaration(3, 'orientation.cadre', ecrit.id)),
    ]
    for (const retenu of retenus)
      for (const { role, document } of PAIRES)
        expect(dits(document, dossierAvec([...base, retenu]), role)).not.toMatch(ANCIENNES)
  })

  it('tapées dans une réponse libre, elles portent le nom d’aujourd’hui', () => {
    const d = dossierAvec([declaration(1, 'requisition.peine', 'six mois, SME')])
    const note = ecrire('note-audience', d, 'parquet')
    expect(JSON.stringify(note)).toContain('aujourd’hui : sursis probatoire')
  })
})

describe('chaque phrase a une origine', { timeout: 60_000 }, () => {
  /** Every sentence that the catalogue or a reading may say, in pieces, without capital nor final point. */
  function corpus(dossier: Dossier): Set<string> {
    const { dispositifs, cadres } = lire(dossier)
    const ecrits = textes(catalogueParDefaut().ecrit)
    const lus = [...dispositifs.flatMap((d) => d.criteres), ...cadres.flatMap((c) => c.conditions)]
    return new Set(
      [...ecrits, ...lus.flatMap((c) => [c.motif, c.aFaire ?? '']), ...textes(lire(dossier).alertes)].flatMap(
        morceaux,
      ),
    )
  }

  const MOTS = [
    /^_+$/,
    /^(profil à évaluer|à vérifier|hors critères)$/,
    /^fiche (jamais vérifiée|vérifiée|du)/,
    /, à transmettre$/,
  ]

  function morceaux(texte: string): string[] {
    return texte
      .split(/(?<=[.?]) | ; | : | – | \((?=profil|à vérifier|hors)|\)(?= :|$)/)
      .map((m) => m.trim().replace(/\.$/, '').toLowerCase())
      .filter((m) => m !== '')
  }

  it('une déclaration vivante, ou une entrée du catalogue', () => {
    const notes = PAIRES.filter(({ document }) => estPrive(document) || document === 'checklist')
    pourTous(
      notes.filter(({ role }) => role !== 'enquete'),
      (dossier, role, document) => {
        const connus = corpus(document === 'checklist' ? sansPeine(dossier, role) : dossier)
        const lignes = segmentsDe(ecrire(document, dossier, role))
        for (const { texte, declarations, lacune } of lignes) {
          if (declarations.length > 0 || lacune === 'non demandé') continue
          const etrangers = morceaux(texte).filter(
            (m) => !MOTS.some((mot) => mot.test(m)) && !dansLeCorpus(m, connus),
          )
          expect({ texte, etrangers }).toEqual({ texte, etrangers: [] })
        }
      },
      15,
    )
  })

  function sansPeine(dossier: Dossier, role: Role): Dossier {
    const peine = vivantes(dossier).filter((d) => d.fait === 'audience.peineEnvisageeMois')
    return sansCelles(dossier, [...peine, ...(role === 'defense' ? tusParLaDefense(dossier) : [])])
  }

  /** Figures of the law are written in the place of their names. */
  function dansLeCorpus(morceau: string, connus: ReadonlySet<string>): boolean {
    if (connus.has(morceau)) return true
    return [...connus].some((c) => c.includes('{$droit.') && motif(c).test(morceau))
  }

  function motif(ecrit: string): RegExp {
    const litteral = ecrit.split(/\{\$droit\.\w+\}/).map((m) => m.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${litteral.join('.+')}$`)
  }

  interface Dit {
    texte: string
    lacune: string | null
    declarations: string[]
  }

  function segmentsDe(x: unknown): Dit[] {
    if (typeof x !== 'object' || x === null) return []
    if ('texte' in x && 'lacune' in x) return [x as unknown as Dit]
    return Object.values(x).flatMap(segmentsDe)
  }
})
