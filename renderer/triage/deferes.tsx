import { memo, useEffect, useRef } from 'react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { useShallow } from 'zustand/react/shallow'
import { choixRetenu } from '../composants/choix-retenu.ts'
import { Forme } from '../composants/forme.tsx'
import { LECTURES, nomCourt, nomDe, premierDispositif } from '../composants/mots.ts'
import { ouvrirEcran, profil, useMagasin } from '../magasin.ts'
import { tableauDe } from '../permanence/ordre.ts'
import { avancement } from '../saisie/lignes.ts'
import css from './deferes.module.css'

/** The day's déférés beside the one being triaged: progress and reading in words, in the order of the board. */
export function Deferes({ courant }: { courant: string }) {
  const ids = useMagasin(useShallow((m) => tableauDe(m).dossiers.map((d) => d.id)))
  const numeros = useMagasin(
    useShallow((m) => tableauDe(m).dossiers.map((d) => tableauDe(m).numeros.get(d.id) ?? 0)),
  )
  const noms = useMagasin(useShallow((m) => tableauDe(m).dossiers.map(nomDe)))
  const courts = useMagasin(useShallow((m) => tableauDe(m).dossiers.map(nomCourt)))
  return <Liste courant={courant} ids={ids} numeros={numeros} noms={noms} courts={courts} />
}

interface PropsListe {
  courant: string
  ids: readonly string[]
  /** Order of arrival. */
  numeros: readonly number[]
  noms: readonly string[]
  courts: readonly string[]
}

/** A list is costly to build: an answer redraws the progress of one row, not the list. */
const Liste = memo(function Liste({ courant, ids, numeros, noms, courts }: PropsListe) {
  const liste = useRef<HTMLElement>(null)
  // Twelve people may be more than the pane shows.
  useEffect(() => {
    liste.current?.querySelector(`[data-key="${courant}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [courant])
  return (
    <nav className={css.deferes} data-volet aria-label="Déférés du jour" ref={liste}>
      <ListBox
        aria-label="Déférés du jour"
        selectionMode="single"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={[courant]}
        onSelectionChange={(cles) => {
          const [cle] = cles === 'all' ? [] : [...cles]
          if (cle !== undefined && cle !== courant) ouvrirEcran('triage', String(cle))
        }}
      >
        <ListBoxSection>
          <Header className={css.titre}>Déférés ({ids.length})</Header>
          {ids.map((id, i) => (
            <ListBoxItem
              key={id}
              id={id}
              textValue={`${numeros[i]} ${noms[i]}`}
              className={css.defere}
              {...(id === courant && { 'data-entree': true })}
            >
              <span className={css.nom} title={noms[i]}>
                {numeros[i]} {courts[i]}
              </span>
              <Avancement id={id} />
            </ListBoxItem>
          ))}
        </ListBoxSection>
      </ListBox>
    </nav>
  )
})

/** What was chosen, in words; before that, the reading and how far the triage went. */
function Avancement({ id }: { id: string }) {
  const dossier = useMagasin((m) => m.dossiers.find((d) => d.id === id))
  useMagasin((m) => m.reglages.modeCourt)
  if (dossier === undefined) return null
  const [repondues, lignes] = avancement(dossier, profil())
  const retenus = choixRetenu(dossier, profil())
  const lecture = premierDispositif(dossier, profil())?.lecture
  return (
    <>
      {retenus.length > 0 && (
        <span className={css.choix} title={`Retenu\u00a0: ${retenus.join(', ')}`}>
          {retenus[0]}
          {retenus.length > 1 && <span className={css.autres}>, {retenus.slice(1).join(', ')}</span>}
        </span>
      )}
      <span className={css.avancement}>
        {lecture && <Forme etat={LECTURES[lecture].forme} />} {repondues}/{lignes}
      </span>
    </>
  )
}
