import type { Package } from '../ooxml/package.ts'
import { readXml } from '../ooxml/xml.ts'
import { contentHandler, contentOf } from './read-content.ts'
import type { State } from './reader-state.ts'
import { plainText } from './running-heads.ts'

/** The texts of footnotes and endnotes by their id, with the letter of their kind before it. Separators are no notes. */
export async function readNotes(
  source: Package,
  parts: Record<'f' | 'e', string | undefined>,
  create: () => Promise<State>,
): Promise<Map<string, string>> {
  const notes = new Map<string, string>()
  for (const [letter, part] of Object.entries(parts)) {
    if (part === undefined || !source.has(part)) continue
    const state = await create()
    const handler = contentHandler(state)
    let id = ''
    await readXml(source.stream(part), {
      ...handler,
      open: (name, attributes) => {
        if (name === 'w:footnote' || name === 'w:endnote') id = attributes['w:type'] === undefined ? (attributes['w:id'] ?? '') : ''
        handler.open?.(name, attributes)
      },
      close: (name) => {
        handler.close?.(name)
        if (name !== 'w:footnote' && name !== 'w:endnote') return
        const text = plainText(contentOf({ ...state, path: [] })).trim()
        state.containers[0]?.items.splice(0)
        if (id !== '' && text !== '') notes.set(letter + id, text)
      },
    })
  }
  return notes
}
