import { asc, desc, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { ChangementLocal, Declaration, Dossier, Piece } from '../domain/index.ts'
import {
  type CatalogueExporte,
  type CatalogueImporte,
  type CleDeConfiance,
  catalogueOn,
  type PaireDeCles,
} from './catalogue.ts'
import { asStoreError, StoreError } from './errors.ts'
import { asJson, sameJson } from './json.ts'
import { type Connection, isSound } from './open.ts'
import { textsOn } from './pieces.ts'
import { declarations, dossiers, identites, reglages } from './schema.ts'

/** ISO time at which the COMMIT returned: from here on, the answer is on disk (R1, R2). */
type Enregistre = { enregistreA: string }

/** The whole identity: what is absent here is absent from the dossier from now on. */
type Identite = Pick<Dossier, 'numeroParquet' | 'personne'>

type NouveauDossier = Pick<Dossier, 'id' | 'dateAudience' | 'declarations'> & Identite

export interface Store {
  dossiers: {
    creer(dossier: NouveauDossier): Enregistre
    /** In the order in which they were created. */
    lister(dateAudience: string): Dossier[]
    lire(id: string): Dossier | null
    identifier(id: string, identite: Identite): Enregistre
    /** Whole or absent. A declaration that is already there with the same content is accepted. */
    ajouter(id: string, declarations: readonly Declaration[]): Enregistre
    /** Replaces the text of the record; what it replaces, `null` included, is gone from every page on return. */
    joindreCasier(id: string, texte: string | null): Enregistre
  }
  pieces: {
    ajouter(dossier: string, piece: Piece): Enregistre
    /** In the order in which they were added. */
    lister(dossier: string): Piece[]
    /** Gone from every page on return. One that is not there is already gone. */
    retirer(dossier: string, id: string): Enregistre
  }
  /** Append-only; what is in force is derived by the domain. */
  catalogue: {
    /** Oldest first. */
    changements(): ChangementLocal[]
    changer(changement: ChangementLocal): Enregistre
    /** The last file imported. */
    importe(): CatalogueImporte | null
    importer(importe: CatalogueImporte): Enregistre
    dernierExport(): CatalogueExporte | null
    noterExport(exporte: CatalogueExporte): Enregistre
    cles(): CleDeConfiance[]
    faireConfiance(cle: CleDeConfiance): Enregistre
    clePublique(): string | null
    /** The caller wipes `privee`. */
    paireDeCles(): PaireDeCles | null
    garderPaire(paire: PaireDeCles): Enregistre
  }
  reglages: {
    lire(): Record<string, unknown>
    ecrire(cle: string, valeur: unknown): Enregistre
    /** Whole or absent; a key that is `undefined` stays as it was. */
    ecrireTous(reglages: Readonly<Record<string, unknown>>): Enregistre
  }
  /** Full integrity check: every page, every index, every foreign key. */
  check(): boolean
  close(): void
}

export function storeOn(client: Connection, clock: () => Date): Store {
  const db = drizzle(client)
  const { placeholder } = sql
  const requetes = {
    insererDossier: db
      .insert(dossiers)
      .values({ id: placeholder('id'), dateAudience: placeholder('dateAudience') })
      .prepare(),
    dossierParId: db
      .select()
      .from(dossiers)
      .where(eq(dossiers.id, placeholder('id')))
      .prepare(),
    dossiersDuJour: db
      .select()
      .from(dossiers)
      .where(eq(dossiers.dateAudience, placeholder('dateAudience')))
      .orderBy(asc(dossiers.numero))
      .prepare(),
    declarationParId: db
      .select({ contenu: declarations.contenu })
      .from(declarations)
      .where(
        sql`${declarations.dossier} = ${placeholder('dossier')} and ${declarations.id} = ${placeholder('id')}`,
      )
      .prepare(),
    declarationsDe: db
      .select({ contenu: declarations.contenu })
      .from(declarations)
      .where(eq(declarations.dossier, placeholder('dossier')))
      // By instant, whatever the offset it was written with; the id settles the rest.
      .orderBy(sql`julianday(${declarations.contenu} ->> '$.date')`, asc(declarations.id))
      .prepare(),
    insererIdentite: db
      .insert(identites)
      .values({ dossier: placeholder('dossier'), rang: placeholder('rang'), contenu: placeholder('contenu') })
      .prepare(),
    identitesDe: db
      .select({ contenu: identites.contenu })
      .from(identites)
      .where(eq(identites.dossier, placeholder('dossier')))
      .prepare(),
    derniereIdentite: db
      .select({ rang: identites.rang, contenu: identites.contenu })
      .from(identites)
      .where(eq(identites.dossier, placeholder('dossier')))
      .orderBy(desc(identites.rang))
      .limit(1)
      .prepare(),
    reglages: db.select().from(reglages).prepare(),
    ecrireReglage: db
      .insert(reglages)
      .values({ cle: placeholder('cle'), valeur: placeholder('valeur') })
      .onConflictDoUpdate({ target: reglages.cle, set: { valeur: sql`excluded.valeur` } })
      .prepare(),
  }

  // The one statement that a key press waits for: without drizzle, and with the dossier found on the way.
  const insererDeclaration = client.prepare<[id: string, contenu: string, dossier: string]>(
    `INSERT INTO declarations (dossier, id, contenu)
     SELECT numero, ?, ? FROM dossiers WHERE id = ? ON CONFLICT (dossier, id) DO NOTHING`,
  )

  const texts = textsOn(client)
  const catalogue = catalogueOn(client)

  const transaction = client.transaction((work: () => void) => work())

  let open = true

  function guarded<T>(work: () => T): T {
    if (!open) throw new StoreError('base-fermee')
    try {
      return work()
    } catch (error) {
      throw asStoreError(error)
    }
  }

  /** Whole or absent: one transaction, or one statement, which is one. The time is taken after the commit. */
  function write(work: () => void, several = true): Enregistre {
    return guarded(() => {
      if (several) transaction.immediate(work)
      else work()
      return { enregistreA: clock().toISOString() }
    })
  }

  /**
   * What was deleted is zeros in the pages (secure_delete), once these reach the base: until then the log still holds
   * the page as it was. https://www.sqlite.org/pragma.html#pragma_wal_checkpoint
   */
  function writeAndForget(work: () => void): Enregistre {
    const done = write(work)
    guarded(() => {
      if (client.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0)
        throw new StoreError('disque-defaillant', 'checkpoint')
    })
    return done
  }

  function numeroDe(id: string): number {
    const row = requetes.dossierParId.get({ id })
    if (!row) throw new StoreError('dossier-inconnu')
    return row.numero
  }

  function ajouterToutes(dossier: string, nouvelles: readonly Declaration[]): void {
    if (nouvelles.length === 0) numeroDe(dossier)
    for (const declaration of nouvelles) {
      const contenu = asJson(declaration)
      if (insererDeclaration.run(declaration.id, contenu, dossier).changes === 1) continue
      const deja = requetes.declarationParId.get({ dossier: numeroDe(dossier), id: declaration.id })
      if (!deja || !sameJson(deja.contenu, contenu)) throw new StoreError('declaration-divergente')
    }
  }

  function identifierUn(dossier: number, { numeroParquet, personne }: Identite): void {
    const contenu = asJson({ numeroParquet, personne })
    const derniere = requetes.derniereIdentite.get({ dossier })
    if (sameJson(derniere?.contenu ?? '{}', contenu)) return
    requetes.insererIdentite.run({ dossier, rang: (derniere?.rang ?? 0) + 1, contenu })
  }

  function assembler({ numero, id, dateAudience }: typeof dossiers.$inferSelect): Dossier {
    const identite: Identite = JSON.parse(requetes.derniereIdentite.get({ dossier: numero })?.contenu ?? '{}')
    const declarees = requetes.declarationsDe.all({ dossier: numero })
    const casier = texts.casierDe(numero)
    return {
      version: 1,
      id,
      ...identite,
      dateAudience,
      declarations: declarees.map(({ contenu }): Declaration => JSON.parse(contenu)),
      ...(casier !== undefined && { casier }),
    }
  }

  /** All that the call would write is there already, even if more has come since. */
  function requireReplay(deja: typeof dossiers.$inferSelect, nouveau: NouveauDossier): void {
    const { numeroParquet, personne } = nouveau
    const identite = asJson({ numeroParquet, personne })
    const versions = ['{}', ...requetes.identitesDe.all({ dossier: deja.numero }).map((row) => row.contenu)]
    const connues = new Set(assembler(deja).declarations.map(({ id }) => id))
    const rejoue =
      deja.dateAudience === nouveau.dateAudience &&
      versions.some((version) => sameJson(version, identite)) &&
      nouveau.declarations.every(({ id }) => connues.has(id))
    if (!rejoue) throw new StoreError('dossier-existant')
  }

  return {
    dossiers: {
      creer: (nouveau) =>
        write(() => {
          const { id, dateAudience, declarations: declarees } = nouveau
          const deja = requetes.dossierParId.get({ id })
          // The same call played twice is harmless; another dossier under the same id is not.
          if (deja) requireReplay(deja, nouveau)
          else {
            requetes.insererDossier.run({ id, dateAudience })
            identifierUn(numeroDe(id), nouveau)
          }
          ajouterToutes(id, declarees)
        }),
      lister: (dateAudience) => guarded(() => requetes.dossiersDuJour.all({ dateAudience }).map(assembler)),
      lire: (id) =>
        guarded(() => {
          const row = requetes.dossierParId.get({ id })
          return row ? assembler(row) : null
        }),
      identifier: (id, identite) => write(() => identifierUn(numeroDe(id), identite)),
      ajouter: (id, nouvelles) => write(() => ajouterToutes(id, nouvelles), nouvelles.length !== 1),
      joindreCasier: (id, texte) => writeAndForget(() => texts.poserCasier(numeroDe(id), texte)),
    },
    pieces: {
      ajouter: (dossier, piece) => write(() => texts.ajouterPiece(numeroDe(dossier), piece)),
      lister: (dossier) => guarded(() => texts.piecesDe(numeroDe(dossier))),
      retirer: (dossier, id) => writeAndForget(() => texts.oterPiece(numeroDe(dossier), id)),
    },
    catalogue: {
      changements: () => guarded(() => catalogue.changements()),
      changer: (changement) => write(() => catalogue.ajouterChangement(changement)),
      importe: () => guarded(() => catalogue.importe()),
      importer: (importe) => write(() => catalogue.importer(importe)),
      dernierExport: () => guarded(() => catalogue.dernierExport()),
      noterExport: (exporte) => write(() => catalogue.noterExport(exporte)),
      cles: () => guarded(() => catalogue.cles()),
      faireConfiance: (cle) => write(() => catalogue.faireConfiance(cle)),
      clePublique: () => guarded(() => catalogue.clePublique()),
      paireDeCles: () => guarded(() => catalogue.paireDeCles()),
      garderPaire: (paire) => write(() => catalogue.garderPaire(paire)),
    },
    reglages: {
      lire: () =>
        guarded(() =>
          Object.fromEntries(requetes.reglages.all().map(({ cle, valeur }) => [cle, JSON.parse(valeur)])),
        ),
      ecrire: (cle, valeur) => write(() => requetes.ecrireReglage.run({ cle, valeur: asJson(valeur) })),
      ecrireTous: (nouveaux) =>
        write(() => {
          for (const [cle, valeur] of Object.entries(nouveaux))
            if (valeur !== undefined) requetes.ecrireReglage.run({ cle, valeur: asJson(valeur) })
        }),
    },
    check: () =>
      guarded(
        () =>
          isSound(client, 'integrity_check') &&
          client.pragma('foreign_key_check', { simple: true }) === undefined,
      ),
    close: () => {
      open = false
      client.close()
    },
  }
}
