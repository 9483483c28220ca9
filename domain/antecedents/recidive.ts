import type { CasierLu, Condamnation, DateIso, Poursuite, RecidiveLue } from '../contrat.ts'
import { ajouterAnnees, estDateIso } from '../dates.ts'
import { DELAIS, ENCOURUS, JURIDICTION_CONTRAVENTION, JURIDICTION_MINEURS } from './delais.ts'
import { type Definitive, definitiveAu, type Expiration, expirationDe } from './expiration.ts'
import {
  estCrime,
  type Lien,
  lier,
  punieDeDixAns,
  type Qualification,
  qualifier,
  qualifierPoursuite,
} from './infractions.ts'
import { motifDe, type Obstacle, type Terme } from './motifs.ts'
import { aplanir } from './texte.ts'

/**
 * Legal recidivism from the bulletin alone (132-8 to 132-11 CP). Three values: established, to be
 * settled, not established; never « no », a bulletin does not prove an absence.
 */
export function etablirRecidive(casier: CasierLu, poursuite: Poursuite): RecidiveLue {
  const { encouruMois } = poursuite
  const rendre = (
    etat: RecidiveLue['etat'],
    obstacle: Obstacle,
    terme: Terme | null = null,
  ): RecidiveLue => ({
    etat,
    articles: terme?.articles ?? [],
    premierTerme: terme === null ? null : { rang: terme.condamnation.rang, jusquAu: terme.jusquAu },
    encouruMois: etat === 'oui' ? aggraver(encouruMois) : encouruMois,
    motif: motifDe(etat, obstacle, terme),
  })
  if (!estDateIso(poursuite.date)) return rendre('indeterminee', 'date-des-faits')
  if (casier.etat !== 'condamnations' && casier.etat !== 'neant') return rendre('indeterminee', casier.etat)
  const alias = (casier.identite?.alias.length ?? 0) > 0
  const secondes = qualifierPoursuite(poursuite)
  const termes = casier.condamnations.flatMap((c) => premierTerme(c, casier, poursuite, secondes) ?? [])
  const etabli = dernier(termes.filter((t) => t.obstacle === null))
  if (etabli !== null) return rendre(alias ? 'indeterminee' : 'oui', alias ? 'alias' : null, etabli)
  const possible = dernier(termes)
  if (possible !== null) return rendre('indeterminee', possible.obstacle, possible)
  if (alias) return rendre('indeterminee', 'alias')
  if (casier.lignesNonLues.length > 0) return rendre('indeterminee', 'lignes-non-lues')
  return rendre('non-etablie', casier.etat === 'neant' ? 'neant' : aucunTerme(casier, poursuite.date))
}

function aggraver(encouruMois: number): number {
  const { dixAns, crimeQuinzeAns } = ENCOURUS
  if (encouruMois <= dixAns.valeur) return encouruMois * 2
  return encouruMois === crimeQuinzeAns.valeur ? crimeQuinzeAns.porteA : encouruMois
}

/** The latest decision; a decision without its day ranks by its number. */
function dernier(termes: readonly Terme[]): Terme | null {
  let choisi: Terme | null = null
  for (const t of termes) {
    if (choisi === null) choisi = t
    else {
      const [a, b] = [t.condamnation, choisi.condamnation]
      const apres = a.date !== null && b.date !== null ? a.date >= b.date : a.rang >= b.rang
      if (apres) choisi = t
    }
  }
  return choisi
}

function aucunTerme(casier: CasierLu, jour: DateIso): Obstacle {
  const definitives = compterCondamnationsDefinitives(casier, jour) ?? 0
  return definitives > 0 ? 'reiteration' : 'aucune-definitive'
}

const EDUCATIF =
  /AVERTISSEMENT|ADMONESTATION|EDUCATI|REMISE? A|LIBERTE SURVEILLEE|REPARATION|PROTECTION JUDICIAIRE|PLACEMENT|ACTIVITE DE JOUR/

/** Measures that are not sentences; their words are kept by the reading only as an « autre » sentence. */
function estEducative(c: Condamnation): boolean {
  const mineurs = JURIDICTION_MINEURS.test(aplanir(c.juridiction))
  const rien = c.peines.every((p) => p.nature === 'autre')
  return mineurs && rien && (c.peines.length > 0 || c.mentions.some((m) => EDUCATIF.test(aplanir(m.texte))))
}

/** Does this conviction stand as first term, and how sure is it? */
function premierTerme(
  c: Condamnation,
  casier: CasierLu,
  poursuite: Poursuite,
  secondes: readonly Qualification[],
): Terme | null {
  if (c.caractere === 'composition-penale') return null
  if (JURIDICTION_CONTRAVENTION.test(aplanir(c.juridiction))) return null
  const definitive = definitiveAu(c, poursuite.date)
  if (definitive.etat === 'non') return null
  const expiration = expirationDe(c, casier)
  const libelles = c.infractions.length > 0 ? [...new Set(c.infractions.map((i) => i.libelle))] : [null]
  const candidats = libelles.flatMap((libelle) =>
    libelle === null
      ? [illisible(c, expiration, poursuite)]
      : [
          special(c, libelle, secondes, expiration, poursuite),
          general(c, libelle, qualifier(libelle), expiration, poursuite),
        ],
  )
  const retenus = candidats.filter((t) => t !== null)
  const etablis = retenus.filter((t) => t.obstacle === null)
  const terme = reunir(etablis.length > 0 ? etablis : retenus)
  return terme === null ? null : reserver(terme, definitive)
}

