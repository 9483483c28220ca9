import {
  type Appel,
  dateLongue,
  type Enonce,
  type Entete,
  MOT_ETAT,
  type Segment,
} from '../../domain/index.ts'
import { Forme } from '../composants/forme.tsx'
import css from './page.module.css'

/** Pieces of the page shared by the documents: the words of the content, none of its own but « à remplir ». */

/** A line for a pen on paper, about this many letters long. */
export function Blanc({ lettres = 14 }: { lettres?: number }) {
  const largeur = lettres <= 3 ? 'court' : lettres <= 8 ? 'moyen' : 'long'
  return (
    <span className={css.blanc} data-largeur={largeur} role="img" aria-label="à remplir à la main">
      {'\u00a0'}
    </span>
  )
}

/** Runs of underscores are lines for a pen. */
export function AvecBlancs({ texte }: { texte: string }) {
  return texte.split(/(_{2,})/).map((m, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence, in its order
    <span key={i}>{m.startsWith('__') ? <Blanc lettres={m.length} /> : m}</span>
  ))
}

/** A sentence is followed by its source, a few words by a comma and their source: as on paper. */
function UnSegment({ segment: s }: { segment: Segment }) {
  const virgule = s.note === undefined && /[.!?…]$/.test(s.texte) ? '' : ','
  return (
    <>
      <bdi className={s.lacune === null ? undefined : css.lacune}>{s.texte}</bdi>
      {s.note !== undefined && <span className={css.note}> ({s.note})</span>}
      {s.source !== '' && (
        <>
          {virgule} <span className={css.source}>{s.source}</span>
        </>
      )}
    </>
  )
}

export function Segments({ segments }: { segments: readonly Segment[] }) {
  return segments.map((s, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two segments of one statement may say the same
    <span key={i}>
      {i > 0 && '\u00a0; '}
      <UnSegment segment={s} />
    </span>
  ))
}

export function UnAppel({ appel }: { appel: Appel }) {
  return (
    <span className={css.appel}>
      {appel.qui !== '' && `${appel.qui} – `}tél. {appel.telephone ?? <Blanc />}
    </span>
  )
}

const FORMES = { vrai: 'oui', faux: 'non', inconnu: 'inconnu', neutre: null } as const

/** What a statement answers: its state when it is a criterion, its words and sources, what is left to do. */
function Reponse({ enonce: e }: { enonce: Enonce }) {
  return (
    <>
      <Segments segments={e.segments} />
      {e.aFaire !== undefined && (
        <p>
          <strong>À faire&nbsp;:</strong> {e.aFaire} {e.appel !== undefined && <UnAppel appel={e.appel} />}
        </p>
      )}
      {e.aFaire === undefined && e.appel !== undefined && (
        <p>
          <UnAppel appel={e.appel} />
        </p>
      )}
    </>
  )
}

export function TableEnonces({ titre, enonces }: { titre: string; enonces: readonly Enonce[] }) {
  if (enonces.length === 0) return null
  return (
    <table className={css.table} aria-label={titre}>
      <tbody>
        {enonces.map((e, i) => {
          const forme = e.etat === undefined ? null : FORMES[e.etat]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two statements may have one label
            <tr key={i}>
              <th scope="row">
                {e.etat !== undefined && (
                  <span className={css.etat}>
                    {forme !== null && <Forme etat={forme} />} {MOT_ETAT[e.etat]} –{' '}
                  </span>
                )}
                {e.libelle}
              </th>
              <td>
                <Reponse enonce={e} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export function Tete({ titre, entete: e, mention }: { titre: string; entete: Entete; mention: string }) {
  return (
    <header className={css.tete}>
      <h2>{titre}</h2>
      <p className={css.droite}>
        N° parquet <strong>{e.numeroParquet ?? <Blanc />}</strong>
      </p>
      <p>
        <strong>
          <bdi>{e.personne ?? <Blanc />}</bdi>
        </strong>
      </p>
      <p className={css.droite}>Audience du {dateLongue(e.dateAudience)}</p>
      <p className={css.mention}>{mention}</p>
    </header>
  )
}
