import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

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

/** Written by `migrate.ts` alone. */
export const migrations = sqliteTable('migrations', {
  rang: integer('rang').primaryKey(),
  id: text('id').notNull().unique(),
  sha256: text('sha256').notNull(),
  appliqueeA: text('appliquee_a').notNull(),
})
