import type { KeyboardEvent } from 'react'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type Declaration,
  type Dossier,
  LIGNES_TRIAGE,
  type LigneTriage,
  pasEnArriere,
  REGLAGES_PAR_DEFAUT,
} from '../../domain/index.ts'
import { etatFait } from '../../renderer/lecture.ts'
import { dossierDe, useMagasin } from '../../renderer/magasin.ts'
import {
  aPreciser,
  CE_SOIR,
  lireTexte,
  reponsesContraires,
  SANS_LOGEMENT,
  sectionsDe,
  vueLigne,
} from '../../renderer/saisie/lignes.ts'
import {
  DEPUIS,
  DOMICILIATION,
  donnerCode,
  ecrireCeSoir,
  ecrireDomiciliation,
  motsCeSoir,
  NUIT,
  sourcerLogement,
  tapeDe,
  taper,
} from '../../renderer/saisie/logement.ts'
import { basculer, repondreLigne, sourcer, trancher } from '../../renderer/saisie/repondre.ts'
import { lettreDe } from '../../renderer/touches.ts'
import { dossierAvec, declaration as faire, uuid } from '../domain/outils.ts'

const ID = uuid(0)
const ligne = (fait: string): LigneTriage => {
  const trouvee = LIGNES_TRIAGE.find((l) => l.fait === fait)
  if (trouvee === undefined) throw new RangeError(fait)
  return trouvee
}
const ici = (): Dossier => {
  const dossier = dossierDe(ID)
  if (dossier === undefined) throw new RangeError('dossier')
  return dossier
}
const poser = (declarations: Declaration[] = []) =>
  useMagasin.setState({ dossiers: [dossierAvec(declarations)], sources: {}, reglages: REGLAGES_PAR_DEFAUT })
const acte = () =>
  pasEnArriere(ici(), {
    auteur: { role: 'parquet' },
    date: '2030-01-01T00:00:00Z',
    nouvelId: () => crypto.randomUUID(),
  }).acte?.map((d) => d.fait)
const valeur = (fait: string) => {
  const etat = etatFait(ici(), fait)
  return etat.etat === 'connu' ? etat.valeur : etat.etat === 'inconnu' ? etat.raison : etat.etat
}

const fait = { ok: true, valeur: { enregistreA: '2026-11-24T09:00:00+01:00' } }
/** The page's clock is the browser's; Node has none yet. */
const enZone = (ms: number) => {
  const iso = new Date(ms).toISOString()
  return { toString: () => iso, toPlainDate: () => iso.slice(0, 10) }
}
vi.stubGlobal('Temporal', {
  Instant: { fromEpochMilliseconds: (ms: number) => ({ toZonedDateTimeISO: () => enZone(ms) }) },
})
vi.stubGlobal('window', { aiguillage: { invoke: async () => fait, listen: () => () => {} } })
beforeEach(() => poser())
afterAll(() => {
  vi.unstubAllGlobals()
  useMagasin.setState({ dossiers: [], sources: {}, reglages: REGLAGES_PAR_DEFAUT })
})

describe('une touche, un acte', () => {
  it('« n » reprend les précisions dans le même acte', () => {
    const addiction = ligne('addiction.conduite')
    repondreLigne(ici(), addiction, 'o')
    basculer(ici(), addiction, { fait: 'addiction.produits', valeur: 'crack', libelle: '' })
    basculer(ici(), addiction, { fait: 'addiction.frequence', valeur: 'quotidien', libelle: '' })
    repondreLigne(ici(), addiction, 'n')
    expect(acte()).toEqual(['addiction.produits', 'addiction.frequence', 'addiction.conduite'])
    expect(valeur('addiction.produits')).toBe('pas-demande')
  })

  it('une source redit la ligne et ses précisions en un acte', () => {
    const addiction = ligne('addiction.conduite')
    repondreLigne(ici(), addiction, 'o')
    basculer(ici(), addiction, { fait: 'addiction.produits', valeur: 'crack', libelle: '' })
    sourcer(ici(), addiction, 'enquete')
    expect(acte()).toEqual(['addiction.produits', 'addiction.conduite'])
  })

  it('« oui » à sans logement l’emporte sur un code qui disait le contraire', () => {
    donnerCode(ID, '0')
    expect(vueLigne(ici(), ligne(SANS_LOGEMENT)).reponse).toBe('n')
    repondreLigne(ici(), ligne(SANS_LOGEMENT), 'o')
    expect(vueLigne(ici(), ligne(SANS_LOGEMENT)).reponse).toBe('o')
    expect(acte()).toHaveLength(2)
  })
})

