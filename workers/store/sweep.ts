import { and, eq, lt, sql } from 'drizzle-orm'
import type { Backend } from './blobs/backend.ts'
import { type Database, transact } from './database.ts'
import type { Sha256 } from './entities.ts'
import { answersKeptMs } from './repositories/idempotency.ts'
import { blobs, documents, idempotencyKeys, presence, reportFiles, sessions, uploadParts, uploads } from './schema/index.ts'

/** An upload that nobody went on with for so long is given up. */
const uploadsKeptMs = 7 * 24 * 3600 * 1000
const atOnce = 1_000
const hour = 3_600_000

const unused = sql`
  not exists (select 1 from ${documents} where ${documents.sha256} = ${blobs.sha256})
  and not exists (select 1 from ${reportFiles} where ${reportFiles.sha256} = ${blobs.sha256})
  and not exists (select 1 from ${uploadParts} where ${uploadParts.sha256} = ${blobs.sha256})`

/** Deletes what nobody refers to any more and is older than the grace; gives the number of blobs. */
export async function sweepStore(database: Database, backend: Backend, graceSeconds: number): Promise<number> {
  const now = Date.now()
  await database.delete(uploads).where(lt(uploads.createdAt, new Date(now - uploadsKeptMs)))
  await database.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, new Date(now - answersKeptMs)))
  await database.delete(presence).where(lt(presence.seenAt, new Date(now - hour)))
  await database.delete(sessions).where(lt(sessions.expiresAt, new Date(now)))
  const old = and(lt(blobs.touchedAt, new Date(now - graceSeconds * 1000)), unused)
  const candidates = await database.select({ sha256: blobs.sha256 }).from(blobs).where(old).limit(atOnce)
  let swept = 0
  for (const { sha256 } of candidates) if (await sweepOne(database, backend, sha256, graceSeconds)) swept += 1
  return swept
}

/**
 * The row stays locked until the bytes are gone: who stores the same bytes meanwhile waits in touching it, and then writes them anew.
 */
const sweepOne = (database: Database, backend: Backend, sha256: Sha256, graceSeconds: number) =>
  transact(database, async (tx) => {
    const old = lt(blobs.touchedAt, new Date(Date.now() - graceSeconds * 1000))
    const { rowCount } = await tx.delete(blobs).where(and(eq(blobs.sha256, sha256), old, unused))
    if (rowCount !== 1) return false
    await backend.delete(sha256)
    return true
  })
