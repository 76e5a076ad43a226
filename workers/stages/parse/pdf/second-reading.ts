import type { PDFParse } from 'pdf-parse'

/**
 * The text of the given pages (from 1) as pdf-parse reads it: an independent second reader, to compare digits with.
 * A page that it cannot read is missing from the map; never throws for bad input.
 */
export async function secondReading(bytes: Uint8Array, pages: readonly number[]): Promise<Map<number, string>> {
  const texts = new Map<number, string>()
  if (pages.length === 0) return texts
  let parser: PDFParse | undefined
  try {
    const library = await import('pdf-parse')
    parser = new library.PDFParse({ data: Uint8Array.from(bytes), isEvalSupported: false, verbosity: 0 })
    const result = await parser.getText({ partial: [...new Set(pages)].sort((a, b) => a - b), pageJoiner: '' })
    for (const page of result.pages) texts.set(page.num, page.text)
  } catch {
    // The second reader only confirms: without it the first reading stands alone.
  } finally {
    await parser?.destroy()
  }
  return texts
}
