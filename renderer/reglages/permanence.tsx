import { useId } from 'react'
import { definitionFait, lignesTriage } from '../../domain/index.ts'
import { profil, useMagasin } from '../magasin.ts'
import { changer, cocherQuestion, useEcran } from './etat.ts'
import { direDerniereHeure, PHRASE_QUESTIONS } from './lire.ts'
import { Case, ChampReglage, Partie } from './morceaux.tsx'
import css from './reglages.module.css'

/** The hours of a morning, and what is asked on a day that has no time. */
export function PartiePermanence() {
  const reglages = useMagasin((m) => m.reglages)
  const cochees = useEcran((e) => e.questions) ?? reglages.questionsCourtes
  const phrase = useId()
  const questions = lignesTriage(profil())
  const nombre = questions.filter((l) => cochees.includes(l.fait)).length
  return (
    <Partie nom="Permanence" section="permanence">
      <div className={css.champs} data-entree>
        <ChampReglage champ="heureAudience" libelle="Heure d’audience" />
        <ChampReglage champ="finDeferrements" libelle="Fin des déferrements" />
        <ChampReglage champ="dureeEnquete" libelle="Durée d’une enquête" />
      </div>
      <p className={css.derive}>{direDerniereHeure(reglages)}</p>
      <Case
        libelle={`Mode court (${nombre} question${nombre > 1 ? 's' : ''})`}
        cochee={reglages.modeCourt}
        onChange={(modeCourt) => changer({ modeCourt })}
      />
      <fieldset className={css.questions} aria-describedby={phrase}>
        <legend>Questions du mode court, dans l’ordre du triage</legend>
        {questions.map((l) => (
          <Case
            key={l.fait}
            libelle={definitionFait(l.fait)?.libelle ?? l.fait}
            cochee={cochees.includes(l.fait)}
            onChange={(cochee) => cocherQuestion(l.fait, cochee)}
          />
        ))}
      </fieldset>
      <p id={phrase} role="status" className={css.phrase}>
        {nombre === 0 && PHRASE_QUESTIONS}
      </p>
    </Partie>
  )
}
