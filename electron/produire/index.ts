import { StoreError } from '../../db/index.ts'
import {
  type Contenu,
  DOCUMENTS_DE,
  type Dossier,
  DossierInvalide,
  dossierAudience,
  lireReglages,
  listePermanence,
  marquerExercice,
  minutageDu,
  type NomDocument,
  numerosDArrivee,
  ordonner,
  orienter,
  PREFIXE_EXERCICE,
  type Presente,
  rediger,
  type VersionChecklist,
} from '../../domain/index.ts'
import { enVigueurDe } from '../catalogue/index.ts'
import { localDate } from '../dates.ts'
import { writeVersion } from '../documents.ts'
import { dossierDesDocuments, exigerReel } from '../exercice.ts'
import { modeleParDefaut, verifierModele, versHtmlSimple, versTexte } from '../formats/index.ts'
import type { ImpressionPdf, OptionsPdf } from '../impression/index.ts'
import type { Entree, Evenement, ROUTES } from '../ipc/contract.ts'
import type { Handlers } from '../ipc/router.ts'
import type { Session } from '../session.ts'
import { adresseDe, envoyer } from './courriel.ts'
import { ProductionError } from './erreurs.ts'
import { ecrire } from './formats.ts'
import { ProductionLongue, unParUn } from './longue.ts'
import { dossierDesModeles } from './modeles.ts'

export { ProductionError } from './erreurs.ts'

type RoutesDocuments = Extract<
  keyof typeof ROUTES,
  `documents.${string}` | `modeles.${string}` | `messages.${string}`
>

interface Contexte {
  session: Session
  clock: () => Date
  print: ImpressionPdf
  tell(event: Evenement): void
  /** Throws when there is no such dossier. */
  read(id: string): Dossier
  documents: string
  /** Opens the user's mail program on a `mailto:`; rejects when there is none. */
  openMail(url: string): Promise<void>
}

