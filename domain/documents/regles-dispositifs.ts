import type { Catalogue, Dispositif, DispositifEcrit } from '../catalogue/index.ts'
import type { ChangementLocal } from '../catalogue/local.ts'
import type { LectureRegles } from './conditions.ts'
import { dateCourte, momentLocal } from './format.ts'
import { direParametre, nomParametre } from './parametres.ts'
import type { Detail, EntreeBrute, LigneBrute, PartieBrute } from './regles-contenu.ts'
import { direVerifieLe, ligneCritere, ligneEnonce } from './regles-lignes.ts'

/** Then the dispositifs: sheet, parameters in force with who changed them, every criterion. */
export function partieDesDispositifs(l: LectureRegles, changements: readonly ChangementLocal[]): PartieBrute {
  return {
    titre: 'Dispositifs',
    note: 'La fiche de chaque dispositif, ses paramètres en vigueur sur ce poste, puis chaque critère lu.',
    entrees: l.catalogue.dispositifs.map((d) => entree(d, l, changements)),
  }
}

/** Models last: their criteria are those of their instances, read above; what is their own is their empty parameters. */
export function partieDesModeles(catalogue: Catalogue): PartieBrute {
  return {
    titre: 'Modèles',
    note: 'Un référent en fait un dispositif pour un autre tribunal ; les critères sont ceux du modèle, sans changement.',
    entrees: catalogue.modeles.map((m) => {
      const instances = catalogue.dispositifs.filter((d) => d.ecrit.modele === m.id).map((d) => d.ecrit.nom)
      return {
        id: m.id,
        titre: `Modèle ${m.nom}`,
        chapeau: [
          { mot: 'Dispositifs de ce type', texte: instances.join(', ') || 'aucun' },
          { mot: 'Critères', texte: m.criteres.map((c) => `${c.id} ${direTrous(c.libelle)}`).join(' ; ') },
          { mot: 'Source', texte: `${direTrous(m.source)} [${m.marque}]` },
        ],
        blocs: [
          {
            titre: 'Paramètres, avant tout réglage',
            lignes: Object.entries(m.parametres).map(([court, p]) => ({
              code: `${m.id}.${court}`,
              texte: `${nomParametre(catalogue, court)} : ${direParametre(catalogue, court, p.defaut)}`,
              details: [],
              articles: [],
              source: direTrous(p.source),
              marque: p.marque,
            })),
          },
        ],
      }
    }),
  }
}

const TROUS: Readonly<Record<string, string>> = {
  deNom: 'de [nom]',
  departement: '[département]',
  auDepartement: 'au département',
  dansLeDepartement: 'dans le département',
  auSpip: 'au SPIP',
  auPorteur: 'au porteur',
  etatConnu: '[état connu]',
}

/** Holes of a model in words: « Déféré à [tribunal] ». */
export function direTrous(texte: string): string {
  return texte.replace(/<([A-Za-z]+)>/g, (_, trou: string) => TROUS[trou] ?? `[${trou}]`)
}

/** « expérimental », « historique »… as written for people. */
export function direStatut(statut: DispositifEcrit['statut']): string {
  return statut === 'experimental' ? 'expérimental' : statut
}

/** Rooms of the sheet of a dispositif, in the order they are read. */
export const RUBRIQUES_FICHE: readonly { cle: keyof DispositifEcrit['fiche']; titre: string }[] = [
  { cle: 'pourQui', titre: 'Pour qui' },
  { cle: 'orienter', titre: 'Comment orienter' },
  { cle: 'donnees', titre: 'Données à transmettre, et rien d’autre' },
  { cle: 'delai', titre: 'Délai' },
  { cle: 'duree', titre: 'Durée' },
  { cle: 'leJourMeme', titre: 'Le jour même' },
]

function entree(
  { ecrit: d, criteres }: Dispositif,
  l: LectureRegles,
  changements: readonly ChangementLocal[],
): EntreeBrute {
  const chapeau: Detail[] = [
    { mot: 'Où', texte: d.ou },
    { mot: 'Porteur', texte: d.porteur },
    { mot: 'Tribunaux', texte: d.tribunaux.length === 0 ? 'partout où il existe' : d.tribunaux.join(', ') },
    { mot: 'Statut', texte: direStatut(d.statut) },
    { mot: 'Dernier état connu', texte: `${d.etatConnu} – ${direVerifieLe(d.verifieLe)}` },
    { mot: 'Source', texte: `${d.source} [${d.marque}]` },
    { mot: 'Dire oui à', texte: d.direOui },
    { mot: 'Qui appeler', texte: d.appels.join(' ; ') || 'non publié' },
  ]
  return {
    id: d.id,
    titre: d.nom,
    chapeau,
    blocs: [
      { titre: 'Présentation', lignes: d.presentation.map((e) => ligneEnonce(e, l)) },
      ...RUBRIQUES_FICHE.map(({ cle, titre }) => ({
        titre,
        lignes: d.fiche[cle].map((e) => ligneEnonce(e, l)),
      })),
      {
        titre: 'Historique',
        lignes: d.historique.map(({ quand, ...e }) => ({
          ...ligneEnonce({ ...e, texte: `${quand} : ${e.texte}` }, l),
        })),
      },
      { titre: 'Paramètres', lignes: lignesParametres(d, l.catalogue, changements) },
      {
        titre: 'Critères',
        lignes: criteres.flatMap((lu, i) => {
          const ecrit = d.criteres[i]
          return ecrit === undefined ? [] : [ligneCritere(lu, ecrit, d, l)]
        }),
      },
    ],
  }
}

function lignesParametres(
  d: DispositifEcrit,
  catalogue: Catalogue,
  changements: readonly ChangementLocal[],
): LigneBrute[] {
  return Object.entries(d.parametres).map(([court, p]) => {
    const nom = `${d.id}.${court}`
    const dernier = dernierReglage(changements, nom)
    const details: Detail[] =
      dernier === undefined
        ? []
        : [
            { mot: 'Par défaut', texte: direParametre(catalogue, nom, p.defaut) },
            {
              mot: 'Changé',
              texte: `le ${dateCourte(momentLocal(dernier.date).jour)} par ${dernier.par} – ${dernier.source}`,
            },
          ]
    return {
      code: nom,
      texte: `${nomParametre(catalogue, nom)} : ${direParametre(catalogue, nom, catalogue.parametres.get(nom))}`,
      details,
      articles: [],
      source: p.source,
      marque: p.marque,
    }
  })
}

/** The local change that gives a parameter its value; `undefined` when it has the value of the file. */
export function dernierReglage(
  changements: readonly ChangementLocal[],
  nom: string,
): ChangementLocal | undefined {
  const retires = new Set(changements.flatMap((c) => c.retire ?? []))
  return changements.findLast(
    (c) => c.changement.type === 'parametre' && c.changement.nom === nom && !retires.has(c.id),
  )
}
