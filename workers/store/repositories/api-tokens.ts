import { and, desc, eq, gt, isNull, or } from 'drizzle-orm'
import { type Database, hasId, only, refusing, storable } from '../database.ts'
import { newId } from '../new-id.ts'
import { apiTokens, organisations, users } from '../schema/index.ts'
import type { ApiTokens } from '../store.ts'
import { viewerColumns, viewerOf } from './viewer.ts'

/** A token that was used within this time is not written to again. */
const usedEveryMs = 60_000

const tokenColumns = {
  id: apiTokens.id,
  userId: apiTokens.userId,
  name: apiTokens.name,
  scopes: apiTokens.scopes,
  createdAt: apiTokens.createdAt,
  expiresAt: apiTokens.expiresAt,
  lastUsedAt: apiTokens.lastUsedAt,
  revokedAt: apiTokens.revokedAt,
}

export const createApiTokens = (database: Database): ApiTokens => ({
  async create({ userId, name, tokenHash, scopes, expiresAt = null }) {
    const row = { id: newId(), userId, name: storable(name), tokenHash, scopes: [...scopes], expiresAt, createdAt: new Date() }
    const rows = database.insert(apiTokens).values(row).returning(tokenColumns)
    return only(await refusing(rows, { missing: '没有这个用户。' }), '没有这个用户。')
  },
  async find(tokenHash) {
    const now = new Date()
    const living = and(isNull(apiTokens.revokedAt), or(isNull(apiTokens.expiresAt), gt(apiTokens.expiresAt, now)), isNull(users.disabledAt))
    const [row] = await database
      .select({ token: tokenColumns, ...viewerColumns })
      .from(apiTokens)
      .innerJoin(users, eq(users.id, apiTokens.userId))
      .innerJoin(organisations, eq(organisations.id, users.organisationId))
      .where(and(eq(apiTokens.tokenHash, tokenHash), living))
    if (row === undefined) return undefined
    const { token } = row
    if (now.getTime() - (token.lastUsedAt?.getTime() ?? 0) > usedEveryMs)
      await database.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, token.id))
    return { token, viewer: viewerOf(row) }
  },
  list: (userId) => database.select(tokenColumns).from(apiTokens).where(hasId(apiTokens.userId, userId)).orderBy(desc(apiTokens.id)),
  async revoke(id, userId) {
    const own = and(hasId(apiTokens.id, id), hasId(apiTokens.userId, userId), isNull(apiTokens.revokedAt))
    const { rowCount } = await database.update(apiTokens).set({ revokedAt: new Date() }).where(own)
    return rowCount === 1
  },
})
