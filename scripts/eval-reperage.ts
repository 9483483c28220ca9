/**
 * `npm run eval:reperage`: what `reperer` finds in the public texts, against what was marked by hand.
 *
 *   --travail  the two thirds on which the rules were written; --reserve  the other third, drawn once;
 *   --neufs    every lot of texts written before reading the rules; --lot NOM  one of them;
 *   --echecs   also lists what was missed or shown too high. Leaves with 1 under the thresholds.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Reperage, reperer } from '../domain/index.ts'

export interface MentionMarquee {
  texte: string
  occurrence: number
  famille: string
  code: string
  attendu: string
}

export interface TexteMarque {
  id: string
  nature: 'audition' | 'enquete' | 'certificat' | 'autre'
  texte: string
  mentions: MentionMarquee[]
  faits: Record<string, unknown>
  pieges: string[]
}

const CAS = join(import.meta.dirname, '..', 'tests', 'acceptation', 'cas')

export const SEUILS = { rappel: 0.92, precision: 0.96, faussesAlertes: 0.02 }

export function lireTextes(): TexteMarque[] {
  return readdirSync(join(CAS, 'reperage'))
    .sort()
    .flatMap((f) => lireFichier(join('reperage', f)))
}

/** Lots of texts written without knowing the rules, each read blind once; those named « travail » were then worked on. */
export const lireNeufs = (lot: string): TexteMarque[] => lireFichier(join('reperage-neufs', `${lot}.jsonl`))

export const lots = (): string[] =>
  readdirSync(join(CAS, 'reperage-neufs'))
    .sort()
    .map((f) => f.replace(/\.jsonl$/, ''))

const lireFichier = (chemin: string): TexteMarque[] =>
  readFileSync(join(CAS, chemin), 'utf8')
    .split('\n')
    .filter((ligne) => ligne.trim() !== '')
    .map((ligne) => JSON.parse(ligne) as TexteMarque)

/** Draws the same third in every run: FNV-1a of the id, mixed, the lowest third. */
export function partager(textes: readonly TexteMarque[]): { travail: TexteMarque[]; reserve: TexteMarque[] } {
  const rang = textes.map((t) => tirage(`reserve-2026-11-24/${t.id}`)).sort((a, b) => a - b)
  const limite = rang[Math.round(textes.length / 3)] ?? 0
  const reservee = (t: TexteMarque) => tirage(`reserve-2026-11-24/${t.id}`) < limite
  return { travail: textes.filter((t) => !reservee(t)), reserve: textes.filter(reservee) }
}

function tirage(texte: string): number {
  let x = 0x811c9dc5
  for (const c of texte) x = Math.imul(x ^ c.charCodeAt(0), 0x01000193) >>> 0
  x ^= x >>> 15
  x = Math.imul(x, 0x2c1b3c6d) >>> 0
  return (x ^ (x >>> 12)) >>> 0
}

interface Compte {
  bons: number
  total: number
}

export interface Bilan {
  textes: number
  /** Present mentions shown, by family and in all. */
  rappel: Record<string, Compte>
  /** Findings at level `fort` that meet a present mention. */
  precision: Record<string, Compte>
  /** Texts without any present mention that show something `fort`. */
  faussesAlertes: Compte
  /** By reason: mentions never `fort`; and, among those found, the ones whose qualifier says why. */
  ecartes: Record<string, Compte>
  qualifies: Record<string, Compte>
  propositions: { justes: number; fausses: number; attendues: number; couvertes: number }
  echecs: string[]
}

export function evaluer(textes: readonly TexteMarque[]): Bilan {
  const b: Bilan = {
    textes: textes.length,
    rappel: {},
    precision: {},
    faussesAlertes: { bons: 0, total: 0 },
    ecartes: {},
    qualifies: {},
    propositions: { justes: 0, fausses: 0, attendues: 0, couvertes: 0 },
    echecs: [],
  }
  for (const t of textes) {
    const vus = reperer(t.texte, { nature: t.nature })
    compterMentions(b, t, vus)
    compterForts(b, t, vus)
    compterPropositions(b, t, vus)
  }
  return b
}

