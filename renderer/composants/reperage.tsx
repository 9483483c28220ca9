import { type Dossier, lignesTriage, type Role } from '../../domain/index.ts'
import { etatFait } from '../lecture.ts'
import { useMagasin } from '../magasin.ts'
import { avancement } from '../saisie/lignes.ts'
import { Forme, type Trois } from './forme.tsx'
import css from './reperage.module.css'

const FAMILLES = [
  ['addiction', 'A', 'addiction'],
  ['logement', 'L', 'logement'],
  ['psychiatrie', 'P', 'psychique'],
] as const

const MOT: Readonly<Record<Trois, string>> = { oui: 'oui', non: 'non', inconnu: 'inconnu' }

/** The first line of a family is the one that says whether it is concerned. */
function etatFamille(dossier: Dossier, role: Role, famille: string): Trois {
  const ligne = lignesTriage(role).find((l) => l.famille === famille)
  const etat = ligne && etatFait(dossier, ligne.fait)
  if (etat?.etat !== 'connu') return 'inconnu'
  return etat.valeur === true ? 'oui' : 'non'
}

/** Progress, never a reason to sort or filter people (R113-51 code pénitentiaire). */
export function Reperage({ dossier, role }: { dossier: Dossier; role: Role }) {
  // The short mode counts its own questions.
  useMagasin((m) => m.reglages.modeCourt)
  const [repondues, lignes] = avancement(dossier, role)
  const etats = FAMILLES.map(([famille, lettre, mot]) => ({
    lettre,
    mot,
    etat: etatFamille(dossier, role, famille),
  }))
  const dit = etats.map((e) => `${e.mot}\u00a0: ${MOT[e.etat]}`).join(', ')
  return (
    <span className={css.reperage}>
      <span role="img" aria-label={dit} className={css.familles}>
        {etats.map((e) => (
          <span key={e.lettre} className={css.famille}>
            {e.lettre}
            <Forme etat={e.etat} />
          </span>
        ))}
      </span>
      <span className={css.compte}>
        {repondues}/{lignes}
      </span>
    </span>
  )
}
