import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The tables as drizzle types them. The SQL in `migrations/` is what creates them, with the CHECKs
 * and triggers that are the last wall; a test holds the two together.
 */

/** One row: whose store this is. Profiles never share a file. */
export const magasin = sqliteTable('magasin', {
  id: integer('id').primaryKey(),
  role: text('role', { enum: ['parquet', 'enquete', 'defense'] }).notNull(),
})

export const dossiers = sqliteTable('dossiers', {
  numero: integer('numero').primaryKey(),
  id: text('id').notNull().unique(),
  dateAudience: text('date_audience').notNull(),
})

/** Each row is a whole identity; the latest counts, none is overwritten. */
export const identites = sqliteTable(
  'identites',
  {
    dossier: integer('dossier').notNull(),
    rang: integer('rang').notNull(),
    contenu: text('contenu').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossier, table.rang] })],
)

/**
 * A declaration is kept as the JSON it travels as, so that nothing of it is lost or rewritten. No
 * column per fact: the store cannot list people by a sensitive marker (R113-51 code pénitentiaire).
 */
export const declarations = sqliteTable(
  'declarations',
  {
    dossier: integer('dossier').notNull(),
    id: text('id').notNull(),
    contenu: text('contenu').notNull(),
  },
  (table) => [primaryKey({ columns: [table.dossier, table.id] })],
)

export const reglages = sqliteTable('reglages', {
  cle: text('cle').primaryKey(),
  valeur: text('valeur').notNull(),
})

/** JSON text of the record, one for each dossier; really deleted when it is replaced (777-3 CPP). */
export const casiers = sqliteTable('casiers', {
  dossier: integer('dossier').primaryKey(),
  contenu: text('contenu').notNull(),
})

export const pieces = sqliteTable('pieces', {
  rang: integer('rang').primaryKey(),
  dossier: integer('dossier').notNull(),
  id: text('id').notNull(),
  contenu: text('contenu').notNull(),
})

export const changementsCatalogue = sqliteTable('changements_catalogue', {
  rang: integer('rang').primaryKey(),
  id: text('id').notNull().unique(),
  contenu: text('contenu').notNull(),
})

/** `fichier` is the signed text as it was received. */
export const cataloguesImportes = sqliteTable('catalogues_importes', {
  rang: integer('rang').primaryKey(),
  version: text('version').notNull().unique(),
  cle: text('cle').notNull(),
  par: text('par').notNull(),
  source: text('source').notNull(),
  importeA: text('importe_a').notNull(),
  fichier: text('fichier').notNull(),
})

export const cataloguesExportes = sqliteTable('catalogues_exportes', {
  rang: integer('rang').primaryKey(),
  version: text('version').notNull().unique(),
  empreinte: text('empreinte').notNull(),
  exporteA: text('exporte_a').notNull(),
})

/** The latest row of a key counts. */
export const clesConfiance = sqliteTable('cles_confiance', {
  rang: integer('rang').primaryKey(),
  cle: text('cle').notNull(),
  nom: text('nom').notNull(),
  source: text('source').notNull(),
  par: text('par').notNull(),
  date: text('date').notNull(),
})

/** One row: the key pair of this store. */
export const signature = sqliteTable('signature', {
  id: integer('id').primaryKey(),
  publique: text('publique').notNull(),
  privee: blob('privee', { mode: 'buffer' }).notNull(),
})

/** Written by `migrate.ts` alone. */
export const migrations = sqliteTable('migrations', {
  rang: integer('rang').primaryKey(),
  id: text('id').notNull().unique(),
  sha256: text('sha256').notNull(),
  appliqueeA: text('appliquee_a').notNull(),
})
