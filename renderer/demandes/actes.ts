import {
  annuler,
  type CleFait,
  type Destinataire,
  direHeureActe,
  faitDeDemande,
  repondre,
  type SuiteDemande,
} from '../../domain/index.ts'
import { copierDocument, toutGarder } from '../documents/produire.ts'
import { instant } from '../horloge.ts'
import { vives } from '../lecture.ts'
import { auteur, declarer, dire, dossierDe } from '../magasin.ts'
import { appeler } from '../pont.ts'
import { acte } from '../saisie/acte.ts'
import { memeSource, repondrePour, type Saisie } from '../saisie/repondre.ts'
import { type Choisie, montrerReponse } from './etat.ts'
import { documentPour, provenancePour, SUITES } from './lire.ts'

/** Every act of the pane, from a key to the declarations that say it. Nothing here draws. */

const A_QUI: Readonly<Record<Destinataire, string>> = {
  apcars: 'à l’APCARS',
  jap: 'au JAP',
  spip: 'au SPIP',
  avocat: 'à l’avocat',
  siao: 'au SIAO',
}

const cleDe = ({ dossier, destinataire }: Choisie) => `${dossier}/${destinataire}`

/** Launched one after the other, in the order of the keys; a second press on one that is under way is the same press. */
let file: Promise<void> = Promise.resolve()
const enCours = new Set<string>()

function enFile(d: Choisie, acte: () => Promise<void>): void {
  const cle = cleDe(d)
  if (enCours.has(cle)) return
  enCours.add(cle)
  file = file.then(acte).finally(() => enCours.delete(cle))
}

export function copierDemande(d: Choisie): void {
  enFile(d, async () => {
    const document = documentPour(d.destinataire)
    if (document !== undefined && (await copierDocument(d.dossier, document, false)))
      tamponner(d, 'Texte copié')
  })
}

export function envoyerDemande(d: Choisie): void {
  enFile(d, async () => {
    if (!(await toutGarder())) return
    const fait = await appeler('messages.courriel', {
      dossier: d.dossier,
      document: `message-${d.destinataire}`,
    })
    if (!fait.ok) return dire(fait.message)
    tamponner(d, fait.valeur.destinataire ? 'Courriel ouvert' : 'Courriel ouvert, destinataire à compléter')
  })
}

/** Each use stamps the time; the earlier stamps stay in the data. */
function tamponner(d: Choisie, fait: string): void {
  const le = noter(d, 'demandee')
  if (le !== null) dire(`${fait}\u00a0: demande ${A_QUI[d.destinataire]} notée à ${direHeureActe(le)}.`)
}

/** The stamp; null when the dossier is no longer there. */
function noter(d: Choisie, suite: SuiteDemande, lot?: string): string | null {
  const dossier = dossierDe(d.dossier)
  if (!dossier) return null
  const reponse = {
    fait: faitDeDemande(d.destinataire),
    valeur: suite,
    origine: 'procedure',
    verifie: true,
  } as const
  const contexte = acte()
  declarer(d.dossier, [{ ...repondre(dossier, reponse, contexte), ...(lot !== undefined && { lot }) }])
  return contexte.date
}

function suiteDe(d: Choisie) {
  const dossier = dossierDe(d.dossier)
  return dossier && vives(dossier, faitDeDemande(d.destinataire)).at(-1)
}

/** « À rappeler », or what was not done (« faute de temps », « refus », « sans objet »), in one key; said twice, said once. */
export function noterSuite(
  d: Choisie,
  suite: 'a-rappeler' | 'faute-de-temps' | 'refus' | 'sans-objet',
): void {
  if (suiteDe(d)?.valeur === suite) return
  const le = noter(d, suite)
  if (le !== null)
    dire(`Demande ${A_QUI[d.destinataire]}\u00a0: ${SUITES[suite]}, noté à ${direHeureActe(le)}.`)
}

/** The answer came: its hour is noted, and what it says can be. Noted already, its answers are opened again. */
export function recevoir(d: Choisie): void {
  if (suiteDe(d)?.valeur !== 'recue') {
    const le = noter(d, 'recue', crypto.randomUUID())
    if (le === null) return
    dire(`Réponse notée à ${direHeureActe(le)}. Échap revient au texte.`)
  }
  montrerReponse(true)
}

/** The last act on this request, then the one before it, across restarts; the answers noted stay where they are. */
export function reprendre(d: Choisie): void {
  const dossier = dossierDe(d.dossier)
  if (!dossier) return
  const fait = faitDeDemande(d.destinataire)
  const seule = { ...dossier, declarations: dossier.declarations.filter((x) => x.fait === fait) }
  const reprises = annuler(seule, {
    auteur: auteur(),
    date: instant(),
    nouvelId: () => crypto.randomUUID(),
  })
  declarer(d.dossier, reprises)
  dire(
    reprises.length === 0
      ? 'Rien à reprendre sur cette demande.'
      : `Demande ${A_QUI[d.destinataire]}\u00a0: revenue à son état d’avant.`,
  )
}

/** One fact of an answer, with its source; the whole answer is one act, undone at once. */
export function noterReponse(d: Choisie, fait: CleFait, quoi: Saisie, texte: string): void {
  const dossier = dossierDe(d.dossier)
  if (!dossier) return
  const lot = suiteDe(d)?.lot ?? crypto.randomUUID()
  repondrePour(dossier, fait, quoi, { ...provenancePour(dossier, d.destinataire), texte, lot })
}

/** What this recipient answered so far, apart from what others said. */
export function reponseNotee(d: Choisie, fait: CleFait) {
  const dossier = dossierDe(d.dossier)
  if (!dossier) return undefined
  const provenance = provenancePour(dossier, d.destinataire)
  return vives(dossier, fait)
    .filter((x) => memeSource(x, provenance))
    .at(-1)
}
