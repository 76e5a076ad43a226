import { parse } from 'parse5'
import { attachCaptions } from '../captions.ts'
import { findText } from '../decode-text.ts'
import { numberItems } from '../item.ts'
import { type Parts, readParts } from '../reader.ts'
import { itemsOf } from './items.ts'
import { isElement, type Node, textOf } from './nodes.ts'

/** The charset that a page names, which counts only where its bytes do not decide. */
const declaredCharset = (bytes: Uint8Array) =>
  /charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(Buffer.from(bytes.subarray(0, 4096)).toString('latin1'))?.[1]

function findTitle(node: Node): string | undefined {
  const waiting: Node[] = [node]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (isElement(next) && next.tagName === 'title') return textOf(next).replace(/\s+/g, ' ').trim()
    if ('childNodes' in next && (!isElement(next) || next.tagName !== 'body')) waiting.push(...next.childNodes)
  }
  return undefined
}

/** Reads a page as its readers see it: headings, paragraphs, tables with their spans. Scripts, styles and hidden parts are no text. */
export function readHtml(bytes: Uint8Array): Promise<Parts> {
  const page = parse(findText(bytes, declaredCharset(bytes)) ?? '')
  return Promise.resolve(readParts({ title: findTitle(page) || null, blocks: numberItems(attachCaptions(itemsOf(page))) }))
}
