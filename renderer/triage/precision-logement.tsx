import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { definitionFait } from '../../domain/index.ts'
import { dossierDe, editer, profil, useMagasin } from '../magasin.ts'
import { CE_SOIR, direCode, SANS_LOGEMENT, vueLigne } from '../saisie/lignes.ts'
import {
  codeDonne,
  DEPUIS,
  DOMICILIATION,
  donnerCode,
  ecrireCeSoir,
  ecrireDomiciliation,
  ligneLogement,
  motsCeSoir,
  motsDomiciliation,
  NUIT,
  SITUATION,
  sourcerLogement,
  tapeDe,
  taper,
} from '../saisie/logement.ts'
import { preciser } from '../saisie/repondre.ts'
import { sourcesPour } from '../saisie/sources.ts'
import { focaliserApres, focaliserLigne } from './focus.ts'
import css from './precision-logement.module.css'
import type { PropsPrecision } from './precision-texte.tsx'
import { ChampTape, type OptionTape, Tape } from './tape.tsx'

const o = (code: string, lettre: string, libelle: string): OptionTape => ({ code, lettre, libelle })
/** The sign alone, as at the head of the lines. */
const NE_SAIT_PAS = o('?', '?', '')

const NUITS: readonly OptionTape[] = [
  o('rue', 'r', 'rue, véhicule'),
  o('urgence', 'u', 'urgence, 115'),
  o('aide', 'c', 'CHRS, hôtel aidé'),
  o('squat', 's', 'squat, caravane'),
  o('tiers', 't', 'tiers, famille'),
  o('chez-soi', 'd', 'domicile'),
  o('institution', 'i', 'institution'),
  NE_SAIT_PAS,
]
const SOIRS: readonly OptionTape[] = [
  o('o', 'o', 'oui'),
  o('n', 'n', 'non'),
  o('v', 'v', 'à vérifier'),
  NE_SAIT_PAS,
]
const DUREES: readonly OptionTape[] = [
  o('moins-1', 'm', 'moins d’un mois'),
  o('1-6', 'u', 'un à six mois'),
  o('6-24', 's', 'six à 24 mois'),
  o('plus-24', 'p', 'plus'),
  NE_SAIT_PAS,
]
const OUI_NON: readonly OptionTape[] = [o('o', 'o', 'oui'), o('n', 'n', 'non'), NE_SAIT_PAS]

/** Four taps, one key each, and the code that they give as it forms; a code given directly wins (instruments.md §3.3). */
export function PrecisionLogement({ id, ligne, libelle }: PropsPrecision) {
  const dossier = useMagasin(() => dossierDe(id))
  const boite = useRef<HTMLFieldSetElement>(null)
  const ceSoir = ligne.fait === CE_SOIR

  useLayoutEffect(() => {
    const places = placesDe(boite.current)
    // From « this evening » the form opens on it: on its words once it is answered.
    const depart = ceSoir ? (places[2]?.localName === 'input' ? 2 : 1) : 0
    places[depart]?.focus()
  }, [ceSoir])

  if (!dossier) return null
  const sources = sourcesPour(ligne.fait, profil())
  const soir = tapeDe(id, CE_SOIR)
  const { source, texte } = vueLigne(dossier, ligneLogement(SANS_LOGEMENT))
  const code = direCode(dossier)
  const donne = codeDonne(id)

  const fermer = (puis: () => void) => {
    flushSync(() => editer(null))
    puis()
  }

  const avancer = (pas: 1 | -1) => {
    const places = placesDe(boite.current)
    const ici = places.findIndex((p) => p.matches(':focus'))
    const fini = ceSoir && pas === 1 && places[ici]?.localName === 'input'
    const cible = places[(ici + pas + places.length) % places.length]
    if (fini || (pas === 1 && ici === places.length - 1)) terminer()
    else cible?.focus()
  }

  /** The form says both lines at once: « ce soir » once answered there is not stopped at again. */
  const terminer = () => {
    const faite = !ceSoir && tapeDe(id, CE_SOIR) !== null
    fermer(() => focaliserApres(faite ? CE_SOIR : ligne.fait))
  }

  const tape = (
    titre: string,
    court: string,
    fait: string,
    options: readonly OptionTape[],
    mots?: ReactNode,
  ) => (
    <Tape
      titre={titre}
      court={court}
      options={options}
      choisie={tapeDe(id, fait)}
      onChoisir={(choix) => flushSync(() => taper(id, fait, choix))}
      onAvancer={avancer}
    >
      {mots}
    </Tape>
  )

  const surTouche = (e: KeyboardEvent) => {
    if (e.key !== 'Escape') return
    e.preventDefault()
    e.stopPropagation()
    fermer(() => focaliserLigne(ligne.fait))
  }

  return (
    <div className={css.precision} data-saisie>
      <fieldset
        ref={boite}
        className={css.liste}
        aria-label={`Précision de ${libelle}`}
        onKeyDown={surTouche}
        onBlur={(e) => {
          if (!e.currentTarget.contains(e.relatedTarget)) editer(null)
        }}
      >
        {tape('Nuit avant l’interpellation', 'Nuit d’avant', NUIT, NUITS)}
        {tape(
          'Peut y dormir ce soir',
          'Y dort ce soir',
          CE_SOIR,
          SOIRS,
          (soir === 'o' || soir === 'v') && (
            <ChampTape
              key={soir}
              titre={soir === 'o' ? 'Département, chez qui' : 'Téléphone de l’hôte'}
              valeur={motsCeSoir(id)}
              onGarder={(mots) => ecrireCeSoir(id, mots)}
              onAvancer={avancer}
            />
          ),
        )}
        {tape('Depuis', 'Depuis', DEPUIS, DUREES)}
        {tape(
          'Domiciliation',
          'Domiciliation',
          DOMICILIATION,
          OUI_NON,
          tapeDe(id, DOMICILIATION) === 'o' && (
            <ChampTape
              titre="Domiciliation, où"
              valeur={motsDomiciliation(id)}
              onGarder={(mots) => ecrireDomiciliation(id, mots)}
              onAvancer={avancer}
            />
          ),
        )}
        <Tape
          titre="Source"
          options={sources.map((s) => o(s.code, s.touche, s.court))}
          choisie={source}
          onChoisir={(choix) => choix !== null && flushSync(() => sourcerLogement(id, ligne, choix))}
          onAvancer={terminer}
        />
        <div className={css.rang}>
          <span className={css.titre} aria-hidden="true">
            En clair
          </span>
          <ChampTape
            titre="En clair"
            valeur={texte}
            onGarder={(mots) => {
              const present = dossierDe(id)
              if (present) preciser(present, ligneLogement(SANS_LOGEMENT), mots)
            }}
            onAvancer={avancer}
          />
        </div>
        <div className={css.rang}>
          <span className={css.titre}>Code ETHOS</span>
          <output className={css.code}>
            {code === '' ? 'pas encore de code' : code}
            {donne !== '' && code !== '' && ' (donné)'}
          </output>
          <select
            className={css.direct}
            aria-label="Donner le code directement"
            value={donne}
            onChange={(e) => donnerCode(id, e.target.value)}
          >
            <option value="">selon les réponses</option>
            {definitionFait(SITUATION)?.valeurs?.map((v) => (
              <option key={v.code} value={v.code}>
                {v.code} — {v.libelle}
              </option>
            ))}
          </select>
        </div>
      </fieldset>
    </div>
  )
}

function placesDe(boite: HTMLElement | null): HTMLElement[] {
  return [...(boite?.querySelectorAll<HTMLElement>('[data-tape]') ?? [])]
}
