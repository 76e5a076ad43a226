import type { Attributes, XmlHandler } from './xml.ts'

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
const highestCodePoint = 0x10ffff

/** No tag that an office program writes comes near this; without a bound a hostile one would fill the memory. */
const longestTag = 1_000_000
/** The longest entity reference is &#x10ffff; */
const longestEntity = 12

/** What the XML is not well formed by. */
export class Malformed extends Error {}
/** A document type: the way to entities that blow up or reach out. */
export class Doctype extends Error {}

function entityText(name: string): string {
  const known = entities[name]
  if (known !== undefined) return known
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name)
  const code = digits?.[1] === undefined ? Number(digits?.[2] ?? Number.NaN) : Number.parseInt(digits[1], 16)
  if (!(code >= 0 && code <= highestCodePoint)) throw new Malformed()
  return String.fromCodePoint(code)
}

const unescaped = (text: string) => (text.includes('&') ? text.replace(/&([^;&]*);?/g, (_, name: string) => entityText(name)) : text)
const isSpace = (code: number) => code === 32 || code === 9 || code === 10 || code === 13

function readAttributes(tag: string, from: number): Attributes {
  const attributes: Attributes = {}
  let at = from
  while (at < tag.length) {
    while (isSpace(tag.charCodeAt(at))) at++
    if (at >= tag.length) break
    const equals = tag.indexOf('=', at)
    if (equals < 0) throw new Malformed()
    let start = equals + 1
    while (isSpace(tag.charCodeAt(start))) start++
    const quote = tag[start]
    const end = quote === '"' || quote === "'" ? tag.indexOf(quote, start + 1) : -1
    if (end < 0) throw new Malformed()
    attributes[tag.slice(at, equals).trimEnd()] = unescaped(tag.slice(start + 1, end))
    at = end + 1
  }
  return attributes
}

/** The index of the '>' that ends a tag; one within an attribute's quotes does not. -1 where the chunk ends first. */
function tagEnd(text: string, from: number): number {
  let quote = 0
  for (let end = from; end < text.length; end++) {
    const code = text.charCodeAt(end)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) return end
    else if (code === 34 || code === 39) quote = code
  }
  return -1
}

const skippable: readonly [start: string, end: string][] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
]

/**
 * A small XML reader for the two parts of a workbook that grow with its cells. It takes a third of the time of a full
 * parser because it checks less: nesting, quotes and entities, not names or namespaces. Text may come in several pieces.
 */
export function createXmlScanner(handler: XmlHandler, deepest: number): { write: (chunk: string) => void; end: () => void } {
  const names: string[] = []
  let text = ''
  let skipping: { end: string; isText: boolean } | null = null

  /** Prints text up to `to`; a reference cut by the chunk's end waits for the rest of it. */
  const printText = (from: number, to: number, isLast: boolean): number => {
    if (to <= from) return to
    let until = to
    if (isLast) {
      const open = text.lastIndexOf('&', to - 1)
      if (open >= Math.max(from, to - longestEntity) && text.indexOf(';', open) < 0) until = open
    }
    if (until > from && names.length > 0) handler.text?.(unescaped(text.slice(from, until)))
    return until
  }

  const closeTag = (name: string) => {
    if (names.pop() !== name) throw new Malformed()
    handler.close?.(name)
  }

  const readTag = (from: number, end: number) => {
    if (text.charCodeAt(from + 1) === 47) return closeTag(text.slice(from + 2, end).trimEnd())
    const isEmpty = text.charCodeAt(end - 1) === 47
    const last = isEmpty ? end - 1 : end
    let nameEnd = from + 1
    while (nameEnd < last && !isSpace(text.charCodeAt(nameEnd))) nameEnd++
    const name = text.slice(from + 1, nameEnd)
    if (name === '' || names.length >= deepest) throw new Malformed()
    names.push(name)
    handler.open?.(name, nameEnd < last ? readAttributes(text.slice(nameEnd, last), 0) : {})
    if (isEmpty) closeTag(name)
  }

  /** Passes over a comment, an instruction or the rest of a CDATA section; -1 when it goes on in the next chunk. */
  const skip = (from: number): number => {
    if (!skipping) return from
    const end = text.indexOf(skipping.end, from)
    const until = end < 0 ? Math.max(from, text.length - skipping.end.length + 1) : end
    if (skipping.isText && until > from) handler.text?.(text.slice(from, until))
    if (end < 0) {
      text = text.slice(until)
      return -1
    }
    const after = end + skipping.end.length
    skipping = null
    return after
  }

  /** The place after the markup that begins at `from`; -1 when the chunk ends within it. */
  const readMarkup = (from: number): number => {
    const second = text.charCodeAt(from + 1)
    if (second === 33 || second === 63) {
      if (text.length - from < 9) return -1
      const found = skippable.find(([start]) => text.startsWith(start, from))
      if (!found) throw text.startsWith('<!DOCTYPE', from) ? new Doctype() : new Malformed()
      skipping = { end: found[1], isText: found[0] === '<![CDATA[' }
      return from + found[0].length
    }
    const end = tagEnd(text, from)
    if (end < 0 && text.length - from > longestTag) throw new Malformed()
    if (end >= 0) readTag(from, end)
    return end < 0 ? -1 : end + 1
  }

  /** The place after what begins at `at`; -1 when it goes on in the next chunk, for which the rest is kept. */
  const step = (at: number): number => {
    if (skipping) return skip(at)
    const open = text.indexOf('<', at)
    const printed = printText(at, open < 0 ? text.length : open, open < 0)
    const next = open < 0 ? -1 : readMarkup(open)
    if (next < 0) text = text.slice(open < 0 ? printed : open)
    return next
  }

  const write = (chunk: string) => {
    text = text === '' ? chunk : text + chunk
    let at = 0
    while (at >= 0 && at < text.length) at = step(at)
    if (at >= 0) text = ''
  }
  return {
    write,
    end: () => {
      if (names.length > 0 || skipping || text.trim() !== '') throw new Malformed()
    },
  }
}
