import type { Peine } from '../contrat.ts'
import { DUREE, dureeDe, MONTANT } from './jetons.ts'
import { essayerEn, ici, type Motif } from './motif.ts'
import type { Duree } from './quantites.ts'
import type { Flux } from './texte.ts'

/** What is said of a suspension behind a sentence: its kind, its part, its hours, its delay. */

type Sursis = NonNullable<Peine['sursis']>

const SEULE = "(?! (?:D'|DE (?!PROBATION)))"
export const NOM_TIG = "(?:T\\.? ?I\\.? ?G\\b\\.?|TRAVA(?:IL|UX) D'INTERET GENERAL)"

const DONT = ici(
  ' |,|(|DONT',
  `[ ,(]*DONT (?:(${DUREE})|${MONTANT})(?: (?:D'EMPRISONNEMENT|D'AMENDE))?( FERMES?)?(?![A-Z\\d])`,
)
const ET_FERME = ici(' |,|(|DONT|ET ', `[ ,(]*(?:DONT|ET) (?:${DUREE}) FERMES?`)
const OUVRE =
  "[ ,(:]*(?:(?:ASSORTIE?S?|AVEC|ET|EN|AU|DU|LE|DE|BENEFICE) ?(?:DU BENEFICE (?:DU|DE)|DU|D'UN|DE|D'|LE|UN)? ?)?"
const OUVRES = ' |,|(|:|A|E|D|L|B|S'
const TYPES: readonly (readonly [Motif, Sursis['type']])[] = [
  [
    ici(OUVRES, `${OUVRE}(?:SURSIS[- ](?:A )?PROBATOIRE RENFORCE|SURSIS RENFORCE|SPR\\b|S\\.P\\.R\\.)`),
    'probatoire-renforce',
  ],
  [
    ici(OUVRES, `${OUVRE}(?:SURSIS[- ]PROBATOIRE|SURSIS PROB\\b\\.?|SP\\b|S\\.P\\.)(?: \\(SP\\))?`),
    'probatoire',
  ],
  [
    ici(
      OUVRES,
      `${OUVRE}(?:SURSIS(?: ?,)? ?(?:ASSORTI D'UNE |ASSORTI DE LA |AVEC |ET |- ?)?MISE A L'EPREUVE|SME\\b|S\\.M\\.E\\.)(?: \\(SME\\))?`,
    ),
    'mise-a-l-epreuve',
  ],
  [
    ici(
      OUVRES,
      `${OUVRE}(?:SURSIS[- ](?:AVEC |ASSORTI (?:D'UN |DE L'OBLIGATION D'(?:ACCOMPLIR|EFFECTUER|EXECUTER) (?:UN )?)|(?:AVEC |ET )?OBLIGATION D'(?:ACCOMPLIR|EFFECTUER|EXECUTER) (?:UN )?)?${NOM_TIG}|STIG\\b|S-TIG\\b)`,
    ),
    'tig',
  ],
  [ici(OUVRES, `${OUVRE}SURSIS\\b(?! (?:REVOQ|A ETE))(?: SIMPLE)?`), 'simple'],
]
const RENFORCE = ici(' R|R', ' ?RENFORCE\\b')
const PARTIEL = ici(' |,|(|PARTIEL', '[ ,(]*(?:PARTIEL(?:LEMENT)?)\\b\\)?')
const TOTAL = ici(' |,|(|TOTAL|POUR LE|EN TOT', '[ ,(]*(?:TOTAL(?:EMENT)?|POUR LE TOUT|EN TOTALITE)\\b\\)?')
const PART = ici(
  ' |,|(|:|A |POUR|DE|:',
  `[ ,(:]*(?:A HAUTEUR DE|A CONCURRENCE DE|POUR(?: UNE DUREE DE)?|(?<=PARTIEL) ?(?:DE|:)) ?(${DUREE}|${MONTANT})\\)?`,
)
const HEURES_TIG = ici(
  " |,|(|:|DE |PENDANT|D'UNE|\uE002",
  `[ ,(:]*(?:(?:DE|PENDANT|D'UNE DUREE DE) )?(${DUREE})(?: DE TIG)?\\)?`,
)
const DELAI = ici(
  " |,|(|:|A |PENDANT|DU|DANS|AVEC|UN|LE |DELAI|PROBATION|EPREUVE|D'UN|SUR ",
  `[ ,(:]*(?:A (?:ACCOMPLIR|EFFECTUER) )?(?:PENDANT(?: UN DELAI DE| UNE DUREE DE)?|DURANT|(?:DANS |AVEC )?(?:UN |LE |UNE )?(?:DELAI|PROBATION|EPREUVE|DUREE)(?: D'EPREUVE| DE (?:LA )?PROBATION| PROBATOIRE)?(?: FIXEE? A| DE| PENDANT| ?:)?|D'UNE DUREE DE|D'UN DELAI(?: D'EPREUVE| DE PROBATION)? DE|SUR) ?(${DUREE})${SEULE}\\)?`,
)
const DELAI_NU = ici(' |,|(|:|DE |\uE002', `[ ,(:]*(?:DE )?(${DUREE})${SEULE}\\)?`)

