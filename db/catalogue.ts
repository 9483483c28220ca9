import { asc, desc, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { ChangementLocal } from '../domain/index.ts'
import { StoreError } from './errors.ts'
import { asJson, sameJson } from './json.ts'
import type { Connection } from './open.ts'
import {
  cataloguesExportes,
  cataloguesImportes,
  changementsCatalogue,
  clesConfiance,
  signature,
} from './schema.ts'

export type CleDeConfiance = Omit<typeof clesConfiance.$inferSelect, 'rang'>
export type CatalogueImporte = Omit<typeof cataloguesImportes.$inferSelect, 'rang'>
export type CatalogueExporte = Omit<typeof cataloguesExportes.$inferSelect, 'rang'>
/** The private key is for the time of one signature: whoever asks for it wipes it. */
export interface PaireDeCles {
  publique: string
  privee: Buffer
}

/** Everything about the catalogue that belongs to this store; nothing here is ever rewritten. */
export function catalogueOn(client: Connection) {
  const db = drizzle(client)
  const { placeholder } = sql
  const requetes = {
    changements: db
      .select({ contenu: changementsCatalogue.contenu })
      .from(changementsCatalogue)
      .orderBy(asc(changementsCatalogue.rang))
      .prepare(),
    changementParId: db
      .select({ contenu: changementsCatalogue.contenu })
      .from(changementsCatalogue)
      .where(eq(changementsCatalogue.id, placeholder('id')))
      .prepare(),
    insererChangement: db
      .insert(changementsCatalogue)
      .values({ id: placeholder('id'), contenu: placeholder('contenu') })
      .prepare(),
    importe: db.select().from(cataloguesImportes).orderBy(desc(cataloguesImportes.rang)).limit(1).prepare(),
    exporte: db.select().from(cataloguesExportes).orderBy(desc(cataloguesExportes.rang)).limit(1).prepare(),
    cles: db.select().from(clesConfiance).orderBy(asc(clesConfiance.rang)).prepare(),
    publique: db.select({ publique: signature.publique }).from(signature).prepare(),
    paire: db.select({ publique: signature.publique, privee: signature.privee }).from(signature).prepare(),
  }

  return {
    changements: (): ChangementLocal[] =>
      requetes.changements.all().map(({ contenu }) => JSON.parse(contenu)),
    ajouterChangement(changement: ChangementLocal): void {
      const contenu = asJson(changement)
      const deja = requetes.changementParId.get({ id: changement.id })
      if (deja === undefined) requetes.insererChangement.run({ id: changement.id, contenu })
      // The same call played twice is harmless.
      else if (!sameJson(deja.contenu, contenu)) throw new StoreError('changement-divergent')
    },
    importe: (): CatalogueImporte | null => requetes.importe.get() ?? null,
    importer: (importe: CatalogueImporte): void => {
      db.insert(cataloguesImportes).values(importe).run()
    },
    dernierExport: (): CatalogueExporte | null => requetes.exporte.get() ?? null,
    noterExport: (exporte: CatalogueExporte): void => {
      db.insert(cataloguesExportes).values(exporte).run()
    },
    /** Each key once, as it was last recorded. */
    cles(): CleDeConfiance[] {
      const parCle = new Map(requetes.cles.all().map(({ rang: _, ...cle }) => [cle.cle, cle]))
      return [...parCle.values()]
    },
    faireConfiance: (cle: CleDeConfiance): void => {
      db.insert(clesConfiance).values(cle).run()
    },
    clePublique: (): string | null => requetes.publique.get()?.publique ?? null,
    paireDeCles: (): PaireDeCles | null => requetes.paire.get() ?? null,
    /** For ever: a second pair is refused. */
    garderPaire: (paire: PaireDeCles): void => {
      db.insert(signature)
        .values({ id: 1, ...paire })
        .run()
    },
  }
}