function compter(table: Record<string, Compte>, cles: readonly string[], bon: boolean): void {
  for (const cle of cles) {
    const c = table[cle] ?? { bons: 0, total: 0 }
    table[cle] = { bons: c.bons + (bon ? 1 : 0), total: c.total + 1 }
  }
}

function etendue(t: TexteMarque, m: MentionMarquee): [number, number] {
  let debut = -1
  for (let n = 0; n < m.occurrence; n++) debut = t.texte.indexOf(m.texte, debut + 1)
  if (debut < 0) throw new Error(`${t.id} : « ${m.texte} » absent du texte`)
  return [debut, debut + m.texte.length]
}

const touche = (r: Reperage, [d, f]: [number, number]) => r.debut < f && r.fin > d

function compterMentions(b: Bilan, t: TexteMarque, vus: readonly Reperage[]): void {
  for (const m of t.mentions) {
    const sur = vus.filter((r) => touche(r, etendue(t, m)))
    if (m.attendu === 'present') {
      const vu = sur.some((r) => r.niveau !== 'ignore')
      compter(b.rappel, ['ensemble', m.famille], vu)
      if (!vu) b.echecs.push(`${t.id} manqué : « ${m.texte} » (${m.famille}/${m.code}) ${resume(sur)}`)
      continue
    }
    const fort = sur.some((r) => r.niveau === 'fort')
    compter(b.ecartes, ['ensemble', m.attendu], !fort)
    if (fort) b.echecs.push(`${t.id} fort à tort : « ${m.texte} » (${m.attendu})`)
    if (sur.length > 0) {
      const dit = sur.every((r) => raison(m.attendu, r))
      compter(b.qualifies, ['ensemble', m.attendu], dit)
      if (!dit) b.echecs.push(`${t.id} qualifié autrement : « ${m.texte} » (${m.attendu}) ${resume(sur)}`)
    }
  }
}

function resume(sur: readonly Reperage[]): string {
  return sur
    .map((r) => `[${r.niveau} ${r.sujet} ${r.polarite} ${r.temps} ${r.hypothese ? 'hyp ' : ''}${r.role}]`)
    .join(' ')
}

function raison(attendu: string, r: Reperage): boolean {
  switch (attendu) {
    case 'nie':
      return r.polarite === 'nie' || r.polarite === 'conteste'
    case 'conteste':
      return r.polarite === 'conteste'
    case 'sans-reponse':
      return r.polarite === 'sans-reponse'
    case 'passe':
      return r.temps === 'passe'
    case 'tiers':
      return r.sujet === 'tiers'
    case 'hypothese':
      return r.hypothese
    case 'trafic':
      return r.role === 'trafic'
    default:
      return r.niveau === 'ignore'
  }
}

function compterForts(b: Bilan, t: TexteMarque, vus: readonly Reperage[]): void {
  const presentes = t.mentions.filter((m) => m.attendu === 'present').map((m) => etendue(t, m))
  const forts = vus.filter((r) => r.niveau === 'fort')
  const parPassage = new Map(forts.map((r) => [`${r.debut}-${r.fin}`, r]))
  for (const r of parPassage.values()) {
    const juste = presentes.some((e) => touche(r, e))
    compter(b.precision, ['ensemble', r.famille], juste)
    const marquee = t.mentions.some((m) => m.attendu !== 'present' && touche(r, etendue(t, m)))
    if (!juste && !marquee)
      b.echecs.push(`${t.id} fort non marqué : « ${t.texte.slice(r.debut, r.fin)} » (${r.famille}/${r.code})`)
  }
  if (presentes.length === 0) {
    b.faussesAlertes.total++
    if (forts.length > 0) b.faussesAlertes.bons++
  }
}

