import { autreEmploi, pourDormir, soigneUneDouleur } from './autre-emploi.ts'
import { MOT, NOMBRE } from './jetons.ts'
import { cherche, ecrit, ensemble, type Lecture, type Phrase, porte, type Trouvaille } from './lecture.ts'
import { CAT, type FauxAmi } from './lexique.ts'

/** False friends that a fixed phrase does not catch: places, names, hosts, addresses, painkillers. */
export function fauxAmiDe(l: Lecture, t: Trouvaille): FauxAmi | null {
  const p = l.phrases[l.phraseDe[t.a] ?? 0]
  if (t.fauxAmi !== null && !(p !== undefined && alcoolABoire(l, t, p))) return t.fauxAmi
  if (p === undefined) return null
  const id = regle(l, t, p)
  return id === null ? null : (l.lexique.fauxAmis.get(id) ?? null)
}

function regle(l: Lecture, t: Trouvaille, p: Phrase): string | null {
  if (estLieu(l, t, p)) return 'toponymes'
  if (estNom(l, t, p)) return 'patronymes'
  if (autreEmploi(l, t, p)) return 'objet_du_commerce'
  if (t.terme.code === 'E6' && /^heberge/.test(t.terme.plie) && heberge(l, t)) return 'heberger'
  if (t.terme.code === 'E6' && /^(?:l|le|la) heberg/.test(t.terme.plie) && parMoi(l, t.a)) return 'heberger'
  if (t.terme.code === 'cocaine' && l.mot(t.a - 1) === 'en' && /^lignes?$/.test(t.terme.plie))
    return 'objet_du_commerce'
  if (/^115$/.test(t.terme.plie) && !estLe115(l, t)) return 'toponymes'
  if (t.terme.famille === 'soins' || t.terme.famille === 'logement') {
    if (estMetier(l, t, p) || suiteDeMetier(l, t, p)) return 'metier'
    if (lieuDInfraction(l, t, p) || devant(l, t)) return 'lieu_de_faits'
  }
  if (
    t.terme.plie === 'joint' &&
    l.mot(t.a) === 'joint' &&
    !ARTICLE_DE_JOINT.has(l.mot(t.a - 1)) &&
    l.nature[t.a - 1] !== NOMBRE
  )
    return 'joint_procedure'
  if (
    t.terme.plie === 'domicilie' &&
    !/^(?:ccas|chez|aupres|association)$/.test(l.mot(t.b)) &&
    !/^(?:ccas|association|chez)$/.test(l.mot(t.b + 1))
  )
    return 'domicilie'
  if (l.lexique.douleur.has(t.terme.plie) && soigneUneDouleur(l, t, p)) return 'douleur_epilepsie'
  if (l.lexique.sommeil.has(t.terme.plie) && pourDormir(l, p)) return 'sommeil'
  if (/^squatt/.test(t.terme.plie) && /[éÉ]/.test(ecrit(l, t.a))) return 'squat_infraction'
  if (['E5', 'E1'].includes(t.terme.code) && voyageur(l, t, p)) return 'campement_voyage'
  if (t.terme.code === 'mesures_psy' && /^(?:examen|expertise)/.test(t.terme.plie))
    return acteOrdonne(l, t, p) ? 'psychiatrie_du_droit' : null
  if (t.terme.code === 'alcool' && butinDeRayon(l, t, p)) return 'infraction_alcool_autrui'
  if (dansUneMesureEtrangere(l, t, p)) return 'expulsion_etranger'
  return null
}

/** « il boit même l’alcool à 90 »: drunk, what is meant for cleaning is a drink. */
function alcoolABoire(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  if (t.terme.code !== 'alcool') return false
  for (let i = Math.max(p.d, t.a - 12); i < t.a; i++)
    if (/^(?:boi[stre]+|bu|buvait|buvais|boivent)$/.test(l.mot(i)))
      return t.fauxAmi?.id === 'infraction_alcool_autrui'
  return false
}

/** « le 115 », « par le 115 », « fiche 115 »; not « 115 rue… » nor « 115 euros ». */
function estLe115(l: Lecture, t: Trouvaille): boolean {
  if (
    /^(?:rue|avenue|av|bd|boulevard|bis|ter|allee|chemin|route|quai|euros|e|km|grammes|g|kg|m|metres|cours|place|impasse|cite|%|€)$/.test(
      l.mot(t.b),
    )
  )
    return false
  return (
    /^(?:le|du|au|par|appelle|appeler|appelle|appels|appel|via|fiche|nuitee|nuitees|hotel|places?|contacte|joint|sollicite|samu|et)$/.test(
      l.mot(t.a - 1),
    ) || l.mot(t.b) === ':'
  )
}

const METIER_DIT = ensemble(
  'travaille travaillait travaillais salarie salariee employe employee benevole veilleur',
)
const METIER =
  /^(?:infirmier|infirmiere|educateur|educatrice|employe|employee|salarie|salariee|benevole|stagiaire|travaille|travaillais|travaillait|travail|veilleur|livreur|serveur|serveuse|vigile|cuisinier|chantier|stage|embauche|embauchee|assistante|assistant|emploi|poste|formation|etudiante?|agent|cadre|interim)$/

