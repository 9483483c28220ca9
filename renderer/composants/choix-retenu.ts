import { type Dossier, faitVisible, type Role, retenusDe } from '../../domain/index.ts'
import { lireDossier } from '../lecture.ts'

/** What was chosen for somebody, by name: the dispositifs kept, else the framework; empty before any choice. */
export function choixRetenu(dossier: Dossier, role: Role): readonly string[] {
  const { orientation } = lireDossier(dossier)
  if (orientation === null || !faitVisible('orientation.choix', role)) return []
  const retenus = retenusDe(orientation.faits).map(
    (id) => orientation.dispositifs.find((d) => d.id === id)?.nom ?? id,
  )
  if (retenus.length > 0) return retenus
  const cadre = orientation.faits['orientation.cadre']
  return cadre?.etat === 'connu'
    ? [orientation.cadres.find((c) => c.id === cadre.valeur)?.nom ?? String(cadre.valeur)]
    : []
}
