import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store, User } from '../../../workers/store/index.ts'
import { makeStore } from './make-store.ts'

let store: Store
let remove: () => Promise<void>
let admin: User

const first = { login: 'admin', displayName: '管理员', passwordHash: 'hash', organisationName: '领导小组办公室' }
const inAnHour = () => new Date(Date.now() + 3_600_000)
const hash = (digit: string) => digit.repeat(64)

beforeAll(async () => {
  const made = await makeStore()
  store = made.store
  remove = made.remove
})
afterAll(() => remove())

describe('users', () => {
  it('of several processes that start at once, one makes the first administrator', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => store.users.createFirst(first)))
    const admins = made.filter((user) => user !== undefined)
    expect(admins).toHaveLength(1)
    admin = admins[0] as User
    expect(admin).toMatchObject({ role: 'admin', mustChangePassword: true, disabledAt: null })
    expect(await store.users.count()).toBe(1)
  })

  it('has no two logins that differ in case only', async () => {
    const { organisationId } = admin
    const user = { organisationId, login: 'ADMIN', displayName: '另一位', role: 'reviewer' as const, passwordHash: null }
    await expect(store.users.create(user)).rejects.toMatchObject({ code: 'store.conflict' })
    expect((await store.users.findByLogin('Admin'))?.id).toBe(admin.id)
  })

  it('changes what is given and nothing else', async () => {
    expect(await store.users.update(admin.id, { mustChangePassword: false, displayName: undefined })).toMatchObject({
      mustChangePassword: false,
      displayName: '管理员',
    })
    expect(await store.users.update(admin.id, {})).toMatchObject({ displayName: '管理员' })
  })
})

describe('sessions and tokens', () => {
  it('tell who is asking until they expire, are deleted, or the user is disabled', async () => {
    const office = admin.organisationId
    const province = await store.organisations.create({ kind: 'province', name: '江苏', parentId: office })
    const park = await store.organisations.create({ kind: 'park', name: '东湖', parentId: province.id })
    const user = await store.users.create({
      organisationId: province.id,
      login: '江苏省厅',
      displayName: '审核员',
      role: 'reviewer',
      passwordHash: null,
    })
    const session = await store.sessions.create({ userId: user.id, tokenHash: hash('a'), expiresAt: inAnHour(), address: '10.0.0.1' })
    expect((await store.sessions.find(hash('a')))?.viewer).toEqual({ user, organisation: province, scope: [province.id, park.id] })
    expect(JSON.stringify(await store.sessions.list(user.id))).not.toContain(hash('a'))

    await store.sessions.create({ userId: user.id, tokenHash: hash('b'), expiresAt: new Date(Date.now() - 1) })
    expect(await store.sessions.find(hash('b'))).toBeUndefined()
    expect(await store.sessions.deleteExpired()).toBe(1)

    const token = await store.apiTokens.create({ userId: user.id, name: '统计平台', tokenHash: hash('c'), scopes: ['dossiers:read'] })
    expect(await store.apiTokens.find(hash('c'))).toMatchObject({ token: { scopes: ['dossiers:read'] }, viewer: { user: { id: user.id } } })

    await store.users.update(user.id, { disabledAt: new Date() })
    expect(await store.sessions.find(hash('a'))).toBeUndefined()
    expect(await store.apiTokens.find(hash('c'))).toBeUndefined()
    await store.users.update(user.id, { disabledAt: null })
    expect(await store.apiTokens.revoke(token.id, admin.id)).toBe(false)
    expect(await store.apiTokens.revoke(token.id, user.id)).toBe(true)
    expect(await store.apiTokens.find(hash('c'))).toBeUndefined()
    expect(await store.sessions.deleteOf(user.id, session.id)).toBe(0)
    await store.sessions.delete(hash('a'))
    expect(await store.sessions.find(hash('a'))).toBeUndefined()
  })
})

describe('a database that is away', () => {
  it('is told in words, with a code, and answers again afterwards', async () => {
    const other = await makeStore()
    const blocker = await other.store.pool.connect()
    await blocker.query('begin; lock table users')
    const waiting = expect(other.store.users.count()).rejects.toMatchObject({ name: 'StoreError', code: 'store.unavailable' })
    const hanging = `select pid from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`
    const name = new URL(other.databaseUrl).pathname.slice(1)
    while ((await store.pool.query(hanging, [name])).rowCount === 0);
    await store.pool.query(`select pg_terminate_backend(pid) from (${hanging}) hanging`, [name])
    await waiting
    await blocker.query('rollback')
    blocker.release()
    expect(await other.store.users.count()).toBe(0)
    await other.remove()
  })
})

describe('the audit log', () => {
  it('tells what happened, newest first, also of users and dossiers that are gone', async () => {
    const entry = {
      actorId: admin.id,
      actorName: '管理员',
      organisationId: admin.organisationId,
      objectType: 'dossier',
      objectId: 'x',
      dossierId: null,
    }
    await store.audit.append({ ...entry, action: 'dossier.create', details: { title: '验收\u0000' } })
    await store.audit.append({ ...entry, action: 'dossier.delete' })
    const { items } = await store.audit.list({ scope: [admin.organisationId], actorId: admin.id })
    expect(items.map(({ action }) => action)).toEqual(['dossier.delete', 'dossier.create'])
    expect(items[1]?.details).toEqual({ title: '验收\u0000' })
    expect((await store.audit.list({ scope: [] })).items).toEqual([])
  })

  it.each([
    'update audit_log set actor_name = $$某人$$',
    'delete from audit_log',
    'truncate audit_log',
    'delete from audit_log where false returning *',
  ])('refuses, in the database itself: %s', async (statement) => {
    const before = (await store.audit.list({ scope: 'all' })).items
    await store.pool.query(statement).catch((error: Error) => expect(error.message).toContain('append-only'))
    expect((await store.audit.list({ scope: 'all' })).items).toEqual(before)
  })

  it('goes with the change that it tells of, or not at all', async () => {
    const before = (await store.audit.list({ scope: 'all' })).items.length
    const work = store.transaction(async (tx) => {
      await tx.audit.append({
        actorId: null,
        actorName: '系统',
        organisationId: null,
        action: 'user.rename',
        objectType: 'user',
        objectId: admin.id,
        dossierId: null,
      })
      await tx.users.update('019ab3c4-0000-7000-8000-000000000000', { displayName: '无此人' })
    })
    await expect(work).rejects.toMatchObject({ code: 'store.not-found' })
    expect((await store.audit.list({ scope: 'all' })).items).toHaveLength(before)
  })
})
