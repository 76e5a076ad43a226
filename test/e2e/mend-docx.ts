import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { makeZip } from '../workers/stages/parse/make-zip.ts'

const openZip = promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer)

async function readParts(bytes: Buffer): Promise<{ name: string; content: Buffer }[]> {
  const zip = await openZip(bytes, { lazyEntries: true })
  const open = promisify(zip.openReadStream.bind(zip)) as (entry: Entry) => Promise<NodeJS.ReadableStream>
  const parts: { name: string; content: Buffer }[] = []
  return new Promise((resolve, reject) => {
    zip.on('entry', async (entry: Entry) => {
      parts.push({ name: entry.fileName, content: await buffer(await open(entry)) })
      zip.readEntry()
    })
    zip.on('end', () => resolve(parts))
    zip.on('error', reject)
    zip.readEntry()
  })
}

/** A Word file in which a park has changed these prints; each must stand in it. */
export async function mendDocx(path: string, changes: Readonly<Record<string, string>>): Promise<Buffer> {
  const parts = await readParts(await readFile(path))
  const mended = parts.map(({ name, content }) => {
    if (name !== 'word/document.xml') return { name, content }
    let text = content.toString('utf8')
    for (const [from, to] of Object.entries(changes)) {
      if (!text.includes(from)) throw new Error(`${path} does not print ${from}`)
      text = text.replaceAll(from, to)
    }
    return { name, content: Buffer.from(text) }
  })
  return makeZip(mended)
}
