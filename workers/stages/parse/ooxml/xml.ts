import { SaxesParser } from 'saxes'
import { ReadError } from '../read-error.ts'
import { createXmlScanner, Doctype, Malformed } from './scan-xml.ts'

export type Attributes = Record<string, string>
export type XmlHandler = {
  open?: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/** The prefixes that the readers know, by the end of their namespace (transitional and strict ones end alike). */
const prefixes: readonly [end: string, prefix: string][] = [
  ['/wordprocessingml/2006/main', 'w'],
  ['/wordprocessingml/main', 'w'],
  ['/markup-compatibility/2006', 'mc'],
  ['/officeDocument/2006/math', 'm'],
  ['/officeDocument/math', 'm'],
  ['/officeDocument/2006/relationships', 'r'],
  ['/officeDocument/relationships', 'r'],
  ['/spreadsheetml/2006/main', ''],
  ['/spreadsheetml/main', ''],
  ['urn:schemas-microsoft-com:vml', 'v'],
]

/** Deeper than any document that a person writes; keeps hostile nesting from filling the memory. */
const deepest = 2_000

const refused = () =>
  new ReadError('ooxml.doctype', '文件内部含有 DOCTYPE 声明，疑似恶意文件，已拒绝读取。请用 Office 打开后另存为新文件再提交。')
const malformed = () =>
  new ReadError('ooxml.malformed', '文件内部结构已损坏，后面的内容无法读取。请用 Office 打开并修复，另存为新文件后再提交。')

function createNames() {
  const renamed = new Map<string, string>()
  const known = new Map<string, string>()
  let identical = true
  const declare = (attributes: Attributes) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (!name.startsWith('xmlns')) continue
      const prefix = prefixes.find(([end]) => value.endsWith(end))?.[1]
      const own = name.slice(6)
      if (prefix === undefined || prefix === own) continue
      renamed.set(own, prefix)
      identical = false
    }
    known.clear()
  }
  const rename = (name: string, isAttribute: boolean) => {
    const colon = name.indexOf(':')
    if (isAttribute && colon < 0) return name
    const prefix = renamed.get(colon < 0 ? '' : name.slice(0, colon))
    if (prefix === undefined) return name
    const local = name.slice(colon + 1)
    return prefix === '' ? local : `${prefix}:${local}`
  }
  const element = (name: string) => {
    if (identical) return name
    const found = known.get(name) ?? rename(name, false)
    known.set(name, found)
    return found
  }
  const attributes = (raw: Attributes): Attributes =>
    identical ? raw : Object.fromEntries(Object.entries(raw).map(([name, value]) => [rename(name, true), value]))
  return { declare, element, attributes }
}

const decoderFor = (first: Uint8Array) => {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le')
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be')
  return new TextDecoder('utf-8')
}

async function decodeInto(chunks: AsyncIterable<Uint8Array>, write: (text: string) => void) {
  let decoder: ReturnType<typeof decoderFor> | undefined
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk)
    write(decoder.decode(chunk, { stream: true }))
  }
}

/** Gives the handler the usual prefixes, whatever the writer of the part chose. */
function withKnownNames(handler: XmlHandler): XmlHandler {
  const names = createNames()
  let depth = 0
  return {
    ...handler,
    open: (name, attributes) => {
      if (depth++ === 0) names.declare(attributes)
      handler.open?.(names.element(name), names.attributes(attributes))
    },
    close: (name) => {
      depth--
      handler.close?.(names.element(name))
    },
  }
}

/**
 * Reads one XML part as it inflates, with the usual prefixes whatever the writer chose (w, mc, m, r, v; none for a spreadsheet).
 * A DOCTYPE, malformed XML and absurd nesting throw a ReadError; entities other than the five of XML are never expanded.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const parser = new SaxesParser({ position: false })
  const { open, close, text } = withKnownNames(handler)
  let depth = 0
  let fault: unknown
  parser.on('doctype', () => {
    throw refused()
  })
  parser.on('error', () => {
    fault ??= malformed()
  })
  parser.on('opentag', (tag) => {
    if (++depth > deepest) throw malformed()
    if (!fault) open?.(tag.name, tag.attributes as Attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    if (!fault) close?.(tag.name)
  })
  const print = (content: string) => {
    if (!fault) text?.(content)
  }
  parser.on('text', print)
  parser.on('cdata', print)
  await decodeInto(chunks, (chunk) => {
    parser.write(chunk)
    if (fault) throw fault
  })
  parser.close()
  if (fault) throw fault
}

/** As readXml, in a third of the time, for parts that grow with a workbook's cells: it checks the XML less closely. */
export async function scanXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const scanner = createXmlScanner(withKnownNames(handler), deepest)
  try {
    await decodeInto(chunks, scanner.write)
    scanner.end()
  } catch (error) {
    if (error instanceof Doctype) throw refused()
    throw error instanceof Malformed ? malformed() : error
  }
}

/** The value of a Word on/off property that is present: on unless it says off. */
export const isOn = (value: string | undefined) => value === undefined || !['0', 'false', 'off'].includes(value)
