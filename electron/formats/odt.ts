import { setImmediate } from 'node:timers/promises'
import { typographie } from '../impression/index.ts'
import type { ContenuEcrit } from './blocs.ts'
import { type Donnees, donnees } from './champs.ts'
import { ModeleError, ouvrirModele, PARTIES_LUES, verifier } from './modele.ts'

/**
 * An OpenDocument text from a model: its styles, language and header rows come from the model, its words from the
 * content. Throws ModeleError when the model cannot be filled; unknown fields are said where they stand.
 */
export async function versOdt(contenu: ContenuEcrit, modele: Uint8Array): Promise<Uint8Array> {
  const paquet = await ouvrirModele(modele)
  const { inconnus, malformes } = await verifier(paquet)
  if (malformes.length > 0) throw new ModeleError('malforme')
  const [{ healPlaceholders, replaceAll }, { strFromU8, strToU8, zipSync }, { XMLValidator }] =
    await Promise.all([import('odf-kit/template'), import('fflate'), import('fast-xml-parser')])
  const valeurs = {
    ...Object.fromEntries(inconnus.map((nom) => [nom, `[champ inconnu : ${nom}]`])),
    ...(surs(donnees(contenu)) as Record<string, unknown>),
  }
  for (const nom of PARTIES_LUES) {
    const octets = paquet[nom]
    if (octets === undefined) continue
    // Others have their turn between two parts: a key is never kept waiting by a document.
    await setImmediate()
    const rempli = replaceAll(healPlaceholders(strFromU8(octets)), valeurs).replaceAll(ACCOLADE, '{')
    // A list opened in one place and closed in another can leave tags that do not match.
    if (XMLValidator.validate(rempli) !== true) throw new ModeleError('malforme')
    paquet[nom] = strToU8(rempli) as Uint8Array<ArrayBuffer>
  }
  const { mimetype, 'META-INF/documentsignatures.xml': _signature, ...reste } = paquet
  // The type comes first and uncompressed: that is how other programs recognise the file.
  return zipSync({ mimetype: [mimetype ?? new Uint8Array(), { level: 0 }], ...reste })
}

/** Stands for « { » in what people typed, so that it is never read as a field. From the private use area. */
const ACCOLADE = '\uE000'

function surs(valeur: Donnees[keyof Donnees] | Donnees): unknown {
  if (typeof valeur === 'string')
    return typographie(valeur).replaceAll(ACCOLADE, '').replaceAll('{', ACCOLADE)
  if (Array.isArray(valeur)) return valeur.map(surs)
  if (typeof valeur !== 'object') return valeur
  return Object.fromEntries(Object.entries(valeur).map(([nom, v]) => [nom, surs(v as Donnees)]))
}
