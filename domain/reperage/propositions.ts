import type { Reperage } from '../contrat.ts'
import type { Analyse } from './analyser.ts'
import { etatDeCase } from './formulaire.ts'
import type { Phrase } from './lecture.ts'
import { cherche, type Lecture, porte, trouveesEntre } from './lecture.ts'
import { CAT } from './lexique.ts'
import { acheteDehors, lienAvecLesFaits } from './role.ts'

type Proposition = NonNullable<Reperage['proposition']>

const FENETRE = 40
/** Words by which the person, a carer or the inquiry speaks of an addiction, beyond a use. */
const ADDICTION_DITE =
  /toxicoman|toxico$|^addict$|addiction (?:a|au|aux)|dependan|accro|^alcoolique|alcoolism|alcoolodepend|cocainoman|heroinoman|crackeu|polytox|polyconso|polyaddict|manque|trouble de l usage|conduites? addictives?|problemati|probleme|ivrogne|pochtron|junkie|injecteur|jeu pathologique|joueur pathologique|ethylisme|^ethylique$|shoote|se drogue|me drogue|injecte|toxicodepend/
const NOM_GENERIQUE = /^(?:addictions?|addictif|conduites? addictives?)$/
const TRAITEMENTS = new Set(['antipsychotiques', 'retard_signes', 'thymoregulateurs', 'antidepresseurs'])
const SEVERES = new Set(['psychose', 'bipolaire'])
const DANS_LE_CERTIFICAT = new Set([
  'psychose',
  'bipolaire',
  'antipsychotiques',
  'retard_signes',
  'thymoregulateurs',
  'mesures_psy',
  'structures_psy',
])
const SOINS_ADDICTO = new Set([
  'structures_addicto',
  'actes_addicto',
  'medic_addicto',
  'buprenorphine',
  'methadone',
])
const DUR = new Set(['heroine', 'crack'])

/** What the user may confirm from one finding; several when one passage says several facts. */
export function propositionsDe(l: Lecture, x: Analyse, nature: string): Proposition[] {
  if (x.fauxAmi !== null || x.sujet !== 'personne' || x.hypothese || x.role === 'trafic' || x.etranger)
    return []
  if (x.rapporte && !x.parProche && x.t.terme.famille !== 'psychiatrie') return []
  const p = l.phrases[l.phraseDe[x.t.a] ?? 0]
  if (p === undefined) return []
  if (x.polarite === 'nie') return refus(l, x, p)
  if (x.polarite !== 'affirme' || x.appui === null) return []
  if (x.t.terme.famille === 'addiction') return x.temps === 'passe' ? [] : addiction(l, x, p)
  if (x.t.terme.famille === 'logement') return x.temps === 'passe' ? [] : logement(l, x, p)
  if (x.t.terme.famille === 'protection') return protection(x)
  return psychiatrieEtSoins(l, x, p, nature)
}

function refus(l: Lecture, x: Analyse, p: Phrase): Proposition[] {
  const { code, famille } = x.t.terme
  if (famille === 'protection' && code !== 'aah')
    return [{ fait: 'personne.mesureProtection', valeur: 'aucune' }]
  const demande = p.genre === 'question' || cherche(l, p.f, p.f + 3, CAT.oui) < -1
  if (famille === 'psychiatrie' && code === 'generique' && demande)
    return [{ fait: 'psy.troubleDeclare', valeur: false }]
  return []
}

