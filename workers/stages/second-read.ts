import type { Fact } from '../../schemas/fact.ts'
import type { Reading } from '../../schemas/reading.ts'

/** The text of single pages as an independent reader sees it, by page number from 1. A page that it cannot read is absent. */
export type SecondReader = (bytes: Uint8Array, pages: readonly number[]) => Promise<ReadonlyMap<number, string>>

/** How sure a value is that a second reader does not find on its page. */
const UNCONFIRMED = 0.8

const bare = (text: string) => text.normalize('NFKC').replace(/[\s,\u2009]/g, '')

/** The digits of a printed value; undefined where it is printed in words. */
const digitsOf = ({ raw }: Fact): string | undefined => /\d+(?:[.]\d+)?/.exec(bare(raw))?.[0]

const isPrintedPdf = ({ format, ocrPages, facts }: Reading) => format === 'pdf' && ocrPages === 0 && facts.length > 0

/**
 * Reads the pages that carry facts of a PDF once more with another engine, and lowers the confidence of every fact
 * whose digits that engine does not see on the page. Where the second reader itself fails, nothing is lowered.
 */
export async function secondRead(reading: Reading, bytes: Uint8Array, read: SecondReader): Promise<Reading> {
  if (!isPrintedPdf(reading)) return reading
  const pages = [...new Set(reading.facts.flatMap(({ evidence }) => evidence.page ?? []))].sort((a, b) => a - b)
  const texts = new Map<number, string>()
  for (const [page, text] of await read(bytes, pages).catch(() => new Map<number, string>())) texts.set(page, bare(text))
  const confirmed = (fact: Fact) => {
    const text = fact.evidence.page === null ? undefined : texts.get(fact.evidence.page)
    const digits = digitsOf(fact)
    return text === undefined || text === '' || digits === undefined || text.includes(digits)
  }
  const facts = reading.facts.map((fact) => (confirmed(fact) ? fact : { ...fact, confidence: Math.min(fact.confidence, UNCONFIRMED) }))
  return { ...reading, facts }
}
