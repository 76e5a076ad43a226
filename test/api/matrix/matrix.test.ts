import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeUser, signIn } from '../make-scene.ts'
import { makeQueue, makeService, type Service } from '../make-service.ts'
import { type Actor, makeActors, type Owner, owners } from './actors.ts'
import { makeObjects, type Objects } from './objects.ts'
import { type Row, rows } from './rows.ts'

let service: Service
let actors: Actor[]
let places: Awaited<ReturnType<typeof makeActors>>['places']
let shared: Record<Owner, Objects>

beforeAll(async () => {
  // Reviews here are over at once, so that an event stream ends by itself.
  service = await makeService({}, (store) => {
    const queue = makeQueue(store)
    const watch: typeof queue.watch = (revision, listener) =>
      queue.watch(revision, (progress) => listener({ ...progress, stage: 'reviewed' }))
    return { queue: { ...queue, watch } }
  })
  ;({ actors, places } = await makeActors(service.store))
  shared = {
    ...{ park: newObjects('park'), province: newObjects('province') },
    ...{ otherPark: newObjects('otherPark'), office: newObjects('office') },
  }
})
afterAll(() => service.close())

const newObjects = (owner: Owner) => makeObjects(service.store, places[owner].id)

type Operation = { readonly security?: unknown }
/** The OpenAPI document's operations: "GET /api/dossiers/{dossier}". */
async function described(): Promise<string[]> {
  const { paths } = (await service.app.inject('/api/openapi.json')).json() as { paths: Record<string, Record<string, Operation>> }
  return Object.entries(paths).flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`))
}

/** Who is nobody gets 401, who lacks the right 403, who cannot see the object 404. */
function expected({ to, sessionOnly, early, of, answer }: Row, { rights, by, sees, mustChangePassword }: Actor, owner: Owner): number {
  if (to === 'everyone') return answer
  if (rights === null) return 401
  if (sessionOnly && by === 'token') return 403
  if (mustChangePassword && !early) return 403
  if (to !== 'signed-in' && !rights.includes(to)) return 403
  if (of !== undefined && !sees.includes(owner)) return 404
  return answer
}

const methodOf = (operation: string) => operation.split(' ')[0] as 'GET'

/** A change needs objects that no earlier one has used up; ending a session needs a session that nothing else needs. */
async function ask(operation: string, row: Row, actor: Actor, owner: Owner) {
  const changes = methodOf(operation) !== 'GET' && expected(row, actor, owner) === row.answer && row.of !== undefined
  const { headers, ...request } = await row.request(changes ? newObjects(owner) : shared[owner])
  const credentials = operation === 'DELETE /api/session' && actor.by === 'session' ? await spareSession() : actor.headers
  return service.app.inject({ method: methodOf(operation), ...request, headers: { ...headers, ...credentials } })
}
const spareSession = async () => signIn(service.store, await makeUser(service.store, places.office.id, 'reviewer'))

test('every route of the OpenAPI document is in the matrix, and the matrix has no other', async () => {
  expect((await described()).sort()).toEqual(Object.keys(rows).sort())
})

test.each(Object.entries(rows))('%s', async (operation, row) => {
  const answers: Record<string, number> = {}
  const wanted: Record<string, number> = {}
  for (const owner of row.of ?? (['park'] as const))
    for (const actor of actors) {
      const { statusCode, headers, body } = await ask(operation, row, actor, owner)
      const name = `${actor.name}, object of ${owner}`
      answers[name] = statusCode
      wanted[name] = expected(row, actor, owner)
      if (statusCode >= 400) expect(headers['content-type'], operation).toContain('application/problem+json')
      // What somebody may not see is in no answer to them, not even in a list.
      if (row.to !== 'everyone')
        for (const hidden of owners.filter((of) => !actor.sees.includes(of)))
          for (const id of await secretIds(hidden)) expect(body, `${operation} for ${name}`).not.toContain(id)
    }
  expect(answers).toEqual(wanted)
})

const secretsOf = new Map<Owner, Promise<string[]>>()
/** Ids of what one organisation has, made once. */
const secretIds = (owner: Owner): Promise<string[]> => {
  const found = secretsOf.get(owner) ?? collectIds(shared[owner])
  secretsOf.set(owner, found)
  return found
}
const collectIds = async ({ draft, reviewed, user, webhook }: Objects) => [
  ...[(await draft()).dossier.id, (await reviewed()).finding.id],
  ...[(await user()).id, (await webhook()).id],
]

test('a change by cookie without the mark of our own pages is refused, and one from another site too', async () => {
  const admin = actors.find(({ name }) => name === 'office admin')
  const changes = Object.entries(rows).filter(([operation, { to }]) => methodOf(operation) !== 'GET' && to !== 'everyone')
  for (const [operation, row] of changes) {
    const { headers, ...request } = await row.request(shared.park)
    const send = (credentials: Record<string, string>) =>
      service.app.inject({ method: methodOf(operation), ...request, headers: { ...headers, ...credentials } })
    const cookie = admin?.headers['cookie'] ?? ''
    expect((await send({ cookie })).json().code, operation).toBe('access.csrf')
    expect((await send({ cookie, 'x-csrf-token': 'a'.repeat(43) })).json().code, operation).toBe('access.csrf')
    expect((await send({ ...admin?.headers, 'sec-fetch-site': 'cross-site' })).json().code, operation).toBe('access.origin')
  }
})

test('under /api a stranger learns not even what there is, and the queues are for the office’s administrators', async () => {
  const get = async (url: string, name: string) =>
    (await service.app.inject({ url, headers: actors.find((actor) => actor.name === name)?.headers ?? {} })).statusCode
  expect(await get('/api/no-such-thing', 'stranger')).toBe(401)
  expect(await get('/api/no-such-thing', 'office admin')).toBe(404)
  expect(await get('/api/docs', 'stranger')).toBe(200)
  for (const actor of actors)
    expect([actor.name, await get('/api/queues', actor.name)]).toEqual([
      actor.name,
      actor.rights === null ? 401 : actor.name === 'office admin' ? 200 : 403,
    ])
  expect(await get('/api/queues/api/queues', 'stranger')).toBe(401)
  expect(await get('/api/queues/static/js/main.js', 'stranger')).toBe(401)
})
