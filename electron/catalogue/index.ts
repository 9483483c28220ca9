import {
  dateEtHeure,
  PREFIXE_EXERCICE,
  piedExercice,
  reglesARelire,
  verifierChangement,
} from '../../domain/index.ts'
import { localDate } from '../dates.ts'
import { writeVersion } from '../documents.ts'
import { dossierDesDocuments, exigerReel } from '../exercice.ts'
import { type ImpressionPdf, lirePolices, produireRegles } from '../impression/index.ts'
import type { ROUTES } from '../ipc/contract.ts'
import type { Handlers } from '../ipc/router.ts'
import type { Session } from '../session.ts'
import { enVigueurDe, oublier } from './en-vigueur.ts'
import { examiner, exporter, verifierFichier } from './fichier.ts'

export { enVigueurDe } from './en-vigueur.ts'

type RoutesCatalogue = Extract<keyof typeof ROUTES, `catalogue.${string}`>

/** The routes of the Catalogue screen. */
export function catalogueHandlers(context: {
  session: Session
  clock: () => Date
  print: ImpressionPdf
  documents: string
}): Pick<Handlers<typeof ROUTES>, RoutesCatalogue> {
  const { clock, session } = context
  const storeOuvert = () => session.opened.store
  const documents = () => dossierDesDocuments(context.documents, session)
  const maintenant = () => clock().toISOString()

  return {
    'catalogue.lire': () => {
      const store = storeOuvert()
      const { base, importe, changements } = enVigueurDe(store)
      const cles = store.catalogue.cles()
      return {
        ecrit: base,
        changements: [...changements],
        origine:
          importe === null
            ? { type: 'livre' }
            : {
                type: 'importe',
                signataire: cles.find((c) => c.cle === importe.cle)?.nom ?? '',
                importeLe: importe.importeA,
                par: importe.par,
              },
        cles,
        maCle: store.catalogue.clePublique(),
      }
    },
    'catalogue.changer': ({ changement }) => {
      const store = storeOuvert()
      const { base, changements } = enVigueurDe(store)
      const verifie = verifierChangement(changement, base, changements, maintenant())
      const enregistre = store.catalogue.changer(verifie)
      oublier(store)
      return enregistre
    },
    'catalogue.examiner': ({ contenu }) => examiner(storeOuvert(), contenu, localDate(clock())),
    'catalogue.importer': ({ contenu, par, source }) => {
      const store = storeOuvert()
      const { cle, ecrit } = verifierFichier(store, contenu, localDate(clock()))
      const enregistre = store.catalogue.importer({
        version: ecrit.version,
        cle: cle.cle,
        par,
        source,
        importeA: maintenant(),
        fichier: contenu,
      })
      oublier(store)
      return enregistre
    },
    'catalogue.faireConfiance': ({ cle, nom, source, par }) =>
      storeOuvert().catalogue.faireConfiance({ cle, nom, source, par, date: maintenant() }),
    'catalogue.exporter': async () => {
      // Signed, and so taken for real by whoever trusts this key.
      exigerReel(session)
      const { version, cle, texte } = exporter(storeOuvert(), maintenant())
      const fichier = await writeVersion(documents(), `catalogue_${version}`, texte, 'json')
      return { fichier, version, cle }
    },
    'catalogue.imprimer': async () => {
      const { importe, changements, catalogue } = enVigueurDe(storeOuvert())
      const editeLe = maintenant()
      const origine =
        importe === null
          ? 'livré avec l’application'
          : `importé le ${dateEtHeure(importe.importeA)} par ${importe.par}`
      const lu = reglesARelire(catalogue, { editeLe, changements, origine })
      const contenu = session.enExercice ? { ...lu, pied: piedExercice(lu.pied) } : lu
      const { pdf, pages } = await produireRegles(contenu, await lirePolices(), context.print)
      const nom = `${session.enExercice ? PREFIXE_EXERCICE : ''}${contenu.date}_relire-les-regles_${catalogue.version}`
      return { fichier: await writeVersion(documents(), nom, pdf), pages }
    },
  }
}
