import type { DateIso } from '../contrat.ts'
import { dateIso } from '../dates.ts'
import { plier } from '../texte.ts'
import { lireHeure } from './heures.ts'
import { lireIdentite, type Nom } from './identite.ts'

/** What one cell is, by its shape; where the shape is not enough, the title of its column helps. */

export type Colonne =
  | 'rang'
  | 'identite'
  | 'nom'
  | 'prenoms'
  | 'naissance'
  | 'mineur'
  | 'role'
  | 'avocat'
  | 'natinf'
  | 'libelle'
  | 'nature'
  | 'date'
  | 'commune'
  | 'personnes'
  | 'parquet'
  | 'autre'

export type RoleColle = 'auteur' | 'victime' | 'temoin' | 'autre'

export type Forme =
  | { forme: 'rang'; rang: number }
  | { forme: 'identite'; nom: Nom }
  | { forme: 'naissance'; date: DateIso | null }
  | { forme: 'alias'; alias: string }
  | { forme: 'role'; role: RoleColle; aussiVictime: boolean; texte: string }
  | { forme: 'mineur'; mineur: boolean }
  | { forme: 'avocat'; avocat: string }
  | { forme: 'natinf'; natinf: string; libelle: string }
  | { forme: 'nature'; nature: 'contravention' | 'delit' | 'crime' }
  | { forme: 'date'; date: DateIso; dateFin?: DateIso; heure?: string }
  | { forme: 'rangs'; rangs: number[] }
  | { forme: 'parquet'; numero: string }
  | { forme: 'oui-non' }
  | { forme: 'texte'; texte: string }

