import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import type { Dossier } from '../../domain/index.ts'
import { Forme } from '../composants/forme.tsx'
import { lettreDe } from '../touches.ts'
import { neporteRien, relire } from './actes.ts'
import css from './condamnations.module.css'
import {
  CARACTERES,
  direDecision,
  direInfraction,
  direMentions,
  direPeine,
  direSignification,
  FORMULES,
} from './dire.ts'
import { type CondamnationSituee, estRelue, type LectureTexte } from './etat.ts'

interface Props {
  dossier: Dossier
  lecture: LectureTexte | null
  vise: string
  onViser: (rangee: string) => void
  onEditer: (numero: number) => void
}

/** What was read, row by row: lines that were not understood first, then each conviction to check against the text. */
export function Condamnations({ dossier, lecture, vise, onViser, onEditer }: Props) {
  if (lecture === null)
    return (
      <section className={css.volet} data-volet aria-label="Ce qui est lu">
        <div className={css.attente}>
          <p>Collez le texte du bulletin n° 1 à gauche (Ctrl+V).</p>
          <p>
            Ce qui en est lu s’affichera ici, condamnation par condamnation, à relire contre le texte. Ce qui
            n’est pas compris est montré, jamais deviné ni laissé de côté.
          </p>
          <p>Le texte ne quitte pas ce dossier et s’efface avec lui.</p>
        </div>
      </section>
    )
  const { condamnations, nonLues, lu } = lecture
  const rangees = [...nonLues.map((l) => `l${l.numero}`), ...condamnations.map((_, i) => `c${i}`)]
  const premiereARelire = condamnations.findIndex((c) => !estRelue(dossier, c))
  const depart = nonLues.length > 0 ? rangees[0] : `c${Math.max(premiereARelire, 0)}`
  const entree = rangees.includes(vise) ? vise : depart
  const fini = condamnations.length > 0 && nonLues.length === 0 && premiereARelire < 0

  const surTouche = (e: KeyboardEvent<HTMLElement>) => {
    const rangee = e.target instanceof HTMLElement ? e.target.dataset.rangee : undefined
    if (rangee === undefined || e.ctrlKey || e.altKey || e.metaKey) return
    const numero = Number(rangee.slice(1))
    const situee = rangee.startsWith('c') ? condamnations[numero] : undefined
    // Space says what « o » or « n » says, where letters are switched off too.
    const espace = situee === undefined ? 'n' : 'o'
    const touche = lettreDe(e) ?? (e.key === ' ' ? espace : e.key.length === 1 ? '' : e.key)
    if (touche === 'ArrowDown') allerVers(rangees, rangee, 1)
    else if (touche === 'ArrowUp') allerVers(rangees, rangee, -1)
    else if (touche === 'F2' || touche === 'Enter') onEditer(situee?.debut ?? numero)
    else if (situee !== undefined && touche === 'o') {
      flushSync(() => relire(dossier.id, situee.debut, true))
      allerVers(rangees, rangee, 1)
    } else if (situee !== undefined && touche === 'Backspace') relire(dossier.id, situee.debut, false)
    else if (situee === undefined && touche === 'n') {
      flushSync(() => neporteRien(dossier.id, numero))
      allerVers(rangees, rangee, 1)
    } else return
    e.preventDefault()
    e.stopPropagation()
  }

  return (
    <section className={css.volet} data-volet aria-label="Ce qui est lu" onKeyDown={surTouche}>
      {fini && (
        <p className={css.fini} role="status">
          <Forme etat="oui" /> Tout est relu.
        </p>
      )}
      {lu.etat !== 'condamnations' && (
        <div className={css.formule}>
          <p>
            <Forme etat={lu.etat === 'neant' ? 'oui' : 'inconnu'} />{' '}
            <strong>{FORMULES[lu.etat].titre}</strong>
          </p>
          <p>{FORMULES[lu.etat].phrase}</p>
        </div>
      )}
      {rangees.length > 0 && (
        <div role="listbox" aria-label="Lignes et condamnations à relire" className={css.liste}>
          {nonLues.map((l) => (
            <div
              key={`l${l.numero}`}
              role="option"
              aria-selected={entree === `l${l.numero}`}
              tabIndex={entree === `l${l.numero}` ? 0 : -1}
              className={css.nonLue}
              data-rangee={`l${l.numero}`}
              {...(entree === `l${l.numero}` && { 'data-entree': true })}
              onFocus={() => onViser(`l${l.numero}`)}
            >
              <span className={css.etat}>
                <Forme etat="inconnu" /> Ligne {l.numero} non lue
              </span>
              <span className={css.brut}>{l.texte}</span>
              <span className={css.gestes}>
                <kbd>Entrée</kbd> corriger · <kbd>n</kbd> ne porte rien
              </span>
            </div>
          ))}
          {condamnations.map((c, i) => (
            <Condamnation
              key={`c${c.debut}`}
              rangee={`c${i}`}
              situee={c}
              relue={estRelue(dossier, c)}
              entree={entree === `c${i}`}
              onViser={onViser}
            />
          ))}
        </div>
      )}
    </section>
  )
}

interface PropsCondamnation {
  rangee: string
  situee: CondamnationSituee
  relue: boolean
  entree: boolean
  onViser: (rangee: string) => void
}

function Condamnation({ rangee, situee: { lue, debut, fin }, relue, entree, onViser }: PropsCondamnation) {
  return (
    <div
      role="option"
      aria-selected={entree}
      tabIndex={entree ? 0 : -1}
      className={css.condamnation}
      data-rangee={rangee}
      data-relue={relue || undefined}
      {...(entree && { 'data-entree': true })}
      onFocus={() => onViser(rangee)}
    >
      <p className={css.tete}>
        <strong>
          {lue.rang}. {direDecision(lue)}
        </strong>
        <span className={css.etat}>
          <Forme etat={relue ? 'oui' : 'inconnu'} /> {relue ? 'relue' : 'à relire'}
        </span>
      </p>
      <p className={css.caractere}>
        {CARACTERES[lue.caractere]}
        {direSignification(lue)} · lignes {debut} à {fin}
      </p>
      <p>
        {lue.infractions.length === 0
          ? 'Infraction non lue'
          : lue.infractions.map(direInfraction).join(' ; ')}
      </p>
      <p>
        {lue.peines.length === 0 ? 'Peine non lue' : lue.peines.map(direPeine).join(' ; ')}
        {direMentions(lue) !== '' && ` · ${direMentions(lue)}`}
      </p>
    </div>
  )
}

function allerVers(rangees: readonly string[], depuis: string, pas: number): void {
  const cible = rangees[rangees.indexOf(depuis) + pas]
  if (cible !== undefined) document.querySelector<HTMLElement>(`[data-rangee="${cible}"]`)?.focus()
}
