import { type KeyboardEvent, memo } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { flushSync } from 'react-dom'
import type { CleFait, LigneTriage, Role } from '../../domain/index.ts'
import { aller, dossierDe, editer, useMagasin } from '../magasin.ts'
import { type ReponseLigne, sectionsDe, type VueLigne } from '../saisie/lignes.ts'
import { repondreLigne, sourcer } from '../saisie/repondre.ts'
import { sourcesPour } from '../saisie/sources.ts'
import { focaliserApres, focaliserLigne } from './focus.ts'
import css from './ligne.module.css'
import { PrecisionListe } from './precision-liste.tsx'
import { PrecisionTexte } from './precision-texte.tsx'

interface Props extends VueLigne {
  id: string
  ligne: LigneTriage
  libelle: string
  precedente: CleFait | null
  enEdition: boolean
  role: Role
}

const REPONSES: readonly { code: ReponseLigne; lettre: string; mot: string }[] = [
  { code: 'o', lettre: 'O', mot: 'oui' },
  { code: 'n', lettre: 'N', mot: 'non' },
  { code: '?', lettre: '?', mot: 'ne sait pas' },
]

/** `?` needs Shift on AZERTY: `,` is the same key without it. */
const TOUCHE_REPONSE: Readonly<Record<string, ReponseLigne>> = { o: 'o', n: 'n', '?': '?', ',': '?', i: '?' }

/** One line: answer, précision, source. Letters act only while the focus is in the line (WCAG 2.1.4). */
export const LigneGrille = memo(function LigneGrille(props: Props) {
  const { id, ligne, libelle, precedente, enEdition, role, reponse, source, sourceCourte } = props
  const sources = sourcesPour(ligne.fait, role)

  const descendre = () => focaliserApres(ligne.fait)

  const repondre = (choix: ReponseLigne | null, puis: () => void) => {
    const dossier = dossierDe(id)
    if (!dossier) return
    // Drawn before the focus moves: two fast keys are two lines, and the answer may have added one.
    const dit = flushSync(() => repondreLigne(dossier, ligne, choix))
    if (dit) puis()
    else editer(ligne.fait)
  }

  const surTouche = (e: KeyboardEvent) => {
    if (e.ctrlKey || e.altKey || e.metaKey || !(e.target instanceof HTMLElement)) return
    // Text, lists and the source keep their own keys.
    if (e.target.closest('[data-saisie], select')) return
    const touche = e.key.length === 1 ? e.key.toLocaleLowerCase('fr') : e.key
    const choix = TOUCHE_REPONSE[touche]
    const choisie = sources.find((s) => s.touche === touche)
    const dossier = dossierDe(id)
    if (choix !== undefined) repondre(choix, () => focaliserApres(ligne.fait))
    else if (touche === 'Backspace') repondre(null, () => {})
    else if (touche === 'ArrowDown') descendre()
    else if (touche === 'ArrowUp') focaliserLigne(precedente ?? ligne.fait)
    else if (touche === 'Enter') editer(ligne.fait)
    else if (choisie && dossier) sourcer(dossier, ligne, choisie.code)
    else return
    e.preventDefault()
    e.stopPropagation()
  }

  const mot =
    props.contradictoire !== ''
      ? 'contradictoire'
      : (REPONSES.find((r) => r.code === reponse)?.mot ?? 'sans réponse')
  const dit = source === null ? (reponse === null ? '' : ', source à préciser') : `, source ${sourceCourte}`
  const conflit = props.contradictoire === '' ? '' : `contradictoire\u00a0: ${props.contradictoire}`
  const autreSource = source !== null && !sources.some((s) => s.code === source)

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the focusable cells inside, gathered once
    <div
      className={css.ligne}
      data-ligne={ligne.fait}
      data-repondue={reponse !== null || undefined}
      onKeyDownCapture={surTouche}
      onFocus={() => noterLigne(ligne.fait)}
    >
      <span className={css.libelle} aria-hidden="true">
        {libelle}
      </span>
      <RadioGroup
        className={css.reponses}
        aria-label={`${libelle}, ${mot}${dit}`}
        value={reponse}
        onChange={(valeur) => repondre(REPONSES.find((r) => r.code === valeur)?.code ?? null, () => {})}
      >
        {REPONSES.map((r) => (
          <Radio key={r.code} value={r.code} aria-label={r.mot} className={css.cellule} data-code={r.code}>
            {r.lettre}
          </Radio>
        ))}
      </RadioGroup>
      {enEdition ? (
        sectionsDe(ligne).length > 0 ? (
          <PrecisionListe id={id} ligne={ligne} libelle={libelle} />
        ) : (
          <PrecisionTexte id={id} ligne={ligne} libelle={libelle} />
        )
      ) : (
        <button
          type="button"
          className={css.precision}
          aria-label={[`Précision de ${libelle}`, conflit, props.precision]
            .filter((x) => x !== '')
            .join(', ')}
          title={props.precision}
          onClick={() => editer(ligne.fait)}
        >
          {conflit !== '' && <span className={css.contradictoire}>{conflit}</span>} {props.precision}
        </button>
      )}
      <select
        className={css.source}
        aria-label={`Source de ${libelle}`}
        value={source ?? ''}
        data-absente={(source === null && reponse !== null) || undefined}
        onChange={(e) => {
          const dossier = dossierDe(id)
          if (dossier) sourcer(dossier, ligne, e.target.value)
        }}
      >
        <option value="" disabled>
          {reponse === null ? '' : 'source\u00a0?'}
        </option>
        {autreSource && <option value={source}>{sourceCourte}</option>}
        {sources.map((s) => (
          <option key={s.code} value={s.code} label={s.code === source ? s.court : s.libelle} />
        ))}
      </select>
    </div>
  )
})

function noterLigne(fait: CleFait): void {
  if (useMagasin.getState().position.ligne !== fait) aller({ ligne: fait })
}