function compterPropositions(b: Bilan, t: TexteMarque, vus: readonly Reperage[]): void {
  const dites = new Map(
    vus.flatMap((r) => (r.proposition === null ? [] : [[JSON.stringify(r.proposition), r] as const])),
  )
  const couverts = new Set<string>()
  for (const r of dites.values()) {
    const { fait, valeur } = r.proposition ?? { fait: '', valeur: false }
    const attendu = t.faits[fait]
    if (fait === 'addiction.frequence' && attendu === undefined) continue
    const juste = Array.isArray(valeur)
      ? Array.isArray(attendu) && valeur.every((v) => attendu.includes(v))
      : attendu === valeur
    if (juste) {
      b.propositions.justes++
      for (const v of Array.isArray(valeur) ? valeur : ['']) couverts.add(`${fait} ${v}`)
    } else {
      b.propositions.fausses++
      b.echecs.push(
        `${t.id} proposition fausse : ${fait} = ${JSON.stringify(valeur)} sur « ${t.texte.slice(r.debut, r.fin)} », attendu ${JSON.stringify(attendu)}`,
      )
    }
  }
  for (const [fait, valeur] of Object.entries(t.faits)) {
    if (valeur === false || valeur === 'aucune') continue
    for (const v of Array.isArray(valeur) ? valeur : ['']) {
      b.propositions.attendues++
      if (couverts.has(`${fait} ${v}`)) b.propositions.couvertes++
      else b.echecs.push(`${t.id} fait non proposé : ${fait} = ${JSON.stringify(valeur)}`)
    }
  }
}

export const taux = (c: Compte | undefined): number =>
  c === undefined || c.total === 0 ? 1 : c.bons / c.total

const pourcent = (c: Compte) => `${(100 * taux(c)).toFixed(1)} % (${c.bons}/${c.total})`

function dire(nom: string, b: Bilan): boolean {
  const { rappel, precision, faussesAlertes, ecartes, qualifies, propositions: p } = b
  const alertes = faussesAlertes.total === 0 ? 0 : faussesAlertes.bons / faussesAlertes.total
  console.log(`\n${nom} : ${b.textes} textes`)
  console.log(`  rappel des marqueurs présents       ${parLigne(rappel)}`)
  console.log(`  précision au niveau « fort »        ${parLigne(precision)}`)
  console.log(`  fausses alertes (textes sans rien)  ${pourcent(faussesAlertes)}`)
  console.log(`  écartés, jamais « fort »            ${parLigne(ecartes)}`)
  console.log(`  raison juste parmi les repérés      ${parLigne(qualifies)}`)
  console.log(
    `  propositions                        ${p.justes} justes, ${p.fausses} fausses ; ${p.couvertes}/${p.attendues} faits proposés`,
  )
  return (
    taux(rappel.ensemble) >= SEUILS.rappel &&
    taux(precision.ensemble) >= SEUILS.precision &&
    alertes <= SEUILS.faussesAlertes
  )
}

function parLigne(table: Record<string, Compte>): string {
  const { ensemble, ...reste } = table
  const details = Object.entries(reste).map(([cle, c]) => `${cle} ${pourcent(c)}`)
  return `${ensemble === undefined ? '—' : pourcent(ensemble)}  ${details.join(', ')}`
}

function principal(args: readonly string[]): void {
  const textes = lireTextes()
  const { travail, reserve } = partager(textes)
  const lot = args[args.indexOf('--lot') + 1] ?? ''
  const seuls: Record<string, () => [string, TexteMarque[]]> = {
    '--travail': () => ['travail', travail],
    '--reserve': () => ['réserve', reserve],
    '--neufs': () => ['neufs', lots().flatMap(lireNeufs)],
    '--lot': () => [`lot ${lot}`, lireNeufs(lot)],
  }
  const demandes = Object.keys(seuls).filter((o) => args.includes(o))
  const choix: [string, TexteMarque[]][] =
    demandes.length > 0
      ? demandes.flatMap((o) => [seuls[o]?.() ?? ['', []]])
      : [
          ['ensemble', textes],
          ['travail', travail],
          ['réserve', reserve],
        ]
  let tient = true
  for (const [nom, lot] of choix) {
    const bilan = evaluer(lot)
    tient = dire(nom, bilan) && tient
    if (args.includes('--echecs') && (choix.length === 1 || nom === 'ensemble'))
      console.log(bilan.echecs.map((e) => `    ${e}`).join('\n'))
  }
  console.log(tient ? '\nLes seuils sont tenus.' : '\nUn seuil n’est pas tenu.')
  process.exitCode = tient ? 0 : 1
}

if (process.argv[1] === import.meta.filename) principal(process.argv.slice(2))
