import { parseArgs } from 'node:util'
import {
  avecParametres,
  type Catalogue,
  catalogueParDefaut,
  type Dossier,
  DossierInvalide,
  estDateIso,
  examinerCasier,
  type OptionsReperage,
  orienter,
  reperages,
  reperer,
} from '../../domain/index.ts'
import { ErreurUsage, lireJson, lireTexte, lireTexteLibre } from './fichiers.ts'
import { direReperages } from './reperages.ts'
import { direCasier, direOrientation } from './texte.ts'

/** The command line of contract/README.md: JSON or readable French out, 0, or 2 and one sentence per refused file. */

const USAGE = `Aiguillage, en ligne de commande :
  npm run -s cli -- orienter DOSSIER.json… [--date AAAA-MM-JJ] [--parametre nom=valeur]… [--json]
  npm run -s cli -- casier FICHIER.txt… [--json]
  npm run -s cli -- reperer FICHIER.txt… [--nature audition|enquete|certificat|autre] [--json]

--date        date de lecture ; celle de l’audience du dossier par défaut
--parametre   valeur locale d’un paramètre du catalogue ; les listes s’écrivent avec des virgules
--nature      nature des textes à repérer ; « autre » par défaut`

/** What one command does with one file: what `--json` prints, and the same in sentences. */
type Lecture = (chemin: string) => { json: unknown; texte: () => string }

export interface Sorties {
  /** One line or more, without the last end of line. */
  dire(texte: string): void
  refuser(phrase: string): void
}

/** Runs one command line and gives its exit code. */
export function executer(args: string[], sorties: Sorties): number {
  try {
    const { values, positionals } = lireArguments(args)
    const [commande, ...fichiers] = positionals
    if (values.aide === true || (commande === undefined && args.length === 0)) {
      sorties.dire(USAGE)
      return 0
    }
    const lecture = lectureDe(commande, values)
    if (fichiers.length === 0) throw new ErreurUsage(`Indiquez au moins un fichier après « ${commande} ».`)
    return traiter(fichiers, lecture, values.json === true, sorties)
  } catch (erreur) {
    sorties.refuser(phrase(erreur))
    return 2
  }
}

function lireArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        date: { type: 'string' },
        parametre: { type: 'string', multiple: true },
        nature: { type: 'string' },
        aide: { type: 'boolean', short: 'h' },
      },
    })
  } catch {
    throw new ErreurUsage(
      'Option inconnue ou sans valeur ; les options sont --date AAAA-MM-JJ, --parametre nom=valeur, --nature, --json et --aide.',
    )
  }
}

type Valeurs = ReturnType<typeof lireArguments>['values']

function lectureDe(commande: string | undefined, valeurs: Valeurs): Lecture {
  if (commande !== 'reperer' && valeurs.nature !== undefined)
    throw new ErreurUsage('L’option --nature ne vaut que pour « reperer » ; retirez-la.')
  if (commande === 'orienter') return lireDossiers(valeurs)
  if (commande !== 'casier' && commande !== 'reperer')
    throw new ErreurUsage(
      'Commande inconnue ; écrivez « orienter », « casier » ou « reperer », suivi d’un fichier.',
    )
  if (valeurs.date !== undefined || valeurs.parametre !== undefined)
    throw new ErreurUsage('Les options --date et --parametre ne valent que pour « orienter » ; retirez-les.')
  if (commande === 'reperer') return lirePieces(valeurs)
  return (chemin) => {
    const examen = examinerCasier(lireTexte(chemin))
    if ('refus' in examen) throw new ErreurUsage(examen.refus)
    return { json: examen.lu, texte: () => direCasier(examen.lu) }
  }
}

const NATURES = ['audition', 'enquete', 'certificat', 'autre'] as const

