import { and, asc, count, eq, gt, sql } from 'drizzle-orm'
import { changesIn, type Database, hasId, inScope, only, refusing, storable, storableOrNull, transact } from '../database.ts'
import { newId } from '../new-id.ts'
import { idAfter, limitOf, pageOf } from '../page.ts'
import { users } from '../schema/index.ts'
import type { Users } from '../store.ts'
import { createOrganisations } from './organisations.ts'

const missing = '没有这个用户。'
const taken = '这个登录名或单点登录账号已被使用。'
/** Held while the first administrator is made. */
const firstUserLock = 7_201_502

export const createUsers = (database: Database): Users => ({
  async create(user) {
    const row = {
      mustChangePassword: false,
      ...user,
      oidcSubject: storableOrNull(user.oidcSubject),
      login: storable(user.login),
      displayName: storable(user.displayName),
      id: newId(),
      disabledAt: null,
      createdAt: new Date(),
    }
    return only(await refusing(database.insert(users).values(row).returning(), { taken, missing: '没有这个单位。' }), missing)
  },
  createFirst: ({ organisationName, ...user }) =>
    transact(database, async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${firstUserLock})`)
      if ((await createUsers(tx).count()) > 0) return undefined
      const office = await createOrganisations(tx).create({ kind: 'office', name: organisationName, parentId: null })
      return createUsers(tx).create({ mustChangePassword: true, ...user, organisationId: office.id, role: 'admin' })
    }),
  async find(id) {
    const [row] = await database.select().from(users).where(hasId(users.id, id))
    return row
  },
  async findByLogin(login) {
    const [row] = await database
      .select()
      .from(users)
      .where(eq(sql`lower(${users.login})`, storable(login).toLowerCase()))
    return row
  },
  async findByOidc(oidcSubject) {
    const [row] = await database
      .select()
      .from(users)
      .where(eq(users.oidcSubject, storable(oidcSubject)))
    return row
  },
  async list({ scope }, page = {}) {
    const after = idAfter(page)
    const rows = await database
      .select()
      .from(users)
      .where(and(inScope(users.organisationId, scope), after === null ? undefined : gt(users.id, after)))
      .orderBy(asc(users.id))
      .limit(limitOf(page) + 1)
    return pageOf(
      rows,
      page,
      ({ id }) => id,
      (user) => user,
    )
  },
  async update(id, change) {
    // Setting the id to itself keeps an empty change a valid one.
    const rows = database
      .update(users)
      .set({ id: sql`${users.id}`, ...changesIn(change) })
      .where(hasId(users.id, id))
      .returning()
    return only(await refusing(rows, { taken, missing: '没有这个单位。' }), missing)
  },
  async count() {
    const [row] = await database.select({ users: count() }).from(users)
    return row?.users ?? 0
  },
})
