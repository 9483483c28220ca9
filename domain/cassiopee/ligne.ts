import { categorieDuLibelle } from '../antecedents/index.ts'
import type { DateIso } from '../contrat.ts'
import { ageAu, ajouterJours, estDateIso } from '../dates.ts'
import { lireDate } from '../lire-date.ts'
import { finGardeAVueDeLimite, limiteVingtHeures, lireHeure, lireMoment, type MomentLocal } from './heures.ts'
import { type NomTape, nomDedans, nomDeLaLigne } from './nom-tape.ts'

export type ChampLigne = 'nom' | 'naissance' | 'parquet' | 'faits' | 'garde-a-vue'

/** One piece of the line, as typed and as understood; together the pieces are the whole line. */
export interface Morceau {
  texte: string
  /** Null: not understood. */
  champ: ChampLigne | null
  /** Short French reading, for the preview. */
  lu: string
}

export interface LigneLue {
  nom: string
  prenoms: string
  dateNaissance: DateIso | null
  /** Digits alone; another count than eleven only warns. */
  numeroParquet: string
  qualification: string
  /** Proposal read from the qualification, to be checked; null in doubt. */
  categorie: string | null
  finGardeAVue: MomentLocal | null
  /** 20 hours after it (article 803-3 CPP). */
  limite: MomentLocal | null
  morceaux: Morceau[]
  /** What was typed and not understood, in order: never lost. */
  reste: string
  nonCompris: string[]
  avertissements: string[]
}

