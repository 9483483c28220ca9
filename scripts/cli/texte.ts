import { direVerification } from '../../domain/documents/index.ts'
import {
  type Alerte,
  type CadreLu,
  type CasierLu,
  type Catalogue,
  type Condamnation,
  type CritereLu,
  type DateIso,
  type DispositifLu,
  type Dossier,
  dateCourte,
  dateLongue,
  definitionFait,
  dispositifDuCatalogue,
  lieuDeDemande,
  MOT_ETAT,
  MOT_LECTURE,
  type Orientation,
} from '../../domain/index.ts'
import { typographie } from '../../electron/impression/index.ts'

/** Readable French, at most 100 columns (ecrans.md §3.1). */

const LARGEUR = 100

/** Wraps at spaces; lines after the first begin under the text of the first. */
function plierLignes(debut: string, texte: string, largeur = LARGEUR): string {
  const marge = ' '.repeat(debut.length)
  const lignes: string[] = []
  let ligne = debut
  let vide = true
  for (const mot of typographie(texte)
    .split(/[ \n]+/)
    .flatMap((m) => decouper(m, largeur - debut.length))) {
    if (!vide && ligne.length + 1 + mot.length > largeur) {
      lignes.push(ligne)
      ligne = marge
      vide = true
    }
    ligne += vide ? mot : ` ${mot}`
    vide = false
  }
  return [...lignes, ligne].map((l) => l.trimEnd()).join('\n')
}

/** A word longer than the line is cut there, never dropped. */
function decouper(mot: string, largeur: number): string[] {
  const morceaux = mot.match(new RegExp(`.{1,${largeur}}`, 'gsu'))
  return morceaux ?? [mot]
}

const FORMES = { vrai: '●', faux: '✕', inconnu: '?', neutre: '–' } as const
const ORDRE = ['faux', 'inconnu', 'vrai', 'neutre'] as const

export function direOrientation(dossier: Dossier, o: Orientation, catalogue: Catalogue): string {
  const titre = `Audience du ${dateLongue(dossier.dateAudience)}${dossier.numeroParquet ? `, n° parquet ${dossier.numeroParquet}` : ''}`
  const blocs = [
    plierLignes('', titre),
    ...o.alertes.map(direAlerte),
    ...direDispositifs(o, catalogue),
    direCadres(o.cadres),
    direRecidive(o),
    direQuestion(o),
    plierLignes(
      '',
      `Lu le ${dateCourte(o.date)} avec le catalogue ${o.catalogue.version} (${o.catalogue.empreinte.slice(0, 12)}). Aide à la préparation – ne lie ni le parquet ni le tribunal.`,
    ),
  ]
  return blocs.filter((b) => b !== '').join('\n\n')
}

function direAlerte(a: Alerte): string {
  const mot = a.gravite === 'bloquante' ? 'Bloquant' : 'Attention'
  return plierLignes(`! ${mot} : `, `${a.texte} (${a.articles.join(' ; ')})`)
}

/** The programmes of this tribunal and every profile to assess, whole; the others in as few lines as they need. */
function direDispositifs(o: Orientation, catalogue: Catalogue): string[] {
  const etat = o.faits['procedure.tribunal']
  const tribunal = etat?.etat === 'connu' ? String(etat.valeur) : ''
  const entier = (d: DispositifLu) => {
    const ecrit = dispositifDuCatalogue(catalogue, d.id)
    return d.lecture === 'profil-a-evaluer' || (ecrit && lieuDeDemande(ecrit, tribunal) === 'ici')
  }
  const autres = o.dispositifs.filter((d) => !entier(d))
  const aVerifier = autres.filter((d) => d.lecture === 'a-verifier')
  return [
    ...o.dispositifs.filter(entier).map((d) => direDispositif(d, o.date, catalogue)),
    ...aVerifier.map((d) =>
      [`${d.nom} : ${MOT_LECTURE[d.lecture]}`, ...direManques(d, catalogue)].join('\n'),
    ),
    direHorsCriteres(autres.filter((d) => d.lecture === 'hors-criteres')),
  ]
}

function direHorsCriteres(lus: readonly DispositifLu[]): string {
  if (lus.length === 0) return ''
  const lignes = lus.map((d) =>
    plierLignes('  ✕ ', `${d.nom} : ${d.criteres.find((c) => c.etat === 'faux')?.motif ?? ''}`),
  )
  return ['Autres dispositifs, hors critères (jamais un motif pour requérir la prison) :', ...lignes].join(
    '\n',
  )
}

const FORMES_CADRE = { ouvert: '●', 'a-verifier': '?', ferme: '✕' } as const
const MOTS_CADRE = { ouvert: 'ouvert', 'a-verifier': 'à vérifier', ferme: 'fermé' } as const

function direCadres(cadres: readonly CadreLu[]): string {
  const lignes = (['ouvert', 'a-verifier', 'ferme'] as const).flatMap((lecture) =>
    cadres
      .filter((c) => c.lecture === lecture)
      .map((c) =>
        plierLignes(
          `  ${FORMES_CADRE[lecture]} ${MOTS_CADRE[lecture].padEnd(10)} `,
          `${c.nom} (${c.articles.join(' ; ')}) : ${c.motif}`,
        ),
      ),
  )
  return lignes.length === 0 ? '' : ['Cadres possibles', ...lignes].join('\n')
}