function addiction(l: Lecture, x: Analyse, p: Phrase): Proposition[] {
  const { produit, plie, code } = x.t.terme
  const sortie: Proposition[] = []
  if (x.role !== 'usage' && x.role !== 'lien-faits') return sortie
  const frequence = frequenceDe(l, x, p)
  // A drug taken beside a treatment, or « ma consommation » alone, is no addiction said.
  const aLire =
    produit === 'medicaments' ? !avecTraitement(l, p) : !(code === 'generique' && x.t.terme.indice)
  const habitude = aLire && (parJour(l, x, p) || reprise(l, p))
  const dite =
    (ADDICTION_DITE.test(plie) && !NOM_GENERIQUE.test(plie)) ||
    (NOM_GENERIQUE.test(plie) && p.genre === 'question')
  const lutte = neSArretePas(l, p) || probleme(l, p, x)
  const dur = DUR.has(code) && verbeAvant(l, p, x.t.a)
  const autour = autourDit(l, x, p)
  const conduite =
    x.temps === 'actuel' &&
    (dite || habitude || lutte || dur || autour || (produit === 'medicaments' && acheteDehors(l, p)))
  if (produit !== null && (produit !== 'medicaments' || conduite || x.polariteNette))
    sortie.push({ fait: 'addiction.produits', valeur: [produit] })
  if (conduite) sortie.push({ fait: 'addiction.conduite', valeur: true })
  if (frequence !== null && x.temps === 'actuel')
    sortie.push({ fait: 'addiction.frequence', valeur: frequence })
  if (x.role === 'lien-faits' || (conduite && lienVoisin(l, x)))
    sortie.push({ fait: 'addiction.lienFaits', valeur: true })
  return sortie
}

function avecTraitement(l: Lecture, p: Phrase): boolean {
  return trouveesEntre(l, p.d, Math.min(p.f, p.d + 60)).some((t) => TRAITEMENTS.has(t.terme.code))
}

/** The product of someone said addicted in the same sentence: « toxicomane, au crack ». */
function autourDit(l: Lecture, x: Analyse, p: Phrase): boolean {
  return trouveesEntre(l, Math.max(p.d, x.t.a - 6), Math.min(p.f, x.t.b + 6)).some(
    (t) =>
      t !== x.t &&
      t.fauxAmi === null &&
      t.terme.code === 'generique' &&
      /toxicoman|dependan|accro/.test(t.terme.plie),
  )
}

function lienVoisin(l: Lecture, x: Analyse): boolean {
  const rang = l.phraseDe[x.t.a] ?? 0
  const avant = l.phrases[rang - 1]
  const ici = l.phrases[rang]
  const apres = l.phrases[rang + 1]
  if (apres !== undefined && !apres.paragraphe && lienAvecLesFaits(l, apres)) return true
  return avant !== undefined && ici?.paragraphe === false && lienAvecLesFaits(l, avant)
}

function verbeAvant(l: Lecture, p: Phrase, a: number): boolean {
  for (let i = Math.min(p.f, a + 8) - 1; i >= Math.max(p.coeur, a - 10); i--)
    if (
      /^(?:consomme|fume|sniffe|prends|prend|injecte|shoote|tape|consommateur|consommatrice|fumeur|usager|consommation)$/.test(
        l.mot(i),
      )
    )
      return true
  return false
}

function neSArretePas(l: Lecture, p: Phrase): boolean {
  for (let i = p.d; i < Math.min(p.f, p.d + 80); i++)
    if (/^(?:arreter|decrocher|passer|empecher|tenir)$/.test(l.mot(i)) && (l.neutre[i] ?? 0) & 1) return true
  return false
}

/** « Alcool toujours problématique », « problème avec l’alcool ». */
function probleme(l: Lecture, p: Phrase, x: Analyse): boolean {
  for (let i = Math.max(p.d, x.t.a - 4); i < Math.min(p.f, x.t.b + 4); i++)
    if (
      /^(?:problematique|problematiques|probleme|problemes|excessive|excessif|excessivement)$/.test(l.mot(i))
    )
      return true
  return false
}

function reprise(l: Lecture, p: Phrase): boolean {
  for (let i = p.d; i < Math.min(p.f, p.d + 80); i++)
    if (porte(l, i, CAT.reprise) && /^(?:rechut|replong|retomb|a|ai)/.test(l.mot(i))) return true
  return false
}

/** The sentence and its question or answers: where a frequency for this term may stand. */
function autour(l: Lecture, p: Phrase): Phrase[] {
  const q = p.genre === 'question' ? p : l.phrases[p.question]
  const suite = q === undefined ? [] : [q, ...q.reponses.flatMap((r) => l.phrases[r] ?? [])]
  return [p, ...suite.filter((s) => s !== p)]
}

