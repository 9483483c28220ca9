import type { Reperage } from '../contrat.ts'
import type { Analyse } from './analyser.ts'
import { cherche, ensemble, type Lecture, PHRASE_MAX, type Phrase, parmi } from './lecture.ts'
import { CAT } from './lexique.ts'
import { dortLa, lieuSansVerbe } from './lieu.ts'

type Proposition = NonNullable<Reperage['proposition']>

/** Where the person lives, and whether they can sleep there tonight. */

export function logement(l: Lecture, x: Analyse, p: Phrase): Proposition[] {
  const { code, plie } = x.t.terme
  if (!/^(?:E[1-6]|P|I|A|0)$/.test(code)) return []
  const ceSoir: Proposition[] = peutRevenir(l, x, p)
    ? [{ fait: 'logement.hebergementCeSoir', valeur: true }]
    : []
  // A call to the 115 is no night there; a loose word without support is no place to live.
  const appel =
    code === 'E2' && !dortLa(l, p, x.t.a) && /^(?:(?:appelle )?(?:le )?115|samu social)$/.test(plie)
  if (code === '0' && parmi(l, Math.max(p.coeur, x.t.a - 8), x.t.a, RENDU)) return ceSoir
  // With whom says less than where: no home is stable for that.
  if (code === '0' && /^(?:avec|bailleur$)/.test(plie)) return ceSoir
  // « Refuse l’hébergement d’urgence »
  if (parmi(l, x.t.a - 3, x.t.a, REFUSE)) return []
  // « Je dors très bien chez moi »: an answer to something else.
  if (plie === 'chez moi' && (l.mot(x.t.a - 1) === 'bien' || p.autrui !== null)) return []
  if (/parents|mere|pere/.test(plie) && (delongtemps(l, p) || saChambre(l, p)))
    return [{ fait: 'logement.situation', valeur: '0' }, ...ceSoir]
  if (
    lieuSansVerbe(l, x.t) ||
    appel ||
    x.appui === null ||
    (code === '0' && squatte(l, x)) ||
    (x.t.terme.indice && code !== '0' && !hotelPaye(l, x, p)) ||
    /parents|mere|pere|attestation/.test(plie)
  )
    return ceSoir
  const valeur = code === 'E1' && sansLogement(plie) && sortDInstitution(l, p) ? 'E4' : code
  return [{ fait: 'logement.situation', valeur }, ...ceSoir]
}

const sansLogement = (plie: string) =>
  /logement|toit|point de chute|domicile|nulle part|hebergement/.test(plie)

const SORT = ensemble('sors sort sortie sortir quitter quitte liberation libere levee liberable')
const INSTITUTION = ensemble(
  'hospitalise hospitalisee prison detention ecrou incarceration hopital hospitalisation psychiatrie psychiatrique clinique',
)

/** « Sort mardi de l’hôpital… aucun toit »: homeless on leaving, which is a case of its own (ETHOS 4). */
function sortDInstitution(l: Lecture, p: Phrase): boolean {
  const rang = l.phraseDe[p.d] ?? 0
  const avant = l.phrases.slice(Math.max(0, rang - 2), rang)
  const sort = [...avant.slice(-1), p].some((q) => parmi(l, q.coeur, q.f, SORT))
  return sort && [...avant, p].some((q) => parmi(l, q.coeur, q.f, INSTITUTION) || maisonDArret(l, q))
}

function maisonDArret(l: Lecture, q: Phrase): boolean {
  for (let i = q.coeur; i < Math.min(q.f, q.coeur + PHRASE_MAX); i++)
    if (l.mot(i) === 'arret' && l.mot(i - 2) === 'maison') return true
  return false
}

/** « J’ai rendu les clés de mon studio » */
const RENDU = ensemble('rendu rendus rendue quitte perdu perdue vendu vendue')
const REFUSE = ensemble('refuse refusent refusait refuses refusant decline')

const SANS_DROIT = ensemble(
  'squatte squattent squattait squattais mure muree abandonne abandonnee inoccupe inoccupee vide desaffecte',
)

