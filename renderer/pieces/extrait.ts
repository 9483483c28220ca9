import { citer, type Reperage } from '../../domain/index.ts'

const AUTOUR = 44

/** The marker with a few words around it, on one line; the whole quotation is shown for the row in view. */
export function extraitCourt(
  texte: string,
  reperage: Pick<Reperage, 'debut' | 'fin' | 'extrait'>,
): { avant: string; mot: string; apres: string } {
  const { debut, fin } = citer(texte, reperage)
  const propre = (x: string) => x.replace(/\s+/g, ' ')
  let avant = propre(texte.slice(debut, reperage.debut)).trimStart()
  let apres = propre(texte.slice(reperage.fin, fin)).trimEnd()
  if (avant.length > AUTOUR) avant = `…${avant.slice(-AUTOUR).replace(/^\S*/, '')}`
  if (apres.length > AUTOUR) apres = `${apres.slice(0, AUTOUR).replace(/\S*$/, '')}…`
  return { avant, mot: propre(texte.slice(reperage.debut, reperage.fin)), apres }
}
