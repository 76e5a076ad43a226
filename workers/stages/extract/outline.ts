import type { ParsedDocument } from '../../../schemas/document.ts'
import type { Heading } from '../../../schemas/reading.ts'
import { evidenceOfBlock } from './evidence.ts'

/** The headings of a document, and for each of its blocks the path of headings it stands under ("四、… › 4.2 …"). */
export function outline({ blocks }: ParsedDocument): { headings: Heading[]; sections: (string | null)[] } {
  const path: { level: number; text: string }[] = []
  const headings: Heading[] = []
  const sections = blocks.map((block) => {
    if (block.kind === 'heading') {
      const level = block.level ?? 1
      while (path.length > 0 && (path.at(-1)?.level ?? 0) >= level) path.pop()
      path.push({ level, text: block.text })
      headings.push({
        text: block.text,
        level,
        evidence: evidenceOfBlock(block, block.text),
      })
    }
    return path.length > 0 ? path.map(({ text }) => text).join(' › ') : null
  })
  return { headings, sections }
}
