import {
  type Comparaison,
  dateCourte,
  definitionFait,
  type InfractionCollee,
  libelleValeur,
} from '../../domain/index.ts'
import { Forme } from '../composants/forme.tsx'
import css from './collage.module.css'
import { basculer, type Candidat, choisirCategorie } from './etat.ts'

interface Props {
  candidat: Candidat
  choisi: boolean
  onChoisir: (rang: number) => void
}

const INFRACTIONS_MAX = 3

/** One person as understood: a check box that Space ticks, the facts, and the category to choose. */
export function Personne({ candidat, choisi, onChoisir }: Props) {
  const { rang, personne: p, comparaison, inclus } = candidat
  const nom = [p.nom.toLocaleUpperCase('fr'), p.prenoms].filter(Boolean).join(' ')
  const details = [
    p.dateNaissance === null ? 'naissance non lue' : `né(e) le ${dateCourte(p.dateNaissance)}`,
    p.role === '' ? 'rôle non lu' : p.role,
    p.numeroParquet === '' ? 'n° parquet à compléter' : `n°\u00a0${p.numeroParquet}`,
  ]
  const montrees = p.infractions.slice(0, INFRACTIONS_MAX)
  const reste = p.infractions.length - montrees.length
  const dits = [comparaison.motif, ...p.avertissements].filter((t) => t !== '')
  return (
    <li className={css.personne} data-choisi={choisi || undefined} data-exclu={!inclus || undefined}>
      <div className={css.qui}>
        <label className={css.case}>
          <input
            type="checkbox"
            checked={inclus}
            aria-disabled={comparaison.etat === 'presente' || undefined}
            aria-label={`${nom}, ${details.join(', ')}, ${etatDit(comparaison, inclus)}`}
            tabIndex={choisi ? 0 : -1}
            data-personne={rang}
            onFocus={() => onChoisir(rang)}
            onChange={() => basculer(candidat)}
          />
          <b>{nom}</b>
          <span className={css.details}>{details.join(' · ')}</span>
        </label>
        <span className={css.etat}>{etatDit(comparaison, inclus)}</span>
      </div>
      <ul className={css.faits} aria-label="Infractions">
        {montrees.map((i, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: offences have no identity but their place
          <li key={k}>{ditInfraction(i)}</li>
        ))}
        {p.infractions.length === 0 && <li>faits à compléter</li>}
        {reste > 0 && <li>{reste > 1 ? `et ${reste} autres infractions` : 'et 1 autre infraction'}</li>}
      </ul>
      <Categorie candidat={candidat} nom={nom} />
      {dits.length > 0 && (
        <ul className={css.averti}>
          {dits.map((d) => (
            <li key={d}>
              <Forme etat="inconnu" /> {d}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function etatDit({ etat }: Comparaison, inclus: boolean): string {
  if (etat === 'presente') return 'déjà au tableau'
  if (etat === 'a-verifier') return inclus ? 'sera ajouté(e), à vérifier' : 'à vérifier, non ajouté(e)'
  return inclus ? 'sera ajouté(e)' : 'non ajouté(e)'
}

function ditInfraction({ natinf, libelle, date, dateFin, heure, lieu }: InfractionCollee): string {
  const quand =
    date === null
      ? ''
      : `${dateCourte(date)}${dateFin === undefined ? '' : ` – ${dateCourte(dateFin)}`}${heure === undefined ? '' : ` ${heure.replace(':', '\u00a0h\u00a0')}`}`
  const quoi = [natinf, libelle].filter(Boolean).join(' – ')
  return [quoi, quand, lieu].filter(Boolean).join(' · ')
}

const PROPOSEE = ''
const AUCUNE = 'aucune'

function Categorie({ candidat, nom }: { candidat: Candidat; nom: string }) {
  const { rang, personne, categorie, comparaison } = candidat
  if (comparaison.etat === 'presente') return null
  const proposee = personne.categorie
  const aChoisir = categorie === undefined
  return (
    <div className={css.categorie}>
      <select
        aria-label={`Catégorie de ${nom}`}
        value={categorie === undefined ? PROPOSEE : (categorie ?? AUCUNE)}
        onFocus={(e) => e.currentTarget.scrollIntoView({ block: 'nearest' })}
        onChange={(e) => {
          const { value } = e.currentTarget
          choisirCategorie(rang, value === PROPOSEE ? undefined : value === AUCUNE ? null : value)
        }}
      >
        <option value={PROPOSEE}>
          {proposee === null
            ? 'catégorie à choisir'
            : `${libelleValeur('procedure.categorie', proposee)} (proposée)`}
        </option>
        {(definitionFait('procedure.categorie')?.valeurs ?? []).map((v) => (
          <option key={v.code} value={v.code}>
            {v.libelle}
          </option>
        ))}
        {proposee !== null && <option value={AUCUNE}>aucune pour l’instant</option>}
      </select>
      <span>
        <Forme etat={aChoisir ? 'inconnu' : 'oui'} /> {aChoisir ? 'à vérifier' : 'choisie'}
      </span>
    </div>
  )
}