const LIGNE_MAX = 500
const HEURE = String.raw`\d{1,2}\s?(?:h|:)\s?\d{2}|\d{4}|\d{1,2}\s?h`
const QUAND = String.raw`(?:(?:le\s+)?(?:hier|avant-hier|aujourd['’]hui|ce jour|ce matin|cette nuit|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)\s+(?:à\s+|a\s+)?)?(?:${HEURE})`
const LIMITE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:limite\s+)?20\s?h(?:eures)?\s*(?:[:=]|à\s|a\s|limite\s|jusqu['’]à\s)?\s*(?<=[\s:=])(${HEURE})(?![\p{L}\d])`,
  'iu',
)
const GARDE_A_VUE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:fin|lev[ée]e|lev[ée]e de la)\s+(?:de\s+)?(?:la\s+)?)?(?:gav|garde à vue|garde a vue)\s*(?:lev[ée]e|finie?|fin|close)?\s*(?::|à\s|a\s)?\s*(${QUAND})(?![\p{L}\d])`,
  'iu',
)
const NUMERO =
  /(?<![\d/.-])(?:(?:n°\s?)?parquet\s*:?\s*)?(?:\d{11}|\d{2}[ /]\d{3}[ /]?\d{3} ?\d{3}|\d{2} ?\d{3} \d{6})(?![\d/.-]*\d)/iu
const AUTRE_NUMERO = /(?<![\d/.-])(?:(?:n°\s?)?parquet\s*:?\s*\d{4,16}|\d{9,16})(?![\d/.-]*\d)/iu
const NAISSANCE =
  /(?<![\p{L}\d/.-])(?:n[ée](?:e|\(e\))?\s+(?:le\s+)?)?(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{8}|\d{6})(?![\p{L}\d]|[/.-]\d)/iu
/** Figures that say no whole date: kept, and said. */
const CHIFFRES =
  /(?<![\p{L}\d/.-])(?:n[ée](?:e|\(e\))?\s+(?:en\s+)?(?:le\s+)?)?(?:\d{3,}|\d{1,2}[/.-]\d{1,2})(?![\p{L}\d]|[/.-]\d)/iu

const HEURE_SEULE = /(?<![\p{L}\d])\d{1,2}\s?(?:h|:)(?:\s?\d{2})?(?![\p{L}\d])/iu

/**
 * Reads one typed line: « MODELE Camille 12/03/1988 26325000118 vol aggravé 20h 14h10 ». Cells by shape, in any order;
 * what follows the name is the qualification. Nothing is refused and nothing is lost. Never throws.
 */
export function lireLigne(texte: string, contexte: { maintenant: MomentLocal }): LigneLue {
  const ligne: LigneLue = {
    nom: '',
    prenoms: '',
    dateNaissance: null,
    numeroParquet: '',
    qualification: '',
    categorie: null,
    finGardeAVue: null,
    limite: null,
    morceaux: [],
    reste: '',
    nonCompris: [],
    avertissements: [],
  }
  const propre = texte
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (propre === '') return ligne
  const entree = propre.slice(0, LIGNE_MAX)
  let morceaux: Morceau[] = [{ texte: entree, champ: 'faits', lu: '' }]
  const prendre = (motif: RegExp, lire: (m: RegExpExecArray) => Pick<Morceau, 'champ' | 'lu'> | null) => {
    for (const [i, brut] of morceaux.entries()) {
      const m = brut.champ === 'faits' ? motif.exec(brut.texte) : null
      const lu = m === null ? null : lire(m)
      if (m === null || lu === null) continue
      const [avant, apres] = [brut.texte.slice(0, m.index), brut.texte.slice(m.index + m[0].length)]
      morceaux = [
        ...morceaux.slice(0, i),
        ...vers(avant),
        { texte: m[0].trim(), ...lu },
        ...vers(apres),
        ...morceaux.slice(i + 1),
      ]
      return true
    }
    return false
  }
  prendre(LIMITE, (m) => lireLimite(ligne, m[1] ?? '', contexte.maintenant))
  if (ligne.finGardeAVue === null)
    prendre(GARDE_A_VUE, (m) => lireFin(ligne, m[1] ?? '', contexte.maintenant))
  if (!prendre(NUMERO, (m) => lireNumero(ligne, m[0]))) prendre(AUTRE_NUMERO, (m) => lireNumero(ligne, m[0]))
  const aujourdhui = contexte.maintenant.slice(0, 10)
  while (ligne.dateNaissance === null && prendre(NAISSANCE, (m) => lireNaissance(ligne, m[0], aujourdhui)));
  while (prendre(HEURE_SEULE, (m) => direHeure(ligne, m[0])));
  while (prendre(CHIFFRES, (m) => direChiffres(ligne, m[0])));
  morceaux = nommer(ligne, morceaux)
  ligne.qualification = morceaux
    .filter((m) => m.champ === 'faits')
    .map((m) => m.texte.replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, ''))
    .filter((t) => t !== '')
    .join(' ')
  ligne.categorie = ligne.qualification === '' ? null : categorieDuLibelle(ligne.qualification)
  for (const m of morceaux) if (m.champ === 'faits') m.lu = `faits\u00a0: ${m.texte}`
  if (propre.length > LIGNE_MAX)
    morceaux.push(incompris(ligne, propre.slice(LIGNE_MAX), 'ligne trop longue, la fin n’est pas lue'))
  ligne.morceaux = morceaux
  ligne.reste = morceaux
    .filter((m) => m.champ === null)
    .map((m) => m.texte)
    .join(' ')
  if (ligne.finGardeAVue !== null) ligne.limite = limiteVingtHeures(ligne.finGardeAVue)
  if (ligne.limite !== null && ligne.limite < contexte.maintenant)
    ligne.avertissements.push(
      'La limite de 20\u00a0h est dépassée\u00a0: vérifiez l’heure de fin de garde à vue.',
    )
  return ligne
}

function vers(texte: string): Morceau[] {
  return texte.trim() === '' ? [] : [{ texte: texte.trim(), champ: 'faits', lu: '' }]
}

function incompris(ligne: LigneLue, texte: string, pourquoi: string): Morceau {
  ligne.nonCompris.push(`«\u00a0${texte.trim().slice(0, 60)}\u00a0»\u00a0: ${pourquoi}.`)
  return { texte: texte.trim(), champ: null, lu: pourquoi }
}

function heureDite(moment: MomentLocal): string {
  return `${Number(moment.slice(11, 13))}\u00a0h\u00a0${moment.slice(14)}`
}

function jourDit(moment: MomentLocal): string {
  return `${moment.slice(8, 10)}/${moment.slice(5, 7)}`
}

function direFin(fin: MomentLocal): Pick<Morceau, 'champ' | 'lu'> {
  const limite = limiteVingtHeures(fin)
  const suite = limite === null ? '' : `, 20\u00a0h à ${heureDite(limite)}`
  return { champ: 'garde-a-vue', lu: `fin de garde à vue le ${jourDit(fin)} à ${heureDite(fin)}${suite}` }
}

function lireFin(
  ligne: LigneLue,
  quand: string,
  maintenant: MomentLocal,
): Pick<Morceau, 'champ' | 'lu'> | null {
  const fin = lireMoment(quand.replace(/\s+(?:à|a)\s+/, ' '), { maintenant })
  if (fin === null) return null
  if (fin > maintenant) ligne.avertissements.push('Fin de garde à vue dans le futur\u00a0: vérifiez la date.')
  ligne.finGardeAVue = fin
  return direFin(fin)
}

/** Of the limits that this hour may be, the one whose garde à vue ended last, and has ended. */
function lireLimite(
  ligne: LigneLue,
  heure: string,
  maintenant: MomentLocal,
): Pick<Morceau, 'champ' | 'lu'> | null {
  const h = lireHeure(heure)
  if (h === null) return null
  const aujourdhui = maintenant.slice(0, 10)
  if (!estDateIso(aujourdhui)) return null
  const demain = finGardeAVueDeLimite(`${ajouterJours(aujourdhui, 1)}T${h}`)
  const jour = finGardeAVueDeLimite(`${aujourdhui}T${h}`)
  const fin = [demain, jour].find((f) => f !== null && f <= maintenant) ?? null
  if (fin === null) return null
  ligne.finGardeAVue = fin
  return direFin(fin)
}

function lireNumero(ligne: LigneLue, texte: string): Pick<Morceau, 'champ' | 'lu'> {
  ligne.numeroParquet = texte.replace(/\D/g, '')
  if (ligne.numeroParquet.length !== 11)
    ligne.avertissements.push(
      'N° parquet\u00a0: 11 chiffres attendus (ex. 26325000123). Vous pouvez continuer.',
    )
  return { champ: 'parquet', lu: `n° parquet ${ligne.numeroParquet}` }
}

function lireNaissance(
  ligne: LigneLue,
  texte: string,
  aujourdhui: DateIso,
): Pick<Morceau, 'champ' | 'lu'> | null {
  const date = lireDate(texte.replace(/^n[ée](?:e|\(e\))?\s+(?:le\s+)?/iu, ''), aujourdhui)
  // A birth of this year is another date.
  if (date === null || !estDateIso(aujourdhui) || date > aujourdhui || ageAu(date, aujourdhui) < 10) {
    return { champ: null, lu: incompris(ligne, texte, 'pas une date de naissance possible').lu }
  }
  ligne.dateNaissance = date
  const dite = `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
  if (ageAu(date, aujourdhui) < 18)
    ligne.avertissements.push(
      'Personne mineure aujourd’hui\u00a0: si elle l’était au jour des faits, son dossier relève de la justice des mineurs.',
    )
  return { champ: 'naissance', lu: `né(e) le ${dite}` }
}

