import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { type Database, storable } from '../database.ts'
import { idempotencyKeys } from '../schema/index.ts'
import type { IdempotencyKeys } from '../store.ts'

/** An answer is kept for a day. */
export const answersKeptMs = 24 * 3600 * 1000

export const createIdempotency = (database: Database): IdempotencyKeys => {
  const at = (userId: string, key: string) => and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, storable(key)))
  return {
    async begin({ userId, key, request, leaseSeconds = 600 }) {
      const now = new Date()
      const fresh = { request, status: null, body: null, createdAt: now, leaseUntil: new Date(now.getTime() + leaseSeconds * 1000) }
      const outdated = lt(idempotencyKeys.createdAt, new Date(now.getTime() - answersKeptMs))
      const abandoned = and(isNull(idempotencyKeys.status), eq(idempotencyKeys.request, request), lt(idempotencyKeys.leaseUntil, now))
      const taken = await database
        .insert(idempotencyKeys)
        .values({ userId, key: storable(key), ...fresh })
        .onConflictDoUpdate({
          target: [idempotencyKeys.userId, idempotencyKeys.key],
          set: fresh,
          setWhere: sql`${outdated} or ${abandoned}`,
        })
      if (taken.rowCount === 1) return { state: 'new' }
      const [held] = await database.select().from(idempotencyKeys).where(at(userId, key))
      // Released in between by the one who held it.
      if (held === undefined) return { state: 'running' }
      if (held.request !== request) return { state: 'mismatch' }
      const { status, body } = held
      return status === null ? { state: 'running' } : { state: 'done', status, body: body ?? '' }
    },
    async finish({ userId, key, status, body }) {
      await database
        .update(idempotencyKeys)
        .set({ status, body: storable(body) })
        .where(at(userId, key))
    },
    async release({ userId, key }) {
      await database.delete(idempotencyKeys).where(and(at(userId, key), isNull(idempotencyKeys.status)))
    },
  }
}
