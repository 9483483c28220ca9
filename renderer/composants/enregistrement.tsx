import { heure } from '../horloge.ts'
import { useMagasin } from '../magasin.ts'
import css from './enregistrement.module.css'

/** « Enregistré » is only said once the main process has said that it is on disk (R1). */
export function EtatEnregistrement() {
  const e = useMagasin((m) => m.enregistrement)
  return (
    <p className={css.etat} role="status" data-echec={e.etat === 'echec' || undefined}>
      {e.etat === 'en-cours' && 'Enregistrement…'}
      {e.etat === 'fait' && `Enregistré ${heure(e.a)}`}
      {e.etat === 'echec' && `Pas encore enregistré, nouvel essai en cours\u00a0: ${e.message}`}
    </p>
  )
}
