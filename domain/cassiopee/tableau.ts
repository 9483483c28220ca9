import { categorieDuLibelle, lignesDuCasier } from '../antecedents/index.ts'
import type { DateIso } from '../contrat.ts'
import { ageAu, estDateIso } from '../dates.ts'
import { attacher, type InfractionLue } from './attacher.ts'
import { avertir } from './avertir.ts'
import type { Colonne } from './formes.ts'
import { lireInfraction } from './infractions.ts'
import { analyser } from './lignes.ts'
import { numeroInhabituel, PHRASE_NUMERO } from './numero.ts'
import { dedoublonner, formeDe, lirePersonne, type PersonneLue } from './personnes.ts'
import { type Decoupage, decouper, type Rangee } from './rangees.ts'
import { COLLAGE_MAX, REFUS, refuser } from './refuser.ts'
import { jourDesFaits, type LectureLigne, type PersonneCollee, type TableauLu } from './resultat.ts'
import { taire } from './taire.ts'

/**
 * Reads the « Personnes » and « Infractions » tables of Cassiopée as the clipboard gives them, among the noise of the
 * page. Cells are known by their shape, and by the titles of the columns where the shape says nothing. Victims,
 * witnesses and third parties are counted, never kept. A person marked as a minor, or a minor on the day of the facts,
 * is not kept either: the dossier belongs to the juvenile court and the domain refuses it. Never throws.
 */
export function lireTableau(texte: string, contexte: { aujourdhui: DateIso }): TableauLu {
  const brutes = lignesDuCasier(texte)
  const refus = refuser(texte, brutes)
  if (refus !== null) return tableauRefuse(refus)
  const decoupage = decouper(brutes.map((l, i) => analyser(l.normalize('NFC'), i + 1)))
  const { personnes, infractions } = COLLAGE_MAX
  // Before anything is compared with anything: what follows is bounded.
  const rangees = Map.groupBy(decoupage.rangees, (r) => r.table)
  if ((rangees.get('infractions')?.length ?? 0) > infractions) return tableauRefuse(REFUS.tropDInfractions)
  if ((rangees.get('personnes')?.length ?? 0) > 5 * personnes) return tableauRefuse(REFUS.tropDePersonnes)
  const lu = reunir(decoupage, contexte)
  if (lu.personnes.length > personnes) return tableauRefuse(REFUS.tropDePersonnes)
  const reconnu = lu.lectures.some((l) => l === 'personne' || l === 'infraction' || l === 'ecartee')
  return reconnu ? { ...lu, refus: null } : tableauRefuse(REFUS.inconnu)
}

/** A paste of which nothing is read, and the sentence that says why. */
export function tableauRefuse(refus: string): TableauLu {
  return {
    refus,
    personnes: [],
    ecartees: { victimes: 0, temoins: 0, mineurs: 0, autres: 0 },
    lectures: [],
    ignorees: [],
    nonComprises: [],
    avertissements: [],
  }
}

function reunir(decoupage: Decoupage, contexte: { aujourdhui: DateIso }): Omit<TableauLu, 'refus'> {
  const { rangees, numeros } = decoupage
  // One number in the whole paste is everybody's, wherever it stands.
  const [seul] = numeros
  const procedureDe = (r: Rangee) =>
    formeDe(r, 'parquet')?.numero ?? (r.procedure !== '' || numeros.length !== 1 ? r.procedure : (seul ?? ''))
  const lues = dedoublonner(
    rangees.flatMap((r) => (r.table === 'personnes' ? (lirePersonne(r, procedureDe(r)) ?? []) : [])),
  )
  const infractions = rangees.flatMap((r) =>
    r.table === 'infractions' ? [lireInfraction(r, procedureDe(r))] : [],
  )
  const rolesConnus = lues.some((p) => p.role !== null)
  const { parPersonne, orphelines, ambigues } = attacher(lues, infractions)

  const ecartees = { victimes: 0, temoins: 0, mineurs: 0, autres: 0 }
  const lectures = decoupage.etats.map((e): LectureLigne => (e === 'rangee' ? 'non-comprise' : e))
  const poser = (lignes: readonly number[], lecture: LectureLigne) => {
    for (const n of lignes) lectures[n - 1] = lecture
  }
  const gardees: { lue: PersonneLue; collee: PersonneCollee }[] = []
  let sansRole = 0
  for (const lue of lues) {
    const siennes = parPersonne.get(lue) ?? []
    const collee = coller(lue, siennes)
    if (lue.role !== null && lue.role !== 'auteur') {
      ecartees[lue.role === 'victime' ? 'victimes' : lue.role === 'temoin' ? 'temoins' : 'autres']++
      poser(lue.lignes, 'ecartee')
    } else if (estMineure(lue, collee, contexte.aujourdhui)) {
      ecartees.mineurs++
      poser(lue.lignes, 'ecartee')
    } else if (lue.nom === '' || (lue.role === null && (rolesConnus || lue.roleIncompris))) {
      // Among rows that say a role, one without may be a victim: shown as a line, not kept.
      sansRole++
    } else {
      poser(lue.lignes, 'personne')
      gardees.push({ lue, collee })
    }
  }
  for (const i of infractions) poser(i.lignes, 'infraction')

  const gardes = new Set(gardees.map((g) => g.lue))
  const personnes = gardees
    .map((g) => g.collee)
    .map(
      taire(
        lues.filter((p) => !gardes.has(p)),
        [...gardes],
      ),
    )
  for (const p of personnes) p.avertissements.push(...aVerifier(p, lues, contexte.aujourdhui))
  return {
    personnes,
    ecartees,
    lectures,
    ignorees: rangsOu(lectures, 'ignoree'),
    nonComprises: rangsOu(lectures, 'non-comprise').map((ligne) => ({ ligne })),
    avertissements: avertir({
      personnes,
      ecartees,
      infractions: infractions.length,
      orphelines,
      ambigues,
      sansRole,
      rolesConnus,
      mineurIllisible: mineurIllisible(rangees, decoupage.colonnes),
      numeros: numeros.length,
      nonComprises: rangsOu(lectures, 'non-comprise').length,
    }),
  }
}

