import { type KeyboardEvent, memo, useId } from 'react'
import { type CadreLu, type DispositifLu, initialeMinuscule, MOTIFS_ECART } from '../../domain/index.ts'
import { Forme, type Trois } from '../composants/forme.tsx'
import { LECTURES } from '../composants/mots.ts'
import { lettreDe } from '../touches.ts'
import type { choixDe } from './choisir.ts'
import css from './liste.module.css'
import { premierMotif } from './ranger.ts'

/** Plain values only: a row that did not change is not drawn again. */
export interface Rangee {
  id: string
  nom: string
  forme: Trois
  mot: string
  /** What decides, under the name or, in one line, after it. */
  dit: string
  uneLigne: boolean
  retenu: boolean
  /** « écarté : pas de place », or nothing. */
  ecarte: string
}

export interface Groupe {
  titre: string
  rangees: readonly Rangee[]
}

interface Props {
  nom: string
  groupes: readonly Groupe[]
  vise: string | null
  /** False: the rows are read, nothing can be kept. */
  actif: boolean
  vide?: string
  onViser: (id: string) => void
  onChoisir: (id: string) => void
  /** True when the letter did something. */
  onLettre: (id: string, lettre: string) => boolean
}

/** One pane of rows: arrows move, Space keeps, letters act in the focused row only (WCAG 2.1.4). */
export function Liste({ nom, groupes, vise, actif, vide, onViser, onChoisir, onLettre }: Props) {
  const titre = useId()
  const pleins = groupes.filter((g) => g.rangees.length > 0)
  const premiere = pleins[0]?.rangees[0]?.id
  const entree = pleins.some((g) => g.rangees.some((r) => r.id === vise)) ? vise : premiere

  const surTouche = (e: KeyboardEvent<HTMLElement>) => {
    const rangee = e.target instanceof HTMLElement ? e.target : null
    const id = rangee?.dataset.rangee
    if (rangee === null || id === undefined || e.ctrlKey || e.altKey || e.metaKey) return
    if (e.key === 'ArrowDown') voisine(e.currentTarget, rangee, 1)
    else if (e.key === 'ArrowUp') voisine(e.currentTarget, rangee, -1)
    else if (e.key === 'Home') voisine(e.currentTarget, rangee, -Infinity)
    else if (e.key === 'End') voisine(e.currentTarget, rangee, Infinity)
    else if (!onLettre(id, lettreDe(e) ?? '')) return
    e.preventDefault()
    e.stopPropagation()
  }

  return (
    <section className={css.liste} data-volet aria-labelledby={titre} onKeyDown={surTouche}>
      <h3 id={titre} className={css.titre}>
        {nom}
      </h3>
      {pleins.length === 0 && <p className={css.vide}>{vide}</p>}
      {pleins.map((g) => (
        <div key={g.titre}>
          {g.titre !== '' && (
            <h4 className={css.groupe}>
              {g.titre} ({g.rangees.length})
            </h4>
          )}
          <ul>
            {g.rangees.map((r) => (
              <LigneListe
                key={r.id}
                {...r}
                vise={r.id === vise}
                entree={r.id === entree}
                actif={actif}
                onViser={onViser}
                onChoisir={onChoisir}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

interface PropsLigne extends Rangee {
  vise: boolean
  entree: boolean
  actif: boolean
  onViser: (id: string) => void
  onChoisir: (id: string) => void
}

const LigneListe = memo(
  function LigneListe({
    id,
    nom,
    forme,
    mot,
    dit,
    uneLigne,
    retenu,
    ecarte,
    vise,
    entree,
    actif,
    ...actes
  }: PropsLigne) {
    return (
      <li>
        <button
          type="button"
          className={css.rangee}
          data-rangee={id}
          data-vise={vise || undefined}
          data-ecarte={ecarte !== '' || undefined}
          data-une-ligne={uneLigne || undefined}
          {...(entree && { 'data-entree': true })}
          {...(actif && { 'aria-pressed': retenu })}
          tabIndex={entree ? 0 : -1}
          title={uneLigne ? [nom, dit].filter((x) => x !== '').join('\u00a0: ') : undefined}
          onFocus={() => actes.onViser(id)}
          onClick={() => {
            if (actif) actes.onChoisir(id)
          }}
        >
          <span className={css.tete}>
            <Forme etat={forme} />
            <span className={css.nom}>{nom}</span>
            {uneLigne && dit !== '' && <span className={css.motif}>{dit}</span>}
            {retenu && <strong className={css.marque}>retenu</strong>}
            {ecarte !== '' && <span className={css.marque}>{ecarte}</span>}
            <span className={uneLigne ? css.cache : css.mot}>{mot}</span>
          </span>
          {!uneLigne && dit !== '' && <span className={css.dit}>{dit}</span>}
        </button>
      </li>
    )
  },
  // Handlers are new at each drawing and do the same thing.
  (a, b) =>
    (Object.keys(a) as (keyof PropsLigne)[]).every((k) => typeof a[k] === 'function' || a[k] === b[k]),
)

function voisine(liste: HTMLElement, depuis: HTMLElement, pas: number): void {
  const rangees = [...liste.querySelectorAll<HTMLElement>('[data-rangee]')]
  const ici = rangees.indexOf(depuis)
  rangees[Math.min(Math.max(ici + pas, 0), rangees.length - 1)]?.focus()
}

// ───────────────────────────── from readings to rows ─────────────────────────────

type Choix = ReturnType<typeof choixDe>

export function direEcart(motifs: readonly string[]): string {
  if (motifs.length === 0) return ''
  const dits = motifs.map((code) => MOTIFS_ECART.find((m) => m.code === code)?.libelle ?? code)
  return `écarté\u00a0: ${dits.join(', ')}`
}

export function rangeeDispositif(d: DispositifLu, choix: Choix, uneLigne: boolean): Rangee {
  const { mot, forme } = LECTURES[d.lecture]
  const inconnus = d.criteres.filter((c) => c.etat === 'inconnu')
  return {
    id: d.id,
    nom: d.nom,
    forme,
    mot,
    dit:
      d.lecture === 'hors-criteres'
        ? premierMotif(d)
        : inconnus.map((c) => initialeMinuscule(c.libelle)).join(', '),
    uneLigne,
    retenu: choix.retenus.includes(d.id),
    ecarte: direEcart(choix.ecarts.get(d.id) ?? []),
  }
}

export const CADRES: Readonly<Record<CadreLu['lecture'], { mot: string; forme: Trois }>> = {
  ouvert: { mot: 'Ouvert', forme: 'oui' },
  'a-verifier': { mot: 'À vérifier', forme: 'inconnu' },
  ferme: { mot: 'Fermé', forme: 'non' },
}

export function rangeeCadre(c: CadreLu, choisi: string | null): Rangee {
  return {
    id: c.id,
    nom: c.nom,
    ...CADRES[c.lecture],
    dit: c.lecture === 'ouvert' ? '' : c.motif,
    uneLigne: true,
    retenu: choisi === c.id,
    ecarte: '',
  }
}
