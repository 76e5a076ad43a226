/** A dossier volume of 3000 pages is beyond any printed one; more is a mistake or an attack. */
export const maxPages = 3000

/** PDFium holds the whole file in a 32-bit heap; 256 MB leaves it room to work. */
export const maxBytes = 256 * 1024 * 1024

/** A dense A3 page holds about 10 000 characters; ten times that is no page to read. */
export const maxGlyphsPerPage = 100_000

/** A drawing may hold tens of thousands of paths; past this the page is a map or an attack, and its rules are not read. */
export const maxObjectsPerPage = 60_000

/** Path segments looked at on one page: bounds the work that one huge path can cause. A dotted grid takes 100 000. */
export const maxSegmentsPerPage = 500_000

/** Pieces of ruling lines kept on one page: a table has a few hundred, a grid of dotted lines (every dot a piece) 50 000. */
export const maxRulesPerPage = 150_000

/** Form XObjects inside form XObjects: printers nest two or three deep. */
export const maxFormDepth = 6

/** PDF's own limit for a page side, in points. */
export const maxPageSide = 14_400

/** Longest side of a cut-out in pixels: larger pictures serve no reader. */
export const maxCutPixels = 4000
