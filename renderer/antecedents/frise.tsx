import { useState } from 'react'
import { type Chronologie, chronologie, type DateIso, type Dossier, dateCourte } from '../../domain/index.ts'
import { aujourdhui } from '../horloge.ts'
import { etatFait } from '../lecture.ts'
import { direInfraction, direPeine, MOTS_POIDS, type Poids, poidsDe } from './dire.ts'
import { direChronologie, direIntervalle } from './dire-chronologie.ts'
import type { LectureTexte } from './etat.ts'
import css from './frise.module.css'
import { placer } from './placer.ts'

interface Props {
  dossier: Dossier
  lecture: LectureTexte
  vise: string
}

const HAUTEUR = 74
const ETAGE = 13

/** Convictions over the years: the spacing is the time. The same in a table, one button away. */
export function Frise({ dossier, lecture, vise }: Props) {
  const [enTableau, basculer] = useState(false)
  const faits = etatFait(dossier, 'procedure.dateFaits')
  const dateFaits = faits.etat === 'connu' ? String(faits.valeur) : null
  const chrono = chronologie(lecture.lu)
  return (
    <section className={css.frise} data-volet aria-label="Chronologie">
      <div className={css.barre}>
        <p>{direChronologie(chrono)}</p>
        <button type="button" aria-pressed={enTableau} data-entree onClick={() => basculer(!enTableau)}>
          {enTableau ? 'Voir la frise' : 'Voir le tableau'}
        </button>
      </div>
      {enTableau ? (
        <Tableau lecture={lecture} chrono={chrono} />
      ) : (
        <Dessin lecture={lecture} chrono={chrono} dateFaits={dateFaits} vise={vise} />
      )}
    </section>
  )
}

interface PropsDessin {
  lecture: LectureTexte
  chrono: Chronologie
  dateFaits: DateIso | null
  vise: string
}

function Dessin({ lecture, chrono, dateFaits, vise }: PropsDessin) {
  const datees = lecture.condamnations.flatMap(({ lue }, i) =>
    lue.date === null ? [] : [{ rang: i, date: lue.date }],
  )
  const jusqua = [dateFaits ?? '', aujourdhui()].sort().at(-1) ?? aujourdhui()
  const { places, annees, ecarts, etages, position } = placer(datees, jusqua)
  const pas = Math.min(ETAGE, (HAUTEUR - 14) / Math.max(etages, 1))
  const y = (etage: number) => HAUTEUR - 8 - etage * pas
  const ecartDe = new Map(chrono.ecarts.map((e) => [e.a, direIntervalle(e.jours)]))
  const vu = vise.startsWith('c') ? Number(vise.slice(1)) : -1
  return (
    <>
      <svg
        className={css.dessin}
        role="img"
        aria-label={`Frise des condamnations. ${direChronologie(chrono)}`}
      >
        {annees.map((a) => (
          <g key={a.annee}>
            <line className={css.an} x1={`${a.x}%`} x2={`${a.x}%`} y1="0" y2={HAUTEUR} />
            {a.ecrite && (
              <text x={`${a.x}%`} dx="3" y={HAUTEUR + 13}>
                {a.annee}
              </text>
            )}
          </g>
        ))}
        <line className={css.axe} x1="0" x2="100%" y1={HAUTEUR} y2={HAUTEUR} />
        {ecarts.map((e) => (
          <text key={e.rang} className={css.ecart} x={`${e.x}%`} y={HAUTEUR - 4} textAnchor="middle">
            {ecartDe.get(lecture.condamnations[e.rang]?.lue.rang ?? -1)}
          </text>
        ))}
        {places.map((p) => {
          const poids = poidsDe(lecture.condamnations[p.rang]?.lue ?? SANS_PEINE)
          return (
            <svg
              key={p.rang}
              x={`${p.x}%`}
              y={y(p.etage)}
              overflow="visible"
              aria-hidden="true"
              data-vu={p.rang === vu || undefined}
            >
              <Marque poids={poids} />
            </svg>
          )
        })}
        {dateFaits !== null && (
          <g>
            <line
              className={css.faits}
              x1={`${position(dateFaits)}%`}
              x2={`${position(dateFaits)}%`}
              y1="0"
              y2={HAUTEUR}
            />
            <text x={`${position(dateFaits)}%`} dx="-4" y="9" textAnchor="end">
              faits
            </text>
          </g>
        )}
      </svg>
      <ul className={css.legende} aria-label="Légende">
        {(Object.keys(MOTS_POIDS) as Poids[]).map((poids) => (
          <li key={poids}>
            <svg viewBox="-6 -6 12 12" aria-hidden="true">
              <Marque poids={poids} />
            </svg>{' '}
            {MOTS_POIDS[poids]}
          </li>
        ))}
        {chrono.sansDate.length > 0 && <li>{chrono.sansDate.length} sans date, au tableau seulement</li>}
      </ul>
    </>
  )
}

const SANS_PEINE = { peines: [] }

/** Full square, half square, ring: told apart without colour. */
function Marque({ poids }: { poids: Poids }) {
  if (poids === 'ferme') return <rect className={css.plein} x="-5" y="-5" width="10" height="10" />
  if (poids === 'sursis')
    return (
      <g>
        <rect className={css.creux} x="-5" y="-5" width="10" height="10" />
        <path className={css.plein} d="M-5 5V-5L5 5Z" />
      </g>
    )
  return <circle className={css.creux} r="4.5" />
}

/** The same, to read line by line. */
function Tableau({ lecture, chrono }: { lecture: LectureTexte; chrono: Chronologie }) {
  const ecartDe = new Map(chrono.ecarts.map((e) => [e.a, direIntervalle(e.jours)]))
  return (
    <section
      className={css.tableau}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to enter it
      tabIndex={0}
      aria-label="Tableau des condamnations"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Année</th>
            <th scope="col">Date</th>
            <th scope="col">Depuis la précédente</th>
            <th scope="col">Infractions</th>
            <th scope="col">Peines</th>
          </tr>
        </thead>
        <tbody>
          {lecture.condamnations.map(({ lue, debut }) => (
            <tr key={debut}>
              <th scope="row">{lue.date?.slice(0, 4) ?? '—'}</th>
              <td>{lue.date === null ? 'inconnue' : dateCourte(lue.date)}</td>
              <td>{ecartDe.get(lue.rang) ?? '—'}</td>
              <td>{lue.infractions.map(direInfraction).join(' ; ')}</td>
              <td>
                {lue.peines.map(direPeine).join(' ; ')} ({MOTS_POIDS[poidsDe(lue)]})
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