/** One term for one decision: every article that applies, the longest delay. */
function reunir(termes: readonly Terme[]): Terme | null {
  const [premier] = termes
  if (premier === undefined) return null
  const jusquAu = termes.reduce<DateIso | null>(
    (max, t) => (t.jusquAu !== null && (max === null || t.jusquAu > max) ? t.jusquAu : max),
    null,
  )
  const principal = termes.find((t) => t.jusquAu === jusquAu) ?? premier
  return { ...principal, articles: [...new Set(termes.flatMap((t) => t.articles))] }
}

/** What prevents a term from being established, whatever its delay. */
function reserver(terme: Terme, definitive: Definitive): Terme {
  const c = terme.condamnation
  const obstacle: Obstacle = c.peines.some((p) => p.nature === 'dispense')
    ? 'dispense'
    : estEducative(c)
      ? 'mesure-educative'
      : definitive.etat === 'incertain'
        ? definitive.raison
        : terme.obstacle
  return obstacle === null ? terme : { ...terme, obstacle, jusquAu: null }
}

function illisible(c: Condamnation, expiration: Expiration, poursuite: Poursuite): Terme | null {
  const delai = dansLeDelai(expiration, poursuite.date, DELAIS.recidiveSpeciale.valeur)
  if (delai.etat === 'non') return null
  return terme(
    c,
    ['132-10 CP'],
    delai,
    'infraction-illisible',
    'identique',
    '',
    DELAIS.recidiveSpeciale.valeur,
  )
}

/** 132-10: the same delict or one assimilated to it. A crime is not a delict. */
function special(
  c: Condamnation,
  libelle: string,
  secondes: readonly Qualification[],
  expiration: Expiration,
  poursuite: Poursuite,
): Terme | null {
  if (estCrime(c) || poursuite.encouruMois > ENCOURUS.dixAns.valeur) return null
  const premier = qualifier(libelle)
  const liens = secondes.map((s) => lier(premier, s))
  const trouves = liens.filter((l): l is Lien => l !== null)
  const [lien] = trouves
  if (lien === undefined) return null
  const annees = DELAIS.recidiveSpeciale.valeur
  const delai = dansLeDelai(expiration, poursuite.date, annees)
  if (delai.etat === 'non') return null
  const sur = trouves.length === liens.length && trouves.every((l) => l.lien !== 'indecis')
  const articles = ['132-10 CP', ...new Set(trouves.flatMap((l) => l.articles))]
  const nature = lien.lien === 'indecis' ? 'assimile' : lien.lien
  return terme(c, articles, delai, sur ? null : 'assimilation', nature, libelle, annees)
}

/** 132-8 and 132-9: after a crime or a delict punished by ten years. */
function general(
  c: Condamnation,
  libelle: string,
  premier: Qualification,
  expiration: Expiration,
  poursuite: Poursuite,
): Terme | null {
  const { encouruMois } = poursuite
  if (encouruMois <= ENCOURUS.unAn.valeur) return null
  const punie = punieDeDixAns(c, premier)
  if (punie === 'non') return null
  const obstacle = punie === 'inconnu' ? 'encouru-inconnu' : null
  if (encouruMois > ENCOURUS.dixAns.valeur) {
    const sansDelai = { etat: 'oui', jusquAu: null } as const
    return terme(c, [ENCOURUS.crimeQuinzeAns.article], sansDelai, obstacle, 'crime', libelle, 0)
  }
  const dix = encouruMois === ENCOURUS.dixAns.valeur
  const regle = dix ? DELAIS.recidiveGeneraleDixAns : DELAIS.recidiveGenerale
  const delai = dansLeDelai(expiration, poursuite.date, regle.valeur)
  if (delai.etat === 'non') return null
  return terme(c, [regle.article], delai, obstacle, 'general', libelle, regle.valeur)
}

interface Delai {
  etat: 'oui' | 'non' | 'inconnu'
  jusquAu: DateIso | null
}

/** From day to day: the anniversary of the expiry is still within the delay. */
function dansLeDelai(expiration: Expiration, jour: DateIso, annees: number): Delai {
  const { min, max } = expiration
  const fin = ajouterAnnees(min, annees)
  if (jour <= fin) return { etat: 'oui', jusquAu: max !== null && max <= jour ? fin : null }
  if (max !== null && jour > ajouterAnnees(max, annees)) return { etat: 'non', jusquAu: null }
  return { etat: 'inconnu', jusquAu: null }
}

function terme(
  condamnation: Condamnation,
  articles: string[],
  delai: Delai,
  obstacle: Obstacle,
  lien: Terme['lien'],
  libelle: string,
  annees: number,
): Terme {
  const retenu: Obstacle = delai.etat === 'inconnu' ? 'expiration-inconnue' : obstacle
  return {
    condamnation,
    articles,
    jusquAu: retenu === null ? delai.jusquAu : null,
    obstacle: retenu,
    lien,
    libelle,
    annees,
  }
}

/**
 * Convictions final on that day; null when the bulletin cannot be counted. A penal composition, an
 * educational measure and a decision whose delays of appeal are open or unknown do not count.
 */
export function compterCondamnationsDefinitives(casier: CasierLu, auJour: DateIso): number | null {
  if (casier.etat !== 'condamnations' && casier.etat !== 'neant') return null
  return casier.condamnations.filter((c) => {
    if (c.caractere === 'composition-penale' || estEducative(c)) return false
    const { etat, raison } = definitiveAu(c, auJour)
    // The record receives an ordonnance pénale once it is final, a default judgment before (droit.md §4.3; 768 CPP).
    if (raison === 'signification-inconnue') return c.caractere === 'ordonnance-penale'
    // The ordinary delay is over; what is debated is only its effect on recidivism.
    return etat === 'oui' || raison === 'delai-procureur-general' || raison === 'caractere-inconnu'
  }).length
}
