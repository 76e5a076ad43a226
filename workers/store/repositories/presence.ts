import { and, asc, eq, gt, ne, sql } from 'drizzle-orm'
import { type Database, hasId, refusing, storableOrNull } from '../database.ts'
import { organisations, presence, users } from '../schema/index.ts'
import type { Presences } from '../store.ts'

const usualSeconds = 45
const isPark = sql<boolean>`(${organisations.kind} = 'park')`

export const createPresence = (database: Database): Presences => ({
  async note({ dossierId, userId, place, withinSeconds = usualSeconds }) {
    const seenAt = new Date()
    const here = { place: storableOrNull(place), seenAt }
    const noted = database
      .insert(presence)
      .values({ dossierId, userId, ...here })
      .onConflictDoUpdate({ target: [presence.dossierId, presence.userId], set: here })
    await refusing(noted, { missing: '没有这份材料或这个用户。' })
    const [own] = await database
      .select({ park: isPark })
      .from(users)
      .innerJoin(organisations, eq(organisations.id, users.organisationId))
      .where(eq(users.id, userId))
    return database
      .select({ userId: users.id, displayName: users.displayName, place: presence.place, seenAt: presence.seenAt })
      .from(presence)
      .innerJoin(users, eq(users.id, presence.userId))
      .innerJoin(organisations, eq(organisations.id, users.organisationId))
      .where(
        and(
          eq(presence.dossierId, dossierId),
          ne(presence.userId, userId),
          gt(presence.seenAt, new Date(seenAt.getTime() - withinSeconds * 1000)),
          eq(isPark, own?.park ?? true),
        ),
      )
      .orderBy(asc(users.displayName))
  },
  async leave(dossierId, userId) {
    await database.delete(presence).where(and(hasId(presence.dossierId, dossierId), hasId(presence.userId, userId)))
  },
})
