/** An A3 page at 300 dpi has 17 million pixels; more brings nothing and takes memory: 3 bytes for each. */
export const largestPixels = 18_000_000

/** What a file may claim to hold before it is decoded: a large-format scan; more is a mistake or an attack. */
export const largestDecoded = 120_000_000

/** Pages of one multi-page picture. */
export const mostFrames = 600
