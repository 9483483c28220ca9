/**
 * What one file may ask of the machine. Each limit is far above a real piece and far below what freezes
 * a court's computer; the sentence of the refusal gives it and says what to do (phrases.ts).
 */

/** The file is held whole in memory: a hundred scanned A4 pages at 300 dpi weigh 30 to 80 MB. */
export const MAX_OCTETS = 100 * 2 ** 20

/** Pages with a text layer are read at about a hundred a second; a whole procedure stays under a thousand. */
export const MAX_PAGES = 1000

/** A scanned page takes seconds to recognise: more than this would outlast the morning it is meant to help. */
export const MAX_PAGES_RECONNUES = 100

/**
 * XML of one document once unfolded: about 600 pages of Word. A zip bomb holds gigabytes, and reading XML takes
 * about a hundred times its size in memory.
 */
export const MAX_OCTETS_XML = 12 * 2 ** 20

/** Entries of one archive; a document with a photograph on each page has fewer. */
export const MAX_ENTREES = 10_000

/** Word nests nine elements a level of table; nobody nests twenty tables. */
export const MAX_IMBRICATION = 200

/** Text of one piece, in UTF-16 units: about a thousand full pages, read in one go by the marker reader. */
export const MAX_CARACTERES = 4_000_000

/** Pixels of a page given to recognition: A4 at 300 dpi, the density Tesseract is trained for. */
export const MAX_PIXELS_PAGE = 2480 * 3508

/** Pixels of one picture inside a PDF: an A3 page at 600 dpi. Larger ones are left out, not unfolded. */
export const MAX_PIXELS_IMAGE = 7016 * 9922

/** A reader that says nothing for this long is stuck on a malformed file: it is ended, the window never was. */
export const SILENCE_MS = 120_000