function parJour(l: Lecture, x: Analyse, p: Phrase): boolean {
  return frequenceAvec(l, x, p, (i) => (porte(l, i, CAT.parJour) ? 'oui' : null)) === 'oui'
}

function frequenceDe(l: Lecture, x: Analyse, p: Phrase): string | null {
  return frequenceAvec(l, x, p, (i) => {
    if (porte(l, i, CAT.occasionnel)) return 'occasionnel'
    if (porte(l, i, CAT.hebdomadaire)) return 'pluri-hebdomadaire'
    return porte(l, i, CAT.quotidien) ? 'quotidien' : null
  })
}

/** The nearest frequency: in the same part of the sentence first, then in the sentences of the pair. */
function frequenceAvec(l: Lecture, x: Analyse, p: Phrase, lire: (i: number) => string | null): string | null {
  let proche: string | null = null
  let ecart = FENETRE
  for (let i = Math.max(p.d, x.t.a - FENETRE); i < Math.min(p.f, x.t.b + FENETRE); i++) {
    const lue = etatDeCase(l, i - 1) === false ? null : lire(i)
    if (lue === null) continue
    const distance = (i < x.t.a ? x.t.a - i : i - x.t.b) + traverse(l, x, i)
    if (distance < ecart) [proche, ecart] = [lue, distance]
  }
  if (proche !== null) return proche
  const suivante = l.phrases[(l.phraseDe[x.t.a] ?? 0) + 1]
  const autres = autour(l, p).slice(1)
  if (p.genre === 'phrase' && suivante !== undefined && !suivante.paragraphe && suivante.genre === 'phrase')
    autres.push(suivante)
  for (const q of autres)
    for (let i = q.coeur; i < Math.min(q.f, q.coeur + FENETRE); i++) {
      const lue = lire(i)
      if (lue !== null && (q !== suivante || p.genre !== 'phrase' || sansAutreProduit(l, q))) return lue
    }
  return relance(l, p, lire)
}

/** « Vous en prenez souvent ? — Tous les jours. »: the next question goes on about the same thing. */
function relance(l: Lecture, p: Phrase, lire: (i: number) => string | null): string | null {
  const premiere = p.genre === 'question' ? p : l.phrases[p.question]
  const derniere = premiere?.reponses.at(-1)
  const q = derniere === undefined ? undefined : l.phrases[derniere + 1]
  if (q === undefined || q.genre !== 'question' || !enchaine(l, q)) return null
  for (const r of q.reponses) {
    const s = l.phrases[r]
    if (s === undefined) continue
    for (let i = s.coeur; i < Math.min(s.f, s.coeur + FENETRE); i++) {
      if (/^(?:non|pas|jamais)$/.test(l.mot(i))) return null
      const lue = lire(i)
      if (lue !== null) return lue
    }
  }
  return null
}

function enchaine(l: Lecture, q: Phrase): boolean {
  const f = Math.min(q.f, q.coeur + FENETRE)
  if (trouveesEntre(l, q.d, f).some((t) => t.terme.famille === 'addiction' && t.terme.produit !== null))
    return false
  for (let i = q.coeur; i < f; i++)
    if (
      /^(?:frequence|souvent|combien|quantite|rythme)$/.test(l.mot(i)) ||
      (l.mot(i) === 'en' && porte(l, i + 1, CAT.usage))
    )
      return true
  return false
}

function sansAutreProduit(l: Lecture, q: Phrase): boolean {
  return (
    cherche(l, q.coeur, Math.min(q.f, q.coeur + FENETRE), CAT.usage) >= 0 &&
    !trouveesEntre(l, q.d, Math.min(q.f, q.d + FENETRE)).some(
      (t) => t.terme.famille === 'addiction' && t.terme.appui === 1,
    )
  )
}

