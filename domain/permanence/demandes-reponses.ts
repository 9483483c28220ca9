import { type Catalogue, lieuDeDemande } from '../catalogue/index.ts'
import type { CleFait, Declaration, EtatFait, Role } from '../contrat.ts'
import type { Destinataire } from '../documents/index.ts'
import { faitVisible } from '../documents/index.ts'
import { lignesTriage } from '../faits/triage.ts'
import { memeVille, plier } from '../texte.ts'
import type { Contact } from './reglages.ts'

/** Who is written to, what each can answer, and how that answer is sourced. */

const ACCORDS: readonly CleFait[] = [
  'accord.evaluation',
  'accord.ouvrage',
  'accord.ailsi',
  'accord.surveillance',
  'accord.tig',
]

/** Facts that this recipient can answer, in the order asked. */
const REPONSES: Readonly<Record<Destinataire, readonly CleFait[]>> = {
  apcars: ['procedure.enqueteFaite', ...lignesTriage('enquete').map((l) => l.fait)],
  jap: ['suivi.japRessort', 'suivi.mesureEnCours', 'suivi.peineAExecuter', 'suivi.accordHorsRessort'],
  spip: ['partenaire.spip', 'suivi.niveauRisque', 'suivi.mesureEnCours', 'suivi.accordHorsRessort'],
  avocat: [...ACCORDS, 'disponibilite.semaine', 'logement.hebergementCeSoir'],
  siao: ['partenaire.siao', 'logement.hebergementCeSoir'],
}

export interface OptionsReponses {
  role: Role
  catalogue: Catalogue
  tribunal: string
}

/** Those that the profile sees; an agreement to a programme that only exists elsewhere is not asked here. */
export function faitsDeReponse(
  destinataire: Destinataire,
  { role, catalogue, tribunal }: OptionsReponses,
): CleFait[] {
  const ailleurs = (fait: CleFait) => {
    const lecteurs = catalogue.dispositifs.filter((d) => d.criteres.some((c) => c.faits.includes(fait)))
    return lecteurs.length > 0 && lecteurs.every((d) => lieuDeDemande(d.ecrit, tribunal) === 'ailleurs')
  }
  return REPONSES[destinataire].filter(
    (fait) => faitVisible(fait, role) && !(ACCORDS.includes(fait) && ailleurs(fait)),
  )
}

/** City of the JAP, as far as it is settled: his contact is his own, never another court's. */
export function villeDuJap(faits: Readonly<Record<CleFait, EtatFait>>): string | null {
  const etat = faits['suivi.japRessort']
  return etat?.etat === 'connu' ? String(etat.valeur) : null
}

export interface Lieux {
  /** null when nobody knows which JAP is competent. */
  jap: string | null
  tribunal: string
}

/**
 * The entry of the directory for this recipient: of this JAP's city for a JAP; of the court's city elsewhere, or one
 * without a city. Nothing is guessed: another city's entry is nobody's.
 */
export function contactPour(
  annuaire: readonly Contact[],
  destinataire: Destinataire,
  { jap, tribunal }: Lieux,
): Contact | null {
  const siens = annuaire.filter((c) => c.fonction === destinataire)
  const ville = destinataire === 'jap' ? jap : tribunal
  const deLaVille = ville === null ? undefined : siens.find((c) => memeVille(c.ville, ville))
  if (deLaVille !== undefined) return deLaVille
  return destinataire === 'jap' ? null : (siens.find((c) => plier(c.ville) === '') ?? null)
}

const SERVICES: Readonly<Record<Destinataire, string>> = {
  apcars: 'APCARS',
  jap: 'JAP',
  spip: 'SPIP',
  avocat: '',
  siao: 'SIAO',
}

const ORIGINES: Readonly<Record<Destinataire, Pick<Declaration, 'origine' | 'verifie'>>> = {
  // An enquête says what the person said, as far as it could be checked: declared until somebody checks it.
  apcars: { origine: 'enquete', verifie: false },
  jap: { origine: 'partenaire', verifie: true },
  spip: { origine: 'partenaire', verifie: true },
  avocat: { origine: 'avocat', verifie: false },
  siao: { origine: 'partenaire', verifie: true },
}

export type Provenance = Pick<Declaration, 'origine' | 'verifie'> & {
  auteur: NonNullable<Declaration['auteur']>
}

/** Where an answer comes from, and through whom: the service as the directory names it, else its own name. */
export function provenanceDe(
  destinataire: Destinataire,
  { role, contact, lieux }: { role: Role; contact: Contact | null; lieux: Lieux },
): Provenance {
  const nom = contact?.nom.trim() ?? ''
  const service =
    destinataire === 'jap' && lieux.jap !== null ? `JAP de ${lieux.jap}` : SERVICES[destinataire]
  const avocat = destinataire === 'avocat'
  const organisme = avocat ? '' : nom || service
  return {
    ...ORIGINES[destinataire],
    auteur: {
      role,
      ...(avocat && nom !== '' && { nom }),
      ...(organisme !== '' && { organisme }),
    },
  }
}
