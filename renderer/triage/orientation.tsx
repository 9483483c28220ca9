import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button, Disclosure, DisclosureGroup, DisclosurePanel, Heading } from 'react-aria-components'
import type { Alerte, CritereLu, DispositifLu, Dossier, EtatCritere } from '../../domain/index.ts'
import { Forme, type Trois } from '../composants/forme.tsx'
import { compter, LECTURES } from '../composants/mots.ts'
import { aujourdhui, dateCourte, joursEntre } from '../horloge.ts'
import { dispositifsPour, lireDossier } from '../lecture.ts'
import { profil } from '../magasin.ts'
import css from './orientation.module.css'
import { Question } from './question.tsx'

/** Criteria, sources and questions; never a score (loi 78-17 art. 47). Drawn again at each key, from the same reading. */
export function Orientation({ dossier }: { dossier: Dossier }) {
  const { orientation, refus } = lireDossier(dossier)
  const volet = useRef<HTMLElement>(null)
  const niveau = useNiveau(volet, orientation)
  return (
    <aside className={css.orientation} data-volet aria-label="Orientation" ref={volet}>
      {orientation === null ? (
        <p className={css.refus} role="alert">
          {refus}
        </p>
      ) : (
        <>
          <Alertes alertes={orientation.alertes} bref={niveau >= BREF} />
          <Dispositifs dispositifs={dispositifsPour(orientation, profil())} niveau={niveau} />
          <Question dossier={dossier} orientation={orientation} />
        </>
      )}
      <p className={css.aide}>Ceci est une aide, la décision vous revient.</p>
    </aside>
  )
}

/** From everything in full to the shortest form: the pane takes the first one that fits, so that it never scrolls. */
const UN_SEUL_OUVERT = 1
const BREF = 2
const REPLIE = 3

/** How long after the last key room is looked for again: while keys follow each other the form only gets shorter. */
const REPOS_MS = 250

function useNiveau(volet: RefObject<HTMLElement | null>, lecture: unknown): number {
  const [{ niveau, mesure }, poser] = useState({ niveau: 0, mesure: 0 })

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new reading, and each new size, is measured again
  useLayoutEffect(() => {
    const boite = volet.current
    if (boite && niveau < REPLIE && boite.scrollHeight > boite.clientHeight)
      poser({ niveau: niveau + 1, mesure })
  }, [volet, lecture, niveau, mesure])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new reading may leave more room
  useEffect(() => {
    const elargir = () => poser((avant) => ({ niveau: 0, mesure: avant.mesure + 1 }))
    const repos = setTimeout(elargir, REPOS_MS)
    window.addEventListener('resize', elargir)
    return () => {
      clearTimeout(repos)
      window.removeEventListener('resize', elargir)
    }
  }, [lecture])
  return niveau
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
          {bref ? phrase(a.texte.split(' ; ')[0] ?? '') : a.texte}
        </li>
      ))}
    </ul>
  )
}

interface PropsDispositifs {
  dispositifs: readonly DispositifLu[]
  niveau: number
}

/** Where room is short, one programme in full, the first still open unless another is chosen; the others in a line. */
function Dispositifs({ dispositifs, niveau }: PropsDispositifs) {
  const [choisi, choisir] = useState<string | null>(null)
  const [fermes, fermer] = useState<readonly string[]>([])
  const ids = dispositifs.map((d) => d.id)
  const defaut = dispositifs.find((d) => d.lecture !== 'hors-criteres')?.id ?? ids[0] ?? ''
  const unSeul = niveau >= UN_SEUL_OUVERT
  const unique = choisi ?? (niveau >= REPLIE ? '' : defaut)
  const ouverts = unSeul ? [unique] : ids.filter((id) => !fermes.includes(id))
  return (
    <DisclosureGroup
      allowsMultipleExpanded={!unSeul}
      expandedKeys={ouverts}
      onExpandedChange={(cles) => {
        if (!unSeul) fermer(ids.filter((id) => !cles.has(id)))
        else choisir(ids.find((id) => cles.has(id)) ?? choisi)
      }}
    >
      {dispositifs.map((d) => (
        <Dispositif key={d.id} dispositif={d} bref={niveau >= BREF} />
      ))}
    </DisclosureGroup>
  )
}

function Dispositif({ dispositif: d, bref }: { dispositif: DispositifLu; bref: boolean }) {
  const { mot, forme } = LECTURES[d.lecture]
  const etats = (etat: EtatCritere) => d.criteres.filter((c) => c.etat === etat)
  const [faux, inconnus] = [etats('faux'), etats('inconnu')]
  const decisifs = faux.length > 0 ? faux : inconnus
  return (
    <Disclosure id={d.id} className={css.dispositif} data-lecture={d.lecture}>
      {({ isExpanded }) => (
        <>
          <Heading level={3}>
            <Button slot="trigger" className={css.titre}>
              <span className={css.nom}>{d.nom}</span>
              <span className={css.lecture}>
                <Forme etat={forme} /> {mot}
              </span>
            </Button>
          </Heading>
          {!isExpanded && (
            <p className={css.resume}>
              {decisifs.length > 0 &&
                `${faux.length > 0 ? 'Non réunis' : 'À vérifier'}\u00a0: ${noms(decisifs)}.`}
            </p>
          )}
          <DisclosurePanel className={css.detail}>
            <ul className={css.comptes} aria-label="Critères">
              <Compte etat="oui" mot="réuni" nombre={etats('vrai').length} />
              <li className={css.compte}>
                <Forme etat="inconnu" /> {inconnus.length} à vérifier
              </li>
              <Compte etat="non" mot="non réuni" nombre={faux.length} />
            </ul>
            <Raisons faux={faux} inconnus={bref && faux.length > 0 ? [] : inconnus} />
            <p className={css.fraicheur}>
              {fraicheur(d.verifieLe)} {!bref && <>Source&nbsp;: {d.source}.</>}
            </p>
          </DisclosurePanel>
        </>
      )}
    </Disclosure>
  )
}

function Compte({ etat, mot, nombre }: { etat: Trois; mot: string; nombre: number }) {
  return (
    <li className={css.compte}>
      <Forme etat={etat} /> {compter(nombre, mot)}
    </li>
  )
}

/**
 * What decides, in sentences: the false ones first; the unknown ones with what to do, as long as doing it can still
 * change the reading. What nobody has been asked, and what no longer matters, by name only.
 */
function Raisons({ faux, inconnus }: { faux: readonly CritereLu[]; inconnus: readonly CritereLu[] }) {
  const engages = faux.length > 0 ? [] : inconnus.filter((c) => c.declarations.length > 0)
  const autres = inconnus.filter((c) => !engages.includes(c))
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

function noms(criteres: readonly CritereLu[]): string {
  return criteres.map((c) => c.libelle.charAt(0).toLocaleLowerCase('fr') + c.libelle.slice(1)).join(', ')
}

function phrase(texte: string): string {
  return /[.!?]$/.test(texte) || texte === '' ? texte : `${texte}.`
}

const FRAICHEUR_JOURS = 90

/** An old entry is visibly old; the reading itself follows the criteria alone. */
function fraicheur(verifieLe: string | null): string {
  if (verifieLe === null) return 'Fiche jamais vérifiée\u00a0: à vérifier avant de requérir.'
  const le = `vérifiée le ${dateCourte(verifieLe)}`
  return joursEntre(verifieLe, aujourdhui()) > FRAICHEUR_JOURS
    ? `Fiche ${le}\u00a0: à revérifier avant de requérir.`
    : `Fiche ${le}.`
}
