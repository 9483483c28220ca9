import adresseCollage from '../collage/collage.ouvrier.ts?worker&url'
import adresseReperage from '../pieces/reperage.ouvrier.ts?worker&url'
import adresseLecteur from './lecteur.ouvrier.ts?worker&url'
import adresseReconnaissance from './reconnaissance.ouvrier.ts?worker&url'

export type NomOuvrier = 'lecteur' | 'reconnaissance' | 'reperage' | 'collage'

const ADRESSES: Readonly<Record<NomOuvrier, string>> = {
  lecteur: adresseLecteur,
  reconnaissance: adresseReconnaissance,
  reperage: adresseReperage,
  collage: adresseCollage,
}

/** The part of Trusted Types that is used; TypeScript's own library does not describe it yet. */
interface Fabrique {
  createPolicy(
    nom: string,
    regles: { createScriptURL(nom: string): string },
  ): {
    createScriptURL(nom: string): string
  }
}

/**
 * The page refuses any text as the address of a worker (S14). This one policy gives four addresses, known
 * when the program was built, and nothing else. It is made once, when the program starts: a second one of
 * the same name is refused.
 */
const politique = (globalThis as { trustedTypes?: Fabrique }).trustedTypes?.createPolicy(
  'aiguillage-ouvriers',
  {
    createScriptURL(nom) {
      if (!Object.hasOwn(ADRESSES, nom)) throw new TypeError('ouvrier')
      return ADRESSES[nom as NomOuvrier]
    },
  },
)

export function ouvrirOuvrier(nom: NomOuvrier): Worker {
  return new Worker(politique?.createScriptURL(nom) ?? ADRESSES[nom], { type: 'module' })
}
