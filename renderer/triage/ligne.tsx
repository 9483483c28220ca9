import { type KeyboardEvent, memo } from 'react'
import { flushSync } from 'react-dom'
import type { CleFait, LigneTriage, Role } from '../../domain/index.ts'
import { dossierDe, editer } from '../magasin.ts'
import { aPreciser, estLogement, type ReponseLigne, sectionsDe, type VueLigne } from '../saisie/lignes.ts'
import { repondreLigne, sourcer } from '../saisie/repondre.ts'
import { sourcesPour } from '../saisie/sources.ts'
import { lettreDe } from '../touches.ts'
import { Choix, motDe, reponseDeTouche } from './choix.tsx'
import { focaliserApres, focaliserLigne, noterLigne } from './focus.ts'
import css from './ligne.module.css'
import { PrecisionContraires } from './precision-contraires.tsx'
import { PrecisionListe } from './precision-liste.tsx'
import { PrecisionLogement } from './precision-logement.tsx'
import { PrecisionTexte, type PropsPrecision } from './precision-texte.tsx'

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
  const preciserOuDescendre = () =>
    props.aTrancher || aPreciser(ligne, reponse) ? editer(ligne.fait) : descendre()

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
    const choix = reponseDeTouche(e)
    const lettre = lettreDe(e)
    const choisie = sources.find((s) => s.touche === lettre)
    const dossier = dossierDe(id)
    if (choix !== undefined) repondre(choix, () => focaliserApres(ligne.fait))
    else if (e.key === 'Backspace') repondre(null, () => {})
    else if (e.key === 'ArrowDown') descendre()
    else if (e.key === 'ArrowUp') focaliserLigne(precedente ?? ligne.fait)
    else if (e.key === 'Enter' && e.target instanceof HTMLButtonElement) editer(ligne.fait)
    else if (e.key === 'Enter') preciserOuDescendre()
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
      data-contradictoire={(conflit !== '' && !enEdition) || undefined}
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
        <Precision key={id} id={id} ligne={ligne} libelle={libelle} vue={props} />
      ) : (
        <button
          type="button"
          className={css.precision}
          aria-label={[`Précision de ${libelle}`, conflit, props.precision, props.deduit]
            .filter((x) => x !== '')
            .join(', ')}
          title={[conflit, props.precision, props.citations].filter((x) => x !== '').join('\n')}
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

/** What opens where: answers that disagree first, then what the line has to add. */
function Precision({ vue, ...reste }: PropsPrecision & { vue: VueLigne }) {
  if (vue.aTrancher) return <PrecisionContraires {...reste} />
  if (estLogement(reste.ligne)) return <PrecisionLogement {...reste} />
  return sectionsDe(reste.ligne, vue).length > 0 ? (
    <PrecisionListe {...reste} />
  ) : (
    <PrecisionTexte {...reste} />
  )
}

/** The column is narrow, and the page matters more than the end of the word. */
function abreger(source: string): string {
  return source.replace(/^(Aud|Cert)\p{L}+(?= p\.)/u, '$1.')
}
