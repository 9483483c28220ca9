import type { Catalogue } from '../catalogue/index.ts'
import type { ChangementLocal } from '../catalogue/local.ts'
import { dateCourte, momentLocal } from './format.ts'
import { direParametre, nomParametre } from './parametres.ts'
import {
  type LigneBrute,
  type LigneRegle,
  type PartieBrute,
  type PartieRegles,
  type ReglesContenu,
  SENS_MARQUE,
} from './regles-contenu.ts'
import { partieDesDispositifs, partieDesModeles } from './regles-dispositifs.ts'
import { partiesDuDroit } from './regles-droit.ts'

export interface OptionsRegles {
  /** ISO date-time: the domain has no clock. */
  editeLe: string
  /** Local changes, oldest first, those taken back included. */
  changements: readonly ChangementLocal[]
  /** Where the file comes from, in a few words: « livré avec l’application ». */
  origine: string
}

/**
 * « Relire les règles »: the catalogue in force, whole, for a jurist who signs it off entry by entry; the law first,
 * then the dispositifs and their models, then what was changed on this workstation.
 */
export function reglesARelire(catalogue: Catalogue, options: OptionsRegles): ReglesContenu {
  const date = momentLocal(options.editeLe).jour
  const parties = numeroter([
    ...partiesDuDroit({ catalogue, date }),
    partieDesDispositifs({ catalogue, date }, options.changements),
    partieDesModeles(catalogue),
    partieLocale(catalogue, options.changements),
  ])
  const lignes = parties.flatMap((p) => p.entrees.flatMap((e) => e.blocs.flatMap((b) => b.lignes)))
  return {
    type: 'regles',
    titre: 'Relire les règles',
    editeLe: options.editeLe,
    date,
    catalogue: { version: catalogue.version, empreinte: catalogue.empreinte, origine: options.origine },
    marques: (['V', 'V2', 'S', 'M'] as const).map((marque) => ({
      marque,
      sens: SENS_MARQUE[marque],
      nombre: lignes.filter((l) => l.marque === marque).length,
    })),
    parties,
    pied: 'Règles à relire par un juriste – ne lie ni le parquet ni le tribunal',
  }
}

/**
 * Part, entry, line: « 5 », « 5.1 », « 5.1.12 »; lines run on from block to block, so that a number is said once. A
 * rule that several entries share keeps its conditions and sentences where it comes first, and refers to it elsewhere.
 */
function numeroter(parties: readonly PartieBrute[]): PartieRegles[] {
  const dites = new Map<string, string>()
  const ecrire = (l: LigneBrute, numero: string): LigneRegle => {
    if (l.details.length < 2) return { numero, ...l }
    const cle = JSON.stringify(l)
    const premiere = dites.get(cle)
    if (premiere !== undefined) return { numero, ...l, details: [], identiqueA: premiere }
    dites.set(cle, numero)
    return { numero, ...l }
  }
  return parties.map((p, i) => ({
    ...p,
    numero: String(i + 1),
    entrees: p.entrees.map((e, j) => {
      const numero = `${i + 1}.${j + 1}`
      let rang = 0
      const suivant = (l: LigneBrute) => {
        rang += 1
        return ecrire(l, `${numero}.${rang}`)
      }
      return { ...e, numero, blocs: e.blocs.map((b) => ({ ...b, lignes: b.lignes.map(suivant) })) }
    }),
  }))
}

function partieLocale(catalogue: Catalogue, changements: readonly ChangementLocal[]): PartieBrute {
  const retires = new Map(changements.flatMap((c) => (c.retire ?? []).map((id) => [id, c] as const)))
  const lignes = changements
    .filter((c) => c.changement.type !== 'annulation')
    .map((c): LigneBrute => {
      const reprise = retires.get(c.id)
      const details = [{ mot: 'Par', texte: `${c.par}, le ${jour(c.date)}` }]
      if (reprise !== undefined)
        details.push({ mot: 'Repris', texte: `par ${reprise.par}, le ${jour(reprise.date)} : sans effet` })
      return {
        code: null,
        texte: direChangement(c, catalogue),
        details,
        articles: [],
        source: c.source,
        marque: null,
      }
    })
  return {
    titre: 'Modifications locales',
    note:
      lignes.length === 0
        ? 'Aucune : le catalogue est lu comme il a été reçu.'
        : 'Faites sur ce poste, de la plus ancienne à la plus récente ; déjà comprises dans ce qui précède.',
    entrees:
      lignes.length === 0
        ? []
        : [
            {
              id: 'local',
              titre: 'Ce qui a été changé ici',
              chapeau: [],
              blocs: [{ titre: 'Changements', lignes }],
            },
          ],
  }
}

function jour(instant: string): string {
  return dateCourte(momentLocal(instant).jour)
}

/** One local change in one French sentence, the same on screen and on paper. */
export function direChangement({ changement: c }: ChangementLocal, catalogue: Catalogue): string {
  const nomDe = (id: string) => catalogue.dispositifs.find((d) => d.ecrit.id === id)?.ecrit.nom ?? id
  switch (c.type) {
    case 'parametre':
      return `${nomDe(c.nom.split('.')[0] ?? '')} – ${nomParametre(catalogue, c.nom)} : ${direParametre(catalogue, c.nom, c.valeur)}.`
    case 'verification':
      return `${nomDe(c.dispositif)} – fiche vérifiée le ${dateCourte(c.verifieLe)}${c.etatConnu === undefined ? '' : ` ; état connu : ${c.etatConnu}`}.`
    case 'contact':
      return `${nomDe(c.dispositif)} – contact : ${[c.qui, c.telephone, c.courriel, c.note].filter(Boolean).join(', ')}.`
    case 'note':
      return `${nomDe(c.dispositif)} – mise à jour notée : ${c.texte}`
    case 'instance':
      return `${c.valeurs.nom} – dispositif créé sur le modèle « ${c.modele} » pour ${c.valeurs.tribunal}.`
    case 'annulation':
      return 'Reprise d’un changement.'
  }
}
