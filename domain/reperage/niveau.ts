import type { Reperage } from '../contrat.ts'
import type { Analyse } from './analyser.ts'

export interface Niveau {
  niveau: Reperage['niveau']
  /** Short French reason; empty when `fort`. */
  motif: string
}

/** What is shown and how: `ignore` only on a strong sign, `fort` only when nothing stands against it. */
export function niveauDe(x: Analyse, redite = false): Niveau {
  const ignore = ecarte(x)
  if (ignore !== null) return { niveau: 'ignore', motif: ignore }
  const doute = reserve(x)
  if (doute !== null) return { niveau: 'a-verifier', motif: doute }
  return redite
    ? { niveau: 'a-verifier', motif: 'déjà dit à côté, plus nettement' }
    : { niveau: 'fort', motif: '' }
}

/** Ways of naming the same fact more loosely: what a place looks like, with whom, a treatment left without its name. */
const LACHE =
  /^(?:accueilli|recueilli|heberge|loge|sur (?:le|un) (?:canape|terrain)|clic|dans le salon|rupture|en rupture|chez |a droite|de gauche|theme|appartement associatif|prete|laisse|partage|foyer de vie|souffrance|sous un duvet|sur des cartons|nuit|sans hebergement)/

/** Findings that only repeat, less plainly, what another `fort` finding of the same passage says. */
export function redites(analyses: readonly Analyse[], passage: (x: Analyse) => number): boolean[] {
  const nets = new Map<string, Analyse[]>()
  const cle = (x: Analyse) => `${passage(x)} ${x.t.terme.famille} ${x.t.terme.code}`
  const lache = (x: Analyse) => x.t.terme.appui > 1 || x.appui !== 'net' || LACHE.test(x.t.terme.plie)
  const forts = analyses.map((x) => niveauDe(x).niveau === 'fort')
  const familles = new Map<string, Analyse[]>()
  for (const [i, x] of analyses.entries()) {
    if (!forts[i] || lache(x)) continue
    noter(nets, cle(x), x)
    noter(familles, `${passage(x)} ${FAMILLES_JOINTES.get(x.t.terme.famille) ?? x.t.terme.famille}`, x)
  }
  return analyses.map((x, i) => {
    if (!forts[i] || !lache(x)) return false
    if ((nets.get(cle(x)) ?? []).length > 0) return true
    const famille = FAMILLES_JOINTES.get(x.t.terme.famille) ?? x.t.terme.famille
    return LACHE.test(x.t.terme.plie) && (familles.get(`${passage(x)} ${famille}`) ?? []).length > 0
  })
}

const FAMILLES_JOINTES: ReadonlyMap<string, string> = new Map([['soins', 'psychiatrie']])

function noter(table: Map<string, Analyse[]>, cle: string, x: Analyse): void {
  const deja = table.get(cle)
  if (deja === undefined) table.set(cle, [x])
  else deja.push(x)
}

function ecarte(x: Analyse): string | null {
  if (x.fauxAmi !== null) return x.fauxAmi.motif
  if (x.sujet === 'tiers')
    return x.autre === null ? 'concerne un tiers' : `concerne un tiers (« ${x.autre} »)`
  if (x.role === 'trafic') return 'vente, saisie ou butin'
  // A drug named alone is worth a look; a place or a service named alone is not.
  return x.appui === null && x.t.terme.famille !== 'addiction' ? ISOLE : null
}

const ISOLE = 'mot isolé, sans contexte'

function reserve(x: Analyse): string | null {
  const motifs = [
    x.appui === null && ISOLE,
    x.polarite === 'nie' && 'nié',
    x.polarite === 'conteste' && 'contesté par la personne',
    x.polarite === 'sans-reponse' && 'question restée sans réponse',
    x.temps === 'passe' && 'passé',
    x.temps === 'incertain' && 'date non dite',
    x.hypothese && 'hypothèse',
    x.sujet === 'incertain' && 'personne concernée à préciser',
    x.rapporte && 'rapporté par un proche ou un témoin',
  ]
  const dits = motifs.filter((m) => m !== false)
  if (dits.length === 0) return faibles(x)
  return dits.join(', ')
}

/** Reasons that count only when none of the above is said. */
function faibles(x: Analyse): string | null {
  const motifs = [
    x.douteux && 'formulation à relire',
    x.etranger && 'texte dans une autre langue',
    ((x.t.terme.indice && !x.mesure) || vague(x)) && 'indice à croiser',
    !x.assise && 'contexte à relire',
    !x.ancre && !x.mesure && 'rien ne dit que c’est actuel',
    !x.propose && x.t.terme.code !== 'aah' && 'aucun fait à confirmer',
    x.role === 'incertain' && 'usage non dit',
    (x.t.terme.appui === 3 || x.appui === 'lointain') && 'mot à plusieurs sens',
  ]
  const dits = motifs.filter((m) => m !== false)
  return dits.length === 0 ? null : dits.slice(0, 2).join(', ')
}

/** « un somnifère », « un cachet »: no drug named, as likely a remedy; « bilan addictologique »: an examination. */
function vague(x: Analyse): boolean {
  if (SEUL_FLOU.test(x.t.terme.plie)) return true
  if (/addictologiques?$/.test(x.t.terme.plie)) return true
  return x.t.terme.produit === 'medicaments' && x.role !== 'lien-faits' && SANS_NOM.test(x.t.terme.plie)
}

/** Worth a look, never enough alone. */
const SEUL_FLOU =
  /^(?:la nuit je marche|au menage|sur un terrain|clic clac|dans le salon|nuit dans le (?:tram|train|bus)|partage une chambre|souffrance psychique|foyer de vie|chez des amis|rupture de (?:traitement|soins|suivi)|appartement associatif|accueillie? chez|sous un duvet|sur des cartons)$/

const SANS_NOM =
  /^(?:des |un |une )?(?:somniferes?|anxiolytiques?|tranquillisants?|calmants?|cachets?|comprimes?|gouttes|medicaments?)$/
