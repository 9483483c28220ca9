import { Check } from 'lucide-react'
import { memo } from 'react'
import {
  type DateIso,
  type Dossier,
  demandesFaites,
  direDemande,
  direMomentDuJour,
  ecrireMoment,
  type Role,
  resumerDemandes,
  suiviDe,
} from '../../domain/index.ts'
import { ChampEnPlace } from '../composants/en-place.tsx'
import { nomDe } from '../composants/mots.ts'
import { Reperage } from '../composants/reperage.tsx'
import { saisieDe } from '../saisie/champs-dossier.ts'
import { basculerVu, fixerFinGardeAVue } from './actes.ts'
import { Limite } from './limite.tsx'
import { OrientationEnMots } from './orientation.tsx'
import css from './tableau.module.css'

interface Props {
  dossier: Dossier
  /** Order of arrival, whatever the order shown. */
  numero: number
  jour: DateIso
  role: Role
  /** The row that Tab reaches. */
  courante: boolean
  /** Its end of garde à vue is being typed; the text is what was not understood the last time. */
  edition: { texte: string | null } | null
  onEditer: (id: string) => void
  onFermer: (id: string, refuse: string | null, clavier: boolean) => void
}

/** One person, one strip. Drawn again only when the dossier changes, never by the clock. */
export const Rangee = memo(function Rangee(p: Props) {
  const { dossier, numero, jour, role, courante, edition } = p
  const { id } = dossier
  const { vuA, limite, finContradictoire, finGardeAVue } = suiviDe(dossier)
  const { qualification } = saisieDe(dossier)
  return (
    <tr
      data-key={id}
      className={css.rangee}
      tabIndex={courante ? 0 : -1}
      {...(courante && { 'data-entree': true })}
    >
      <td className={css.n}>{numero}</td>
      <th scope="row" className={css.defere}>
        <span className={css.ligne} title={nomDe(dossier)}>
          <b>{nomDe(dossier)}</b> {dossier.personne?.dateNaissance?.slice(0, 4)}
        </span>
        <span className={css.second}>{dossier.numeroParquet}</span>
      </th>
      <td className={css.faits} title={qualification}>
        <span className={css.deux}>{qualification}</span>
      </td>
      <td className={css.limite}>
        {edition === null ? (
          <button type="button" tabIndex={-1} className={css.cellule} onClick={() => p.onEditer(id)}>
            <Limite limite={limite} jour={jour} contradictoire={finContradictoire} />
          </button>
        ) : (
          <span className={css.champ}>
            <ChampEnPlace
              libelle="Fin de garde à vue (18h10, ou 20/11 18h10)"
              initial={edition.texte ?? (finGardeAVue === null ? '' : ecrireMoment(finGardeAVue))}
              garder={(texte) => fixerFinGardeAVue(id, texte)}
              onFermer={(refuse, clavier) => p.onFermer(id, refuse, clavier)}
            />
          </span>
        )}
      </td>
      <td className={css.vu}>
        <button type="button" tabIndex={-1} className={css.cellule} onClick={() => basculerVu(id)}>
          {vuA === null ? (
            <Anneau />
          ) : (
            <>
              <Check size={13} aria-hidden="true" className={css.coche} />
              <span className={css.cache}>vu à </span>
              {direMomentDuJour(vuA, jour)}
            </>
          )}
        </button>
      </td>
      <td className={css.reperage}>
        <Reperage dossier={dossier} role={role} />
      </td>
      <td className={css.demandes}>
        <Demandes dossier={dossier} />
      </td>
      <td className={css.orientation}>
        <span className={css.deux}>
          <OrientationEnMots dossier={dossier} role={role} />
        </span>
      </td>
    </tr>
  )
})

function Anneau() {
  return (
    <svg className={css.anneau} viewBox="0 0 12 12" role="img" aria-label="pas encore vu">
      <circle cx="6" cy="6" r="4.6" fill="none" />
    </svg>
  )
}

/** The last request, the others on hover and in the count. */
function Demandes({ dossier }: { dossier: Dossier }) {
  const { phrase, autres } = resumerDemandes(dossier)
  const toutes = demandesFaites(dossier).map(direDemande).join('\n')
  return (
    <span className={css.deux} title={toutes}>
      {phrase}
      {autres > 0 && (
        <span className={css.autres}> et {autres === 1 ? 'une autre' : `${autres} autres`}</span>
      )}
    </span>
  )
}
