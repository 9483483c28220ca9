import { choixDe, type Dossier, faitVisible, type Orientation, type Role } from '../../domain/index.ts'
import { Forme } from '../composants/forme.tsx'
import { LECTURES, premierDispositif } from '../composants/mots.ts'
import { lireDossier } from '../lecture.ts'
import { avancement } from '../saisie/lignes.ts'

interface Props {
  dossier: Dossier
  role: Role
}

/** What somebody chose; before that, the reading of the first dispositif once there is an answer to read. */
export function OrientationEnMots({ dossier, role }: Props) {
  const { orientation, refus } = lireDossier(dossier)
  if (orientation === null) return <>{refus === null ? '—' : 'Identité ou procédure à revoir'}</>
  const choix = direChoix(orientation, role)
  if (choix !== null) return <>{choix}</>
  const d = premierDispositif(dossier, role)
  if (d === null || avancement(dossier, role)[0] === 0) return <>—</>
  const { mot, forme } = LECTURES[d.lecture]
  return (
    <>
      <Forme etat={forme} /> {d.nom}&nbsp;: {mot.toLocaleLowerCase('fr')}
    </>
  )
}

/** « Retenu : L’Ouvrage, sursis probatoire renforcé », or what was set aside where nothing is kept. */
function direChoix(orientation: Orientation, role: Role): string | null {
  if (!faitVisible('orientation.choix', role)) return null
  const { retenus, cadre, ecartes } = choixDe(orientation)
  const nommer = (ids: readonly string[]) =>
    ids.map((id) => orientation.dispositifs.find((d) => d.id === id)?.nom ?? id)
  const gardes = nommer(retenus)
  if (cadre !== null) gardes.push(orientation.cadres.find((c) => c.id === cadre)?.nom ?? cadre)
  if (gardes.length > 0) return `Retenu\u00a0: ${gardes.join(', ')}`
  return ecartes.length > 0 ? `Écarté\u00a0: ${nommer(ecartes).join(', ')}` : null
}
