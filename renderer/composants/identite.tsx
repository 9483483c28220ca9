import type { Dossier } from '../../domain/index.ts'
import { useMagasin } from '../magasin.ts'
import { saisieDe } from '../saisie/champs-dossier.ts'
import { numeroInhabituel } from '../saisie/dossier.ts'
import css from './identite.module.css'
import { nomDe } from './mots.ts'

/** The strip that says whose dossier this is; F2 corrects it. */
export function Identite({ dossier }: { dossier: Dossier }) {
  const rang = useMagasin((m) => m.dossiers.findIndex((d) => d.id === dossier.id) + 1)
  const { naissance, numeroParquet, qualification } = saisieDe(dossier)
  return (
    <>
      <h2 className={css.nom}>
        {rang}. {nomDe(dossier)}
      </h2>
      {naissance !== '' && <p>né(e) le {naissance}</p>}
      {numeroParquet !== '' && (
        <p>
          N° parquet {numeroParquet}
          {numeroInhabituel(numeroParquet) && ' (11 chiffres attendus)'}
        </p>
      )}
      {qualification !== '' && (
        <p className={css.faits} title={qualification}>
          {qualification}
        </p>
      )}
    </>
  )
}