/** « squatte un pavillon muré » */
function squatte(l: Lecture, x: Analyse): boolean {
  return parmi(l, x.t.a - 3, x.t.b + 3, SANS_DROIT)
}

const PAYEUR = ensemble('paye payee finance financee pris prise charge 115 association siao samu')

/** « à l’hôtel, payé par le 115 » */
function hotelPaye(l: Lecture, x: Analyse, p: Phrase): boolean {
  return x.t.terme.plie === 'hotel' && parmi(l, x.t.b, Math.min(p.f, x.t.b + 10), PAYEUR)
}

/** « chez sa mère depuis quatre ans » is a home. */
function delongtemps(l: Lecture, p: Phrase): boolean {
  const suivante = l.phrases[(l.phraseDe[p.d] ?? 0) + 1]
  const f = suivante !== undefined && suivante.genre === p.genre && !suivante.paragraphe ? suivante.f : p.f
  for (let i = p.d; i < Math.min(f, p.d + 60); i++) {
    const [mot, suivant] = [l.mot(i), l.mot(i + 1)]
    if (mot === 'jamais' && BOUGE.has(suivant)) return true
    if (mot === 'toujours' && VECU.has(suivant)) return true
    if (mot !== 'depuis') continue
    if (ENFANCE.has(suivant) || ENFANCE.has(l.mot(i + 2)) || suivant === 'tout') return true
    if (parmi(l, i + 1, i + 4, ANS)) return true
  }
  return false
}

const BOUGE = ensemble('bouge quitte parti partie demenage')
const VECU = ensemble('vecu habite')
const ENFANCE = ensemble('toujours naissance enfance')
const ANS = ensemble('ans annees')

/** « chez ses parents, y dispose d’une chambre », here or in the next sentence. */
function saChambre(l: Lecture, p: Phrase): boolean {
  const suivante = l.phrases[(l.phraseDe[p.d] ?? 0) + 1]
  for (const q of [p, suivante]) {
    if (q === undefined || (q !== p && q.paragraphe)) continue
    for (let i = q.coeur; i < Math.min(q.f, q.coeur + 40); i++)
      if (
        l.mot(i) === 'chambre' &&
        /^(?:ma|sa|une|propre)$/.test(l.mot(i - 1)) &&
        cherche(l, q.coeur, i, CAT.negation) < 0
      )
        return true
  }
  return false
}

const NIE = ensemble('ne pas plus')

function peutRevenir(l: Lecture, x: Analyse, p: Phrase): boolean {
  const rang = l.phraseDe[x.t.a] ?? 0
  const suivante = l.phrases[rang + 1]
  for (const q of [p, suivante]) {
    if (q === undefined || (q !== p && q.paragraphe)) continue
    const i = cherche(l, q.coeur, Math.min(q.f, q.coeur + 60), CAT.peutRevenir)
    if (i < 0) continue
    if (!parmi(l, Math.max(q.coeur, i - 3), Math.min(q.f, i + 4), NIE)) return true
  }
  return false
}

/** « s’il était libéré, il logerait chez sa tante »: a place for tonight, which is not where the person lives. */
export function accueilAVenir(l: Lecture, x: Analyse): Proposition[] {
  const p = l.phrases[l.phraseDe[x.t.a] ?? 0]
  if (p === undefined || x.polarite !== 'affirme' || !ACCUEIL.has(x.t.terme.code)) return []
  if (!sousCondition(l, p)) return []
  return peutRevenir(l, x, p) ? [{ fait: 'logement.hebergementCeSoir', valeur: true }] : []
}

const ACCUEIL = ensemble('E3 E6 0 A')
const CONDITION = ensemble(
  'accord hebergera accueillera si s cas sortie libere liberee liberation soir remis remise issue',
)

/** « Serait hébergé, selon un voisin » only reports; « s’il sortait ce soir » tells where. */
function sousCondition(l: Lecture, p: Phrase): boolean {
  return parmi(l, p.coeur, Math.min(p.f, p.coeur + 40), CONDITION)
}
