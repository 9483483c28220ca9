import { type KeyboardEvent, memo } from 'react'
import { flushSync } from 'react-dom'
import type { CleFait, LigneTriage, Role } from '../../domain/index.ts'
import { aller, dossierDe, editer, useMagasin } from '../magasin.ts'
import { type ReponseLigne, sectionsDe, type VueLigne } from '../saisie/lignes.ts'
import { repondreLigne, sourcer } from '../saisie/repondre.ts'
import { sourcesPour } from '../saisie/sources.ts'
import { Choix, motDe, reponseDeTouche } from './choix.tsx'
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

/** One line: answer, précision, source. Letters act only while the focus is in the line (WCAG 2.1.4). */
export const LigneGrille = memo(function LigneGrille(props: Props) {
  const { id, ligne, libelle, precedente, enEdition, role, reponse, source, sourceCourte } = props
  const sources = sourcesPour(ligne.fait, role)

  const descendre = () => focaliserApres(ligne.fait)

  const repondre = (choix: ReponseLigne | null, puis: () => void) => {
    const dossier = dossierDe(id)
    if (!dossier) return
    const repondue = () => repondreLigne(dossier, ligne, choix)
    // The focus moves first, on a page whose layout is known; only the JAP's answer may add a line to go to.
    const dit = ligne.precisions.includes('suivi.accordHorsRessort') ? flushSync(repondue) : repondue()
    if (dit) puis()
    else editer(ligne.fait)
  }

  const surTouche = (e: KeyboardEvent) => {
    if (e.ctrlKey || e.altKey || e.metaKey || !(e.target instanceof HTMLElement)) return
    // Text, lists and the source keep their own keys.
    if (e.target.closest('[data-saisie], select')) return
    const touche = e.key.length === 1 ? e.key.toLocaleLowerCase('fr') : e.key
    const choix = reponseDeTouche(touche)
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
    props.contradictoire !== '' ? 'contradictoire' : reponse === null ? 'sans réponse' : motDe(reponse)
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
      <Choix
        groupe={ligne.fait}
        libelle={`${libelle}, ${mot}${dit}`}
        valeur={reponse}
        onChoix={(choix) => repondre(choix, () => {})}
      />
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
          aria-label={[`Précision de ${libelle}`, conflit, props.precision, props.deduit]
            .filter((x) => x !== '')
            .join(', ')}
          title={[props.precision, props.citations].filter((x) => x !== '').join('\n')}
          onClick={() => editer(ligne.fait)}
        >
          {conflit !== '' && <span className={css.contradictoire}>{conflit}</span>} {props.precision}
          {props.deduit !== '' && <span className={css.deduit}> · {props.deduit}</span>}
        </button>
      )}
      <select
        className={css.source}
        aria-label={`Source de ${libelle}`}
        aria-description={props.citations}
        title={props.citations}
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
        {autreSource && <option value={source}>{abreger(sourceCourte)}</option>}
        {sources.map((s) => (
          <option key={s.code} value={s.code} label={s.code === source ? abreger(sourceCourte) : s.libelle} />
        ))}
      </select>
    </div>
  )
})

/** The column is narrow, and the page matters more than the end of the word. */
function abreger(source: string): string {
  return source.replace(/^(Aud|Cert)\p{L}+(?= p\.)/u, '$1.')
}

function noterLigne(fait: CleFait): void {
  if (useMagasin.getState().position.ligne !== fait) aller({ ligne: fait })
}
