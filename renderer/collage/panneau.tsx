import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { direCollage } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { Forme } from '../composants/forme.tsx'
import { compter } from '../composants/mots.ts'
import { ouvrirPanneau, useMagasin } from '../magasin.ts'
import { siFocusPerdu } from '../touches.ts'
import { creerTous } from './actes.ts'
import { TexteBrut } from './brut.tsx'
import css from './collage.module.css'
import { type Candidat, candidats, useCollage } from './etat.ts'
import { Personne } from './personne.tsx'

/** What was pasted: people as understood on the left, the raw text on the right. Nothing exists before Enter. */
export function PanneauCollage() {
  const etat = useCollage()
  const dossiers = useMagasin((m) => m.dossiers)
  const liste = useMemo(() => candidats(etat, dossiers), [etat, dossiers])
  const [choisi, choisir] = useState(0)
  const volet = useRef<HTMLElement>(null)
  const { lu, lignes, enLecture } = etat
  const inclus = liste.filter((c) => c.inclus).length

  // Opened, then read: the first person takes the focus, or the pane where there is none yet.
  useEffect(() => {
    if (!enLecture) choisir(0)
    const entree = volet.current?.querySelector<HTMLElement>('[data-personne]') ?? volet.current
    entree?.focus()
  }, [enLecture])

  useEffect(
    () => () => siFocusPerdu(() => document.querySelector<HTMLElement>('[data-bouton-collage]')?.focus()),
    [],
  )

  return (
    <section
      className={css.panneau}
      aria-label="Collage de Cassiopée"
      ref={volet}
      tabIndex={-1}
      onKeyDown={(e) => surTouche(e, liste)}
    >
      <div className={css.tete}>
        <h2>Collage de Cassiopée</h2>
        <p role="status">{enLecture ? 'Lecture…' : lu?.refus === null ? `${direCollage(lu)}.` : ''}</p>
        {inclus > 0 && (
          <Button className={boutons.principal} onPress={creerTous}>
            Ajouter {compter(inclus, 'déféré')} <kbd>Entrée</kbd>
          </Button>
        )}
        <Button className={boutons.bouton} onPress={() => ouvrirPanneau('aucun')}>
          Fermer <kbd>Échap</kbd>
        </Button>
      </div>
      {lignes.length === 0 ? (
        <p className={css.invite}>
          Dans Cassiopée, copiez le tableau «&nbsp;Personnes&nbsp;», puis <kbd>Ctrl+V</kbd> ici. Le tableau
          «&nbsp;Infractions&nbsp;» peut suivre dans le même collage. Rien n’est créé avant <kbd>Entrée</kbd>.
        </p>
      ) : (
        <div className={css.colonnes}>
          <div className={css.compris}>
            <Avertir refus={lu?.refus ?? null} dits={lu?.avertissements ?? []} />
            {liste.length > 0 && (
              <ul aria-label="Personnes reconnues">
                {liste.map((c) => (
                  <Personne key={c.id} candidat={c} choisi={c.rang === choisi} onChoisir={choisir} />
                ))}
              </ul>
            )}
          </div>
          {!enLecture && (
            <TexteBrut
              lignes={lignes}
              lectures={lu?.lectures ?? []}
              siennes={liste[choisi]?.personne.lignes ?? []}
            />
          )}
        </div>
      )}
    </section>
  )
}

function Avertir({ refus, dits }: { refus: string | null; dits: readonly string[] }) {
  if (refus !== null)
    return (
      <p role="alert" className={css.refus}>
        <Forme etat="non" /> {refus}
      </p>
    )
  if (dits.length === 0) return null
  return (
    <ul className={css.avertissements} aria-label="À vérifier dans le collage">
      {dits.map((d) => (
        <li key={d}>
          <Forme etat="inconnu" /> {d}
        </li>
      ))}
    </ul>
  )
}

/** Enter creates from anywhere but a button; arrows go from person to person. Space is the box's own key. */
function surTouche(e: KeyboardEvent<HTMLElement>, liste: readonly Candidat[]): void {
  if (e.ctrlKey || e.altKey || e.metaKey || !(e.target instanceof HTMLElement)) return
  if (e.key === 'Enter' && e.target.closest('button') === null) {
    e.preventDefault()
    if (!e.repeat && liste.length > 0) creerTous()
    return
  }
  const rang = e.target.dataset.personne
  if (rang === undefined) return
  if (e.key === 'ArrowDown') voisine(e.currentTarget, Number(rang) + 1)
  else if (e.key === 'ArrowUp') voisine(e.currentTarget, Number(rang) - 1)
  else if (e.key === 'Home') voisine(e.currentTarget, 0)
  else if (e.key === 'End') voisine(e.currentTarget, liste.length - 1)
  else return
  e.preventDefault()
}

function voisine(volet: HTMLElement, rang: number): void {
  volet.querySelector<HTMLElement>(`[data-personne="${rang}"]`)?.focus()
}
