import type { Reperage } from '../contrat.ts'
import type { Analyse } from './analyser.ts'

export interface Niveau {
  niveau: Reperage['niveau']
  /** Short French reason; empty when `fort`. */
  motif: string
}

/** What is shown and how: `ignore` only on a strong sign, `fort` only when nothing stands against it. */
export function niveauDe(x: Analyse): Niveau {
  const ignore = ecarte(x)
  if (ignore !== null) return { niveau: 'ignore', motif: ignore }
  const doute = reserve(x)
  return doute === null ? { niveau: 'fort', motif: '' } : { niveau: 'a-verifier', motif: doute }
}

function ecarte(x: Analyse): string | null {
  if (x.fauxAmi !== null) return x.fauxAmi.motif
  if (x.sujet === 'tiers')
    return x.autre === null ? 'concerne un tiers' : `concerne un tiers (« ${x.autre} »)`
  if (x.role === 'trafic') return 'vente, saisie ou butin'
  return x.appui === null ? 'mot isolé, sans contexte' : null
}

function reserve(x: Analyse): string | null {
  const motifs = [
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
    x.role === 'incertain' && 'usage non dit',
    (x.t.terme.appui === 3 || x.appui === 'lointain') && 'mot à plusieurs sens',
  ]
  const dits = motifs.filter((m) => m !== false)
  return dits.length === 0 ? null : dits.slice(0, 2).join(', ')
}

/** « un somnifère », « un cachet »: no drug named, as likely a remedy; « bilan addictologique »: an examination. */
function vague(x: Analyse): boolean {
  if (/addictologiques?$/.test(x.t.terme.plie)) return true
  return x.t.terme.produit === 'medicaments' && x.role !== 'lien-faits' && SANS_NOM.test(x.t.terme.plie)
}

const SANS_NOM =
  /^(?:des |un |une )?(?:somniferes?|anxiolytiques?|tranquillisants?|calmants?|cachets?|comprimes?|gouttes|medicaments?)$/
