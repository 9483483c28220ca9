import { benchCasier } from './casier.ts'
import { benchClePeinture } from './cle-peinture.ts'
import { benchDemarrage } from './demarrage.ts'
import { benchDocuments } from './documents.ts'
import { type Mesure, tient } from './mesures.ts'
import { benchRegles } from './regles.ts'
import { benchReperage } from './reperage.ts'
import { benchStore } from './store.ts'
import { benchTouchesMatinee } from './touches-matinee.ts'

/**
 * `npm run bench`: every target in one run, ratios rather than times wherever the machine matters. Leaves with 1 when
 * a target does not hold or could not be measured.
 */
const bancs: Readonly<Record<string, () => Promise<Mesure[]>>> = {
  règles: benchRegles,
  casier: benchCasier,
  repérage: benchReperage,
  magasin: benchStore,
  démarrage: benchDemarrage,
  documents: benchDocuments,
  'touche → peinture': benchClePeinture,
  matinée: benchTouchesMatinee,
}

const nombre = (x: number, { unite = '×' }: Mesure) => `${x.toFixed(2)} ${unite}`

function ligne(m: Mesure): string[] {
  const cible = `${m.sens === 'au-moins' ? '≥' : '≤'} ${nombre(m.cible, m)}`
  return [m.nom, nombre(m.ratio, m), cible, tient(m) ? 'tient' : 'NE TIENT PAS', m.detail]
}

const lignes = [['mesure', 'mesuré', 'cible', '', 'détail']]
let tout = true
for (const [nom, banc] of Object.entries(bancs)) {
  try {
    for (const m of await banc()) {
      lignes.push(ligne(m))
      tout &&= tient(m)
    }
  } catch (e) {
    lignes.push([
      nom,
      '—',
      '—',
      'NON MESURÉ',
      e instanceof Error ? (e.message.split('\n')[0] ?? '') : String(e),
    ])
    tout = false
  }
}

const largeurs = [0, 1, 2, 3].map((i) => Math.max(...lignes.map((l) => [...(l[i] ?? '')].length)))
for (const l of lignes)
  console.log(
    l
      .map((c, i) => c + ' '.repeat(Math.max(0, (largeurs[i] ?? 0) - [...c].length)))
      .join('  ')
      .trimEnd(),
  )
process.exit(tout ? 0 : 1)
