import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDraft } from './make-dossier.ts'
import { type Credentials, makeOrganisations, makeUser, signIn } from './make-scene.ts'
import { makeQueue, makeService, type Service } from './make-service.ts'

let service: Service
let queue: ReturnType<typeof makeQueue>
let headers: Credentials
let revision: string
beforeAll(async () => {
  service = await makeService({}, (store) => {
    queue = makeQueue(store)
    return { queue }
  })
  const { park } = await makeOrganisations(service.store)
  headers = await signIn(service.store, await makeUser(service.store, park.id, 'submitter'))
  revision = (await makeDraft(service.store, park.id)).revision.id
  await service.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => service.close())

const address = () => `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`

test('progress comes as it happens: the connection is open at once, each change arrives, and the end closes it', async () => {
  const response = await fetch(`${address()}/api/revisions/${revision}/events`, { headers })
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const read = async () => {
    const { value, done } = (await reader?.read()) ?? { done: true }
    text += value ?? ''
    return done
  }
  await read()
  expect(text).toMatch(/^: /)
  while (!text.includes('queued')) await read()
  const progress = { revision, documents: { done: 1, of: 2, failed: 0 }, pages: 12, problem: null }
  queue.tell({ ...progress, stage: 'reading' })
  while (!text.includes('reading')) await read()
  expect(text).toContain(`event: progress\ndata: ${JSON.stringify({ ...progress, stage: 'reading' })}\n\n`)
  queue.tell({ ...progress, stage: 'reviewed' })
  while (!(await read()));
  expect(text.trim().endsWith('"stage":"reviewed"}')).toBe(true)
})

test('an open stream of events does not keep the API from closing', async () => {
  const closing = await makeService()
  const { park } = await makeOrganisations(closing.store)
  const credentials = await signIn(closing.store, await makeUser(closing.store, park.id, 'submitter'))
  const draft = await makeDraft(closing.store, park.id)
  const at = await closing.app.listen({ port: 0, host: '127.0.0.1' })
  const response = await fetch(`${at}/api/revisions/${draft.revision.id}/events`, { headers: credentials })
  const ended = response.text().catch(() => 'cut off')
  await closing.close()
  await ended
})

test('alive and ready are two things', async () => {
  const away = await makeService({}, (store) => ({ queue: { ...makeQueue(store), ping: () => Promise.reject(new Error('away')) } }))
  expect((await away.app.inject('/health')).json()).toEqual({ status: 'ok' })
  const ready = await away.app.inject('/ready')
  expect([ready.statusCode, ready.json()]).toEqual([503, { status: 'not-ready', store: true, queue: false }])
  await away.close()
})

test('metrics are for this machine, not through a proxy, and with a token for who bears it only', async () => {
  const metrics = await service.app.inject('/metrics')
  expect(metrics.body).toContain('ecopark_queue_jobs{queue="document",state="waiting"} 2')
  expect(metrics.body).toContain('ecopark_http_request_duration_seconds_bucket')
  expect((await service.app.inject({ url: '/metrics', remoteAddress: '10.1.2.3' })).statusCode).toBe(401)
  expect((await service.app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '1.2.3.4' } })).statusCode).toBe(401)
  const guarded = await makeService({ METRICS_TOKEN: 'a-token-of-16-letters' })
  expect((await guarded.app.inject('/metrics')).statusCode).toBe(401)
  const authorization = 'Bearer a-token-of-16-letters'
  expect((await guarded.app.inject({ url: '/metrics', remoteAddress: '10.1.2.3', headers: { authorization } })).statusCode).toBe(200)
  await guarded.close()
})

test('the description is OpenAPI 3.1, says what may go wrong, and has a page that loads nothing from elsewhere', async () => {
  const document = (await service.app.inject('/api/openapi.json')).json()
  expect(document.openapi).toBe('3.1.0')
  const operations = Object.values(document.paths as Record<string, Record<string, { summary?: string; responses: object }>>).flatMap(
    (methods) => Object.values(methods),
  )
  expect(operations.every(({ summary }) => /\p{Script=Han}|OpenAPI/u.test(summary ?? ''))).toBe(true)
  const page = await service.app.inject('/api/docs')
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.body).not.toMatch(/https?:\/\//)
})

test('the address that is printed at the start leads to a page that says how to go on, and loads nothing from elsewhere', async () => {
  const page = await service.app.inject('/')
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.body).toMatch(/园核已启动/)
  expect(page.body).not.toMatch(/https?:\/\/|<script/)
  const [, link = ''] = /href="([^"]+)"/.exec(page.body) ?? []
  expect((await service.app.inject(link)).statusCode).toBe(200)
})

test('answers carry strict headers and are kept by no cache', async () => {
  const { headers: sent } = await service.app.inject({ url: '/api/session', headers })
  expect(sent).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  })
})
