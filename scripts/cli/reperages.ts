import type { FamilleReperage, Reperage, ReperageExplique } from '../../domain/index.ts'
import { definitionFait, expliquerReperage, libelleValeur } from '../../domain/index.ts'

/** The findings of one text in readable French: what stands, what is to check, and how much was set aside. */

const FAMILLES: readonly (readonly [FamilleReperage, string])[] = [
  ['addiction', 'Addiction'],
  ['logement', 'Logement'],
  ['psychiatrie', 'Psychiatrie'],
  ['soins', 'Soins'],
  ['protection', 'Protection'],
]
const NIVEAUX = { fort: '●', 'a-verifier': '?' } as const
const EXTRAIT_MAX = 160

export function direReperages(texte: string, reperages: readonly ReperageExplique[]): string {
  const montres = passages(reperages.filter((r) => r.niveau !== 'ignore'))
  const ignores = passages(reperages.filter((r) => r.niveau === 'ignore')).length
  if (montres.length === 0) return `Aucun élément trouvé dans ce texte.${direIgnores(ignores)}`
  const blocs = FAMILLES.flatMap(([famille, nom]) => {
    const lignes = montres
      .filter(([r]) => r?.famille === famille)
      .flatMap((groupe) => direPassage(texte, groupe))
    return lignes.length === 0 ? [] : [`${nom}\n${lignes.join('\n')}`]
  })
  const absentes = FAMILLES.filter(([f]) => !montres.some(([r]) => r?.famille === f)).map(([, nom]) =>
    nom.toLowerCase(),
  )
  const fin = [
    absentes.length === 0 ? '' : `${absentes.join(', ')} : aucun élément trouvé dans ce texte.`,
    `● fort, ? à vérifier. Repérage, à confirmer par un professionnel : rien n’est retenu sans votre confirmation.${direIgnores(ignores)}`,
  ]
  return [...blocs, majuscule(fin.filter((l) => l !== '').join('\n'))].join('\n\n')
}

const majuscule = (t: string) => t.charAt(0).toUpperCase() + t.slice(1)

function direIgnores(n: number): string {
  if (n === 0) return ''
  return n === 1 ? ' Un passage écarté (--json le donne).' : ` ${n} passages écartés (--json les donne).`
}

/** One passage may carry several statements. */
function passages(reperages: readonly ReperageExplique[]): ReperageExplique[][] {
  const parPassage = new Map<string, ReperageExplique[]>()
  for (const r of reperages) {
    const cle = `${r.debut}-${r.fin}`
    parPassage.set(cle, [...(parPassage.get(cle) ?? []), r])
  }
  return [...parPassage.values()]
}

function direPassage(texte: string, groupe: readonly ReperageExplique[]): string[] {
  const r = groupe[0]
  if (r === undefined || r.niveau === 'ignore') return []
  const motif = expliquerReperage(r)
  const tete = `  ${NIVEAUX[r.niveau]} ${r.libelle} : « ${serrer(texte.slice(r.debut, r.fin))} »${motif === '' ? '' : ` (${motif})`}`
  const proposes = groupe.flatMap((x) => (x.proposition === null ? [] : [direProposition(x.proposition)]))
  return [
    tete,
    `      ${extrait(texte, r)}`,
    ...(proposes.length === 0 ? [] : [`      À confirmer : ${proposes.join(' ; ')}`]),
  ]
}

function direProposition({ fait, valeur }: NonNullable<Reperage['proposition']>): string {
  const definition = definitionFait(fait)
  return definition === undefined ? fait : `${definition.libelle} : ${libelleValeur(fait, valeur)}`
}

/** The sentence, cut around the mention when it is long. */
function extrait(texte: string, { extrait: e, debut, fin }: Reperage): string {
  if (e.fin - e.debut <= EXTRAIT_MAX) return serrer(texte.slice(e.debut, e.fin))
  const marge = Math.floor((EXTRAIT_MAX - (fin - debut)) / 2)
  const d = Math.max(e.debut, debut - Math.max(20, marge))
  const f = Math.min(e.fin, fin + Math.max(20, marge))
  return `${d > e.debut ? '… ' : ''}${serrer(texte.slice(d, f))}${f < e.fin ? ' …' : ''}`
}

// Controls and marks of direction would let a text write elsewhere on the terminal.
const serrer = (t: string) => t.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
