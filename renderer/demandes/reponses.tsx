import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import {
  type CleFait,
  type Declaration,
  type DefinitionFait,
  type Dossier,
  definitionFait,
  direHeureActe,
  LIGNES_TRIAGE,
  type LigneTriage,
  libelleValeur,
  memeVille,
  NOMS_DESTINATAIRES,
} from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { ListeValeurs } from '../composants/liste-valeurs.tsx'
import { nomDe } from '../composants/mots.ts'
import { etatFait, vives } from '../lecture.ts'
import { type ReponseLigne, tribunal, valeurDeTouche } from '../saisie/lignes.ts'
import { lireSource } from '../saisie/sources.ts'
import { Choix, reponseDeTouche } from '../triage/choix.tsx'
import { noterReponse, reponseNotee } from './actes.ts'
import { type Choisie, montrerReponse } from './etat.ts'
import { faitsPour } from './lire.ts'
import css from './panneau.module.css'

interface Props {
  choisie: Choisie
  dossier: Dossier
  le: string | null
}

/** What this recipient can answer, one row each: o, n, ?, then a few words if they help. */
export function Reponses({ choisie, dossier, le }: Props) {
  const boite = useRef<HTMLElement>(null)
  useEffect(() => {
    boite.current?.querySelector<HTMLElement>('[data-reponse] input, [data-reponse] select')?.focus()
  }, [])
  const fermer = () => {
    montrerReponse(false)
    document.querySelector<HTMLElement>(`[data-rangee="${choisie.dossier}/${choisie.destinataire}"]`)?.focus()
  }
  const surTouche = (e: KeyboardEvent) => {
    if (e.key !== 'Escape') return
    e.preventDefault()
    e.stopPropagation()
    fermer()
  }
  return (
    <section
      className={css.detail}
      data-volet
      aria-label={`Réponse\u00a0: ${NOMS_DESTINATAIRES[choisie.destinataire]}`}
      ref={boite}
      onKeyDown={surTouche}
    >
      <div className={css.titre}>
        <h3>Réponse&nbsp;: {NOMS_DESTINATAIRES[choisie.destinataire]}</h3>
        <p>
          {nomDe(dossier)}
          {le !== null && ` · reçue ${direHeureActe(le)}`}
        </p>
        <Button className={boutons.bouton} onPress={fermer}>
          Revenir au texte <kbd>Échap</kbd>
        </Button>
      </div>
      <div className={css.reponses}>
        {faitsPour(dossier, choisie.destinataire)
          .flatMap((fait) => definitionFait(fait) ?? [])
          .map((d) => (
            <Ligne key={d.cle} choisie={choisie} dossier={dossier} definition={d} />
          ))}
      </div>
    </section>
  )
}

interface PropsLigne {
  choisie: Choisie
  dossier: Dossier
  definition: DefinitionFait
}

const SANS_LIGNE = { famille: null, oui: true, non: false, precisions: [] } as const

function ligneDe(fait: CleFait): LigneTriage {
  return LIGNES_TRIAGE.find((l) => l.fait === fait) ?? { fait, ...SANS_LIGNE }
}

const RIEN = { valeur: null, inconnu: 'pas-demande' } as const