function rangsOu(lectures: readonly LectureLigne[], cherchee: LectureLigne): number[] {
  return lectures.flatMap((l, i) => (l === cherchee ? [i + 1] : []))
}

/** « Oui » in the column, or the date of birth against the day of the facts (of today where no day is said). */
function estMineure(lue: PersonneLue, collee: PersonneCollee, aujourdhui: DateIso): boolean {
  if (lue.mineur === true) return true
  const jour = jourDesFaits(collee.infractions) ?? aujourdhui
  return lue.dateNaissance !== null && estDateIso(jour) && ageAu(lue.dateNaissance, jour) < 18
}

function coller(lue: PersonneLue, siennes: readonly InfractionLue[]): PersonneCollee {
  const infractions = siennes.map((i) => i.infraction)
  const categories = new Set(
    infractions.map((i) => (i.libelle === '' ? null : categorieDuLibelle(i.libelle))),
  )
  const [categorie = null] = categories.size === 1 ? categories : []
  const natures = siennes.map((i) => i.nature)
  return {
    nom: lue.nom,
    prenoms: lue.prenoms,
    alias: lue.alias,
    dateNaissance: lue.dateNaissance,
    numeroParquet: lue.procedure,
    role: lue.texteRole,
    ...(lue.avocat !== null && { avocat: lue.avocat }),
    infractions,
    nature: (['crime', 'delit', 'contravention'] as const).find((n) => natures.includes(n)) ?? null,
    categorie,
    categorieProposee: categorie !== null,
    avertissements: [],
    lignes: [...new Set([...lue.lignes, ...siennes.flatMap((i) => i.lignes)])],
  }
}

function aVerifier(p: PersonneCollee, lues: readonly PersonneLue[], aujourdhui: DateIso): string[] {
  const dits: string[] = []
  const lue = lues.find((l) => l.lignes[0] === p.lignes[0])
  if (lue?.aussiVictime === true) dits.push('Aussi victime dans cette procédure\u00a0: vérifiez son rôle.')
  if (p.dateNaissance === null)
    dits.push('Date de naissance non lue\u00a0: vérifiez l’identité et la majorité.')
  else if (p.dateNaissance > aujourdhui) dits.push('Date de naissance dans le futur\u00a0: corrigez-la.')
  else if (p.infractions.some((i) => i.date !== null && ageAu(p.dateNaissance as string, i.date) < 18))
    dits.push('Mineure au jour d’une des infractions\u00a0: vérifiez laquelle est poursuivie ici.')
  if (numeroInhabituel(p.numeroParquet)) dits.push(PHRASE_NUMERO)
  return dits
}

/** The column is there, but the cells of this row could not be put under it. */
function mineurIllisible(rangees: readonly Rangee[], colonnes: ReadonlySet<Colonne>): boolean {
  return (
    colonnes.has('mineur') &&
    rangees.some(
      (r) =>
        r.table === 'personnes' &&
        !r.alignee &&
        !r.formes.some((x) => x.forme.forme === 'mineur') &&
        r.formes.some((x) => x.forme.forme === 'oui-non') &&
        formeDe(r, 'naissance') === undefined,
    )
  )
}