function direDispositif(d: DispositifLu, date: DateIso, catalogue: Catalogue): string {
  const lignes = [`${d.nom} : ${MOT_LECTURE[d.lecture]}`]
  for (const etat of ORDRE) lignes.push(...d.criteres.filter((c) => c.etat === etat).map(direCritere))
  if (d.lecture === 'a-verifier') lignes.push(...direManques(d, catalogue))
  else if (d.lecture === 'hors-criteres')
    lignes.push('  « Hors critères » n’est jamais un motif pour requérir la prison.')
  lignes.push(plierLignes('  ', `${direVerification(d, date)}. Source : ${d.source}.`))
  return lignes.join('\n')
}

function direCritere(c: CritereLu): string {
  const debut = `  ${FORMES[c.etat]} ${MOT_ETAT[c.etat].padEnd(10)} `
  return plierLignes(debut, `${c.libelle} : ${c.motif}`)
}

function direManques(d: DispositifLu, catalogue: Catalogue): string[] {
  const aFaire = d.criteres
    .filter((c) => c.etat === 'inconnu')
    .flatMap((c) => (c.aFaire === undefined ? [] : `${c.libelle} : ${c.aFaire}`))
  const appels = dispositifDuCatalogue(catalogue, d.id)?.appels ?? []
  const lignes = aFaire.map((texte) => plierLignes('    - ', texte))
  const qui = appels.map((texte) => plierLignes('    - ', `${texte}, tél. ____________`))
  return [
    ...(lignes.length > 0 ? ['  À faire avant l’audience :', ...lignes] : []),
    ...(qui.length > 0 ? ['  Qui appeler (aucun numéro n’est publié, à compléter) :', ...qui] : []),
  ]
}

function direRecidive({ recidive }: Orientation): string {
  if (recidive === null) return ''
  const mots = { oui: 'établie', indeterminee: 'indéterminée', 'non-etablie': 'non établie' } as const
  const articles = recidive.articles.length === 0 ? '' : ` (${recidive.articles.join(' ; ')})`
  return plierLignes(
    'Récidive légale : ',
    `${mots[recidive.etat]}${articles}. ${recidive.motif} Maximum encouru : ${recidive.encouruMois} mois.`,
  )
}

function direQuestion({ prochaineQuestion, dispositifs }: Orientation): string {
  if (prochaineQuestion === null) return 'Rien d’autre ne changera l’orientation.'
  const { fait, tranche } = prochaineQuestion
  const noms = tranche.map((id) => dispositifs.find((d) => d.id === id)?.nom ?? id)
  const question = definitionFait(fait)?.question || definitionFait(fait)?.libelle || fait
  return plierLignes('Question suivante : ', `${question} – tranche ${noms.join(' et ')}.`)
}

const ETATS_CASIER: Readonly<Record<CasierLu['etat'], string>> = {
  condamnations: 'condamnations lues',
  neant: 'néant',
  'aucune-identite': 'aucune identité applicable',
  'identite-non-verifiable': 'identité non vérifiable',
  illisible: 'illisible : vérifiez que c’est bien un bulletin n° 1',
}

export function direCasier(casier: CasierLu): string {
  const lignes = [`Bulletin n° 1 : ${ETATS_CASIER[casier.etat]}`]
  lignes.push(...casier.condamnations.map(direCondamnation))
  if (casier.lignesNonLues.length > 0) {
    lignes.push('', 'Lignes non comprises, à lire à la main :')
    lignes.push(...casier.lignesNonLues.map((l) => plierLignes(`  ligne ${l.ligne} : `, l.texte)))
  }
  return lignes.join('\n')
}

function direCondamnation(c: Condamnation): string {
  const date = c.date === null ? 'date illisible' : dateCourte(c.date)
  const faits = c.infractions.map((i) => `${i.libelle}${i.recidive ? ' (récidive)' : ''}`).join(' ; ')
  const signifie = c.signifieLe === null ? '' : `, signifié le ${dateCourte(c.signifieLe)}`
  const peines = c.peines.map(direPeine).join(' ; ')
  return plierLignes(
    `${String(c.rang).padStart(3)}. `,
    `${date}, ${c.juridiction}${signifie} – ${faits} – ${peines}`,
  )
}

type Peine = Condamnation['peines'][number]

function direPeine(p: Peine): string {
  const montant = p.montant === null ? '' : ` ${p.montant} €`
  const sursis =
    p.sursis === null
      ? ''
      : `, sursis ${p.sursis.type.replaceAll('-', ' ')}${p.sursis.partiel ? ' partiel' : ''}`
  return `${p.nature.replaceAll('-', ' ')}${direDuree(p.duree)}${montant}${sursis}`
}

function direDuree(d: Peine['duree']): string {
  if (d === null) return ''
  const unites = [
    [d.annees, 'an', 'ans'],
    [d.mois, 'mois', 'mois'],
    [d.jours, 'jour', 'jours'],
    [d.heures, 'heure', 'heures'],
  ] as const
  const dites = unites.flatMap(([n, un, plusieurs]) =>
    n === undefined ? [] : `${n} ${n > 1 ? plusieurs : un}`,
  )
  return ` ${dites.join(' ')}`
}
