import { type Bloc, type ContenuEcrit, enBlocs, lire } from './blocs.ts'

/**
 * The fields that a model may hold, and what each becomes. `{champ}` is replaced; `{#liste}…{/liste}` is repeated for
 * each item, or kept only when the answer is yes.
 */
export const CHAMPS = {
  titre: 'Titre du document',
  numero_parquet: 'N° parquet, ou une ligne à remplir',
  personne: 'Nom, prénoms et date de naissance ; vide pour une liste',
  audience: 'Jour de l’audience, en toutes lettres',
  edite_le: 'Jour et heure d’édition',
  catalogue: 'Version et empreinte du catalogue',
  phrase: 'La phrase « Aide à la préparation – ne lie ni le parquet ni le tribunal »',
  parties: 'Répété : chaque partie du document',
  intitule: 'Dans parties : son titre',
  paragraphes: 'Dans parties, répété : ses paragraphes ; chacun est {texte}',
  points: 'Dans parties, répété : ses points ; chacun est {texte}',
  texte: 'Dans paragraphes et points : le texte',
  si_reponses: 'Dans parties : gardé si la partie a des réponses',
  reponses: 'Dans parties, répété : ses lignes',
  libelle: 'Dans reponses : ce dont il s’agit',
  reponse: 'Dans reponses : la réponse et sa source',
  si_etapes: 'Dans parties : gardé si la partie a des étapes à cocher',
  etapes: 'Dans parties, répété : ses étapes',
  case: 'Dans etapes : la case, vide ou cochée',
  etat: 'Dans etapes : fait, sans objet ou à faire',
  numero: 'Dans etapes : son numéro',
  etape: 'Dans etapes : l’étape et ce que le dossier en dit',
  a_noter: 'Dans etapes : ce qui est noté, ou les blancs à remplir',
} as const

export type Champ = keyof typeof CHAMPS

/** What each page has to say, whatever the model looks like. */
export const OBLIGATOIRES: readonly Champ[] = ['numero_parquet', 'edite_le', 'catalogue', 'phrase']

type Valeur = string | boolean | readonly Donnees[]
export type Donnees = { readonly [champ in Champ]?: Valeur }

export function donnees(contenu: ContenuEcrit): Donnees {
  const { edition, chapeau, blocs } = enBlocs(contenu)
  const dire = (debut: string) =>
    chapeau
      .find((l) => l.startsWith(debut))
      ?.slice(debut.length)
      .replace(/^[\s:]+/, '') ?? ''
  return {
    titre: edition.titre,
    numero_parquet: dire('N° parquet'),
    personne: dire('Personne'),
    audience: dire('Audience du'),
    edite_le: edition.quand.replace(/^édité le /, ''),
    catalogue: edition.catalogue.replace(/^catalogue /, ''),
    phrase: edition.pied,
    parties: parties(blocs),
  }
}

/** Blocks between two titles are one part. */
function parties(blocs: readonly Bloc[]): Donnees[] {
  const groupes: { intitule: string; blocs: Bloc[] }[] = []
  for (const b of blocs) {
    if (b.genre === 'titre') groupes.push({ intitule: b.texte, blocs: [] })
    else if (groupes.length === 0) groupes.push({ intitule: '', blocs: [b] })
    else groupes.at(-1)?.blocs.push(b)
  }
  return groupes.map(partie)
}

function partie({ intitule, blocs }: { intitule: string; blocs: readonly Bloc[] }): Donnees {
  const lignes = blocs.flatMap((b) => (b.genre === 'table' ? b.lignes : []))
  const aCocher = lignes.filter((l) => l[0]?.coche !== undefined)
  const autres = lignes.filter((l) => l[0]?.coche === undefined)
  const etapes = aCocher.map((l): Donnees => {
    const [etat = '', numero = '', etape = '', a_noter = ''] = l.map((c) => lire(c.brins))
    return { case: l[0]?.coche === true ? '☒' : '☐', etat, numero, etape, a_noter }
  })
  const reponses = autres.map((l): Donnees => {
    const [libelle = '', ...reste] = l.map((c) => lire(c.brins))
    return { libelle, reponse: reste.filter((x) => x !== '').join(' – ') }
  })
  return {
    intitule,
    paragraphes: blocs.flatMap((b) => (b.genre === 'paragraphe' ? [{ texte: lire(b.brins) }] : [])),
    points: blocs.flatMap((b) => (b.genre === 'liste' ? b.items.map((i) => ({ texte: lire(i) })) : [])),
    si_reponses: reponses.length > 0,
    reponses,
    si_etapes: etapes.length > 0,
    etapes,
  }
}
