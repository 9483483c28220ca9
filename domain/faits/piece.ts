import { z } from 'zod'

/** A piece of the procedure as text: offsets of extracts and pages are UTF-16, into this very text. */

const offset = z.int().min(0)

export const pieceSchema = z
  .strictObject({
    id: z.uuid(),
    nom: z.string().min(1).max(200),
    nature: z.enum(['audition', 'enquete', 'certificat', 'autre']),
    texte: z.string().max(3_000_000),
    /** `reconnue`: read from an image, so to be read again by a person. */
    pages: z.array(z.strictObject({ debut: offset, fin: offset, reconnue: z.boolean() })).max(5000),
    ajouteLe: z.iso.datetime({ offset: true }),
  })
  .refine(({ texte, pages }) => pages.every((p) => p.debut <= p.fin && p.fin <= texte.length), {
    path: ['pages'],
  })
export type Piece = z.infer<typeof pieceSchema>