function Ligne({ choisie, dossier, definition }: PropsLigne) {
  const { cle, type, libelle, question, valeurs } = definition
  const ligne = ligneDe(cle)
  const notee = reponseNotee(choisie, cle)
  const [saisi, ecrire] = useState<string | null>(null)
  const titre = `reponse-${cle}`
  const texte = saisi ?? texteNote(notee, type)

  const repondre = (reponse: ReponseLigne, ici: HTMLElement) => {
    const precision = type === 'oui-non' ? texte : ''
    const valeur = reponse === '?' ? null : valeurDeTouche(ligne, reponse, dossier)
    if (reponse !== '?' && valeur === null) {
      ici.closest('[data-reponse]')?.querySelector<HTMLElement>('[data-precision]')?.focus()
      return
    }
    const quoi = valeur === null ? ({ valeur, inconnu: 'ne-sait-pas' } as const) : { valeur }
    noterReponse(choisie, cle, quoi, precision)
    ecrire(null)
    voisine(ici, 1)
  }
  /** What was typed: a precision of the answer, or the answer itself where it is a text. */
  const garder = () => {
    if (saisi === null || saisi.trim() === texteNote(notee, type)) return
    ecrire(null)
    if (type === 'texte')
      noterReponse(choisie, cle, saisi.trim() === '' ? RIEN : { valeur: saisi.trim() }, '')
    else noterReponse(choisie, cle, dejaDit(notee), saisi)
  }
  const surTouche = (e: KeyboardEvent<HTMLElement>) => {
    const ici = e.target as HTMLElement
    if (e.ctrlKey || e.altKey || e.metaKey || ici instanceof HTMLSelectElement) return
    const radio = ici instanceof HTMLInputElement && ici.type === 'radio'
    const reponse = radio ? reponseDeTouche(e) : undefined
    if (reponse !== undefined) repondre(reponse, ici)
    else if (e.key === 'ArrowDown') voisine(ici, 1)
    else if (e.key === 'ArrowUp') voisine(ici, -1)
    else if (radio && e.key === 'Backspace') {
      if (notee !== undefined && notee.inconnu !== 'pas-demande') noterReponse(choisie, cle, RIEN, '')
    } else if (radio && e.key === 'Enter')
      e.currentTarget.querySelector<HTMLElement>('[data-precision]')?.focus()
    else if (e.key === 'Enter') {
      garder()
      voisine(ici, 1)
    } else return
    e.preventDefault()
    e.stopPropagation()
  }

  return (
    <div className={css.reponse} data-reponse onKeyDownCapture={surTouche}>
      <p id={titre} title={question}>
        {libelle}
      </p>
      <Choix
        groupe={`${choisie.dossier}-${titre}`}
        libellePar={titre}
        valeur={reponseDe(notee, ligne, dossier)}
        onChoix={(r) => repondre(r, document.activeElement as HTMLElement)}
      />
      {type === 'choix' ? (
        <ListeValeurs
          data-precision
          aria-label={`${libelle}\u00a0: valeur`}
          valeurs={valeurs}
          valeur={typeof notee?.valeur === 'string' ? notee.valeur : ''}
          onChoix={(valeur) => noterReponse(choisie, cle, { valeur }, '')}
        />
      ) : (
        <input
          data-precision
          aria-label={`${libelle}\u00a0: ${type === 'texte' ? 'réponse' : 'précision'}`}
          placeholder={type === 'texte' ? `ville, si ce n’est pas ${tribunal(dossier)}` : 'précision'}
          maxLength={2000}
          autoComplete="off"
          value={texte}
          onChange={(e) => ecrire(e.target.value)}
          onBlur={garder}
        />
      )}
      <p className={css.deja}>{direAutres(dossier, cle, notee)}</p>
    </div>
  )
}

function texteNote(d: Declaration | undefined, type: DefinitionFait['type']): string {
  if (type === 'texte') return typeof d?.valeur === 'string' ? d.valeur : ''
  return d?.precision ?? ''
}

/** Words typed before any answer are kept with « not asked ». */
function dejaDit(d: Declaration | undefined) {
  if (d === undefined) return RIEN
  return d.valeur === null ? { valeur: null, inconnu: d.inconnu ?? 'pas-demande' } : { valeur: d.valeur }
}

function reponseDe(d: Declaration | undefined, ligne: LigneTriage, dossier: Dossier): ReponseLigne | null {
  if (d === undefined) return null
  if (d.valeur === null) return d.inconnu === 'pas-demande' ? null : '?'
  if (ligne.fait === 'suivi.japRessort') return memeVille(d.valeur, tribunal(dossier)) ? 'o' : 'n'
  return d.valeur === ligne.non ? 'n' : 'o'
}

/** What the dossier already holds from somebody else, and whether the two disagree. */
function direAutres(dossier: Dossier, fait: CleFait, notee: Declaration | undefined): string {
  const autres = vives(dossier, fait).filter((d) => d.id !== notee?.id && d.valeur !== null)
  if (autres.length === 0) return ''
  const dits = autres.map((d) => {
    const { court } = lireSource(d)
    return `${libelleValeur(fait, d.valeur)}${court === '' ? '' : ` (${court})`}`
  })
  const mot = etatFait(dossier, fait).etat === 'contradictoire' ? 'contredit' : 'au dossier'
  return `${mot}\u00a0: ${dits.join(', ')}`
}

/** The answer of the next or previous row; at the ends, the focus stays. */
function voisine(ici: HTMLElement, pas: number): void {
  const rangee = ici.closest<HTMLElement>('[data-reponse]')
  const rangees = [...(rangee?.parentElement?.querySelectorAll<HTMLElement>('[data-reponse]') ?? [])]
  const cible = rangee && rangees[rangees.indexOf(rangee) + pas]
  cible?.querySelector<HTMLElement>('input:checked, input')?.focus()
}