function lirePieces({ nature = 'autre' }: Valeurs): Lecture {
  const connue: OptionsReperage['nature'] = NATURES.find((n) => n === nature)
  if (connue === undefined) throw new ErreurUsage(`Nature inconnue ; --nature attend ${NATURES.join(', ')}.`)
  return (chemin) => {
    const texte = lireTexteLibre(chemin)
    const options = { nature: connue }
    return { json: reperer(texte, options), texte: () => direReperages(texte, reperages(texte, options)) }
  }
}

function lireDossiers({ date, parametre = [] }: Valeurs): Lecture {
  if (date !== undefined && !estDateIso(date))
    throw new ErreurUsage('La date de --date est impossible ; écrivez une date existante, AAAA-MM-JJ.')
  const livre = catalogueParDefaut()
  const locaux = parametre.map((p) => lireParametre(p, livre))
  const catalogue = locaux.length === 0 ? livre : avecParametres(livre, Object.fromEntries(locaux))
  return (chemin) => {
    const dossier = lireJson(chemin) as Dossier
    // The dossier is not checked yet: what is not a date is left to `orienter`, which refuses it with its path.
    const audience = typeof dossier === 'object' ? dossier?.dateAudience : undefined
    const jour = date ?? (typeof audience === 'string' && estDateIso(audience) ? audience : '2000-01-01')
    const orientation = orienter(dossier, catalogue, { date: jour })
    return { json: orientation, texte: () => direOrientation(dossier, orientation, catalogue) }
  }
}

/** `nom=valeur`, in the type that the catalogue gives to the parameter; an unknown one is refused by its schema. */
function lireParametre(ecrit: string, catalogue: Catalogue): [nom: string, valeur: unknown] {
  const egal = ecrit.indexOf('=')
  if (egal <= 0)
    throw new ErreurUsage(
      'Un paramètre s’écrit nom=valeur, par exemple --parametre ailsi.inclusions=ouvertes.',
    )
  const nom = ecrit.slice(0, egal).trim()
  const texte = ecrit.slice(egal + 1).trim()
  const definition = catalogue.definitionsParametres.get(nom)
  if (definition === undefined || 'valeurs' in definition) return [nom, texte]
  if ('nombre' in definition) return [nom, /^-?\d+$/.test(texte) ? Number(texte) : texte]
  return [nom, texte === '' ? [] : texte.split(',').map((x) => x.trim())]
}

function traiter(fichiers: readonly string[], lecture: Lecture, json: boolean, sorties: Sorties): number {
  const seul = fichiers.length === 1
  const lus = fichiers.map((chemin) => {
    try {
      return { chemin, ...lecture(chemin) }
    } catch (erreur) {
      const dite = phrase(erreur)
      sorties.refuser(`${seul ? '' : `${chemin} : `}${dite}`)
      return { chemin, json: { erreur: dite }, texte: null }
    }
  })
  const refuse = lus.some((lu) => lu.texte === null)
  if (json) {
    // A single refused file has said its sentence on stderr; there is no object to print.
    if (!(seul && refuse))
      sorties.dire(JSON.stringify(seul ? lus[0]?.json : lus.map((lu) => lu.json), null, 2))
  } else {
    for (const { chemin, texte } of lus)
      if (texte !== null) sorties.dire(seul ? texte() : `${chemin}\n\n${texte()}`)
  }
  return refuse ? 2 : 0
}

/** One sentence on one line; what nobody foresaw is said as such rather than shown as a stack. */
function phrase(erreur: unknown): string {
  const dite =
    erreur instanceof DossierInvalide || erreur instanceof ErreurUsage
      ? direOu(erreur)
      : 'Lecture impossible : signalez ce fichier à qui maintient Aiguillage.'
  return dite.replace(/\s*\n\s*/g, ' ')
}

function direOu(erreur: DossierInvalide | ErreurUsage): string {
  if (erreur instanceof ErreurUsage || erreur.chemin === '' || erreur.message.includes(erreur.chemin))
    return erreur.message
  return `« ${erreur.chemin} » : ${erreur.message}`
}
