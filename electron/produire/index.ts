import {
  type Contenu,
  DOCUMENTS_DE,
  type Dossier,
  DossierInvalide,
  dossierAudience,
  lireReglages,
  listePermanence,
  minutageDu,
  type NomDocument,
  orienter,
  type Presente,
  rediger,
} from '../../domain/index.ts'
import { enVigueurDe } from '../catalogue/index.ts'
import { localDate } from '../dates.ts'
import { writeVersion } from '../documents.ts'
import { modeleParDefaut, verifierModele, versHtmlSimple, versTexte } from '../formats/index.ts'
import type { ImpressionPdf, OptionsPdf } from '../impression/index.ts'
import type { Entree, Evenement, ROUTES } from '../ipc/contract.ts'
import type { Handlers } from '../ipc/router.ts'
import type { Session } from '../session.ts'
import { ProductionError } from './erreurs.ts'
import { ecrire } from './formats.ts'
import { ProductionLongue, unParUn } from './longue.ts'
import { dossierDesModeles } from './modeles.ts'

export { ProductionError } from './erreurs.ts'

type RoutesDocuments = Extract<keyof typeof ROUTES, `documents.${string}` | `modeles.${string}`>

interface Contexte {
  session: Session
  clock: () => Date
  print: ImpressionPdf
  tell(event: Evenement): void
  /** Throws when there is no such dossier. */
  read(id: string): Dossier
  documents: string
}

/** The routes of the Documents screen and of the papers of a whole hearing. */
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

  function contenu({ dossier: id, document, version }: Entree<'documents.copier'>) {
    exiger(document)
    const { dossier, orientation } = presenter(context.read(id))
    const { heureAudience, finDeferrements } = minutageDu(
      lireReglages(session.opened.store.reglages.lire()),
      dossier.dateAudience,
    )
    return rediger(document, dossier, orientation, {
      ...options(),
      heureAudience,
      reponseAvant: finDeferrements,
      ...(version && { version }),
    })
  }

  function exiger(document: NomDocument): void {
    if (!DOCUMENTS_DE[session.opened.profil].includes(document))
      throw new ProductionError('document-hors-profil')
  }

  /** What was made from an open store is not written once it is locked: `opened` throws. */
  const imprimer: ImpressionPdf = async (...page) => {
    const pdf = await context.print(...page)
    void session.opened
    return pdf
  }

  const moyens = { imprimer, documents: context.documents }

  async function ecrirePdf(fait: Contenu, suivi: OptionsPdf = {}) {
    const { fichier, pages } = await ecrire(fait, 'pdf', { ...moyens, ...suivi })
    return { fichier, pages: pages ?? 0 }
  }

  return {
    'documents.produire': ({ format = 'pdf', ...demande }) => ecrire(contenu(demande), format, moyens),
    'documents.copier': (demande) => {
      const fait = contenu(demande)
      if (fait.type === 'dossier-audience') throw new ProductionError('format-absent')
      return { texte: versTexte(fait), html: versHtmlSimple(fait) }
    },
    'documents.dossierAudience': ({ dateAudience }) =>
      longue.conduire(async (signal) => {
        exiger('dossier-audience')
        const dossiers = session.opened.store.dossiers.lister(dateAudience)
        const presentes: Presente[] = []
        await unParUn(dossiers, signal, (dossier, rang) => {
          presentes.push(...lisible(dossier, presenter))
          tell({ type: 'progres', etape: 'lecture', fait: rang + 1, total: dossiers.length })
        })
        if (presentes.length === 0) throw new ProductionError('aucun-dossier')
        const fait = dossierAudience(presentes, { ...options(), dateAudience })
        const ecrit = await ecrirePdf(fait, {
          signal,
          progres: (n, total) => tell({ type: 'progres', etape: 'impression', fait: n, total }),
        })
        return { ...ecrit, personnes: presentes.length, sansFiche: dossiers.length - presentes.length }
      }),
    'documents.annuler': () => ({ annule: longue.annuler() }),
    'documents.liste': async ({ dateAudience, avecNoms }) => {
      exiger('liste')
      const dossiers = session.opened.store.dossiers.lister(dateAudience)
      const presentes = dossiers.flatMap((d) => lisible(d, presenter))
      if (presentes.length === 0) throw new ProductionError('aucun-dossier')
      const fait = listePermanence(presentes, { ...options(), dateAudience, avecNoms })
      return { ...(await ecrirePdf(fait)), sansFiche: dossiers.length - presentes.length }
    },
    'modeles.verifier': ({ octets }) => verifierModele(Buffer.from(octets, 'base64')),
    'modeles.exemplaire': async () => {
      const modele = await modeleParDefaut()
      const dossier = dossierDesModeles(context.documents)
      return { fichier: await writeVersion(dossier, 'modele-livre', modele, 'odt') }
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