/** Another product or a semicolon between the two: the frequency is its own. */
function traverse(l: Lecture, x: Analyse, i: number): number {
  const [d, f] = i < x.t.a ? [i, x.t.a] : [x.t.b, i]
  let cout = 0
  for (let j = d; j < f; j++) if (l.mot(j) === ';') cout += FENETRE
  return cout
}

function logement(l: Lecture, x: Analyse, p: Phrase): Proposition[] {
  const { code, plie } = x.t.terme
  if (!/^(?:E[1-6]|P|I|A|0)$/.test(code)) return []
  const ceSoir: Proposition[] = peutRevenir(l, x, p)
    ? [{ fait: 'logement.hebergementCeSoir', valeur: true }]
    : []
  // A call to the 115 is no night there; a loose word without support is no place to live.
  const appel = code === 'E2' && /^(?:(?:appelle )?(?:le )?115|samu social)$/.test(plie)
  if (/parents|mere|pere/.test(plie) && (delongtemps(l, p) || saChambre(l, p)))
    return [{ fait: 'logement.situation', valeur: '0' }, ...ceSoir]
  if (
    appel ||
    x.appui === null ||
    (x.t.terme.indice && code !== '0') ||
    /parents|mere|pere|attestation/.test(plie)
  )
    return ceSoir
  return [{ fait: 'logement.situation', valeur: code }, ...ceSoir]
}

/** « chez sa mère depuis quatre ans » is a home. */
function delongtemps(l: Lecture, p: Phrase): boolean {
  for (let i = p.d; i < Math.min(p.f, p.d + 60); i++) {
    if (l.mot(i) !== 'depuis') continue
    if (/^(?:toujours|naissance|enfance)$/.test(l.mot(i + 1)) || /^(?:naissance|enfance)$/.test(l.mot(i + 2)))
      return true
    for (let j = i + 1; j < i + 4; j++) if (/^(?:ans|annees)$/.test(l.mot(j))) return true
  }
  return false
}

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

function peutRevenir(l: Lecture, x: Analyse, p: Phrase): boolean {
  const rang = l.phraseDe[x.t.a] ?? 0
  const suivante = l.phrases[rang + 1]
  for (const q of [p, suivante]) {
    if (q === undefined || (q !== p && q.paragraphe)) continue
    const i = cherche(l, q.coeur, Math.min(q.f, q.coeur + 60), CAT.peutRevenir)
    if (i < 0) continue
    let nie = false
    for (let j = Math.max(q.coeur, i - 3); j < Math.min(q.f, i + 4); j++)
      if (/^(?:ne|n|pas|plus|si)$/.test(l.mot(j)) && !(l.mot(j) === 'si' || l.mot(j) === 'n')) nie = true
    if (!nie) return true
  }
  return false
}

function protection(x: Analyse): Proposition[] {
  const { code } = x.t.terme
  if (x.temps === 'passe' || x.appui !== 'net') return []
  // « ma curatrice »: whoever has one is under that measure.
  const charge = /^(?:mon|ma|son|sa) (curat|tut)/.exec(x.t.terme.plie)?.[1]
  if (charge !== undefined)
    return [{ fait: 'personne.mesureProtection', valeur: charge === 'tut' ? 'tutelle' : 'curatelle' }]
  return code === 'tutelle' || code === 'curatelle' || code === 'sauvegarde'
    ? [{ fait: 'personne.mesureProtection', valeur: code }]
    : []
}