const TITRES: readonly (readonly [RegExp, Colonne])[] = [
  [/^(?:rang|n°|no|num|#)$/, 'rang'],
  [/^(?:identites?|nom(?: et)?,? prenoms?|nom ?\/ ?prenoms?|nom prenom\(s\)|etat civil)$/, 'identite'],
  [/^(?:nom|nom de famille|nom de naissance)$/, 'nom'],
  [/^prenoms?(?:\(s\))?$/, 'prenoms'],
  [/^(?:date de naissance|naissance|date naiss\.?|nee?(?:\(e\))? le)$/, 'naissance'],
  [/^(?:mineure?|min\.?)(?: \?)?$/, 'mineur'],
  [/^(?:roles?|qualite)$/, 'role'],
  [/^(?:avocats?|conseil|defenseur)$/, 'avocat'],
  [/^(?:(?:code )?natinf|infraction)$/, 'natinf'],
  [/^(?:libelle|qualification|libelle (?:de l'infraction|natinf))$/, 'libelle'],
  [/^(?:type|nature)$/, 'nature'],
  [/^(?:date(?:s)?(?: et heure)?(?: des faits)?|date\/heure|date heure|periode)$/, 'date'],
  [/^(?:communes?|lieu(?: des faits)?|ville)$/, 'commune'],
  [/^(?:personnes?(?: concernees?)?|personne\(s\)|mis en cause \(rang\)|auteurs?)$/, 'personnes'],
  [/^(?:n° ?(?:de )?parquet|numero (?:de )?parquet|no parquet|parquet)$/, 'parquet'],
  [
    /^(?:complements?|b1|d\.?u\.?p\.?|categorie penale|q\.?s\.?|sexe|nationalite|adresse|etat|statut|actions?|suite|orientation|mesures?)$/,
    'autre',
  ],
]

/** The column that a header cell names, or null when it is no header. */
export function titreDeColonne(cellule: string): Colonne | null {
  if (cellule.length > 40) return null
  const plie = plier(cellule).replace(/[ :*▲▼↑↓↕⇅]+$/g, '')
  return TITRES.find(([motif]) => motif.test(plie))?.[1] ?? null
}

const AUTEUR =
  /(?<!\bhors de )(?:\b(?:personnes? )?mise?s?\(?e?\)? en (?:cause|examen)\b|\bm\.?e\.?c\b|\bprevenu\(?e?\)?s?\b|\b(?:co-?)?auteur\(?e?\)?s?\b|\bcomplices?\b|\bgarde\(?e?\)?s? a vue\b|\bdefere\(?e?\)?s?\b|\bsuspect\(?e?\)?s?\b|\binterpelle\(?e?\)?s?\b|\baccuse\(?e?\)?s?\b|\breceleu(?:r|se)s?\b)/
const VICTIME = /\b(?:victimes?|plaignant\(?e?\)?s?|part(?:ie|ies) civiles?|ayants? droit|lese\(?e?\)?s?)\b/
const TEMOIN = /\btemoins?\b/
const AUTRE =
  /\b(?:tiers|representant\(?e?\)?s? leg(?:al|aux|ale|ales)|representant\(?e?\)?s?|civilement responsables?|responsables? leg(?:al|aux|ale)|administrat(?:eur|rice)s? ad hoc|mise?s? hors de cause|interpretes?|experts?|assureurs?|assurances?|denonciat(?:eur|rice)s?|declarant\(?e?\)?s?|requerant\(?e?\)?s?|tut(?:eur|rice)s?|curat(?:eur|rice)s?|enqueteu(?:r|se)s?|proprietaires?|organisme social|caisse|garants?|entourage|proche)\b/

/** What may stand beside the words of a role in its cell. */
const LIEN_DE_ROLE =
  /[\s,;/()+&.-]|\b(?:et|presumee?|principale?|declaree?|constituee?|assistee?|entendue?|libre|personnes?|morale|physique|majeure?|mineure?|en|etat|de|recidive|legale?|suspectee?|dont|non|x)\b/g

const TOUS_LES_ROLES = [AUTEUR, VICTIME, TEMOIN, AUTRE].map((r) => new RegExp(r, 'g'))

/** A role is a cell of its own: nothing but words of roles. */
export function lireRole(cellule: string): (Forme & { forme: 'role' }) | null {
  if (cellule.length > 80) return null
  const plie = plier(cellule)
  const sans = plie.replace(/\bnon (?:mise?|prevenu|auteur)[^,;/]*/g, (m) =>
    /mise? en cause/.test(m) ? 'mis hors de cause' : m,
  )
  const reste = TOUS_LES_ROLES.reduce((t, r) => t.replace(r, ' '), sans)
  if (reste === sans || reste.replace(LIEN_DE_ROLE, '') !== '') return null
  const role = AUTEUR.test(sans)
    ? 'auteur'
    : VICTIME.test(sans)
      ? 'victime'
      : TEMOIN.test(sans)
        ? 'temoin'
        : 'autre'
  return { forme: 'role', role, aussiVictime: role === 'auteur' && VICTIME.test(sans), texte: net(cellule) }
}

/** Eleven digits, with the blanks and bars that a display puts in them. */
const PARQUET = /(?<![\d/.-])\d{2}[ /.-]?\d{3}[ /.-]?\d{3} ?\d{3}(?![\d/.-]?\d)/

export function numeroParquetEn(texte: string): string | null {
  return PARQUET.exec(texte)?.[0].replace(/\D/g, '') ?? null
}

/** « N° parquet : 2632500011 »: announced, whatever its count of digits. */
export function numeroAnnonce(texte: string): string | null {
  const m =
    /\b(?:n°|no|num[ée]ro|n) ?(?:de |du )?(?:parquet|proc[ée]dure)\s?:?\s?([\d][\d /.-]{2,24}\d)/i.exec(texte)
  return m === null ? null : (m[1] ?? '').replace(/\D/g, '')
}

const JOUR = String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})`
const HEURE = String.raw`(?:\s*(?:à|a|-|,|vers)?\s*(\d{1,2}\s?[h:]\s?\d{2}|\d{1,2}\s?h\b)(?::\d{2})?)?`
const DATE = new RegExp(
  `^(?:le |du |entre le |depuis le |courant |vers le )?${JOUR}${HEURE}(?:\\s*(?:au|et le|et|-|jusqu'au|→)\\s*(?:le )?${JOUR}${HEURE})?$`,
  'i',
)
const NAISSANCE = new RegExp(String.raw`^\(?\s*n[ée](?:e|\(e\)|·e)?\s*(?:le|:|vers le)?\s*(?:${JOUR})?`, 'i')
const COMMENCE_PAR_NE = /^\(?\s*n[ée](?:e|\(e\)|·e)?\s+(?:le|en|vers|à|a|:)/i
const NATURES = {
  contravention: /^contraventions?(?: (?:de )?(?:la )?\d.*)?$/,
  delit: /^delits?$/,
  crime: /^crimes?$/,
} as const
const NATINF = /^(?:natinf\s*:?\s*)?(\d{3,6})(?:\s*[-–—:]\s*|\s+)(\D.{2,})$/i

export interface ContexteForme {
  colonne: Colonne | null
  /** Which table the row seems to belong to. */
  table: 'personnes' | 'infractions' | null
}

function jour(j: string | undefined, m: string | undefined, a: string | undefined): DateIso | null {
  return j === undefined ? null : dateIso(Number(a), Number(m), Number(j))
}

export function lireForme(cellule: string, { colonne, table }: ContexteForme): Forme {
  const t = net(cellule)
  const texte: Forme = { forme: 'texte', texte: t }
  if (t.length > 600) return texte
  const dite = parColonne(t, colonne)
  if (dite !== null) return dite
  const alias =
    /^\(?\s*(?:alias|dite?|surnomm[ée]e?|connue? sous(?: le nom de)?)\s*:?\s+(.{1,100}?)\)?$/i.exec(t)
  if (alias?.[1] !== undefined) return { forme: 'alias', alias: alias[1] }
  if (colonne === 'autre' && !COMMENCE_PAR_NE.test(t)) return texte
  if (COMMENCE_PAR_NE.test(t)) {
    const m = NAISSANCE.exec(t)
    return { forme: 'naissance', date: jour(m?.[1], m?.[2], m?.[3]) }
  }
  const numero = numeroParquetEn(t)
  if (numero !== null && !/\p{L}{3}/u.test(t.replace(/parquet|proc[ée]dure|num[ée]ro/gi, '')))
    return { forme: 'parquet', numero }
  if (/^(?:oui|non|o|n|-|–|x|☑|☐|✔|✓)$/i.test(t)) return { forme: 'oui-non' }
  const d = DATE.exec(t)
  const date = d === null ? null : jour(d[1], d[2], d[3])
  if (d !== null && date !== null) {
    const fin = jour(d[5], d[6], d[7])
    const heure = d[4] === undefined ? null : lireHeure(d[4])
    return {
      forme: 'date',
      date,
      ...(fin !== null && fin > date && { dateFin: fin }),
      ...(heure !== null && { heure }),
    }
  }
  const role = lireRole(t)
  if (role !== null) return role
  const plie = plier(t)
  for (const nature of ['contravention', 'delit', 'crime'] as const)
    if (NATURES[nature].test(plie)) return { forme: 'nature', nature }
  if (/^mineure?(?: de \d+ ans| au moment des faits)?$/.test(plie)) return { forme: 'mineur', mineur: true }
  const avocat = AVOCAT.exec(t)
  if (avocat?.[1] !== undefined) return { forme: 'avocat', avocat: net(avocat[1]).slice(0, 120) }
  const natinf = natinfEn(t, table)
  if (natinf !== null) return natinf
  const rangs = rangsEn(t)
  if (rangs !== null) return rangs
  const nom = table === 'infractions' && colonne !== 'identite' ? null : lireIdentite(t)
  const force = colonne === 'identite' || colonne === 'nom' ? 0 : table === 'personnes' ? 1 : 2
  return nom !== null && nom.force >= force ? { forme: 'identite', nom: nom.nom } : texte
}

const AVOCAT = /^(?:avocat\s*:?\s*)?((?:Me|Ma[iî]tre|MAITRE|ME)\.?\s+\p{Lu}.*)$/u

/** Cells that only the title of their column explains. */
function parColonne(t: string, colonne: Colonne | null): Forme | null {
  switch (colonne) {
    case 'mineur':
      return /^(?:oui|o|x|☑|✔|✓|mineure?.*)$/i.test(t)
        ? { forme: 'mineur', mineur: true }
        : /^(?:non|n|-|–|☐)$/i.test(t)
          ? { forme: 'mineur', mineur: false }
          : null
    case 'avocat':
      return /^(?:oui|non|o|n|-|–)$/i.test(t)
        ? { forme: 'oui-non' }
        : { forme: 'avocat', avocat: t.slice(0, 120) }
    case 'natinf':
      return /^\d{3,6}$/.test(t) ? { forme: 'natinf', natinf: t, libelle: '' } : null
    case 'naissance': {
      const m = new RegExp(JOUR).exec(t)
      return m === null ? null : { forme: 'naissance', date: jour(m[1], m[2], m[3]) }
    }
    case 'libelle':
    case 'commune':
      return { forme: 'texte', texte: t }
    case 'personnes':
      return rangsEn(t) ?? { forme: 'texte', texte: t }
    case 'rang':
      return /^\d{1,3}\.?$/.test(t) ? { forme: 'rang', rang: Number.parseInt(t, 10) } : null
    default:
      return null
  }
}

function rangsEn(t: string): (Forme & { forme: 'rangs' }) | null {
  if (!/^\d{1,2}(?:(?:\s*[,;&+]\s*|\s+(?:\/|et)\s+)\d{1,2})*$/.test(t) || t.length > 80) return null
  return { forme: 'rangs', rangs: [...new Set(t.match(/\d+/g)?.map(Number))] }
}

function natinfEn(t: string, table: ContexteForme['table']): (Forme & { forme: 'natinf' }) | null {
  if (/^\d{3,6}$/.test(t)) return table === 'personnes' ? null : { forme: 'natinf', natinf: t, libelle: '' }
  const m = NATINF.exec(t)
  if (m === null) return null
  const libelle = libelleSeul(m[2] ?? '')
  // « 93200 Saint-Denis » is a town, « 12 345 euros » an amount.
  const ville = /^\d{5}$/.test(m[1] ?? '') && !/[-–—:]/.test(t.slice(5, 8)) && libelle.split(/\s+/).length < 3
  return ville || !/\p{L}{3}/u.test(libelle) ? null : { forme: 'natinf', natinf: m[1] ?? '', libelle }
}

/** The label alone: what follows « au préjudice de » names a victim. */
export function libelleSeul(texte: string): string {
  const plie = net(texte)
  const coupe =
    /[\s,(–-]*\b(?:au pr[ée]judice|à l['’]encontre|commis(?:e|es)? (?:sur|contre|envers)|sur la personne) d[eu]?s?\b.*$/i
  return plie
    .replace(coupe, '')
    .replace(/[\s,;:–-]+$/, '')
    .slice(0, 300)
}

export function net(texte: string): string {
  return texte.replace(/\s+/g, ' ').trim()
}
