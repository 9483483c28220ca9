import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { lireCasier } from '../../domain/index.ts'
import { centile, chronometrer, type Mesure } from './mesures.ts'

/**
 * A record of sixty convictions, all of it invented, read in a process that has read nothing yet (patterns
 * compiled on the way) and in one that has. A text of one megabyte is read too: it must be answered, whatever it is.
 */

const NOMBRE = 60
const LANCEMENTS = 7

const INFRACTIONS = [
  'VOL AGGRAVE PAR UNE CIRCONSTANCE',
  'USAGE ILLICITE DE STUPEFIANTS',
  "OUTRAGE A UNE PERSONNE DEPOSITAIRE DE L'AUTORITE PUBLIQUE",
  "CONDUITE D'UN VEHICULE SANS PERMIS",
  "RECEL DE BIEN PROVENANT D'UN VOL (RECIDIVE)",
]
const PEINES = [
  "3 MOIS D'EMPRISONNEMENT\n   EXECUTEE LE 28/06/",
  'AMENDE 300 EUROS\n   AMENDE PAYEE LE 02/10/',
  "6 MOIS D'EMPRISONNEMENT DONT 3 MOIS AVEC SURSIS PROBATOIRE PENDANT 2 ANS\n   OBLIGATION DE SOINS\n   REVOCATION TOTALE LE 12/10/",
  '90 JOURS-AMENDE A 5 EUROS\n   INCARCERE LE 04/12/',
]

function casierDe(nombre: number): string {
  const lignes = [
    'BULLETIN N° 1                                   Demandé par : TJ BOBIGNY',
    'NOM : EXEMPLE   Prénoms : ALPHA            Né le 04/05/1988 à PARIS 13 (75)   Sexe : M',
    '---------------------------------------------------------------------------',
  ]
  for (let i = 0; i < nombre; i++) {
    const annee = 2000 + Math.floor((i * 24) / nombre)
    const mois = String(1 + ((i * 5) % 12)).padStart(2, '0')
    const caractere =
      i % 3 === 0 ? `CONTRADICTOIRE A SIGNIFIER (signifié le 20/${mois}/${annee})` : 'CONTRADICTOIRE'
    lignes.push(
      `${i + 1}  12/${mois}/${annee}  TRIBUNAL CORRECTIONNEL DE BOBIGNY           ${caractere}`,
      `   ${INFRACTIONS[i % INFRACTIONS.length]}            le 10/${mois}/${annee}`,
      `   ${INFRACTIONS[(i + 2) % INFRACTIONS.length]}            du 01/01/${annee} au 10/${mois}/${annee}`,
      `   ${PEINES[i % PEINES.length]}${annee}`,
    )
  }
  return lignes.join('\n')
}

function lire(texte: string, attendues: number): void {
  const lu = lireCasier(texte)
  if (lu.condamnations.length !== attendues || lu.lignesNonLues.length > 0)
    throw new Error(`casier mal lu : ${lu.condamnations.length} condamnations`)
}

/** Milliseconds of the first reading of a process; the median of several processes. */
function aFroid(): number {
  const temps = Array.from({ length: LANCEMENTS }, () =>
    Number(execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'froid'], { encoding: 'utf8' })),
  )
  return centile(temps, 0.5)
}

export async function benchCasier(): Promise<Mesure[]> {
  const texte = casierDe(NOMBRE)
  const { chaud = [] } = await chronometrer({ chaud: () => lire(texte, NOMBRE) }, 20, 10)
  const p95 = centile(chaud, 0.95)
  const froid = aFroid()
  const mega = casierDe(5000).slice(0, 1_000_000)
  const debut = performance.now()
  lireCasier(mega)
  const long = performance.now() - debut
  const taille = `${NOMBRE} condamnations, ${texte.length} caractères`
  return [
    { nom: 'casier, déjà lu un autre (p95)', ratio: p95, cible: 10, unite: 'ms', detail: taille },
    {
      nom: 'casier, premier du processus',
      ratio: froid,
      cible: 60,
      unite: 'ms',
      detail: `médiane de ${LANCEMENTS} processus`,
    },
    { nom: 'texte d’un mégaoctet', ratio: long, cible: 1000, unite: 'ms', detail: 'l’écran le refuse avant' },
  ]
}

if (process.argv[2] === 'froid' && process.argv[1] === fileURLToPath(import.meta.url)) {
  const texte = casierDe(NOMBRE)
  const debut = performance.now()
  lire(texte, NOMBRE)
  process.stdout.write(String(performance.now() - debut))
}