describe('réponses contradictoires', () => {
  const JAP = 'suivi.japRessort'
  const extrait = { piece: 'audition p. 2', debut: 0, fin: 7, texte: 'Bobigny' }
  const dites = [
    faire(1, JAP, 'Paris', {
      origine: 'partenaire',
      verifie: true,
      precision: 'greffe',
      auteur: { role: 'enquete', organisme: 'APCARS' },
    }),
    faire(2, JAP, 'Bobigny', { origine: 'procedure', extrait }),
    faire(3, JAP, 'Bobigny', { origine: 'procedure', extrait }),
  ]

  it('chacune avec sa source, dans l’ordre où elles ont été dites, la même une seule fois', () => {
    poser(dites)
    expect(reponsesContraires(ici(), JAP).map((d) => `${d.valeur} — ${d.source}`)).toEqual([
      'Paris — Appel (APCARS), vérifié',
      'Bobigny — Audition p. 2',
    ])
    expect(vueLigne(ici(), ligne(JAP))).toMatchObject({ aTrancher: true, reponse: null, source: null })
  })

  it('celle qui est choisie est redite avec sa source et reprend les autres, en un acte', () => {
    poser(dites)
    trancher(ID, uuid(1))
    expect(ici().declarations.at(-1)).toMatchObject({
      valeur: 'Paris',
      origine: 'partenaire',
      verifie: true,
      precision: 'greffe',
      auteur: { role: 'parquet', organisme: 'APCARS' },
      retire: [uuid(1), uuid(2), uuid(3)],
    })
    expect(valeur(JAP)).toBe('Paris')
    expect(acte()).toEqual([JAP])
    poser(dites)
    trancher(ID, uuid(2))
    expect(ici().declarations.at(-1)).toMatchObject({ valeur: 'Bobigny', extrait, verifie: false })
  })

  it('un code de logement qui se contredit se tranche sur sa ligne', () => {
    poser([
      faire(1, 'logement.situation', 'E1'),
      faire(2, 'logement.situation', 'E6', { origine: 'enquete' }),
    ])
    expect(vueLigne(ici(), ligne(SANS_LOGEMENT)).aTrancher).toBe(true)
    trancher(ID, uuid(2))
    expect(valeur('logement.situation')).toBe('E6')
  })
})

describe('le logement en quatre touches', () => {
  const code = () => valeur('logement.situation')

  it('le code suit la nuit, puis « non » ce soir ; le code donné l’emporte', () => {
    taper(ID, NUIT, 'tiers')
    expect(code()).toBe('E6')
    expect(vueLigne(ici(), ligne(SANS_LOGEMENT)).reponse).toBe('o')
    taper(ID, CE_SOIR, 'n')
    expect(code()).toBe('E1')
    donnerCode(ID, 'E3')
    expect(code()).toBe('E3')
    donnerCode(ID, '')
    expect(code()).toBe('E1')
  })

  it('« ne sait pas » à chaque question ne donne aucun code', () => {
    for (const f of [NUIT, CE_SOIR, DEPUIS, DOMICILIATION]) {
      taper(ID, f, '?')
      expect(valeur(f)).toBe('ne-sait-pas')
      expect(tapeDe(ID, f)).toBe('?')
    }
    expect(code()).toBe('pas-demande')
    taper(ID, NUIT, null)
    expect(valeur(NUIT)).toBe('pas-demande')
  })

  it('une adresse à l’identité ne donne aucun code, ni une domiciliation', () => {
    taper(ID, DOMICILIATION, 'o')
    ecrireDomiciliation(ID, 'CCAS de Bobigny')
    expect(code()).toBe('pas-demande')
    expect(ici().declarations.at(-1)).toMatchObject({ fait: DOMICILIATION, precision: 'CCAS de Bobigny' })
    taper(ID, DOMICILIATION, 'n')
    expect(ici().declarations.at(-1)).not.toHaveProperty('precision')
  })

  it('« à vérifier » garde le téléphone de l’hôte', () => {
    taper(ID, CE_SOIR, 'v')
    ecrireCeSoir(ID, '01 48 00 00 00')
    expect(ici().declarations.at(-1)).toMatchObject({
      valeur: null,
      inconnu: 'ne-sait-pas',
      precision: 'à vérifier\u00a0: 01 48 00 00 00',
    })
    expect(tapeDe(ID, CE_SOIR)).toBe('v')
    expect(motsCeSoir(ID)).toBe('01 48 00 00 00')
    expect(valeur('logement.departement')).toBe('pas-demande')
  })

  it('« oui » dit où ; « non » reprend le département', () => {
    taper(ID, CE_SOIR, 'o')
    ecrireCeSoir(ID, '93, chez sa sœur')
    expect(valeur('logement.departement')).toBe('93')
    taper(ID, CE_SOIR, 'n')
    expect(valeur('logement.departement')).toBe('pas-demande')
    expect(acte()).toEqual(['logement.departement', CE_SOIR])
  })

  it('une source pour tout le formulaire, en un acte, sans changer celle d’un appel à l’hôte', () => {
    taper(ID, NUIT, 'rue')
    taper(ID, CE_SOIR, 'o')
    sourcer(ici(), ligne(CE_SOIR), 'partenaire')
    taper(ID, DEPUIS, 'plus-24')
    sourcerLogement(ID, ligne(SANS_LOGEMENT), 'audition')
    expect(vueLigne(ici(), ligne(SANS_LOGEMENT)).source).toBe('audition')
    expect(vueLigne(ici(), ligne(CE_SOIR)).source).toBe('partenaire')
    expect(vueLigne(ici(), ligne(SANS_LOGEMENT)).precision).toBe(
      'E1 — à la rue, campement, voiture, depuis plus de deux ans',
    )
  })
})