/** « éducateur dans un CHRS », « infirmière en psychiatrie »: where the person works. */
function estMetier(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  for (let i = t.a - 1; i >= Math.max(p.coeur, t.a - 6); i--) {
    if (l.mot(i) === ',' || porte(l, i, CAT.rupture) || porte(l, i, CAT.suiviPsy)) return false
    if (METIER.test(l.mot(i)))
      return /^(?:au|a|en|dans|chez|pour|de|du|d)$/.test(l.mot(i + 1)) && !suiviParElle(l, t, p)
  }
  return false
}

/** « éducatrice au CAARUD : monsieur y vient »: whoever works there speaks of the person. */
function suiviParElle(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  for (let i = t.b; i < Math.min(p.f, t.b + 12); i++)
    if (l.mot(i) === 'y' && /^(?:vient|est|a|va|dort|loge|passe|etait)$/.test(l.mot(i + 1))) return true
  return false
}

/** « éducateur dans un foyer et, la nuit, au 115 »: the work goes on after « et ». */
function suiteDeMetier(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  let et = false
  for (let i = t.a - 1; i >= Math.max(p.coeur, t.a - 20); i--) {
    if (porte(l, i, CAT.soi) || porte(l, i, CAT.pronom) || porte(l, i, CAT.suiviPsy))
      return METIER_DIT.has(l.mot(i))
    if (/^(?:dort|dors|vit|vis|loge|heberge|hebergee|habite|reside|mais|;|:)$/.test(l.mot(i))) return false
    if (l.mot(i) === 'et') et = true
    if (et && METIER_DIT.has(l.mot(i))) return true
  }
  return false
}

/** « dégradations commises au CMP », « outrage au personnel du foyer ». */
function lieuDInfraction(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  if (t.terme.code === 'E1' || /^(?:hospitalis|intern|suivi)/.test(t.terme.plie)) return false
  for (let i = t.a - 1; i >= Math.max(p.coeur, t.a - 8); i--) {
    if (
      /^(?:vit|dort|loge|suivi|suivie|heberge|hebergee|hospitalise|hospitalisee|reside|depuis|et|je|il|elle|,|;)$/.test(
        l.mot(i),
      )
    )
      return false
    if (
      /^(?:outrage|outrages|degradations?|violences?|incendie|intrusion|personnel|agression|rixe|bagarre|intervention|tapage|vol|vols|cambriolage|surveillance|perquisition)$/.test(
        l.mot(i),
      )
    )
      return true
  }
  return false
}

const DEVANT = ensemble('devant derriere face')

/** « devant la halte soins addictions »: where it happened. */
function devant(l: Lecture, t: Trouvaille): boolean {
  if (!t.terme.code.startsWith('structures')) return false
  for (let i = t.a - 1; i >= t.a - 3; i--) {
    if (DEVANT.has(l.mot(i))) return true
    if (!ARTICLES.has(l.mot(i))) return false
  }
  return false
}

const ARTICLE_DE_JOINT = ensemble(
  'un le ce mon son ton petit gros dernier premier du chaque d au de demi quelques deux',
)

const ARTICLES = ensemble('de la du des d l les le au aux saint sainte')

/** « 14 rue de la Cure », « square de la Cure d’air ». */
function estLieu(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  if (t.terme.famille === 'logement' && t.b - t.a > 1)
    return (
      l.lexique.voies.has(l.mot(t.a - 1)) && ARTICLES.has(l.mot(t.a)) && /^\p{Lu}/u.test(ecrit(l, t.b - 1))
    )
  let i = t.a - 1
  while (i >= p.d && t.a - i <= 4 && ARTICLES.has(l.mot(i))) i--
  if (i < p.d || l.nature[i] !== MOT || !l.lexique.voies.has(l.mot(i))) return false
  const articles = t.a - 1 - i
  const voie = l.mot(i)
  // « Arrêt du Téralithe » stops a treatment.
  if (voie === 'arret' && t.terme.famille !== 'logement') return false
  // « dans le quartier, CSAPA », « place en CHRS »: a real preposition or nothing between is no street name.
  if (articles === 0)
    return (
      /^[A-ZÉÈ]/.test(ecrit(l, t.a)) &&
      !/^(?:place|cours|route|station|passage|ecole|bar|cafe|gare)$/.test(voie) &&
      ecrit(l, i) !== ecrit(l, i).toUpperCase()
    )
  // « place de la Cabane », not « place en CHRS »
  if (/^(?:place|cours|passage)$/.test(voie) && t.terme.famille === 'logement')
    return /^\p{Lu}\p{Ll}/u.test(ecrit(l, t.a)) && /^(?:la|du|des)$/.test(l.mot(t.a - 1))
  return t.terme.code !== 'E1'
}

const CIVILITE = ensemble(
  'm mme mlle mr monsieur madame maitre me dr docteur nomme nommee denomme denommee appelle prenomme nom brigadier gardien lieutenant capitaine major adjudant gendarme opj commandant',
)

