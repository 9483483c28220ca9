import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import { Button } from 'react-aria-components'
import { flushSync } from 'react-dom'
import type { EtatRepere, MotifRepere, Piece, ReperageExplique } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { dire } from '../magasin.ts'
import { lettreDe } from '../touches.ts'
import { confirmer, ecarter, reprendre } from './actes.ts'
import { Avance } from './avance.tsx'
import { Detail } from './detail.tsx'
import type { Reperes as Lus } from './etat.ts'
import { focaliserRepere } from './focus.ts'
import { Rangee } from './rangee.tsx'
import { enGroupes, type Groupe, ignoresDe } from './ranger.ts'
import css from './reperes.module.css'
import marque from './texte.module.css'
import { enTranches, Tranche } from './tranche.tsx'

interface Props {
  dossier: string
  piece: Piece
  lus: Lus | undefined
  reperes: readonly ReperageExplique[]
  etats: readonly EtatRepere[]
  ignores: boolean
  vise: number
  onViser: (rang: number) => void
  onIgnores: (montrer: boolean) => void
}

const MOTIFS: Readonly<Record<string, MotifRepere>> = { n: 'ecarte', p: 'passe', t: 'tiers' }

const RANGEES_PAR_TRANCHE = 30
const HAUTEUR = 50

/** What was found, by family and strength; each row is answered with one key, only while it has the focus. */
export function Reperes(props: Props) {
  const { dossier, piece, lus, reperes, etats, ignores, vise, onViser, onIgnores } = props
  const groupes = useMemo(() => enGroupes(reperes), [reperes])
  const caches = useMemo(() => ignoresDe(reperes), [reperes])
  const ordre = useMemo(
    () => [...groupes.flatMap((g) => g.rangs), ...(ignores ? caches : [])],
    [groupes, caches, ignores],
  )
  const places = useMemo(() => placesDans(ordre, reperes.length), [ordre, reperes])
  const tranches = useMemo(
    () =>
      new Map(
        [caches, ...groupes.map((g) => g.rangs)].map((rangs) => [
          rangs,
          enTranches([...rangs.keys()], RANGEES_PAR_TRANCHE),
        ]),
      ),
    [groupes, caches],
  )
  const placeDe = (rang: number) => places[rang] ?? 0
  const premier = ordre.find((r) => etats[r] === 'a-confirmer') ?? ordre[0] ?? -1
  const entree = placeDe(vise) > 0 ? vise : premier

  const aller = (rang: number | undefined) => {
    if (rang === undefined) return
    // Its row may not be drawn yet.
    flushSync(() => onViser(rang))
    focaliserRepere(rang)
  }

  const repondre = (rang: number, quoi: MotifRepere | 'confirme' | 'reprise') => {
    const repere = reperes[rang]
    if (repere === undefined || repere.niveau === 'ignore') return
    if (quoi === 'reprise') reprendre(dossier, piece, repere)
    else if (quoi === 'confirme' && repere.proposition === null)
      dire('Rien à confirmer ici\u00a0: à lire, ou n pour écarter.')
    else {
      flushSync(() => {
        if (quoi === 'confirme') confirmer(dossier, piece, repere)
        else ecarter(dossier, piece, repere, quoi)
      })
      aller(ordre[placeDe(rang)] ?? rang)
    }
  }

  const surTouche = (e: KeyboardEvent<HTMLElement>) => {
    const rangee = e.target instanceof HTMLElement ? e.target.dataset.repere : undefined
    if (rangee === undefined || e.ctrlKey || e.altKey || e.metaKey) return
    const rang = Number(rangee)
    const ici = placeDe(rang) - 1
    const touche = lettreDe(e) ?? (e.key.length === 1 ? '' : e.key)
    const motif = MOTIFS[touche]
    if (touche === 'ArrowDown') aller(ordre[ici + 1])
    else if (touche === 'ArrowUp') aller(ordre[ici - 1])
    else if (touche === 'Home') aller(ordre[0])
    else if (touche === 'End') aller(ordre.at(-1))
    else if (touche === 'o' || touche === 'Enter') repondre(rang, 'confirme')
    else if (touche === 'Backspace') repondre(rang, 'reprise')
    else if (motif !== undefined) repondre(rang, motif)
    else return
    e.preventDefault()
    e.stopPropagation()
  }

  const rangee = (rang: number, precedent: number | undefined) => {
    const repere = reperes[rang]
    const etat = etats[rang]
    if (repere === undefined || etat === undefined) return null
    return (
      <Rangee
        key={rang}
        rang={rang}
        piece={piece}
        repere={repere}
        etat={etat}
        suite={memePassage(repere, precedent === undefined ? undefined : reperes[precedent])}
        entree={entree === rang}
        place={placeDe(rang)}
        total={ordre.length}
        onViser={onViser}
      />
    )
  }

  const groupe = (nom: string, titre: ReactNode, rangs: readonly number[]) => (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, for which there is no element
    <div key={nom} role="group" aria-label={nom}>
      <p className={css.groupe} aria-hidden="true">
        {titre}
      </p>
      {tranches.get(rangs)?.map((rangees, t) => (
        <Tranche
          key={rangs[rangees[0] ?? 0]}
          hauteur={rangees.length * HAUTEUR}
          force={t === 0 || t === Math.floor(rangs.indexOf(entree) / RANGEES_PAR_TRANCHE)}
        >
          {() => rangees.map((i) => rangee(rangs[i] ?? -1, rangs[i - 1]))}
        </Tranche>
      ))}
    </div>
  )

  return (
    <section className={css.volet} data-volet aria-label="Ce qui est repéré" onKeyDown={surTouche}>
      <Avance lus={lus} reperes={reperes} etats={etats} />
      <div className={css.defile} data-defile>
        {ordre.length > 0 && (
          <div role="listbox" aria-label="Éléments repérés">
            {groupes.map((g) => groupe(`${g.titre}, ${g.niveau.titre}`, <Titre groupe={g} />, g.rangs))}
            {ignores && groupe('Ignorés', 'Ignorés', caches)}
          </div>
        )}
        {caches.length > 0 && (
          <p className={css.ignores}>
            <Button className={boutons.bouton} aria-expanded={ignores} onPress={() => onIgnores(!ignores)}>
              {ignores ? 'Masquer les ignorés' : 'Voir les ignorés'} ({caches.length})
            </Button>
          </p>
        )}
      </div>
      {entree >= 0 && (
        <Detail
          dossier={dossier}
          piece={piece}
          repere={reperes[entree]}
          etat={etats[entree]}
          onRepondre={(quoi) => repondre(entree, quoi)}
        />
      )}
    </section>
  )
}

/** The headings are the legend of the text: same letter, same underline. */
function Titre({ groupe: { titre, lettre, niveau } }: { groupe: Groupe }) {
  return (
    <>
      <span className={marque.lettre}>{lettre}</span> {titre} –{' '}
      <span className={marque.marque} data-niveau={niveau.code}>
        {niveau.titre}
      </span>
    </>
  )
}

/** From 1, by marker; 0 for one that is not shown. Looked up for every row drawn. */
function placesDans(ordre: readonly number[], combien: number): Int32Array {
  const places = new Int32Array(combien)
  for (const [i, rang] of ordre.entries()) places[rang] = i + 1
  return places
}

function memePassage(r: ReperageExplique, avant: ReperageExplique | undefined): boolean {
  return avant !== undefined && avant.debut === r.debut && avant.fin === r.fin
}
