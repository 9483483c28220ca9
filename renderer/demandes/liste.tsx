import { type KeyboardEvent, memo } from 'react'
import { type Destinataire, type Dossier, NOMS_DESTINATAIRES } from '../../domain/index.ts'
import { nomDe } from '../composants/mots.ts'
import { etatFait, lireDossier } from '../lecture.ts'
import { useMagasin } from '../magasin.ts'
import { lettreDe } from '../touches.ts'
import { copierDemande, envoyerDemande, noterSuite, recevoir, reprendre } from './actes.ts'
import { type Choisie, choisir, deplier, useDemandes } from './etat.ts'
import { type Demande, demandesDe, direEtat, rangeesDe } from './lire.ts'
import css from './liste.module.css'
import { Marque } from './marque.tsx'

const LETTRES: Readonly<Record<string, (d: Choisie) => void>> = {
  c: copierDemande,
  m: envoyerDemande,
  a: (d) => noterSuite(d, 'a-rappeler'),
  r: recevoir,
  t: (d) => noterSuite(d, 'faute-de-temps'),
  x: (d) => noterSuite(d, 'refus'),
  s: (d) => noterSuite(d, 'sans-objet'),
}

/** What a key does in a focused row; false when it is none of its keys. */
function surRangee(d: Choisie, e: KeyboardEvent): boolean {
  if (e.key === 'Enter') copierDemande(d)
  else if (e.key === 'Backspace') reprendre(d)
  else {
    const acte = LETTRES[lettreDe(e) ?? '']
    if (acte === undefined) return false
    acte(d)
  }
  return true
}

/** People in the order of the board, each with what is proposed, what was launched, and the rest on demand. */
export function Liste({ dossiers }: { dossiers: readonly Dossier[] }) {
  const surTouche = (e: KeyboardEvent<HTMLElement>) => {
    const rangee = e.target instanceof HTMLElement ? e.target : null
    const cle = rangee?.dataset.rangee
    if (rangee === null || cle === undefined || e.ctrlKey || e.altKey || e.metaKey) return
    const [dossier = '', destinataire = ''] = cle.split('/')
    if (e.key === 'ArrowDown') voisine(e.currentTarget, rangee, 1)
    else if (e.key === 'ArrowUp') voisine(e.currentTarget, rangee, -1)
    else if (e.key === 'Home') voisine(e.currentTarget, rangee, -Infinity)
    else if (e.key === 'End') voisine(e.currentTarget, rangee, Infinity)
    else if (destinataire === AUTRES) return
    // A key held down is one press: a stamp is not repeated by it.
    else if (!e.repeat && !surRangee({ dossier, destinataire: destinataire as Destinataire }, e)) return
    e.preventDefault()
    e.stopPropagation()
  }
  return (
    <section className={css.liste} data-volet aria-label="Demandes par personne" onKeyDown={surTouche}>
      {dossiers.map((d) => (
        <Personne key={d.id} dossier={d} />
      ))}
    </section>
  )
}

const AUTRES = 'autres'

const Personne = memo(function Personne({ dossier }: { dossier: Dossier }) {
  const rang = useMagasin((m) => m.dossiers.findIndex((d) => d.id === dossier.id) + 1)
  const choisi = useDemandes((e) => (e.choisie?.dossier === dossier.id ? e.choisie.destinataire : null))
  const deplie = useDemandes((e) => e.deplies.includes(dossier.id))
  // Read again when the directory or the court changes.
  useMagasin((m) => m.reglages)
  const { refus } = lireDossier(dossier)
  const demandes = demandesDe(dossier)
  const { visibles, cachees } = rangeesDe(demandes, choisi, deplie)
  const repliables = deplie ? rangeesDe(demandes, choisi, false).cachees : cachees
  const titre = `demandes-${dossier.id}`
  return (
    <div className={css.personne}>
      <h3 id={titre}>
        {rang}. {nomDe(dossier)}{' '}
        <span className={css.numero}>{dossier.numeroParquet ?? 'n° parquet à compléter'}</span>
      </h3>
      {refus !== null && <p className={css.refus}>{refus}</p>}
      <ul aria-labelledby={titre}>
        {visibles.map((d) => (
          <li key={d.destinataire}>
            <Rangee dossier={dossier} demande={d} choisie={d.destinataire === choisi} />
          </li>
        ))}
        {repliables.length > 0 && (
          <li>
            <button
              type="button"
              className={css.autres}
              data-rangee={`${dossier.id}/${AUTRES}`}
              tabIndex={-1}
              aria-expanded={deplie}
              onClick={() => deplier(dossier.id)}
            >
              Autres demandes&nbsp;: {repliables.map((d) => NOMS_DESTINATAIRES[d.destinataire]).join(', ')}
            </button>
          </li>
        )}
      </ul>
    </div>
  )
})

function Rangee({ dossier, demande, choisie }: { dossier: Dossier; demande: Demande; choisie: boolean }) {
  const { destinataire, suite, motif } = demande
  return (
    <button
      type="button"
      className={css.rangee}
      data-rangee={`${dossier.id}/${destinataire}`}
      data-choisie={choisie || undefined}
      {...(choisie && { 'data-entree': true, 'aria-current': true })}
      tabIndex={choisie ? 0 : -1}
      onFocus={() => choisir({ dossier: dossier.id, destinataire })}
    >
      <Marque suite={suite} />
      <span className={css.nom}>{nomDestinataire(dossier, destinataire)}</span>
      <span className={css.motif}>{motif}</span>
      <span className={css.etat}>{direEtat(demande)}</span>
    </button>
  )
}

/** « JAP de Paris » once his city is known. */
function nomDestinataire(dossier: Dossier, destinataire: Destinataire): string {
  const jap = destinataire === 'jap' ? etatFait(dossier, 'suivi.japRessort') : null
  return jap?.etat === 'connu' ? `JAP de ${jap.valeur}` : NOMS_DESTINATAIRES[destinataire]
}

function voisine(liste: HTMLElement, depuis: HTMLElement, pas: number): void {
  const rangees = [...liste.querySelectorAll<HTMLElement>('[data-rangee]')]
  const ici = rangees.indexOf(depuis)
  rangees[Math.min(Math.max(ici + pas, 0), rangees.length - 1)]?.focus()
}
