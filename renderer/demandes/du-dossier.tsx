import { Button } from 'react-aria-components'
import { type Dossier, direHeureActe, NOMS_DESTINATAIRES } from '../../domain/index.ts'
import boutons from '../composants/boutons.module.css'
import { useMagasin } from '../magasin.ts'
import css from './du-dossier.module.css'
import { ouvrirDemandes } from './etat.ts'
import { demandesDe, direEtat, SUITES } from './lire.ts'
import { Marque } from './marque.tsx'

/** The same in one button, where the window is too low for a line each: how many are still to launch, the rest in its title. */
export function ResumeDesDemandes({ id }: { id: string }) {
  const dossier = useMagasin((m) => m.dossiers.find((d) => d.id === id))
  const demandes = dossier === undefined ? [] : demandesDe(dossier)
  if (demandes.length === 0) return null
  const reste = demandes.filter((d) => d.suite === null && d.motif !== null).length
  const dit = demandes.map((d) => `${NOMS_DESTINATAIRES[d.destinataire]}\u00a0: ${court(d)}`).join('\n')
  return (
    <Button className={css.resume} onPress={() => ouvrirDemandes(id)}>
      <span title={dit}>{reste > 0 ? `${reste} à demander` : 'Demandes'}</span>
    </Button>
  )
}

/** « À demander » in the left pane of the triage: one line a recipient, with the hour; the pane of the board does the rest. */
export function DemandesDuDossier({ dossier }: { dossier: Dossier }) {
  const demandes = demandesDe(dossier)
  if (demandes.length === 0) return null
  return (
    <section className={css.demandes} aria-labelledby="a-demander">
      <div className={css.titre}>
        <h3 id="a-demander">À demander</h3>
        <Button className={boutons.bouton} onPress={() => ouvrirDemandes(dossier.id)}>
          Lancer
        </Button>
      </div>
      <ul>
        {demandes.map((d) => (
          <li
            key={d.destinataire}
            title={d.motif ?? direEtat(d)}
            data-tue={(d.suite === null && d.motif === null) || undefined}
          >
            <Marque suite={d.suite} />
            <span>{NOMS_DESTINATAIRES[d.destinataire]}</span>
            <span className={css.etat}>{court(d)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The hour alone for what was asked: the shape says the rest, and the words do for what was closed. */
function court(d: ReturnType<typeof demandesDe>[number]): string {
  if (d.suite === 'demandee' && d.le !== null) return direHeureActe(d.le)
  return d.suite === null || d.suite === 'recue' ? direEtat(d) : SUITES[d.suite]
}
