import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverDue } from '../../../api/webhook/deliver.ts'
import { isSigned } from '../../../api/webhook/signature.ts'
import { type Credentials, makeOrganisations, makeUser, signIn } from '../make-scene.ts'
import { makeService, type Service } from '../make-service.ts'

let service: Service
let places: Awaited<ReturnType<typeof makeOrganisations>>
let headers: Credentials
let receiver: Server
let answer = 200
const received: { headers: IncomingMessage['headers']; body: string; host: string | undefined }[] = []
const lookups: string[] = []
const resolve = async (host: string) => {
  lookups.push(host)
  return [{ address: '127.0.0.1', family: 4 }]
}
const options = { allowPrivate: true, resolve, now: () => new Date() }

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    received.push({ headers: request.headers, body, host: request.headers.host })
    response.writeHead(answer, { location: 'http://127.0.0.1:1/' }).end('x'.repeat(200_000))
  })
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening))
  service = await makeService({ WEBHOOKS_ALLOW_PRIVATE: 'true' }, () => ({ resolve }))
  places = await makeOrganisations(service.store)
  headers = await signIn(service.store, await makeUser(service.store, places.province.id, 'admin'))
})
afterAll(async () => {
  receiver.close()
  await service.close()
})

const url = () => `http://hook.example.cn:${(receiver.address() as AddressInfo).port}/in`
const register = (to: string, app = service.app) => app.inject({ method: 'POST', url: '/api/webhooks', headers, payload: { url: to } })
const finish = (key: string, organisationId: string) =>
  service.store.webhooks.enqueue({ event: 'review.reviewed', organisationId, key, payload: JSON.stringify({ revision: key }) })
const deliveries = async (webhook: string) =>
  (await service.app.inject({ url: `/api/webhooks/${webhook}/deliveries`, headers })).json().items

test('a finished review is told to those who may see it, signed, at the address that was looked up', async () => {
  const made = (await register(url())).json()
  await finish('r1', places.park.id)
  await finish('r2', places.otherPark.id)
  lookups.length = 0
  expect(await deliverDue(service.store, options)).toBe(1)
  expect(received).toHaveLength(1)
  const [one] = received
  expect(one?.body).toBe('{"revision":"r1"}')
  expect(one?.headers).toMatchObject({ 'x-ecopark-event': 'review.reviewed', 'content-type': 'application/json; charset=utf-8' })
  const now = Math.floor(Date.now() / 1000)
  const signature = String(one?.headers['x-ecopark-signature'])
  expect(isSigned(made.secret, one?.body ?? '', signature, now)).toBe(true)
  expect(isSigned(made.secret, `${one?.body} `, signature, now)).toBe(false)
  expect(isSigned('another secret', one?.body ?? '', signature, now)).toBe(false)
  expect(isSigned(made.secret, one?.body ?? '', signature, now + 3_600)).toBe(false)
  // Once: the connection went to that address, not to a second look-up's.
  expect(lookups).toEqual(['hook.example.cn'])
  expect(one?.host).toMatch(/^hook\.example\.cn:/)
  expect(await deliveries(made.webhook.id)).toMatchObject([{ status: 'delivered', attempts: 1, responseStatus: 200 }])
})

test('a receiver that fails is tried again later and later, in the end no more; a redirect is not followed', async () => {
  const made = (await register(url())).json()
  await finish('r3', places.park.id)
  let now = new Date()
  const waited: number[] = []
  for (answer of [500, 302, 404, 500, 500, 500, 500, 500]) {
    await deliverDue(service.store, { ...options, now: () => now })
    const [{ status, nextAttemptAt }] = await deliveries(made.webhook.id)
    if (status === 'failed') break
    waited.push(Math.round((new Date(nextAttemptAt).getTime() - now.getTime()) / 60_000))
    now = new Date(now.getTime() + 1)
    // The store's clock is the real one: what is due later is made due now.
    await service.store.pool.query("update deliveries set next_attempt_at = now() - interval '1 second' where status = 'pending'")
  }
  answer = 200
  expect(waited).toEqual([1, 5, 30, 120, 360, 720])
  expect(await deliveries(made.webhook.id)).toMatchObject([{ status: 'failed', attempts: 7, error: '对方答复 500' }])
})

test('a private address is refused when it is registered, and again when it is sent to', async () => {
  const strict = await makeService({}, () => ({ resolve }))
  const places = await makeOrganisations(strict.store)
  const admin = await signIn(strict.store, await makeUser(strict.store, places.office.id, 'admin'))
  const response = await strict.app.inject({ method: 'POST', url: '/api/webhooks', headers: admin, payload: { url: url() } })
  expect(response.json()).toMatchObject({ status: 422, code: 'webhook.address', detail: expect.stringContaining('内部网络') })
  await strict.store.webhooks.create({ organisationId: places.office.id, url: url(), secret: 's', events: ['review.reviewed'] })
  await strict.store.webhooks.enqueue({ event: 'review.reviewed', organisationId: places.park.id, key: 'r', payload: '{}' })
  const before = received.length
  await deliverDue(strict.store, { ...options, allowPrivate: false })
  expect(received).toHaveLength(before)
  await strict.close()
})

test('the secret is shown once', async () => {
  const made = (await register(url())).json()
  expect(made.secret).toMatch(/^[\w-]{43}$/)
  expect((await service.app.inject({ url: '/api/webhooks', headers })).body).not.toContain(made.secret)
})
