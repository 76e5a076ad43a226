import type { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { ReadError } from '../read-error.ts'

/** A Word or Excel file has tens of parts, one with many pictures some thousands. */
const mostEntries = 20_000
/** Text read from one package. A workbook of 1 million cells unpacks to about 40 MB; ten times that is no dossier. */
const mostInflatedBytes = 400 * 1024 * 1024
/** Deflate gives at most 1032 : 1. Office XML packs 5 to 30 : 1, a sheet of nothing but empty styled cells about 60 : 1. */
const mostRatio = 200
/** Below this size a high ratio is harmless. */
const ratioFromBytes = 16 * 1024 * 1024

const bomb = () => new ReadError('zip.bomb', '压缩内容展开后异常巨大，疑似恶意文件，已拒绝读取。请用 Office 打开后另存为新文件再提交。')
const damaged = () => new ReadError('zip.damaged', '文件的压缩结构已损坏。请用 Office 打开并修复，另存为新文件后再提交。')
const unsafe = () =>
  new ReadError('zip.path', '文件内部含有越出自身的路径，疑似恶意文件，已拒绝读取。请用 Office 打开后另存为新文件再提交。')

/** The parts of an OOXML file. Nothing is inflated before it is asked for, and never more than the limits allow. */
export type Package = {
  readonly names: readonly string[]
  has: (name: string) => boolean
  /** The bytes of one part as they inflate; throws a ReadError when they are too many. */
  stream: (name: string) => AsyncIterable<Uint8Array>
  /** One small part as a whole. */
  read: (name: string) => Promise<Uint8Array>
}

function toReadError(error: unknown) {
  if (error instanceof ReadError) return error
  return /relative path|absolute path|invalid characters in fileName/i.test(String(error)) ? unsafe() : damaged()
}

const openZip = (bytes: Uint8Array) =>
  new Promise<ZipFile>((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: false }, (error, zip) => (error ? reject(error) : resolve(zip)))
  })

/** A symbolic link, by the Unix mode that the directory gives. Office writes none, and nothing here would follow it. */
const isLink = ({ externalFileAttributes }: Entry) => ((externalFileAttributes >>> 16) & 0o170000) === 0o120000

const listEntries = (zip: ZipFile) =>
  new Promise<Map<string, Entry>>((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      if (entries.size >= mostEntries) return reject(bomb())
      if (isLink(entry)) return reject(unsafe())
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName.replace(/^\/+/, ''), entry)
      zip.readEntry()
    })
    zip.readEntry()
  })

/** Inflating in larger pieces than the usual 16 kB saves a round trip between threads for each. */
const pieceSize = 256 * 1024
const deflated = 8

const openEntry = (zip: ZipFile, entry: Entry) =>
  new Promise<Readable>((resolve, reject) => {
    const options = { decodeFileData: false, decompress: null, decrypt: null, start: null, end: null }
    zip.openReadStream(entry, options, (error, stored) => {
      if (error) return reject(error)
      if (entry.compressionMethod === 0) return resolve(stored)
      if (entry.compressionMethod !== deflated) return reject(damaged())
      const inflate = createInflateRaw({ chunkSize: pieceSize })
      stored.on('error', (fault) => inflate.destroy(fault))
      resolve(stored.pipe(inflate))
    })
  })

/** Lists the parts of a zip by its directory alone, which may lie: what inflates is counted again when a part is read. */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const zip = await openZip(bytes).catch((error) => Promise.reject(toReadError(error)))
  const entries = await listEntries(zip).catch((error) => Promise.reject(toReadError(error)))
  let inflated = 0

  const admit = (entry: Entry, size: number, whole: number) => {
    if (whole > mostInflatedBytes) throw bomb()
    if (size > ratioFromBytes && size > mostRatio * Math.max(1, entry.compressedSize)) throw bomb()
  }

  async function* stream(name: string): AsyncIterable<Uint8Array> {
    const entry = entries.get(name)
    if (!entry) throw new ReadError('ooxml.part-missing', '文件缺少必要的组成部分。请用 Office 打开后另存为新文件再提交。')
    if (entry.generalPurposeBitFlag & 1) throw encrypted()
    admit(entry, entry.uncompressedSize, inflated + entry.uncompressedSize)
    let size = 0
    try {
      for await (const chunk of await openEntry(zip, entry)) {
        size += chunk.length
        inflated += chunk.length
        admit(entry, size, inflated)
        yield chunk
      }
    } catch (error) {
      throw toReadError(error)
    }
  }

  const read = async (name: string) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of stream(name)) chunks.push(chunk)
    return Buffer.concat(chunks)
  }
  return { names: [...entries.keys()], has: (name) => entries.has(name), stream, read }
}

/** The fault of every file that asks for a password. */
export const encrypted = () => new ReadError('format.encrypted', '文件有打开密码。请换成没有密码的副本。')
