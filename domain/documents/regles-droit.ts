import type { Cadre, Catalogue } from '../catalogue/index.ts'
import type { DateIso } from '../contrat.ts'
import { direCondition, direPhrase, type LectureRegles } from './conditions.ts'
import { dateCourte } from './format.ts'
import type { Detail, EntreeBrute, PartieBrute } from './regles-contenu.ts'
import { direPeriode, direVerifieLe, etatPeriode, ligneCritere, ligneEnonce } from './regles-lignes.ts'

/** The law first: figures over time, legal frameworks, alerts, repealed measures. */
export function partiesDuDroit(l: LectureRegles): PartieBrute[] {
  const { catalogue, date } = l
  return [
    {
      titre: 'Seuils de la loi',
      note: 'Chaque valeur avec sa période ; celle qui compte est celle du jour de l’audience.',
      entrees: catalogue.seuils.map((s) => entreeSeuil(s, date)),
    },
    {
      titre: 'Cadres légaux',
      note: 'Ce que le parquet peut requérir, avec ses conditions, ce qu’il peut porter et ses limites.',
      entrees: catalogue.cadres.map((c) => entreeCadre(c, l)),
    },
    {
      titre: 'Alertes',
      note: 'Dites en tête de l’écran et de la fiche dès qu’une réponse le demande.',
      entrees: catalogue.alertes.map(({ ecrit, quand }) => ({
        id: ecrit.id,
        titre: ecrit.gravite === 'bloquante' ? 'À régler avant de juger' : 'Attention',
        chapeau: [],
        blocs: [
          {
            titre: '',
            lignes: [
              {
                code: ecrit.id,
                texte: direPhrase(ecrit.texte, l),
                details: [{ mot: 'Dite si', texte: direCondition(quand, catalogue, date) }],
                articles: [...ecrit.articles],
                source: ecrit.source,
                marque: ecrit.marque,
              },
            ],
          },
        ],
      })),
    },
    {
      titre: 'Mesures abrogées',
      note: 'Comprises quand elles sont écrites, jamais proposées.',
      entrees: catalogue.anciennesMesures.map((m) => ({
        id: m.nom,
        titre: m.nom,
        chapeau: [{ mot: 'Reconnue sous', texte: m.formes.join(', ') }],
        blocs: [
          {
            titre: '',
            lignes: [
              {
                code: null,
                texte: `Aujourd’hui : ${m.aujourdhui}.`,
                details: [{ mot: 'Depuis le', texte: dateCourte(m.depuis) }],
                articles: [],
                source: m.source,
                marque: m.marque,
              },
            ],
          },
        ],
      })),
    },
  ]
}

function entreeSeuil(s: Catalogue['seuils'][number], date: DateIso): EntreeBrute {
  return {
    id: s.nom,
    titre: s.libelle,
    chapeau: [],
    blocs: [
      {
        titre: '',
        lignes: s.periodes.map((p) => ({
          code: s.nom,
          texte: `${p.valeur} ${s.unite} – ${etatPeriode(p, date)}, ${direPeriode(p)}`,
          details: [],
          articles: [...p.articles],
          source: p.source,
          marque: p.marque,
        })),
      },
    ],
  }
}

const ETAPES: Readonly<Record<Cadre['ecrit']['etape'], string>> = {
  alternative: 'alternative aux poursuites',
  poursuite: 'mode de poursuite',
  'avant-jugement': 'avant jugement',
  ajournement: 'ajournement',
  peine: 'peine',
  amenagement: 'aménagement',
}

/** « alternative aux poursuites », « peine »… : where in the proceedings a framework is used. */
export function direEtape(etape: Cadre['ecrit']['etape']): string {
  return ETAPES[etape]
}

function entreeCadre({ ecrit: c, conditions }: Cadre, l: LectureRegles): EntreeBrute {
  const { catalogue, date } = l
  const chapeau: Detail[] = [
    { mot: 'Étape', texte: direEtape(c.etape) },
    { mot: 'Articles', texte: c.articles.join(' ; ') },
    {
      mot: 'Numérotation du 01/01/2029',
      texte: c.nouveauxArticles.length === 0 ? 'non connue' : c.nouveauxArticles.join(' ; '),
    },
    { mot: 'Période', texte: `${direPeriode(c)} – ${etatPeriode(c, date)}` },
    { mot: 'Vérification', texte: direVerifieLe(c.verifieLe) },
  ]
  if (c.synonymes.length > 0) chapeau.push({ mot: 'Aussi cherché sous', texte: c.synonymes.join(', ') })
  const noms = c.porte.map((id) => catalogue.dispositifs.find((d) => d.ecrit.id === id)?.ecrit.nom ?? id)
  if (noms.length > 0) chapeau.push({ mot: 'Peut porter', texte: noms.join(', ') })
  const presentation = { texte: c.presentation, source: c.source, marque: c.marque }
  return {
    id: c.id,
    titre: c.nom,
    chapeau,
    blocs: [
      { titre: 'Présentation', lignes: [{ ...ligneEnonce(presentation, l), articles: [...c.articles] }] },
      {
        titre: 'Conditions',
        lignes: conditions.flatMap((lu, i) => {
          const ecrit = c.conditions[i]
          return ecrit === undefined ? [] : [ligneCritere(lu, ecrit, c, l)]
        }),
      },
      { titre: 'Ce qu’il peut porter', lignes: c.peutPorter.map((e) => ligneEnonce(e, l)) },
      { titre: 'Limites et pièges', lignes: c.limites.map((e) => ligneEnonce(e, l)) },
    ],
  }
}
