import { mkdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { catalogueParDefaut, type Dossier, ficheOrientation, nomFichier, orienter } from '../domain/index.ts'
import { FileError, writeWhole } from '../electron/files/index.ts'
import { lirePolices, produirePdf } from '../electron/impression/index.ts'
import { requireChromium } from './chromium.ts'
import { direOrientation } from './cli/texte.ts'
import { avecImprimante } from './imprimer.ts'

const DOSSIER = join(import.meta.dirname, '../docs/demonstration/dossier.json')

export interface OptionsDemonstration {
  /** Where the document goes: the application's documents folder by default. */
  documents?: string
  dire?: (texte: string) => void
}

/**
 * The main job without a window: an invented dossier is read, its orientation said in French and its fiche
 * printed, with the same rules, writer and options as the application. Gives the path of the PDF.
 */
export async function demonstration(options: OptionsDemonstration = {}): Promise<string> {
  const dire = options.dire ?? ((texte: string) => process.stdout.write(`${texte}\n`))
  const dossier = JSON.parse(await readFile(DOSSIER, 'utf8')) as Dossier
  const catalogue = catalogueParDefaut()
  const orientation = orienter(dossier, catalogue, { date: dossier.dateAudience })
  dire(`${direOrientation(dossier, orientation, catalogue)}\n`)

  const contenu = ficheOrientation(dossier, orientation, {
    role: 'parquet',
    editeLe: new Date().toISOString(),
  })
  const polices = await lirePolices()
  const { pdf } = await avecImprimante(requireChromium(), (imprimer) =>
    produirePdf(contenu, polices, imprimer),
  )
  const dossierDocuments =
    options.documents ?? process.env.AIGUILLAGE_DOCUMENTS ?? join(homedir(), 'Documents')
  const fichier = join(dossierDocuments, `${nomFichier(contenu)}_demonstration.pdf`)
  await creerDossier(dossierDocuments)
  await writeWhole(fichier, pdf)
  dire(`Fiche d’orientation (personne inventée)\u00A0: ${fichier}`)
  return fichier
}

async function creerDossier(chemin: string): Promise<void> {
  try {
    await mkdir(chemin, { recursive: true })
  } catch {
    throw new FileError('acces-refuse')
  }
}
