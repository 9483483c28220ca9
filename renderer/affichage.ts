import type { Reglages } from '../domain/index.ts'
import { useMagasin } from './magasin.ts'

/** Size, density and contrast: attributes of `<html>` that jetons.css reads. At the shipped settings there is none. */

type Affichage = Pick<Reglages, 'tailleTexte' | 'densite' | 'contraste'>

/** The widths and heights of a media query, enlarged like the text: the layout changes where a browser's zoom changes it. */
export function agrandirMedia(texte: string, facteur: number): string {
  return texte.replace(
    /(\d+(?:\.\d+)?)px/g,
    (_, n: string) => `${Math.round(Number(n) * facteur * 100) / 100}px`,
  )
}

/** As written in the sheets, before any enlargement. */
const ecrits = new WeakMap<CSSMediaRule, string>()

function agrandirFeuilles(facteur: number): void {
  for (const feuille of document.styleSheets)
    for (const regle of feuille.cssRules) agrandirRegle(regle, facteur)
}

function agrandirRegle(regle: CSSRule, facteur: number): void {
  if (regle instanceof CSSMediaRule) {
    const ecrit = ecrits.get(regle) ?? regle.media.mediaText
    ecrits.set(regle, ecrit)
    const voulu = agrandirMedia(ecrit, facteur)
    if (regle.media.mediaText !== voulu) regle.media.mediaText = voulu
  }
  if (regle instanceof CSSGroupingRule) for (const dedans of regle.cssRules) agrandirRegle(dedans, facteur)
}

function poserAttribut(nom: string, valeur: string | null): void {
  if (valeur === null) document.documentElement.removeAttribute(nom)
  else document.documentElement.setAttribute(nom, valeur)
}

function appliquer({ tailleTexte, densite, contraste }: Affichage, plusDeContraste: boolean): void {
  poserAttribut('data-taille', tailleTexte === 100 ? null : String(tailleTexte))
  poserAttribut('data-densite', densite === 'compacte' ? null : densite)
  poserAttribut('data-contraste', contraste === 'eleve' || plusDeContraste ? 'eleve' : null)
  agrandirFeuilles(tailleTexte / 100)
}

/** Follows the settings of the open store; a lock leaves the display as it was: whoever unlocks reads it too. */
export function suivreAffichage(): () => void {
  const systeme = matchMedia('(prefers-contrast: more)')
  let choisi: Affichage = useMagasin.getState().reglages
  const peindre = () => appliquer(choisi, systeme.matches)
  peindre()
  systeme.addEventListener('change', peindre)
  const cesser = useMagasin.subscribe(({ application, reglages }) => {
    if (application?.coffre !== 'ouvert' || reglages === choisi) return
    choisi = reglages
    peindre()
  })
  return () => {
    systeme.removeEventListener('change', peindre)
    cesser()
  }
}