function psychiatrieEtSoins(l: Lecture, x: Analyse, p: Phrase, nature: string): Proposition[] {
  const { code, plie } = x.t.terme
  const sortie: Proposition[] = []
  const passe = x.temps === 'passe'
  const [d, f] = [Math.max(p.d, x.t.a - 14), Math.min(p.f, x.t.b + 14)]
  const suivi = cherche(l, d, f, CAT.suiviPsy) >= 0 && !suiviNie(l, d, f)
  if (SEVERES.has(code) && !passe) {
    sortie.push({ fait: 'psy.troubleDeclare', valeur: true })
    if (suiviPour(l, d, x.t.a)) sortie.push({ fait: 'psy.suivi', valeur: true })
  }
  if (TRAITEMENTS.has(code)) sortie.push({ fait: 'psy.traitement', valeur: true })
  if (
    code === 'generique' &&
    /traitement|medicaments|neurolept|antipsych|antidepress|thymoreg|psychotrope|inobservance/.test(plie)
  )
    sortie.push({ fait: 'psy.traitement', valeur: true })
  if (code === 'structures_psy') {
    const q = p.genre === 'reponse' ? l.phrases[p.question] : undefined
    if (hospitalise(l, d, f) || (q !== undefined && hospitalise(l, q.d, Math.min(q.f, q.d + FENETRE))))
      sortie.push({ fait: 'psy.hospitalisation', valeur: true })
    else if (suivi && !passe) sortie.push({ fait: 'psy.suivi', valeur: true })
    if (suivi && traitementDit(l, p)) sortie.push({ fait: 'psy.traitement', valeur: true })
  }
  if (code === 'mesures_psy' && !/expertise|examen|discernement|122|irresponsab/.test(plie)) {
    if (plie === 'programme de soins') {
      if (!passe) sortie.push({ fait: 'psy.suivi', valeur: true })
    } else sortie.push({ fait: 'psy.hospitalisation', valeur: true })
  }
  if (nature === 'certificat' && DANS_LE_CERTIFICAT.has(code) && (!passe || code === 'mesures_psy'))
    sortie.push({ fait: 'psy.certificat', valeur: true })
  // « agité » is an ordinary word of a medical examination.
  if (code === 'observation_enqueteur' && (nature !== 'certificat' || x.t.terme.appui === 1))
    sortie.push({ fait: 'psy.comportement', valeur: true })
  if (SOINS_ADDICTO.has(code) && !passe && soinEnCours(l, x, p))
    sortie.push({ fait: 'addiction.soins', valeur: true })
  return sortie
}

/** « suivi psychiatrique, traitement interrompu »: prescribed, even if no longer taken. */
function traitementDit(l: Lecture, p: Phrase): boolean {
  for (let i = p.d; i < Math.min(p.f, p.d + 60); i++)
    if (/^traitements?$/.test(l.mot(i)))
      return (
        !/^(?:aucun|sans|pas|de|ni|un)$/.test(l.mot(i - 1)) ||
        /^(?:interrompu|arrete|en|par)$/.test(l.mot(i + 1))
      )
  return false
}

function suiviNie(l: Lecture, d: number, f: number): boolean {
  for (let i = d; i < f; i++)
    if (/^(?:aucun|sans|non|ni)$/.test(l.mot(i)) && /^(?:suivi|suivie|rendez)$/.test(l.mot(i + 1)))
      return true
  return false
}

/** « suivi pour une schizophrénie ». */
function suiviPour(l: Lecture, d: number, a: number): boolean {
  for (let i = a - 1; i >= d; i--)
    if (/^(?:suivi|suivie|traite|traitee|soigne|soignee)$/.test(l.mot(i)))
      return (
        /^(?:pour|au|a|en|depuis|par)$/.test(l.mot(i + 1)) &&
        /^suivi/.test(l.mot(i)) &&
        l.mot(i - 1) !== 'aucun' &&
        l.mot(i - 1) !== 'pas'
      )
  return false
}

function hospitalise(l: Lecture, d: number, f: number): boolean {
  for (let i = d; i < f; i++) if (/^(?:hospitalis|intern)/.test(l.mot(i))) return true
  return false
}

/** A treatment that is taken, or a service where the person is followed; not an obligation alone. */
function soinEnCours(l: Lecture, x: Analyse, p: Phrase): boolean {
  const { code, plie } = x.t.terme
  if (code === 'buprenorphine' || code === 'methadone' || code === 'medic_addicto') return true
  if (/obligation|injonction|stage|sevre|reduction|salle de/.test(plie)) return false
  if (x.t.terme.code === 'actes_addicto')
    return /substitution|tso|suivi|programme|prise en charge|soins en/.test(plie)
  return cherche(l, p.d, Math.min(p.f, p.d + 80), CAT.soigner) >= 0
}
