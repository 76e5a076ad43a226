import type { Package } from '../ooxml/package.ts'
import { scanXml, type XmlHandler } from '../ooxml/xml.ts'
import { superscriptText } from '../superscript.ts'

/** The most characters that Excel lets a cell hold. */
const longestText = 32_767

/** _x000D_ stands for a character that XML cannot hold. */
const unescapeControls = (text: string) =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text

/** A cell's text as one line a break, without the spaces around it. */
export const cellText = (text: string): string => unescapeControls(text).slice(0, longestText).replace(/\r\n?/g, '\n').trim()

/** Collects the runs of a rich text (si, is): raised digits stay raised, readings aloud (rPh) are left out. */
export function createRichText(): XmlHandler & { take: () => string } {
  let pieces: string[] = []
  let collecting = false
  let raised = false
  let aloud = false
  return {
    open: (name, attributes) => {
      if (name === 't') collecting = !aloud
      else if (name === 'r') raised = false
      else if (name === 'vertAlign') raised = attributes['val'] === 'superscript'
      else if (name === 'rPh') aloud = true
    },
    close: (name) => {
      if (name === 't') collecting = false
      else if (name === 'rPh') aloud = false
      else if (name === 'r') raised = false
    },
    text: (text) => {
      if (collecting) pieces.push(raised ? superscriptText(text) : text)
    },
    take: () => {
      const text = cellText(pieces.join(''))
      pieces = []
      return text
    },
  }
}

/** Reads xl/sharedStrings.xml: the texts that cells point at by number. */
export async function readSharedStrings(source: Package, part: string | undefined): Promise<string[]> {
  const strings: string[] = []
  if (part === undefined || !source.has(part)) return strings
  const rich = createRichText()
  await scanXml(source.stream(part), {
    ...rich,
    close: (name) => {
      rich.close?.(name)
      if (name === 'si') strings.push(rich.take())
    },
  })
  return strings
}
