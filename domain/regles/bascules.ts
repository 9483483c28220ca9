import type { Catalogue, Critere, Dispositif } from '../catalogue/index.ts'
import type { CleFait, DispositifLu, EtatFait, Orientation } from '../contrat.ts'
import { avecReponse } from '../faits/etat.ts'
import { definitionFait } from '../faits/vocabulaire.ts'
import { type Condition, faitsDe } from './condition.ts'
import { contexteDe, etatCritere } from './lecture.ts'

/** One answer that alone would change the reading of one dispositif, everything else staying as it is. */
export interface Bascule {
  fait: CleFait
  /** For a text, `AUTRE_VALEUR` stands for anything that no rule names. */
  valeur: boolean | number | string
  dispositif: string
  devient: DispositifLu['lecture']
}

export const AUTRE_VALEUR = '…'

/** Answers already given that may still turn before the hearing: a word of the person, of a JAP, of a host. */
const PEUT_TOURNER: ReadonlySet<CleFait> = new Set([
  'accord.evaluation',
  'accord.ouvrage',
  'accord.ailsi',
  'disponibilite.semaine',
  'suivi.japRessort',
  'suivi.accordHorsRessort',
  'logement.hebergementCeSoir',
  'personne.protecteurAvise',
  'personne.expertiseVersee',
  'procedure.detentionEnvisagee',
])

/** A minor is refused before any reading, and age follows from two dates. */
const JAMAIS: ReadonlySet<CleFait> = new Set(['personne.majeur', 'personne.moins21'])

/** Recidivism also follows from these, and is not established again here. */
const NOURRIT_RECIDIVE = /^procedure\.(categorie|dateFaits|encouruMois|qualification)$/

/**
 * What would change the answer: for each dispositif still open, each value of each fact that is missing or may
 * still turn, read again. In the order of the catalogue, then of the vocabulary; it never ranks anybody.
 */
export function bascules(orientation: Orientation, catalogue: Catalogue): Bascule[] {
  const { faits } = orientation
  const lues = new Map(orientation.dispositifs.map((d) => [d.id, d]))
  const ouverts = catalogue.dispositifs.flatMap((ecrit) => {
    const lu = lues.get(ecrit.ecrit.id)
    return lu === undefined || lu.lecture === 'hors-criteres' ? [] : [{ ecrit, lu, lit: faitsLus(ecrit) }]
  })
  const essais = new Map<string, ReturnType<typeof contexteDe>>()
  const essayer = (fait: CleFait, valeur: Valeur) => {
    const cle = `${fait}=${valeur}`
    const contexte =
      essais.get(cle) ?? contexteDe(avecReponse(faits, fait, valeur), catalogue, orientation.date)
    essais.set(cle, contexte)
    return contexte
  }
  return ouverts.flatMap(({ ecrit, lu, lit }) =>
    [...new Set([...lu.manquants, ...[...PEUT_TOURNER].filter((fait) => lit.has(fait))])]
      .filter((fait) => estEssayable(fait, faits[fait], lu, lit))
      .flatMap((fait) =>
        valeursDe(fait, catalogue)
          .filter((valeur) => !estDite(faits[fait], valeur))
          .map((valeur) => ({
            fait,
            valeur,
            dispositif: lu.id,
            devient: relire(ecrit, essayer(fait, valeur)),
          }))
          .filter((b) => b.devient !== lu.lecture),
      ),
  )
}

type Valeur = Bascule['valeur']

function estEssayable(
  fait: CleFait,
  etat: EtatFait | undefined,
  lu: DispositifLu,
  lit: ReadonlySet<CleFait>,
): boolean {
  if (JAMAIS.has(fait) || (NOURRIT_RECIDIVE.test(fait) && lit.has('antecedents.recidive'))) return false
  return etat?.etat === 'connu' ? PEUT_TOURNER.has(fait) : lu.manquants.includes(fait)
}

function estDite(etat: EtatFait | undefined, valeur: Valeur): boolean {
  return etat?.etat === 'connu' && String(etat.valeur) === String(valeur)
}

/** The reading alone, without its sentences. */
function relire(d: Dispositif, contexte: ReturnType<typeof contexteDe>): DispositifLu['lecture'] {
  let lecture: DispositifLu['lecture'] = 'profil-a-evaluer'
  for (const c of d.criteres) {
    const etat = etatCritere(c, contexte)
    if (etat === 'faux') return 'hors-criteres'
    if (etat === 'inconnu') lecture = 'a-verifier'
  }
  return lecture
}

// ───────────────────────────── read once for each catalogue ─────────────────────────────

const faitsParDispositif = new WeakMap<Dispositif, ReadonlySet<CleFait>>()

/** Facts that the criteria of a dispositif name. */
function faitsLus(d: Dispositif): ReadonlySet<CleFait> {
  const connus = faitsParDispositif.get(d)
  if (connus !== undefined) return connus
  const lus = new Set(d.criteres.flatMap((c) => c.faits))
  faitsParDispositif.set(d, lus)
  return lus
}

const valeursParCatalogue = new WeakMap<Catalogue, Map<CleFait, readonly Valeur[]>>()

function valeursDe(fait: CleFait, catalogue: Catalogue): readonly Valeur[] {
  const parFait = valeursParCatalogue.get(catalogue) ?? new Map<CleFait, readonly Valeur[]>()
  valeursParCatalogue.set(catalogue, parFait)
  const connues = parFait.get(fait) ?? enumerer(fait, catalogue)
  parFait.set(fait, connues)
  return connues
}

/** Every value of a closed fact; of a number or a text, those that the rules tell apart. */
function enumerer(fait: CleFait, catalogue: Catalogue): readonly Valeur[] {
  const definition = definitionFait(fait)
  if (definition?.type === 'oui-non') return [true, false]
  if (definition?.type === 'choix') return definition.valeurs?.map((v) => v.code) ?? []
  if (definition?.type !== 'nombre' && definition?.type !== 'texte') return []
  const nommees = catalogue.dispositifs.flatMap((d) =>
    d.criteres.flatMap(conditionsDe).flatMap((c) => constantes(c, fait, catalogue)),
  )
  if (definition.type === 'texte') return [...new Set([...nommees.map(String), AUTRE_VALEUR])]
  const bornes = nommees.map(Number).filter((n) => !Number.isNaN(n))
  const autour = bornes.flatMap((n) => [n - 1, n, n + 1]).filter((n) => n >= (definition.min ?? 0))
  return [...new Set(autour)].sort((a, b) => a - b)
}

function conditionsDe(c: Critere): Condition[] {
  return [c.vraiSi, c.fauxSi, c.neutreSi].filter((x) => x !== null)
}

/** What a condition compares this fact with, parameters at their value in force. */
function constantes(c: Condition, fait: CleFait, catalogue: Catalogue): unknown[] {
  if (!faitsDe(c).includes(fait)) return []
  if ('parmi' in c) return c.parmi.flatMap((x) => constantes(x, fait, catalogue))
  if (c.genre === 'non') return constantes(c.de, fait, catalogue)
  const operandes = 'a' in c && 'fait' in c ? [c.a] : 'liste' in c ? c.liste : []
  return operandes.flatMap((o) =>
    'constante' in o ? [o.constante] : [catalogue.parametres.get(o.parametre)].flat(),
  )
}
