import { attachCaptions } from '../captions.ts'
import { findText } from '../decode-text.ts'
import { type Item, numberItems } from '../item.ts'
import { type Parts, readParts } from '../reader.ts'
import { lineItems } from './line-items.ts'

/** Reads plain text in UTF-8, UTF-16 or GBK: every line is a paragraph, numbered short lines are headings. */
export function readPlainText(bytes: Uint8Array): Promise<Parts> {
  const lines = (findText(bytes) ?? '').split(/\r\n|\r|\n|\f/)
  const items: Item[] = attachCaptions(lineItems(lines))
  return Promise.resolve(
    readParts({
      blocks: numberItems(items),
      title:
        lines
          .find((line) => line.trim() !== '')
          ?.trim()
          .slice(0, 100) ?? null,
    }),
  )
}
