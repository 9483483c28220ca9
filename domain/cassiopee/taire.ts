import { plier } from '../texte.ts'
import { cleNom, type PersonneLue } from './personnes.ts'
import type { InfractionCollee, PersonneCollee } from './resultat.ts'

/** No text of a kept person names somebody who is not kept: the text goes, the row stays marked beside the raw lines. */
export function taire(
  tues: readonly PersonneLue[],
  gardees: readonly PersonneLue[],
): (p: PersonneCollee) => PersonneCollee {
  const gardes = new Set(gardees.map(cleNom))
  const noms = tues
    .filter((t) => t.nom !== '' && !gardes.has(cleNom(t)))
    .map((t) => [t.nom, t.prenoms].map((x) => plier(x)).filter((x) => x.length > 1))
    .filter((mots) => mots.length > 0)
  const nomme = (texte: string) => {
    const plie = plier(texte)
    return noms.some((mots) => mots.every((m) => plie.includes(m)))
  }
  // One offence of many persons is read once.
  const lues = new Map<InfractionCollee, InfractionCollee>()
  const nette = (i: InfractionCollee): InfractionCollee => {
    const deja = lues.get(i)
    if (deja !== undefined) return deja
    const { lieu, ...reste } = i
    const libelle = nomme(i.libelle) ? '' : i.libelle
    const lue = { ...reste, libelle, ...(lieu !== undefined && !nomme(lieu) && { lieu }) }
    lues.set(i, lue)
    return lue
  }
  return ({ avocat, ...p }) => ({
    ...p,
    ...(avocat !== undefined && !nomme(avocat) && { avocat }),
    infractions: p.infractions.map(nette),
    alias: p.alias.filter((a) => !nomme(a)),
  })
}
