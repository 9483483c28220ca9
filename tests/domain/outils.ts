import {
  avecParametres,
  type Catalogue,
  type CleFait,
  type CritereLu,
  catalogueParDefaut,
  type Declaration,
  type DispositifLu,
  type Dossier,
  DossierInvalide,
  type EtatCritere,
  type Orientation,
  orienter,
  type RaisonInconnu,
} from '../../domain/index.ts'

/** Tools of the domain's tests: short ways to write an invented dossier and to read what the rules say of it. */

export const DATE = '2026-11-24'

type Valeur = NonNullable<Declaration['valeur']>
/** An answer, two live answers that disagree, or a reason for having none. */
type Reponse = Valeur | { oppose: readonly Valeur[] } | { inconnu: RaisonInconnu }
export type Reponses = Readonly<Record<CleFait, Reponse>>

export function uuid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

export function declaration(
  n: number,
  fait: CleFait,
  valeur: Declaration['valeur'],
  reste: Partial<Declaration> = {},
): Declaration {
  const minute = String(n % 60).padStart(2, '0')
  const heure = String(9 + Math.floor(n / 60)).padStart(2, '0')
  return {
    id: uuid(n),
    fait,
    valeur,
    origine: 'personne',
    verifie: false,
    auteur: { role: 'parquet' },
    date: `2026-11-24T${heure}:${minute}:00+01:00`,
    ...reste,
  }
}

export function dossierAvec(declarations: Declaration[], reste: Partial<Dossier> = {}): Dossier {
  return { version: 1, id: uuid(0), dateAudience: DATE, declarations, ...reste }
}

export function dossier(reponses: Reponses, reste: Partial<Dossier> = {}): Dossier {
  const declarations: Declaration[] = []
  const ajouter = (fait: CleFait, valeur: Declaration['valeur'], plus?: Partial<Declaration>) =>
    declarations.push(declaration(declarations.length + 1, fait, valeur, plus))
  for (const [fait, reponse] of Object.entries(reponses)) {
    if (typeof reponse !== 'object' || Array.isArray(reponse)) ajouter(fait, reponse as Valeur)
    else if ('inconnu' in reponse) ajouter(fait, null, { inconnu: reponse.inconnu })
    else if ('oppose' in reponse) for (const valeur of reponse.oppose) ajouter(fait, valeur)
  }
  return dossierAvec(declarations, reste)
}

// Naming a catalogue costs more than reading a dossier: each set of parameters is applied once.
const catalogues = new Map<string, Catalogue>()

export function catalogueAvec(parametres: Record<string, unknown> = {}): Catalogue {
  const cle = JSON.stringify(parametres)
  const catalogue = catalogues.get(cle) ?? avecParametres(catalogueParDefaut(), parametres)
  catalogues.set(cle, catalogue)
  return catalogue
}

export function orienterDossier(d: Dossier, parametres?: Record<string, unknown>): Orientation {
  return orienter(d, catalogueAvec(parametres), { date: DATE })
}

export function lire(reponses: Reponses, parametres: Record<string, unknown> = {}): Orientation {
  return orienterDossier(dossier(reponses), parametres)
}

export function dispositif(orientation: Orientation, id: string): DispositifLu {
  const lu = orientation.dispositifs.find((d) => d.id === id)
  if (lu === undefined) throw new Error(`no dispositif ${id}`)
  return lu
}

export function critere(orientation: Orientation, id: string): CritereLu {
  const lu = orientation.dispositifs.flatMap((d) => d.criteres).find((c) => c.id === id)
  if (lu === undefined) throw new Error(`no criterion ${id}`)
  return lu
}

export function etatDe(id: string, reponses: Reponses, parametres?: Record<string, unknown>): EtatCritere {
  return critere(lire(reponses, parametres), id).etat
}

/** The refusal that a dossier meets; fails when there is none. */
export function refus(action: () => unknown): DossierInvalide {
  try {
    action()
  } catch (e) {
    if (e instanceof DossierInvalide) return e
    throw e
  }
  throw new Error('expected a refusal')
}

/** Everything that L’Ouvrage asks is met. */
export const OUVRAGE_REUNI: Reponses = {
  'personne.majeur': true,
  'personne.mesureProtection': 'aucune',
  'procedure.tribunal': 'Bobigny',
  'procedure.nature': 'delit',
  'procedure.categorie': 'vol',
  'antecedents.condamnations': 4,
  'suivi.japRessort': 'Bobigny',
  'addiction.conduite': true,
  'addiction.lienFaits': true,
  'accord.evaluation': true,
  'disponibilite.semaine': true,
}

/** Everything that AILSI asks is met, once its inclusions are open. */
export const AILSI_REUNI: Reponses = {
  'personne.majeur': true,
  'personne.mesureProtection': 'aucune',
  'procedure.tribunal': 'Marseille',
  'procedure.nature': 'delit',
  'procedure.categorie': 'vol',
  'procedure.detentionEnvisagee': true,
  'logement.situation': 'E1',
  'psy.troubleDeclare': true,
  'psy.suivi': true,
  'accord.evaluation': true,
}

export const AILSI_OUVERT = { 'ailsi.inclusions': 'ouvertes' }

export function sans(reponses: Reponses, ...cles: CleFait[]): Reponses {
  return Object.fromEntries(Object.entries(reponses).filter(([cle]) => !cles.includes(cle)))
}
