import type { DateIso } from '../contrat.ts'
import { plier } from '../texte.ts'
import type { Colonne, Forme, RoleColle } from './formes.ts'
import type { Rangee } from './rangees.ts'

/** A person of the paste, before anybody is set aside. */
export interface PersonneLue {
  nom: string
  prenoms: string
  alias: string[]
  dateNaissance: DateIso | null
  procedure: string
  rang: number | null
  role: RoleColle | null
  texteRole: string
  aussiVictime: boolean
  /** The column of roles holds words that are none of those known. */
  roleIncompris: boolean
  mineur: boolean | null
  avocat: string | null
  lignes: number[]
}

export function formeDe<F extends Forme['forme']>(
  r: Rangee,
  forme: F,
): Extract<Forme, { forme: F }> | undefined {
  return r.formes.find((x) => x.forme.forme === forme)?.forme as Extract<Forme, { forme: F }> | undefined
}

function parColonne(r: Rangee, colonne: Colonne): string {
  return r.formes
    .flatMap(({ forme, colonne: c }) =>
      c !== colonne
        ? []
        : forme.forme === 'texte'
          ? [forme.texte]
          : forme.forme === 'identite'
            ? [`${forme.nom.nom} ${forme.nom.prenoms}`.trim()]
            : [],
    )
    .join(' ')
}

export function lirePersonne(r: Rangee, procedure: string): PersonneLue {
  const role = formeDe(r, 'role')
  const titree = role === undefined ? r.roleDuTitre : role.role
  const separe = parColonne(r, 'nom') !== '' && r.formes.some((x) => x.colonne === 'prenoms')
  const lu = separe
    ? { nom: parColonne(r, 'nom'), prenoms: parColonne(r, 'prenoms') }
    : formeDe(r, 'identite')?.nom
  const faible = r.formes.find((x) => x.colonne === 'identite' && x.forme.forme === 'texte')?.forme
  const nom = lu ?? { nom: faible?.forme === 'texte' ? faible.texte : '', prenoms: '' }
  const naissance = formeDe(r, 'naissance')?.date ?? naissanceSansMot(r)
  const avocats = [
    ...new Set(r.formes.flatMap(({ forme }) => (forme.forme === 'avocat' ? [forme.avocat] : []))),
  ]
  return {
    nom: nom.nom.slice(0, 100),
    prenoms: nom.prenoms.slice(0, 100),
    alias: [...new Set(r.formes.flatMap(({ forme }) => (forme.forme === 'alias' ? [forme.alias] : [])))],
    dateNaissance: naissance,
    procedure,
    rang: formeDe(r, 'rang')?.rang ?? null,
    role: titree,
    texteRole: role?.texte ?? '',
    aussiVictime: role?.aussiVictime === true,
    roleIncompris: role === undefined && parColonne(r, 'role') !== '',
    mineur: formeDe(r, 'mineur')?.mineur ?? null,
    avocat: avocats.length === 0 ? null : avocats.join(', '),
    lignes: r.lignes,
  }
}

/** A birth is also a date alone in the row of a person. */
function naissanceSansMot(r: Rangee): DateIso | null {
  return formeDe(r, 'date')?.date ?? null
}

export function cleNom(p: { nom: string; prenoms: string }): string {
  return plier(`${p.nom}|${p.prenoms.split(/[\s,]+/)[0] ?? ''}`).replace(/[-'. ]/g, '')
}

function memePersonne(a: PersonneLue, b: PersonneLue): boolean {
  if (a.nom === '' || a.procedure !== b.procedure || cleNom(a) !== cleNom(b)) return false
  if (a.dateNaissance !== null && b.dateNaissance !== null) return a.dateNaissance === b.dateNaissance
  return a.rang === null || b.rang === null || a.rang === b.rang
}

/** The same row twice is one person; who is both mis en cause and victim is a mis en cause. */
export function dedoublonner(lues: readonly PersonneLue[]): PersonneLue[] {
  const parCle = new Map<string, PersonneLue[]>()
  const uniques: PersonneLue[] = []
  for (const p of lues) {
    const cle = `${p.procedure}|${cleNom(p)}`
    const voisines = parCle.get(cle) ?? []
    const deja = voisines.find((v) => memePersonne(v, p))
    if (deja === undefined) {
      parCle.set(cle, [...voisines, p])
      uniques.push(p)
      continue
    }
    const auteur = deja.role === 'auteur' || deja.role === null ? deja : p
    const mixte = new Set([deja.role, p.role])
    Object.assign(deja, {
      role: mixte.has('auteur') ? 'auteur' : (deja.role ?? p.role),
      texteRole: auteur.texteRole || deja.texteRole || p.texteRole,
      aussiVictime: deja.aussiVictime || p.aussiVictime || (mixte.has('auteur') && mixte.has('victime')),
      dateNaissance: deja.dateNaissance ?? p.dateNaissance,
      mineur: deja.mineur === true || p.mineur === true ? true : (deja.mineur ?? p.mineur),
      avocat: deja.avocat ?? p.avocat,
      alias: [...new Set([...deja.alias, ...p.alias])],
      lignes: [...deja.lignes, ...p.lignes],
    })
  }
  return uniques
}
