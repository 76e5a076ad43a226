import type { Block, Table } from '../../../../schemas/document.ts'
import type { Item } from '../item.ts'
import type { Package } from '../ooxml/package.ts'
import { buildDocument } from '../pdf/build-document.ts'
import { recordOf } from '../pdf/parse-pages.ts'
import { decodeImage, readImageFacts } from '../scan/decode-image.ts'
import { isPhoto } from '../scan/is-photo.ts'
import type { Recognise } from '../scan/scan.ts'

/** Beyond these a text is an album, or an attack: what is left out is told. */
const most = { pictures: 200, bytes: 32 * 1024 * 1024, atOnce: 4 }
/** Smaller pictures (pixels) are logos, seals and signatures: no table can be read in them. */
const least = { long: 320, short: 90 }
/** What has so few rows and columns, or so many empty cells, is a chart's axis or a frame. */
const tableOf = { rows: 2, columns: 2, filled: 0.5 }

export type ReadPictures = {
  /** What each picture that holds print gives, by the part that it is. */
  readonly items: ReadonlyMap<string, readonly Item[]>
  readonly title: string | null
  readonly recognised: number
  /** Pictures large enough to hold print that could not be recognised, or were too many. */
  readonly lost: number
}

const isTable = ({ rows, columns, cells }: Table) =>
  rows >= tableOf.rows &&
  columns >= tableOf.columns &&
  cells.filter(({ text }) => text.trim() !== '').length >= cells.length * tableOf.filled

/** A block of the picture without its place there: it stands where the picture stands in the text. */
function itemOf(block: Block): Item {
  if (block.kind !== 'table') {
    const { kind, level, text, recognised } = block
    return { kind, level, text, ...(recognised === undefined ? {} : { recognised }) }
  }
  const { kind, caption, rows, columns, cells, sheet } = block
  return { kind, caption, rows, columns, sheet, cells: cells.map((cell) => ({ ...cell, page: null, bbox: null })) }
}

/** The bytes of a picture worth reading: undefined for one that is small, or of a kind that holds no print (drawings in vectors). */
async function openPicture(source: Package, part: string): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source.stream(part)) {
    size += chunk.length
    if (size > most.bytes) return undefined
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  const facts = await readImageFacts(bytes).catch(() => undefined)
  if (facts === undefined) return undefined
  const [long, short] = [Math.max(facts.width, facts.height), Math.min(facts.width, facts.height)]
  return long >= least.long && short >= least.short ? bytes : undefined
}

/**
 * Recognises the pictures that stand in a text: the tables in them with the lines around these, and all print where the text is nothing
 * but pictures (`all`). A picture of anything else gives nothing, and a photo beside text is not asked for any.
 */
export async function readPictures(source: Package, parts: readonly string[], recognise: Recognise, all: boolean): Promise<ReadPictures> {
  const items = new Map<string, readonly Item[]>()
  const asked = [...new Set(parts)].filter((part) => source.has(part))
  let [recognised, lost] = [0, Math.max(0, asked.length - most.pictures)]
  let title: string | null = null
  const read = async (part: string) => {
    const bytes = await openPicture(source, part)
    if (bytes === undefined) return
    try {
      if (!all && isPhoto(await decodeImage(bytes, 1))) return
      const built = buildDocument([recordOf({ ...(await recognise({ picture: bytes })), page: 1 })])
      const tables = built.blocks.filter((block) => block.kind === 'table')
      const print = all || tables.some(isTable)
      if (!print) return
      recognised++
      if (all && part === asked[0]) title = built.title
      items.set(part, built.blocks.filter((block) => block.kind !== 'table' || isTable(block)).map(itemOf))
    } catch {
      lost++
    }
  }
  const waiting = asked.slice(0, most.pictures)
  const work = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) await read(part)
  }
  await Promise.all(Array.from({ length: most.atOnce }, work))
  return { items, title, recognised, lost }
}
