import { DossierInvalide } from '../erreurs.ts'
import { type Departement, departement } from './departements.ts'
import { admet, attendu } from './parametres.ts'
import { type DispositifEcrit, dispositifSchema, type ModeleEcrit, type ParametreEcrit } from './schema.ts'

/** What a référent says of a programme of a known type; everything else comes from the model. */
export interface ValeursModele {
  /** Lower-case letters and hyphens; unique in the catalogue. */
  id: string
  nom: string
  /** City of the tribunal, as `procedure.tribunal` holds it. */
  tribunal: string
  /** Code or name: `69`, « Rhône ». */
  departement: string
  porteur: string
  /** Whom to call, one line each. */
  appels: readonly string[]
  /** Short name → value in force; the others stay empty or unknown. */
  parametres?: Readonly<Record<string, unknown>>
}

/** Words that a shipped instance says in its own way; a référent never fills them. */
export interface FormesModele {
  /** Fact of an agreement proper to this dispositif, read before `accord.evaluation`. */
  accord?: string
  auDepartement?: string
  dansLeDepartement?: string
  auSpip?: string
  auPorteur?: string
  etatConnu?: string
}

const TROU = /<([A-Za-z]+)>/g
/** Signs that conditions and sentences use: a name that held one would rewrite a rule. */
const RESERVE = /[<>{}$\n\r]/
const VILLE = /^\p{Lu}[\p{L}’' -]{1,59}$/u

function exiger(vrai: boolean, champ: string, phrase: string): asserts vrai {
  if (!vrai) throw new DossierInvalide(`valeurs.${champ}`, phrase)
}

function exigerTexte(champ: string, texte: unknown, quoi: string): asserts texte is string {
  exiger(
    typeof texte === 'string' && /\S/.test(texte) && texte.length <= 200 && !RESERVE.test(texte),
    champ,
    `Écrivez ${quoi} en une ligne de 200 caractères au plus, sans les signes < > { } $.`,
  )
}

/** The values once checked, with their department; throws `DossierInvalide`, one sentence that says what to write. */
function verifier(valeurs: ValeursModele, pris: readonly string[]): Departement {
  exiger(
    typeof valeurs.id === 'string' && /^[a-z][a-z-]{1,59}$/.test(valeurs.id),
    'id',
    'Écrivez un identifiant de 2 à 60 lettres minuscules sans accent, avec des tirets si besoin.',
  )
  exiger(
    !pris.includes(valeurs.id),
    'id',
    'Cet identifiant est déjà celui d’un autre dispositif ; choisissez-en un autre.',
  )
  exigerTexte('nom', valeurs.nom, 'le nom du dispositif')
  exigerTexte('porteur', valeurs.porteur, 'le nom du porteur')
  exiger(Array.isArray(valeurs.appels), 'appels', 'Donnez la liste de qui appeler, même vide.')
  for (const appel of valeurs.appels) exigerTexte('appels', appel, 'chaque personne à appeler')
  exiger(
    typeof valeurs.tribunal === 'string' && VILLE.test(valeurs.tribunal),
    'tribunal',
    'Écrivez la ville du tribunal judiciaire, avec sa majuscule et sans chiffre.',
  )
  const lu = typeof valeurs.departement === 'string' ? departement(valeurs.departement) : undefined
  exiger(lu !== undefined, 'departement', 'Écrivez un département existant, par son numéro ou par son nom.')
  return lu
}

function motsDe(v: ValeursModele, d: Departement, formes: FormesModele): Map<string, string | undefined> {
  const ecrit = `${d.code} (${d.nom})`
  return new Map([
    ['id', v.id],
    ['nom', v.nom],
    ['deNom', /^[aeiouy]/i.test(v.nom.normalize('NFD')) ? `d’${v.nom}` : `de ${v.nom}`],
    ['tribunal', v.tribunal],
    ['departement', d.code],
    ['porteur', v.porteur],
    ['accord', formes.accord],
    ['auDepartement', formes.auDepartement ?? `au département ${ecrit}`],
    ['dansLeDepartement', formes.dansLeDepartement ?? `dans le département ${ecrit}`],
    ['auSpip', formes.auSpip ?? `au SPIP du département ${ecrit}`],
    ['auPorteur', formes.auPorteur ?? `au porteur (${v.porteur})`],
    ['etatConnu', formes.etatConnu ?? 'non daté'],
  ])
}

/** Fills every hole, at any depth; an item of a list that is a hole without value is left out. */
function remplir(ecrit: unknown, mots: ReadonlyMap<string, string | undefined>): unknown {
  if (typeof ecrit === 'string')
    return ecrit.replace(TROU, (_trou, mot: string) => {
      const dit = mots.get(mot)
      if (dit === undefined) throw new Error(`trou inconnu dans un modèle : « ${mot} »`)
      return dit
    })
  if (Array.isArray(ecrit)) return ecrit.filter((x) => !estVide(x, mots)).map((x) => remplir(x, mots))
  if (typeof ecrit !== 'object' || ecrit === null) return ecrit
  return Object.fromEntries(Object.entries(ecrit).map(([cle, x]) => [cle, remplir(x, mots)]))
}

function estVide(item: unknown, mots: ReadonlyMap<string, string | undefined>): boolean {
  const mot = typeof item === 'string' ? /^<([A-Za-z]+)>$/.exec(item)?.[1] : undefined
  return mot !== undefined && mots.has(mot) && mots.get(mot) === undefined
}

function regler(
  definitions: Readonly<Record<string, ParametreEcrit>>,
  valeurs: ValeursModele,
): Record<string, ParametreEcrit> {
  const reglees = { ...definitions }
  for (const [nom, defaut] of Object.entries(valeurs.parametres ?? {})) {
    const definition = Object.hasOwn(definitions, nom) ? definitions[nom] : undefined
    exiger(
      definition !== undefined,
      'parametres',
      `Ce paramètre n’est pas de ce modèle ; choisissez parmi : ${Object.keys(definitions).join(', ')}.`,
    )
    exiger(
      admet(definition, defaut),
      `parametres.${nom}`,
      `Le paramètre « ${nom} » attend : ${attendu(definition)}.`,
    )
    const dit = { defaut, source: `réglé par le référent de ${valeurs.tribunal}`, marque: 'M' }
    reglees[nom] = { ...definition, ...dit } as ParametreEcrit
  }
  return reglees
}

/**
 * A dispositif of a known type for one tribunal: the criteria of the model, its parameters empty or unknown until
 * someone says otherwise. `pris`: ids already in the catalogue. Throws `DossierInvalide` on values that cannot be.
 */
export function instancier(
  modele: ModeleEcrit,
  valeurs: ValeursModele,
  pris: readonly string[] = [],
  formes: FormesModele = {},
): DispositifEcrit {
  const lieu = verifier(valeurs, pris)
  const { id: idModele, nom: _nom, ...trous } = modele
  const rempli = remplir(trous, motsDe(valeurs, lieu, formes)) as typeof trous
  return dispositifSchema.parse({
    ...rempli,
    id: valeurs.id,
    nom: valeurs.nom,
    ou: `${valeurs.tribunal} (${lieu.nom})`,
    porteur: valeurs.porteur,
    tribunaux: [valeurs.tribunal],
    appels: [...valeurs.appels],
    parametres: regler(rempli.parametres, valeurs),
    modele: idModele,
  })
}
