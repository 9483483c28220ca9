import type { CleDeConfiance, Store } from '../../db/index.ts'
import {
  type CatalogueEcrit,
  CatalogueRefuse,
  changementsSansEffet,
  comparerCatalogues,
  comparerVersions,
  type DateIso,
  type Difference,
  dateEtHeure,
  direChangement,
  ecrireContenu,
  ecrireEnveloppe,
  ecritEnVigueur,
  empreinteCle,
  exigerPlusRecente,
  type FichierCatalogue,
  lireContenu,
  lireEnveloppe,
  versionSuivante,
} from '../../domain/index.ts'
import { estSigne, nouvellePaire, signer } from './cles.ts'
import { enVigueurDe } from './en-vigueur.ts'

export interface FichierVerifie {
  cle: CleDeConfiance
  ecrit: CatalogueEcrit
}

/** Signature, then trust, then content, then age: nothing of a file is looked at before its signature holds. */
export function verifierFichier(store: Store, texte: string, date: DateIso): FichierVerifie {
  const fichier = lireEnveloppe(texte)
  if (!estSigne(fichier.contenu, fichier.cle, fichier.signature))
    throw new CatalogueRefuse(
      'signature-fausse',
      'La signature de ce catalogue est fausse\u00a0: il a été modifié ou abîmé, demandez un autre fichier à l’expéditeur.',
    )
  const cle = exigerConfiance(store, fichier)
  const ecrit = lireContenu(fichier.contenu)
  exigerPlusRecente(ecrit.version, enVigueurDe(store).base.version, date)
  return { cle, ecrit }
}

function exigerConfiance(store: Store, { cle }: FichierCatalogue): CleDeConfiance {
  const connue = store.catalogue.cles().find((c) => c.cle === cle)
  if (connue !== undefined) return connue
  throw new CatalogueRefuse(
    'cle-inconnue',
    `Ce catalogue est signé par une clé inconnue ici (${empreinteCle(cle)})\u00a0: vérifiez-la de vive voix avec l’expéditeur, ajoutez-la, puis recommencez.`,
  )
}

export interface Examen {
  version: string
  versionActuelle: string
  signataire: string
  differences: Difference[]
  sansEffet: string[]
}

export function examiner(store: Store, texte: string, date: DateIso): Examen {
  const { base, changements, catalogue } = enVigueurDe(store)
  const { cle, ecrit } = verifierFichier(store, texte, date)
  const avant = new Set(changementsSansEffet(base, changements).map((c) => c.id))
  const perdus = changementsSansEffet(ecrit, changements).filter((c) => !avant.has(c.id))
  return {
    version: ecrit.version,
    versionActuelle: base.version,
    signataire: cle.nom,
    differences: comparerCatalogues(base, ecrit),
    sansEffet: perdus.map((c) => `${direChangement(c, catalogue)} (${c.par}, le ${dateEtHeure(c.date)})`),
  }
}

/** The signed file of the catalogue in force, local changes written in; its version is kept, and never given twice. */
export function exporter(store: Store, exporteA: string): { version: string; cle: string; texte: string } {
  const { base, changements, catalogue } = enVigueurDe(store)
  const dernier = store.catalogue.dernierExport()?.version ?? base.version
  const version = versionSuivante(comparerVersions(dernier, base.version) > 0 ? dernier : base.version)
  const contenu = ecrireContenu({ ...ecritEnVigueur(base, changements), version })
  // A file that no court could import is not written: this reads it as theirs will.
  lireContenu(contenu)
  if (store.catalogue.clePublique() === null) garderNouvellePaire(store)
  const paire = store.catalogue.paireDeCles()
  if (paire === null) throw new Error('no key pair')
  const signature = signer(contenu, paire)
  store.catalogue.noterExport({ version, empreinte: catalogue.empreinte, exporteA })
  return { version, cle: paire.publique, texte: ecrireEnveloppe({ cle: paire.publique, signature, contenu }) }
}

function garderNouvellePaire(store: Store): void {
  const paire = nouvellePaire()
  try {
    store.catalogue.garderPaire(paire)
  } finally {
    paire.privee.fill(0)
  }
}
