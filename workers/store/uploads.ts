import { and, asc, eq } from 'drizzle-orm'
import { type Database, hasId, only, refusing, storable, transact } from './database.ts'
import { newId } from './new-id.ts'
import { createDocuments } from './repositories/documents.ts'
import { lockRevision } from './repositories/lock-dossier.ts'
import { uploadParts, uploads } from './schema/index.ts'
import type { Blobs, Uploads } from './store.ts'
import { StoreError } from './store-error.ts'

const noUpload = '没有这次上传，或它已完成。'
const notNext = (received: number) => new StoreError('store.wrong-offset', `上传应从第 ${received} 字节继续。`)

/** Files that come in pieces. A piece is a blob of its own until the file is whole. */
export function createUploads(database: Database, blobs: Blobs): Uploads {
  const find = async (id: string) => {
    const [row] = await database.select().from(uploads).where(hasId(uploads.id, id))
    return row
  }
  return {
    create: ({ revisionId, fileName, size, sha256 = null, createdBy = null }) =>
      transact(database, async (tx) => {
        const revision = await lockRevision(tx, revisionId)
        if (revision.status !== 'draft') throw new StoreError('store.not-draft', '材料已提交，不能再增加或更换文件。')
        const row = { id: newId(), revisionId, fileName: storable(fileName), size, sha256, received: 0, createdBy, createdAt: new Date() }
        return only(await refusing(tx.insert(uploads).values(row).returning(), { missing: '没有这个用户。' }), noUpload)
      }),
    find,
    list: (revisionId) => database.select().from(uploads).where(hasId(uploads.revisionId, revisionId)).orderBy(asc(uploads.id)),
    async append(id, offset, bytes) {
      const upload = await find(id)
      if (upload === undefined) throw new StoreError('store.not-found', noUpload)
      if (upload.received !== offset) throw notNext(upload.received)
      const arriving = untilBroken(bytes)
      const { sha256, size } = await blobs.put(arriving.bytes, { maxBytes: upload.size - offset })
      const appended = await transact(database, async (tx) => {
        const rows = await tx
          .update(uploads)
          .set({ received: offset + size })
          .where(and(eq(uploads.id, id), eq(uploads.received, offset)))
          .returning()
        if (rows.length > 0 && size > 0) await tx.insert(uploadParts).values({ uploadId: id, offset, size, sha256 })
        return rows[0]
      })
      if (appended === undefined) throw notNext((await find(id))?.received ?? 0)
      if (arriving.fault() !== undefined) throw arriving.fault()
      return appended
    },
    async finish(id, accept) {
      const upload = only(await database.select().from(uploads).where(hasId(uploads.id, id)), noUpload)
      if (upload.received !== upload.size)
        throw new StoreError('store.conflict', `文件还没有传完：已收到 ${upload.received} 字节，共 ${upload.size} 字节。`)
      const parts = await database.select().from(uploadParts).where(eq(uploadParts.uploadId, id)).orderBy(asc(uploadParts.offset))
      const whole = await blobs.put(join(blobs, parts), { maxBytes: upload.size })
      if (upload.sha256 !== null && upload.sha256 !== whole.sha256)
        throw new StoreError('store.conflict', '收到的文件与原文件不一致，请重新上传。')
      await accept?.(whole)
      return transact(database, async (tx) => {
        const added = await createDocuments(tx).add({ revisionId: upload.revisionId, fileName: upload.fileName, ...whole })
        await tx.delete(uploads).where(eq(uploads.id, id))
        return added
      })
    },
    async delete(id) {
      const { rowCount } = await database.delete(uploads).where(hasId(uploads.id, id))
      return rowCount === 1
    },
  }
}

/** What arrives of a stream before it breaks, as if it ended there; `fault` tells afterwards why it broke. */
function untilBroken(source: AsyncIterable<Uint8Array>) {
  let broke: unknown
  async function* arriving() {
    try {
      yield* source
    } catch (error) {
      broke = error
    }
  }
  return { bytes: arriving(), fault: () => broke }
}

async function* join(blobs: Blobs, parts: readonly { sha256: string }[]): AsyncGenerator<Uint8Array> {
  for (const { sha256 } of parts) yield* await blobs.stream(sha256)
}
