import type { CleFait } from '../contrat.ts'
import { lignesTriage } from '../faits/triage.ts'
import { definitionFait, VOCABULAIRE } from '../faits/vocabulaire.ts'
import { estPrive } from './audience.ts'
import type { Enonce, Segment } from './contenu.ts'
import { estSilence, type Lecteur } from './enonces.ts'
import { initialeMinuscule } from './format.ts'

/** What nobody asked: silence on paper must not read as « no » (ecrans.md §2.4, rule 7). */

/**
 * A lawyer's paper says « non renseigné » of what was refused and of what was never asked, so that the one cannot be
 * told from the other; every other paper says « non demandé ».
 */
export function motSilence({ role, document }: Lecteur): string {
  return role === 'defense' && !estPrive(document) ? 'non renseigné' : 'non demandé'
}

/** A blank for an answer that nobody gave. */
export function segmentTu(l: Lecteur, libelle?: string): Segment {
  const mot = motSilence(l)
  const texte = libelle === undefined ? mot : `${libelle} : ${mot}`
  return { texte, lacune: 'non demandé', source: '', declarations: [] }
}

/** Lines nobody asked about print as such, on one line. */
export function nonExplore(l: Lecteur): Enonce | null {
  const tusParDeclaration = [...l.parFait]
    .filter(([, dites]) => dites.every(estSilence))
    .map(([fait]) => fait)
  const cles = [
    ...lignesTriage(l.role)
      .map((ligne) => ligne.fait)
      .filter((fait) => estTu(fait, l)),
    ...tusParDeclaration.filter((fait) => !/^(audience|orientation)\./.test(fait)),
  ]
  const tues = new Set(cles)
  const uniques = VOCABULAIRE.map((f) => f.cle).filter((cle) => tues.has(cle))
  if (uniques.length === 0) return null
  const libelles = uniques.map((fait) => initialeMinuscule(definitionFait(fait)?.libelle ?? fait))
  const declarations = uniques.flatMap((fait) => (l.parFait.get(fait) ?? []).map((d) => d.id))
  const texte = `${motSilence(l)} : ${libelles.join(', ')}`
  return { libelle: 'Non exploré', segments: [{ texte, source: '', declarations, lacune: 'non demandé' }] }
}

/** Has nobody answered, nor asked, about this line? */
function estTu(fait: CleFait, l: Lecteur): boolean {
  if ((l.parFait.get(fait) ?? []).length > 0 || l.orientation.faits[fait]?.etat !== 'inconnu') return false
  if (fait === 'antecedents.condamnations') return l.dossier.casier === undefined
  // The treatment is only asked after a « oui » to the line above it.
  if (fait === 'psy.traitement') return !estNon(l, 'psy.troubleDeclare')
  if (fait === 'accord.evaluation') return !l.parFait.has('accord.ouvrage') && !l.parFait.has('accord.ailsi')
  return true
}

function estNon(l: Lecteur, fait: CleFait): boolean {
  const etat = l.orientation.faits[fait]
  return etat?.etat === 'connu' && etat.valeur === false
}