function direHeure(ligne: LigneLue, texte: string): Pick<Morceau, 'champ' | 'lu'> {
  const pourquoi = 'heure seule, écrivez « gav » devant'
  return { champ: null, lu: incompris(ligne, texte, pourquoi).lu }
}

function direChiffres(ligne: LigneLue, texte: string): Pick<Morceau, 'champ' | 'lu'> {
  const annee = /(?:19|20)\d{2}$/.exec(texte.trim())
  const pourquoi =
    annee !== null && ligne.dateNaissance === null
      ? 'année seule, il faut le jour et le mois de naissance'
      : lireDate(texte, '2000-01-01') !== null && ligne.dateNaissance === null
        ? 'date de naissance sans année'
        : 'chiffres non compris'
  return { champ: null, lu: incompris(ligne, texte, pourquoi).lu }
}

/** The first text that does not begin with an offence opens with the name; else capitals show it. */
function nommer(ligne: LigneLue, morceaux: readonly Morceau[]): Morceau[] {
  for (const chercher of [(t: string) => ouvrir(nomDeLaLigne(t)), nomDedans])
    for (const [i, m] of morceaux.entries()) {
      const lu = m.champ === 'faits' ? chercher(m.texte) : null
      if (lu === null) continue
      ligne.nom = lu.nom
      ligne.prenoms = lu.prenoms
      const dit = lu.prenoms === '' ? `nom ${lu.nom}` : `nom ${lu.nom}, prénom ${lu.prenoms}`
      const fin = lu.debut + lu.longueur
      const nom: Morceau = { texte: m.texte.slice(lu.debut, fin).trim(), champ: 'nom', lu: dit }
      const autour = [...vers(m.texte.slice(0, lu.debut)), nom, ...vers(m.texte.slice(fin))]
      return [...morceaux.slice(0, i), ...autour, ...morceaux.slice(i + 1)]
    }
  return [...morceaux]
}

function ouvrir(nom: NomTape | null): (NomTape & { debut: number }) | null {
  return nom === null ? null : { ...nom, debut: 0 }
}
