import { memo, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import {
  type Alerte,
  alertesPour,
  type CritereLu,
  type DispositifLu,
  type Dossier,
  definitionFait,
  direVerification,
  lieuxDeDemande,
} from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { Forme, type Trois } from '../composants/forme.tsx'
import { compter, LECTURES } from '../composants/mots.ts'
import { aujourdhui } from '../horloge.ts'
import { catalogueEnCours, dispositifsPour, lireDossier, questionPour } from '../lecture.ts'
import { ouvrirEcran, profil, useMagasin } from '../magasin.ts'
import { tribunal } from '../saisie/lignes.ts'
import { VIOLENCES_INTRAFAMILIALES } from './avertissement.tsx'
import { disposer } from './disposer.ts'
import { GroupeReplie } from './groupe-replie.tsx'
import css from './orientation.module.css'
import {
  type Boite,
  BREF,
  decisifsDe,
  direAlerte,
  lignesDeGroupe,
  niveauQuiTient,
  noms,
  phrase,
  premierOuvert,
  REPLIE,
  raisonsDe,
  SERRE,
  UN_SEUL_OUVERT,
} from './place.ts'
import { Question } from './question.tsx'

/** Criteria, sources and questions; never a score (loi 78-17 art. 47). Drawn again at each key, from the same reading. */
export function Orientation({ dossier }: { dossier: Dossier }) {
  const { orientation, refus } = lireDossier(dossier)
  const volet = useRef<HTMLElement>(null)
  const boite = useBoite(volet)
  if (orientation === null)
    return (
      <aside className={css.orientation} data-volet aria-label="Orientation" ref={volet}>
        <p className={css.refus} role="alert">
          {refus}
        </p>
      </aside>
    )
  const role = profil()
  const catalogue = catalogueEnCours()
  const { principaux, groupes } = disposer(
    dispositifsPour(orientation, role),
    lieuxDeDemande(catalogue, tribunal(dossier)),
  )
  const question = definitionFait(questionPour(orientation, role)?.fait ?? '')?.question ?? ''
  // Said above the panes already.
  const alertes = alertesPour(orientation, role).filter((a) => a.id !== VIOLENCES_INTRAFAMILIALES)
  const titres = groupes.map((g) => `${g.titre} : ${g.noms}`)
  const niveau = niveauQuiTient(alertes, principaux, titres, question, boite)
  return (
    <aside
      className={css.orientation}
      data-volet
      aria-label="Orientation"
      data-serre={niveau >= SERRE || undefined}
      ref={volet}
    >
      <Alertes alertes={alertes} bref={niveau >= BREF} />
      <Dispositifs key={`lectures ${dossier.id}`} dispositifs={principaux} niveau={niveau} />
      {groupes.map((g) => (
        <GroupeReplie key={`${dossier.id} ${g.titre}`} {...g} lignes={lignesDeGroupe(niveau)} />
      ))}
      <Question key={`question ${dossier.id}`} dossier={dossier} orientation={orientation} />
      <Pied />
    </aside>
  )
}

/** What the pane took last: most often what it takes when it is drawn again. */
let derniereBoite: Boite = { largeur: 340, hauteur: 410 }

/** Room of the pane, read when it changes and never at a key. */
function useBoite(volet: RefObject<HTMLElement | null>): Boite {
  const [boite, poser] = useState(derniereBoite)
  useLayoutEffect(() => {
    const element = volet.current
    if (!element) return
    const lire = () => {
      const { clientWidth: largeur, clientHeight: hauteur } = element
      if (largeur !== derniereBoite.largeur || hauteur !== derniereBoite.hauteur)
        derniereBoite = { largeur, hauteur }
      poser(derniereBoite)
    }
    lire()
    const observateur = new ResizeObserver(lire)
    observateur.observe(element)
    return () => observateur.disconnect()
  }, [volet])
  return boite
}

function Alertes({ alertes, bref }: { alertes: readonly Alerte[]; bref: boolean }) {
  if (alertes.length === 0) return null
  return (
    <ul className={css.alertes} aria-label="Alertes">
      {alertes.map((a) => (
        <li
          key={a.id}
          className={css.alerte}
          data-gravite={a.gravite}
          title={`${a.texte} (${a.articles.join(', ')})`}
        >
          <strong>{a.gravite === 'bloquante' ? 'À régler avant de juger' : 'Attention'}&nbsp;:</strong>{' '}
          {direAlerte(a, bref)}
        </li>
      ))}
    </ul>
  )
}

/** Apart, so that neither an answer nor another person draws the button again. */
const Pied = memo(function Pied() {
  return (
    <p className={css.aide}>
      Ceci est une aide, la décision vous revient.
      <Button
        className={boutons.bouton}
        aria-keyshortcuts="F8"
        onPress={() => {
          const { dossier, ligne } = useMagasin.getState().position
          ouvrirEcran('orientation', dossier, ligne)
        }}
      >
        Orientation <kbd>F8</kbd>
      </Button>
    </p>
  )
})

interface PropsDispositifs {
  dispositifs: readonly DispositifLu[]
  niveau: number
}

/** Where room is short, one programme in full, the first still open; the user opens and closes any of them. */
function Dispositifs({ dispositifs, niveau }: PropsDispositifs) {
  // What the user chose by hand counts as long as the form of the pane stays the same.
  const [choix, choisir] = useState<{ niveau: number; ouverts: Readonly<Record<string, boolean>> }>({
    niveau,
    ouverts: {},
  })
  const aLaMain = choix.niveau === niveau ? choix.ouverts : {}
  const premier = niveau >= REPLIE ? '' : premierOuvert(dispositifs)
  return dispositifs.map((d) => {
    const ouvert = aLaMain[d.id] ?? (niveau < UN_SEUL_OUVERT || d.id === premier)
    return (
      <Dispositif
        key={d.id}
        dispositif={d}
        ouvert={ouvert}
        bref={niveau >= BREF}
        basculer={() => choisir({ niveau, ouverts: { ...aLaMain, [d.id]: !ouvert } })}
      />
    )
  })
}

interface PropsDispositif {
  dispositif: DispositifLu
  ouvert: boolean
  bref: boolean
  basculer: () => void
}

function Dispositif({ dispositif: d, ouvert, bref, basculer }: PropsDispositif) {
  const { mot, forme } = LECTURES[d.lecture]
  const detail = useId()
  const nombre = (etat: CritereLu['etat']) => d.criteres.filter((c) => c.etat === etat).length
  const decisifs = decisifsDe(d)
  return (
    <section className={css.dispositif} data-lecture={d.lecture}>
      <h3>
        <button
          type="button"
          className={css.titre}
          aria-expanded={ouvert}
          aria-controls={detail}
          onClick={basculer}
        >
          <span className={css.nom}>{d.nom}</span>
          <span className={css.lecture}>
            <Forme etat={forme} /> {mot}
          </span>
        </button>
      </h3>
      <div id={detail}>
        {ouvert ? (
          <>
            <ul className={css.comptes} aria-label="Critères">
              <Compte etat="oui" mot="réuni" nombre={nombre('vrai')} />
              <li className={css.compte}>
                <Forme etat="inconnu" /> {nombre('inconnu')} à vérifier
              </li>
              <Compte etat="non" mot="non réuni" nombre={nombre('faux')} />
            </ul>
            <Raisons criteres={d.criteres} bref={bref} />
            <p className={css.fraicheur}>
              {direVerification(d, aujourdhui())}. {!bref && <>Source&nbsp;: {d.source}.</>}
            </p>
          </>
        ) : (
          decisifs.length > 0 && (
            <p className={css.resume}>
              {d.lecture === 'hors-criteres' ? 'Non réunis' : 'À vérifier'}&nbsp;: {noms(decisifs)}.
            </p>
          )
        )}
      </div>
    </section>
  )
}

function Compte({ etat, mot, nombre }: { etat: Trois; mot: string; nombre: number }) {
  return (
    <li className={css.compte}>
      <Forme etat={etat} /> {compter(nombre, mot)}
    </li>
  )
}

function Raisons({ criteres, bref }: { criteres: readonly CritereLu[]; bref: boolean }) {
  const { faux, engages, autres } = raisonsDe(criteres, bref)
  return (
    <ul className={css.raisons}>
      {faux.map((c) => (
        <li key={c.id} className={css.raison}>
          <Forme etat="non" />
          <span>{c.motif}</span>
        </li>
      ))}
      {engages.map((c) => (
        <li key={c.id} className={css.raison}>
          <Forme etat="inconnu" />
          <span>
            {c.motif} {c.aFaire !== undefined && <strong>{phrase(c.aFaire)}</strong>}
          </span>
        </li>
      ))}
      {autres.length > 0 && (
        <li className={css.raison}>
          <Forme etat="inconnu" />
          <span>Pas encore établi&nbsp;: {noms(autres)}.</span>
        </li>
      )}
    </ul>
  )
}
