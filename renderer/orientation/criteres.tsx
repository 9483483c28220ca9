import type { CritereLu, Dossier } from '../../domain/index.ts'
import { Forme, type Trois } from '../composants/forme.tsx'
import { lireSource } from '../saisie/sources.ts'
import css from './detail.module.css'

const FORMES: Readonly<Record<CritereLu['etat'], Trois | null>> = {
  faux: 'non',
  inconnu: 'inconnu',
  vrai: 'oui',
  neutre: null,
}
const MOTS: Readonly<Record<CritereLu['etat'], string>> = {
  faux: 'Non réuni',
  inconnu: 'Inconnu',
  vrai: 'Réuni',
  neutre: 'Sans effet',
}
const ORDRE = ['faux', 'inconnu', 'vrai', 'neutre'] as const

interface Props {
  /** Absent: the sources of the answers are not shown. */
  dossier?: Dossier
  criteres: readonly CritereLu[]
}

/** Each criterion with its reason, where it comes from and, when it is unknown, what to do. What decides comes first. */
export function Criteres({ dossier, criteres }: Props) {
  const tries = ORDRE.flatMap((etat) => criteres.filter((c) => c.etat === etat))
  return (
    <ul className={css.criteres} aria-label="Critères">
      {tries.map((c) => {
        const forme = FORMES[c.etat]
        const source = dossier === undefined ? '' : sources(dossier, c)
        return (
          <li key={c.id} className={css.critere} data-etat={c.etat}>
            <span className={css.etat}>
              {forme === null ? <span aria-hidden="true">—</span> : <Forme etat={forme} />} {MOTS[c.etat]}
            </span>
            <span>
              {c.motif === '' ? c.libelle : c.motif}{' '}
              {c.aFaire !== undefined && c.aFaire !== '' && <strong>→ {c.aFaire}</strong>}
              {source !== '' && <span className={css.source}>{source}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** « Audition », « APPI » : short names of where the answers behind a criterion come from. */
function sources(dossier: Dossier, c: CritereLu): string {
  const ids = new Set(c.declarations)
  const dites = dossier.declarations.filter((d) => ids.has(d.id) && d.valeur !== null)
  const noms = dites.map((d) => {
    const { court } = lireSource(d)
    return court === '' ? 'source à préciser' : court
  })
  return [...new Set(noms)].join(', ')
}

/** Sentences of the catalogue, each with its own source. */
export function Enonces({
  titre,
  enonces,
}: {
  titre: string
  enonces: readonly { texte: string; source: string; marque: string }[]
}) {
  if (enonces.length === 0) return null
  return (
    <>
      <h4 className={css.titre4}>{titre}</h4>
      <ul className={css.enonces}>
        {enonces.map((e) => (
          <li key={e.texte} title={`${e.source} (${e.marque})`}>
            {e.texte}
          </li>
        ))}
      </ul>
    </>
  )
}