export function avecSursis(flux: Flux, depart: number): { sursis: Sursis; fin: number } | null {
  const { plie } = flux
  let fin = depart
  let partiel = false
  let part: Duree | null = null
  const dont = essayerEn(DONT, plie, fin)
  if (dont !== null) {
    fin += dont[0].length
    partiel = true
    if (dont[2] === undefined) part = dureeDe(flux.valeurs, dont[1])
  }
  const type = typeEn(flux, fin)
  if (type === null) return null
  fin = type.fin
  const sursis: Sursis = { type: type.valeur, partiel, delai: null }
  const renforce = type.valeur === 'probatoire' ? essayerEn(RENFORCE, plie, fin) : null
  if (renforce !== null) {
    sursis.type = 'probatoire-renforce'
    fin += renforce[0].length
  }
  for (let tour = 0; tour < 5; tour++) {
    const lus = suite(flux, fin, sursis)
    if (lus === 0) break
    fin += lus
  }
  const ferme = essayerEn(ET_FERME, plie, fin)
  if (ferme !== null) {
    sursis.partiel = true
    fin += ferme[0].length
  }
  if (part !== null) sursis.part = sansHeures(part)
  return { sursis, fin }
}

function typeEn(flux: Flux, i: number): { valeur: Sursis['type']; fin: number } | null {
  for (const [motif, valeur] of TYPES) {
    const m = essayerEn(motif, flux.plie, i)
    if (m !== null && !retourSansMot(flux, i, m[0])) return { valeur, fin: i + m[0].length }
  }
  return null
}

/** « SP » or « SME » at the start of another line could be anything: they need their own line. */
function retourSansMot(flux: Flux, fin: number, texte: string): boolean {
  const mot = /[A-Z].*$/.exec(texte)
  if (mot === null || !/^(?:SP|SPR)\b/.test(mot[0])) return false
  return flux.coupures[fin + mot.index] === 2
}

function sansHeures({ heures: _, ...duree }: Duree): Omit<Duree, 'heures'> {
  return duree
}

/** Reads one more piece about a suspension; the number of characters read, 0 when nothing belongs to it. */
function suite(flux: Flux, i: number, sursis: Sursis): number {
  const { plie } = flux
  const total = essayerEn(TOTAL, plie, i)
  if (total) return total[0].length
  const partiel = essayerEn(PARTIEL, plie, i)
  if (partiel) {
    sursis.partiel = true
    return partiel[0].length
  }
  const part = essayerEn(PART, plie, i)
  if (part) {
    sursis.partiel = true
    const duree = dureeDe(flux.valeurs, part[1])
    if (duree !== null) sursis.part = sansHeures(duree)
    return part[0].length
  }
  return heuresDuTig(flux, i, sursis) || delai(flux, i, sursis)
}

function heuresDuTig(flux: Flux, i: number, sursis: Sursis): number {
  if (sursis.type !== 'tig' || sursis.heures !== undefined) return 0
  const m = essayerEn(HEURES_TIG, flux.plie, i)
  const heures = dureeDe(flux.valeurs, m?.[1])?.heures
  if (m === null || heures === undefined) return 0
  sursis.heures = heures
  return m[0].length
}

function delai(flux: Flux, i: number, sursis: Sursis): number {
  if (sursis.delai !== null) return 0
  const nu = sursis.type === 'simple' ? null : essayerEn(DELAI_NU, flux.plie, i)
  const m = essayerEn(DELAI, flux.plie, i) ?? (nu !== null && memeLigne(flux, i, nu[0]) ? nu : null)
  const lu = dureeDe(flux.valeurs, m?.[1])
  if (m === null || lu === null || lu.jours !== undefined || lu.heures !== undefined) return 0
  sursis.delai = { ...lu }
  return m[0].length
}

function memeLigne(flux: Flux, i: number, texte: string): boolean {
  for (let k = i; k < i + texte.length; k++) if (flux.coupures[k] === 2) return false
  return true
}
