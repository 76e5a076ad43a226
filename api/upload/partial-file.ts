import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { Problem } from '../problem.ts'

/** What is being uploaded piece by piece. Known by dossier, name and sha256, so whoever starts again goes on where it broke off. */
export const PartialUpload = z.object({ dossier: z.string(), name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().positive() })
export type PartialUpload = z.infer<typeof PartialUpload>

/** An upload that nobody goes on with is forgotten after two days. */
const forgetAfterMs = 48 * 3_600_000
const isId = (id: string) => /^[0-9a-f]{64}$/.test(id)

export const partialIdOf = ({ dossier, name, sha256 }: PartialUpload): string =>
  createHash('sha256').update(JSON.stringify([dossier, name, sha256])).digest('hex')

/**
 * Half-received files in a folder of the API's own: `ID.part` holds the bytes so far, `ID.json` what they will be. How far an upload
 * is, is the length of its file and nothing else, so that it is right after a kill -9 too.
 */
export function createPartialFiles(folder: string) {
  const at = (id: string, ending: 'part' | 'json') => join(folder, `${id}.${ending}`)
  const busy = new Set<string>()

  const offsetOf = async (id: string) => (await stat(at(id, 'part')).catch(() => undefined))?.size ?? 0
  const find = async (id: string): Promise<(PartialUpload & { offset: number }) | undefined> => {
    if (!isId(id)) return undefined
    const text = await readFile(at(id, 'json'), 'utf8').catch(() => undefined)
    return text === undefined ? undefined : { ...PartialUpload.parse(JSON.parse(text)), offset: await offsetOf(id) }
  }
  const forget = async (id: string) => {
    await Promise.all([rm(at(id, 'part'), { force: true }), rm(at(id, 'json'), { force: true })])
  }

  /** Appends what comes, from the given offset on. What arrived before a broken connection stays. */
  const append = async (id: string, offset: number, body: Readable, size: number): Promise<number> => {
    const file = await open(at(id, 'part'), 'a')
    try {
      let length = (await file.stat()).size
      if (length !== offset) throw new Problem('upload.offset', undefined, { extra: { offset: length } })
      for await (const chunk of body as AsyncIterable<Buffer>) {
        if (length + chunk.length > size) throw new Problem('upload.too-large', '收到的字节比声明的多。', { extra: { offset: length } })
        await file.appendFile(chunk)
        length += chunk.length
      }
      await file.sync()
      return length
    } finally {
      await file.close()
    }
  }

  return {
    find,
    forget,
    /** Begins an upload, or finds the one that was begun before. */
    begin: async (upload: PartialUpload): Promise<{ id: string; offset: number }> => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const id = partialIdOf(upload)
      if ((await find(id)) === undefined) {
        await writeFile(`${at(id, 'json')}.new`, JSON.stringify(PartialUpload.parse(upload)), { mode: 0o600 })
        await rename(`${at(id, 'json')}.new`, at(id, 'json'))
      }
      return { id, offset: await offsetOf(id) }
    },
    /** Adds bytes; only one request at a time may. Throws `upload.busy`, `upload.offset`, `upload.too-large`. */
    add: async (id: string, offset: number, body: Readable, size: number): Promise<number> => {
      if (busy.has(id)) throw new Problem('upload.busy')
      busy.add(id)
      try {
        return await append(id, offset, body, size)
      } finally {
        busy.delete(id)
      }
    },
    read: (id: string): Readable => createReadStream(at(id, 'part')),
    /** Forgets what nobody has gone on with. */
    sweep: async (now: Date): Promise<void> => {
      for (const name of await readdir(folder).catch(() => [])) {
        const found = await stat(join(folder, name)).catch(() => undefined)
        if (found !== undefined && now.getTime() - found.mtimeMs > forgetAfterMs) await rm(join(folder, name), { force: true })
      }
    },
  }
}
export type PartialFiles = ReturnType<typeof createPartialFiles>
