import {
  type CleFait,
  type DateIso,
  type Declaration,
  type Dossier,
  deplacer,
  lireDate,
  lireHeure,
  lireMoment,
  minutageDu,
  PHRASE_HEURE,
  repondre,
  suiviDe,
} from '../../domain/index.ts'
import { aujourdhui, minuteCourante } from '../horloge.ts'
import { changerJour, declarer, declarerPlusieurs, dire, dossierDe, regler, useMagasin } from '../magasin.ts'
import { acte } from '../saisie/acte.ts'
import { PHRASE_DATE } from '../saisie/dates.ts'

/** Every act of the board, from a key to the declarations or the setting that say it. Nothing here draws. */

const RETIRE = { valeur: null, inconnu: 'pas-demande' } as const
/** What the magistrate sees or reads in the file. */
const VU_AU_DOSSIER = { origine: 'procedure', verifie: true } as const

function noter(
  dossier: Dossier,
  fait: CleFait,
  valeur: NonNullable<Declaration['valeur']> | null,
): Declaration {
  const quoi = valeur === null ? RETIRE : { valeur }
  return repondre(dossier, { fait, ...quoi, ...VU_AU_DOSSIER }, acte())
}

/** Space: seen now; again: not seen. */
export function basculerVu(id: string): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  const vu = suiviDe(dossier).vuA !== null
  declarer(id, [noter(dossier, 'permanence.vuA', vu ? null : minuteCourante())])
}

/** What was typed as the end of the garde à vue; nothing typed takes it back. The sentence says why it is not kept. */
export function fixerFinGardeAVue(id: string, texte: string): string | null {
  const dossier = dossierDe(id)
  if (!dossier) return null
  const fin = texte.trim() === '' ? null : lireMoment(texte, { maintenant: reference(dossier.dateAudience) })
  if (fin === null && texte.trim() !== '') return PHRASE_HEURE
  if (fin !== null || suiviDe(dossier).finGardeAVue !== null)
    declarer(id, [noter(dossier, 'permanence.finGardeAVue', fin)])
  return null
}

/** « 18h10 » is the latest one: before now, or before the hearing of a day that is over. */
export function reference(jour: DateIso): string {
  if (jour >= aujourdhui()) return minuteCourante()
  return `${jour}T${minutageDu(useMagasin.getState().reglages, jour).heureAudience}`
}

/** Alt+↑, Alt+↓: false at either end. From then on the order is by hand. */
export function deplacerRangee(id: string, pas: 1 | -1): boolean {
  const { dossiers, reglages } = useMagasin.getState()
  const places = deplacer(dossiers, reglages, id, pas)
  if (places.length === 0) return false
  const lot = crypto.randomUUID()
  declarerPlusieurs(
    places.flatMap(({ id: qui, rang }) => {
      const dossier = dossierDe(qui)
      return dossier
        ? [{ dossier: qui, declarations: [{ ...noter(dossier, 'permanence.rang', rang), lot }] }]
        : []
    }),
  )
  if (reglages.ordre !== 'main') {
    regler({ ordre: 'main' })
    dire(
      'Ordre à la main\u00a0: les rangées restent où vous les mettez. Alt+O revient à la limite de 20\u00a0h.',
    )
  }
  return true
}

export function basculerOrdre(): void {
  const main = useMagasin.getState().reglages.ordre === 'main'
  regler({ ordre: main ? 'limite' : 'main' })
  dire(
    main
      ? 'Ordre\u00a0: la limite de 20\u00a0h la plus proche d’abord.'
      : 'Ordre à la main\u00a0: Alt+↑ et Alt+↓ déplacent la rangée.',
  )
}

/** Hearing time of one day; the usual one again is no exception any more. */
export function fixerHeureAudience(jour: DateIso, texte: string): string | null {
  const heure = lireHeure(texte)
  if (heure === null) return PHRASE_HEURE
  const { audiences, heureAudience } = useMagasin.getState().reglages
  const { [jour]: _avant, ...autres } = audiences
  regler({ audiences: heure === heureAudience ? autres : { ...autres, [jour]: heure } })
  return null
}

/** A day typed: 2211, 22/11, 22/11/26. */
export function allerAuJour(texte: string): string | null {
  const jour = lireDate(texte, aujourdhui())
  if (jour === null) return PHRASE_DATE
  void changerJour(jour)
  return null
}
