import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { reperer } from '../../domain/index.ts'
import { enJetons } from '../../domain/reperage/jetons.ts'
import { centile, type Mesure } from './mesures.ts'

/**
 * `reperer` over the public texts put end to end: 300 kB against the clock and against one normalising scan of the
 * same text (`enJetons`, which folds every word and keeps its place), then how the cost grows from 10 kB to 3 MB.
 */

const CAS = join(import.meta.dirname, '../acceptation/cas/reperage')
const PASSES = 25

function corpus(): string {
  return readdirSync(CAS)
    .flatMap((f) => readFileSync(join(CAS, f), 'utf8').trim().split('\n'))
    .map((ligne) => (JSON.parse(ligne) as { texte: string }).texte)
    .join('\n\n')
}

/** Exactly `octets` UTF-8 bytes or a little less. */
function texteDe(octets: number, source: string): string {
  const uneFois = Buffer.byteLength(source) + 2
  const long = `${source}\n\n`.repeat(Math.ceil(octets / uneFois))
  return long.slice(0, Math.floor((long.length * octets) / Buffer.byteLength(long)))
}

function temps(action: () => unknown): number {
  const debut = performance.now()
  action()
  return performance.now() - debut
}

/**
 * The quietest of several passes by the clock, and the processor time of one: a shared machine takes the processor
 * away for whole milliseconds, so that only processor times are compared with each other.
 */
function calme(action: () => unknown, passes = PASSES): { min: number; mediane: number; calcul: number } {
  action()
  const avant = process.threadCpuUsage()
  const durees = Array.from({ length: passes }, () => temps(action))
  const { user, system } = process.threadCpuUsage(avant)
  return {
    min: Math.min(...durees),
    mediane: centile(durees, 0.5),
    calcul: (user + system) / 1000 / passes,
  }
}

const ms = (x: number) => `${x.toFixed(1)} ms`

export async function benchReperage(): Promise<Mesure[]> {
  const source = corpus()
  const moyen = texteDe(300_000, source)
  const premier = temps(() => reperer('Je dors dehors.'))
  const lecture = calme(() => reperer(moyen))
  const balayage = calme(() => enJetons(moyen))
  const [petit, grand] = [texteDe(10_000, source), texteDe(3_000_000, source)]
  const parKo = {
    petit: calme(() => reperer(petit), 100).calcul / 10,
    grand: calme(() => reperer(grand), 3).calcul / 3000,
  }
  return [
    {
      nom: 'reperer, 300 ko',
      ratio: lecture.min,
      cible: 100,
      unite: 'ms',
      detail: `la plus calme de ${PASSES} passes ; médiane ${ms(lecture.mediane)}, calcul seul ${ms(lecture.calcul)} ; premier appel du processus, lexique compilé, ${ms(premier)}`,
    },
    {
      nom: 'reperer face à un balayage',
      ratio: lecture.calcul / balayage.calcul,
      cible: 20,
      detail: `300 ko, balayage qui plie les mots ${ms(balayage.calcul)} de calcul`,
    },
    {
      nom: 'reperer, 3 Mo face à 10 ko, par ko',
      ratio: parKo.grand / parKo.petit,
      cible: 1.5,
      detail: `${(1000 * parKo.petit).toFixed(0)} µs puis ${(1000 * parKo.grand).toFixed(0)} µs par ko`,
    },
  ]
}