describe('les précisions s’ouvrent là où elles servent', () => {
  it.each([
    ['addiction.conduite', null, true],
    ['addiction.conduite', 'o', true],
    ['addiction.conduite', 'n', false],
    ['addiction.conduite', '?', false],
    ['psy.traitement', 'n', false],
    ['personne.mesureProtection', 'n', false],
    ['suivi.japRessort', 'n', true],
    [CE_SOIR, '?', true],
  ] as const)('%s répondu %s : %s', (f, reponse, attendu) => {
    expect(aPreciser(ligne(f), reponse)).toBe(attendu)
  })

  it('les éléments psychiatriques et l’avis au protecteur ne se proposent qu’après « oui »', () => {
    const titres = (f: string) => sectionsDe(ligne(f), vueLigne(ici(), ligne(f))).map((s) => s.titre)
    expect(titres('psy.troubleDeclare')).toEqual([])
    expect(titres('personne.mesureProtection')).toEqual(['Tutelle / curatelle'])
    repondreLigne(ici(), ligne('psy.troubleDeclare'), 'o')
    expect(titres('psy.troubleDeclare')).toEqual(['Éléments'])
    basculer(ici(), ligne('personne.mesureProtection'), {
      fait: 'personne.mesureProtection',
      valeur: 'tutelle',
      libelle: '',
    })
    expect(titres('personne.mesureProtection')).toEqual(['Tutelle / curatelle', 'Éléments'])
  })

  it('un numéro de téléphone n’est pas un département', () => {
    expect(lireTexte(ligne(CE_SOIR), '06 12 34 56 78')).toEqual({ texte: '06 12 34 56 78' })
    expect(lireTexte(ligne(CE_SOIR), '06.12.34.56.78')).toEqual({ texte: '06.12.34.56.78' })
    expect(lireTexte(ligne(CE_SOIR), '93 chez sa sœur')).toEqual({ departement: '93', texte: 'chez sa sœur' })
  })
})

describe('une lettre qui agit seule', () => {
  const touche = (key: string, reste: Partial<KeyboardEvent['nativeEvent']> = {}, altGr = false) =>
    ({
      key,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      isComposing: false,
      getModifierState: (m: string) => altGr && m === 'AltGraph',
      ...reste,
    }) as unknown as globalThis.KeyboardEvent

  it('est la lettre imprimée, majuscule ou non', () => {
    expect(['o', 'O', '?', ','].map((k) => lettreDe(touche(k)))).toEqual(['o', 'o', '?', ','])
  })

  it('n’est ni une touche nommée, ni Espace, ni une combinaison, ni AltGr, ni une composition', () => {
    for (const k of ['Enter', 'Dead', ' ', 'F1']) expect(lettreDe(touche(k))).toBeNull()
    for (const m of ['ctrlKey', 'altKey', 'metaKey', 'isComposing'])
      expect(lettreDe(touche('o', { [m]: true }))).toBeNull()
    expect(lettreDe(touche('€', {}, true))).toBeNull()
  })

  it('se coupe par le réglage', () => {
    useMagasin.setState({ reglages: { ...REGLAGES_PAR_DEFAUT, lettres: false } })
    expect(lettreDe(touche('o'))).toBeNull()
  })
})
