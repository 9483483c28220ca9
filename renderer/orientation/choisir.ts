import {
  type CleFait,
  type Declaration,
  type Dossier,
  ecartsDe,
  ecrireEcart,
  type MotifEcart,
  repondre,
  retenusDe,
} from '../../domain/index.ts'
import { etatFait } from '../lecture.ts'
import { declarer, dossierDe, ensemble, profil } from '../magasin.ts'
import { acte } from '../saisie/acte.ts'

/** What is kept and set aside on the Orientation screen: declarations like any other, undone like any other. */

const CHOIX = 'orientation.choix'
const CADRE = 'orientation.cadre'
const ECARTS = 'orientation.ecarts'

/** The choices of a dossier, even where the rules refuse to read it. */
export function choixDe(dossier: Dossier) {
  const faits = { [CHOIX]: etatFait(dossier, CHOIX), [ECARTS]: etatFait(dossier, ECARTS) }
  const cadre = etatFait(dossier, CADRE)
  return {
    retenus: retenusDe(faits),
    ecarts: ecartsDe(faits),
    cadre: cadre.etat === 'connu' ? String(cadre.valeur) : null,
  }
}

/** Keeps a dispositif, or lets it go. What was set aside and is kept again is no longer set aside. */
export function retenir(id: string, dispositif: string): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  const { retenus, ecarts } = choixDe(dossier)
  const deja = retenus.includes(dispositif)
  ensemble(() => {
    if (!deja && ecarts.has(dispositif)) ecrireListe(id, ECARTS, sansEcart(ecarts, dispositif))
    ecrireListe(id, CHOIX, deja ? retenus.filter((x) => x !== dispositif) : [...retenus, dispositif])
  })
}

/** One key, no sentence to write. The same key again takes it back; another one changes the reason. */
export function ecarter(id: string, dispositif: string, motif: MotifEcart): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  const { retenus, ecarts } = choixDe(dossier)
  const deja = ecarts.get(dispositif)?.includes(motif) === true
  const autres = sansEcart(ecarts, dispositif)
  const restes = retenus.filter((x) => x !== dispositif)
  ensemble(() => {
    if (!deja && retenus.includes(dispositif)) ecrireListe(id, CHOIX, restes)
    ecrireListe(id, ECARTS, deja ? autres : [...autres, ecrireEcart(dispositif, motif)])
  })
}

export function choisirCadre(id: string, cadre: string): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  enregistrer(id, CADRE, choixDe(dossier).cadre === cadre ? null : cadre)
}

function sansEcart(ecarts: ReadonlyMap<string, readonly string[]>, dispositif: string): string[] {
  return [...ecarts]
    .filter(([autre]) => autre !== dispositif)
    .flatMap(([autre, motifs]) => motifs.map((m) => ecrireEcart(autre, m as MotifEcart)))
}

function ecrireListe(id: string, fait: CleFait, liste: readonly string[]): void {
  enregistrer(id, fait, liste.length === 0 ? null : [...liste])
}

/** Read again at each act: two acts of one key build on each other. */
function enregistrer(id: string, fait: CleFait, valeur: Declaration['valeur']): void {
  const dossier = dossierDe(id)
  if (!dossier) return
  const quoi = valeur === null ? ({ valeur, inconnu: 'pas-demande' } as const) : { valeur }
  const origine = profil() === 'defense' ? 'avocat' : 'procedure'
  declarer(id, [repondre(dossier, { fait, ...quoi, origine, verifie: true }, acte())])
}