/** « ROCHE Théo », « Mme Cure », « Maître Base »: written as a name, in a text that is not all capitals. */
function estNom(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  if (t.b - t.a !== 1) return false
  const mot = ecrit(l, t.a)
  if (!/^\p{Lu}/u.test(mot)) return false
  const precede = l.mot(t.a - 1) === '.' ? l.mot(t.a - 2) : l.mot(t.a - 1)
  if (t.a > p.d && CIVILITE.has(precede)) return true
  if (t.terme.appui === 1 && !/^(?:colline|gaia|aurore)$/.test(t.terme.plie)) return false
  const suivant = ecrit(l, t.a + 1)
  const capitales = mot.length > 2 && mot === mot.toUpperCase() && /^\p{Lu}\p{Ll}+$/u.test(suivant)
  const prenomAvant =
    t.a > p.d + 1 && /^\p{Lu}\p{Ll}+$/u.test(ecrit(l, t.a - 1)) && !porte(l, t.a - 1, CAT.usage)
  return capitales || (prenomAvant && t.terme.appui === 3)
}

const MOI = ensemble('je j moi nous on')

/** « C’est moi qui l’héberge » */
function parMoi(l: Lecture, a: number): boolean {
  return MOI.has(l.mot(a - 1)) || (l.mot(a - 1) === 'qui' && MOI.has(l.mot(a - 2)))
}

/** « J’héberge un collègue », « il héberge »; « je suis hébergé » is the other way round. */
function heberge(l: Lecture, t: Trouvaille): boolean {
  const vu = ecrit(l, t.a)
  if (/[éÉ]e?s?$/i.test(vu) && /[éÉ]/.test(vu.slice(-3))) return false
  if (/^(?:chez|par|a|au|dans|en|gratuitement)$/.test(l.mot(t.b)) || t.b - t.a > 1) {
    if (!/^(?:j|je|il|elle|on|qui|tu|nous|vous)$/.test(l.mot(t.a - 1))) return false
  }
  for (let i = t.a - 1; i >= Math.max(0, t.a - 4); i--) {
    if (/^(?:suis|est|etre|ete|etais|etait|serait|sommes|etes|serai|sera|trouve)$/.test(l.mot(i)))
      return false
    if (/^(?:j|je|il|elle|on|nous|ils|qui|m|l|nous)$/.test(l.mot(i))) return true
  }
  return t.terme.plie === 'heberge' && /^(?:un|une|des|son|sa|mon|ma|mes|ses|deux|le|la)$/.test(l.mot(t.b))
}

function voyageur(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  for (let i = Math.max(p.d, t.a - 30); i < Math.min(p.f, t.b + 30); i++)
    if (/^(?:voyage|voyageurs)$/.test(l.mot(i)) || (l.mot(i) === 'aire' && l.mot(i + 2) === 'accueil'))
      return true
  return false
}

/** An expertise asked for, ordered or paid says nothing of the person. */
function acteOrdonne(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  for (let i = Math.max(p.d, t.a - 8); i < Math.min(p.f, t.b + 10); i++)
    if (
      /^(?:requis|requise|ordonne|ordonnee|ordonner|demande|demandee|solliciter|sollicite|sollicitee|expert|mission|convocation|requisitions|aux|fins|prevu|prevue)$/.test(
        l.mot(i),
      )
    )
      return true
  return false
}

/** « a dérobé deux bouteilles de vodka »: an alcohol that is only what was stolen. */
function butinDeRayon(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  if (
    !/^(?:whisky|vodka|rhum|pastis|biere|vin|vin rouge|vin rose|bouteille de vin|ricard|champagne|canette|gin|mignonnette|alcool|wisky|flash de vodka)$/.test(
      t.terme.plie,
    )
  )
    return false
  let vol = false
  for (let i = Math.max(p.d, t.a - 14); i < t.a; i++) {
    if (
      /^(?:vol|vols|vole|voles|voler|derobe|derober|derobant|soustrait|emporte|dissimule|rayon|magasin|supermarche|caisse|butin|prejudice|recel)$/.test(
        l.mot(i),
      )
    )
      vol = true
    else if (porte(l, i, CAT.usage) && !/^(?:pris|prend|prendre)$/.test(l.mot(i))) vol = false
  }
  return vol && cherche(l, t.b, Math.min(p.f, t.b + 10), CAT.usage) < 0
}

function dansUneMesureEtrangere(l: Lecture, t: Trouvaille, p: Phrase): boolean {
  if (t.terme.code !== 'P' || !/^expuls/.test(t.terme.plie)) return false
  for (let i = Math.max(p.d, t.a - 10); i < Math.min(p.f, t.b + 8); i++)
    if (
      /^(?:oqtf|itf|prefet|prefectoral|ministeriel|territoire|eloignement|retention|cra|etranger|consulat|frontiere|pays|boite|discotheque|stade|bar|salle|cours|classe|lycee|college)$/.test(
        l.mot(i),
      )
    )
      return true
  return false
}
