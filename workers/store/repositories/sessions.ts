import { and, desc, eq, gt, isNull, lte, ne } from 'drizzle-orm'
import { type Database, hasId, only, refusing, storableOrNull } from '../database.ts'
import { newId } from '../new-id.ts'
import { organisations, sessions, users } from '../schema/index.ts'
import type { Sessions } from '../store.ts'
import { viewerColumns, viewerOf } from './viewer.ts'

/** A session that was seen within this time is not written to again. */
const seenEveryMs = 60_000

const sessionColumns = {
  id: sessions.id,
  userId: sessions.userId,
  createdAt: sessions.createdAt,
  expiresAt: sessions.expiresAt,
  lastSeenAt: sessions.lastSeenAt,
  address: sessions.address,
  agent: sessions.agent,
}

export const createSessions = (database: Database): Sessions => ({
  async create({ userId, tokenHash, expiresAt, address, agent }) {
    const now = new Date()
    const row = { id: newId(), userId, tokenHash, expiresAt, createdAt: now, lastSeenAt: now }
    const rows = database
      .insert(sessions)
      .values({ ...row, address: storableOrNull(address), agent: storableOrNull(agent)?.slice(0, 500) ?? null })
      .returning(sessionColumns)
    return only(await refusing(rows, { missing: '没有这个用户。' }), '没有这个用户。')
  },
  async find(tokenHash) {
    const now = new Date()
    const [row] = await database
      .select({ session: sessionColumns, ...viewerColumns })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .innerJoin(organisations, eq(organisations.id, users.organisationId))
      .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now), isNull(users.disabledAt)))
    if (row === undefined) return undefined
    const { session } = row
    if (now.getTime() - session.lastSeenAt.getTime() > seenEveryMs)
      await database.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id))
    return { session, viewer: viewerOf(row) }
  },
  list: (userId) => database.select(sessionColumns).from(sessions).where(hasId(sessions.userId, userId)).orderBy(desc(sessions.id)),
  async delete(tokenHash) {
    await database.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
  },
  async deleteOf(userId, except) {
    const others = except === undefined ? undefined : ne(sessions.id, except)
    const { rowCount } = await database.delete(sessions).where(and(hasId(sessions.userId, userId), others))
    return rowCount ?? 0
  },
  async deleteExpired() {
    const { rowCount } = await database.delete(sessions).where(lte(sessions.expiresAt, new Date()))
    return rowCount ?? 0
  },
})
