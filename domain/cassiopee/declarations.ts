import type { Dossier } from '../contrat.ts'
import type { Reponse } from '../faits/declarer.ts'
import { plier } from '../texte.ts'
import { cleNom } from './personnes.ts'
import { jourDesFaits, type PersonneCollee } from './resultat.ts'

const TEXTE_MAX = 2000
const LISTE_MAX = 50

/** What the person who pastes decided about the proposed category: as proposed, another one, or none. */
export interface ChoixCollage {
  /** Absent: the proposal stands, unchecked. A code: chosen by hand. Null: none. */
  categorie?: string | null
}

/**
 * What creating the dossier declares. Read in Cassiopée, so checked; the category is our reading of the label, so it is
 * not. The court is the screen's business and the maximum incurred is never guessed.
 */
export function declarationsDe(personne: PersonneCollee, choix: ChoixCollage = {}): Reponse[] {
  const lu = { origine: 'cassiopee', verifie: true } as const
  const libelles = [...new Set(personne.infractions.map((i) => i.libelle).filter((l) => l !== ''))]
  const natinf = [...new Set(personne.infractions.map((i) => i.natinf).filter((n) => n !== ''))]
  const jour = jourDesFaits(personne.infractions)
  const reponses: Reponse[] = []
  if (libelles.length > 0)
    reponses.push({ fait: 'procedure.qualification', valeur: borner(libelles.join('\u00a0; ')), ...lu })
  if (natinf.length > 0)
    reponses.push({ fait: 'procedure.natinf', valeur: natinf.slice(0, LISTE_MAX), ...lu })
  if (jour !== null) reponses.push({ fait: 'procedure.dateFaits', valeur: jour, ...lu })
  if (personne.nature !== null) reponses.push({ fait: 'procedure.nature', valeur: personne.nature, ...lu })
  const categorie = choix.categorie === undefined ? personne.categorie : choix.categorie
  if (categorie !== null)
    reponses.push({
      fait: 'procedure.categorie',
      valeur: categorie,
      ...lu,
      verifie: choix.categorie !== undefined,
    })
  return reponses
}

function borner(texte: string): string {
  return texte.length <= TEXTE_MAX ? texte : `${texte.slice(0, TEXTE_MAX - 1)}…`
}

export interface Comparaison {
  /** `presente`: nothing to create. `a-verifier`: perhaps the same person. */
  etat: 'nouvelle' | 'presente' | 'a-verifier'
  /** The dossier of the board that it meets; null for a new person. */
  dossier: string | null
  /** One French sentence; empty for a new person. */
  motif: string
}

type Identifie = Pick<Dossier, 'id' | 'numeroParquet' | 'personne'>

const DITS = {
  numero: 'Déjà au tableau\u00a0: même n° parquet, même nom.',
  naissance: 'Déjà au tableau\u00a0: même nom, même date de naissance.',
  naissances: 'Même n° parquet et même nom au tableau, mais une autre date de naissance\u00a0: vérifiez.',
  nom: 'Même nom au tableau, sans date de naissance à comparer\u00a0: vérifiez.',
} as const

/** Which pasted persons the board already has, in the order given; identity alone is compared. */
export function comparerAuTableau(
  personnes: readonly PersonneCollee[],
  dossiers: readonly Identifie[],
): Comparaison[] {
  const parNom = Map.groupBy(dossiers, (d) => plie(d.personne?.nom ?? ''))
  return personnes.map((p) => {
    const lus = (p.nom === '' ? [] : (parNom.get(plie(p.nom)) ?? [])).flatMap((d) => comparer(p, d) ?? [])
    return (
      lus.find((c) => c.etat === 'presente') ??
      lus[0] ?? { etat: 'nouvelle' as const, dossier: null, motif: '' }
    )
  })
}

function comparer(p: PersonneCollee, d: Identifie): Comparaison | null {
  const { nom = '', prenoms = '', dateNaissance } = d.personne ?? {}
  const memesPrenoms = cleNom({ nom, prenoms }) === cleNom(p)
  if (!memesPrenoms && prenoms !== '' && p.prenoms !== '') return null
  const numero = (d.numeroParquet ?? '').replace(/\D/g, '')
  const memeNumero = numero !== '' && numero === p.numeroParquet
  const datees = dateNaissance !== undefined && p.dateNaissance !== null
  const memeNaissance = datees && dateNaissance === p.dateNaissance
  const dire = (etat: Comparaison['etat'], motif: string) => ({ etat, dossier: d.id, motif })
  if (memeNaissance) return dire('presente', DITS.naissance)
  if (datees) return memeNumero ? dire('a-verifier', DITS.naissances) : null
  return memeNumero && memesPrenoms ? dire('presente', DITS.numero) : dire('a-verifier', DITS.nom)
}

function plie(nom: string): string {
  return plier(nom).replace(/[-'. ]/g, '')
}
