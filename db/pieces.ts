import { and, asc, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Piece } from '../domain/index.ts'
import { StoreError } from './errors.ts'
import { asJson, sameJson } from './json.ts'
import type { Connection } from './open.ts'
import { casiers, pieces } from './schema.ts'

/** Of one dossier: what is given back whole must stay within what one call can carry. */
const PIECES_MAX = 100
const CARACTERES_MAX = 12_000_000

/** Texts of one dossier, by its number: kept as JSON, so that every character comes back as it was. */
export function textsOn(client: Connection) {
  const db = drizzle(client)
  const { placeholder } = sql
  const ofDossier = eq(pieces.dossier, placeholder('dossier'))
  const one = and(ofDossier, eq(pieces.id, placeholder('id')))
  const requetes = {
    casierDe: db
      .select({ contenu: casiers.contenu })
      .from(casiers)
      .where(eq(casiers.dossier, placeholder('dossier')))
      .prepare(),
    poserCasier: db
      .insert(casiers)
      .values({ dossier: placeholder('dossier'), contenu: placeholder('contenu') })
      .onConflictDoUpdate({ target: casiers.dossier, set: { contenu: sql`excluded.contenu` } })
      .prepare(),
    oterCasier: db
      .delete(casiers)
      .where(eq(casiers.dossier, placeholder('dossier')))
      .prepare(),
    piecesDe: db
      .select({ contenu: pieces.contenu })
      .from(pieces)
      .where(ofDossier)
      .orderBy(asc(pieces.rang))
      .prepare(),
    pieceParId: db.select({ contenu: pieces.contenu }).from(pieces).where(one).prepare(),
    charge: db
      .select({
        nombre: sql<number>`count(*)`,
        caracteres: sql<number>`coalesce(sum(length(${pieces.contenu})), 0)`,
      })
      .from(pieces)
      .where(ofDossier)
      .prepare(),
    insererPiece: db
      .insert(pieces)
      .values({ dossier: placeholder('dossier'), id: placeholder('id'), contenu: placeholder('contenu') })
      .prepare(),
    oterPiece: db.delete(pieces).where(one).prepare(),
  }

  return {
    casierDe(dossier: number): string | undefined {
      const row = requetes.casierDe.get({ dossier })
      return row === undefined ? undefined : JSON.parse(row.contenu)
    },
    poserCasier(dossier: number, texte: string | null): void {
      if (texte === null) requetes.oterCasier.run({ dossier })
      else requetes.poserCasier.run({ dossier, contenu: asJson(texte) })
    },
    piecesDe: (dossier: number): Piece[] =>
      requetes.piecesDe.all({ dossier }).map(({ contenu }) => JSON.parse(contenu)),
    ajouterPiece(dossier: number, piece: Piece): void {
      const contenu = asJson(piece)
      const deja = requetes.pieceParId.get({ dossier, id: piece.id })
      if (deja !== undefined) {
        // The same call played twice is harmless.
        if (!sameJson(deja.contenu, contenu)) throw new StoreError('piece-divergente')
        return
      }
      const { nombre = 0, caracteres = 0 } = requetes.charge.get({ dossier }) ?? {}
      if (nombre >= PIECES_MAX || caracteres + contenu.length > CARACTERES_MAX)
        throw new StoreError('pieces-trop-lourdes')
      requetes.insererPiece.run({ dossier, id: piece.id, contenu })
    },
    oterPiece: (dossier: number, id: string): void => {
      requetes.oterPiece.run({ dossier, id })
    },
  }
}