/** The routes of the Documents screen, of the requests and of the papers of a whole hearing. */
export function documentsHandlers(context: Contexte): Pick<Handlers<typeof ROUTES>, RoutesDocuments> {
  const { session, clock, tell } = context
  const longue = new ProductionLongue()

  function options() {
    const { store, profil: role } = session.opened
    return { role, editeLe: clock().toISOString(), catalogue: enVigueurDe(store).catalogue }
  }

  function presenter(dossier: Dossier): Presente {
    return { dossier, orientation: orienter(dossier, options().catalogue, { date: localDate(clock()) }) }
  }

  const reglages = () => lireReglages(session.opened.store.reglages.lire())

  function ecrireContenu(document: NomDocument, presente: Presente, version?: VersionChecklist) {
    const { dossier, orientation } = presente
    const { heureAudience, finDeferrements } = minutageDu(reglages(), dossier.dateAudience)
    return marquer(
      rediger(document, dossier, orientation, {
        ...options(),
        heureAudience,
        reponseAvant: finDeferrements,
        ...(version && { version }),
      }),
    )
  }

  /** Invented people are said to be so on every page, whatever the document. */
  function marquer<C extends Contenu>(fait: C): C {
    return session.enExercice ? marquerExercice(fait) : fait
  }

  function contenu({ dossier, document, version }: Entree<'documents.copier'>) {
    exiger(document)
    return ecrireContenu(document, presenter(context.read(dossier)), version)
  }

  /** The persons of a day in the order of the board, each with its N°. */
  function dossiersDuJour(dateAudience: string): { dossier: Dossier; numero: number }[] {
    const arrives = session.opened.store.dossiers.lister(dateAudience)
    const numeros = numerosDArrivee(arrives)
    return ordonner(arrives, reglages()).map((dossier) => ({ dossier, numero: numeros.get(dossier.id) ?? 0 }))
  }

  function exiger(document: NomDocument): void {
    if (!DOCUMENTS_DE[session.opened.profil].includes(document))
      throw new ProductionError('document-hors-profil')
  }

  /** What was made from an open store is not written once it is locked, nor once another has taken its place. */
  function imprimante(): ImpressionPdf {
    const { store } = session.opened
    return async (...page) => {
      const pdf = await context.print(...page)
      if (session.opened.store !== store) throw new StoreError('base-fermee')
      return pdf
    }
  }

  const documents = () => dossierDesDocuments(context.documents, session)
  const moyens = () => ({ imprimer: imprimante(), documents: documents() })

  async function ecrirePdf(fait: Contenu, suivi: OptionsPdf = {}) {
    const { fichier, pages } = await ecrire(fait, 'pdf', { ...moyens(), ...suivi })
    return { fichier, pages: pages ?? 0 }
  }

  return {
    'documents.produire': ({ format = 'pdf', ...demande }) => ecrire(contenu(demande), format, moyens()),
    'documents.copier': (demande) => {
      const fait = contenu(demande)
      if (fait.type === 'dossier-audience') throw new ProductionError('format-absent')
      return { texte: versTexte(fait), html: versHtmlSimple(fait) }
    },
    'messages.courriel': async ({ dossier, document }) => {
      exigerReel(session)
      exiger(document)
      const presente = presenter(context.read(dossier))
      const message = ecrireContenu(document, presente)
      if (message.type !== 'message') throw new ProductionError('format-absent')
      const { tribunal } = session.opened.store.reglages.lire()
      const adresse = adresseDe(message.destinataire, presente, {
        annuaire: reglages().annuaire,
        tribunal: String(tribunal ?? ''),
      })
      await envoyer(message, adresse, context.openMail)
      return { destinataire: adresse !== '' }
    },
    'documents.dossierAudience': ({ dateAudience }) =>
      longue.conduire(async (signal) => {
        exiger('dossier-audience')
        const dossiers = dossiersDuJour(dateAudience)
        const presentes: Presente[] = []
        await unParUn(dossiers, signal, ({ dossier, numero }, rang) => {
          presentes.push(...lisible(dossier, presenter).map((p) => ({ ...p, numero })))
          tell({ type: 'progres', etape: 'lecture', fait: rang + 1, total: dossiers.length })
        })
        if (presentes.length === 0) throw new ProductionError('aucun-dossier')
        const fait = marquer(dossierAudience(presentes, { ...options(), dateAudience }))
        const ecrit = await ecrirePdf(fait, {
          signal,
          progres: (n, total) => tell({ type: 'progres', etape: 'impression', fait: n, total }),
        })
        return { ...ecrit, personnes: presentes.length, sansFiche: dossiers.length - presentes.length }
      }),
    'documents.annuler': () => ({ annule: longue.annuler() }),
    'documents.liste': async ({ dateAudience, avecNoms }) => {
      exiger('liste')
      const dossiers = dossiersDuJour(dateAudience)
      const presentes = dossiers.flatMap(({ dossier, numero }) =>
        lisible(dossier, presenter).map((p) => ({ ...p, numero })),
      )
      if (presentes.length === 0) throw new ProductionError('aucun-dossier')
      const fait = marquer(listePermanence(presentes, { ...options(), dateAudience, avecNoms }))
      return { ...(await ecrirePdf(fait)), sansFiche: dossiers.length - presentes.length }
    },
    'modeles.verifier': ({ octets }) => verifierModele(Buffer.from(octets, 'base64')),
    'modeles.exemplaire': async () => {
      const modele = await modeleParDefaut()
      const dossier = dossierDesModeles(documents())
      const nom = `${session.enExercice ? PREFIXE_EXERCICE : ''}modele-livre`
      return { fichier: await writeVersion(dossier, nom, modele, 'odt') }
    },
  }
}

/** Nobody, for a dossier that the rules refuse to read (a minor, an impossible date): the others still print. */
function lisible(dossier: Dossier, presenter: (dossier: Dossier) => Presente): Presente[] {
  try {
    return [presenter(dossier)]
  } catch (error) {
    if (error instanceof DossierInvalide) return []
    throw error
  }
}
