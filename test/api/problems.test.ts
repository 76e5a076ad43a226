import { afterAll, beforeAll, expect, test } from 'vitest'
import codes from '../../api/problems.json' with { type: 'json' }
import { makeOrganisations, makeUser, signIn } from './make-scene.ts'
import { makeService, type Service } from './make-service.ts'

let service: Service
let headers: Record<string, string>
beforeAll(async () => {
  service = await makeService()
  const { office } = await makeOrganisations(service.store)
  headers = { ...(await signIn(service.store, await makeUser(service.store, office.id, 'admin'))) }
})
afterAll(() => service.close())

test('every problem has a dotted code, a status and a Chinese sentence', () => {
  for (const [code, { status, title }] of Object.entries(codes)) {
    expect(code).toMatch(/^[a-z]+\.[a-z-]+$/)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(title).toMatch(/^[\p{Script=Han}“”，、；0-9A-Za-z -]{4,}$/u)
  }
})

test('a wrong request is told what is wrong where, in Chinese, as RFC 9457 has it', async () => {
  const payload = { kind: 'park', name: '', parentId: 'not-an-id' }
  const response = await service.app.inject({ method: 'POST', url: '/api/organisations', headers, payload })
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(response.json()).toMatchObject({
    type: 'urn:ecopark-review:problem:request.invalid',
    title: '请求内容不符合要求',
    status: 400,
    instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    errors: [{ at: 'body/name', message: expect.stringMatching(/\p{Script=Han}/u) }, { at: 'body/parentId' }],
  })
})

test.each([
  ['broken JSON', { method: 'POST', payload: '{', type: 'application/json' }, 400, 'request.malformed'],
  ['a form of another site', { method: 'POST', payload: 'a=b', type: 'application/x-www-form-urlencoded' }, 415, 'request.type'],
  ['text, which a form may send too', { method: 'POST', payload: '{}', type: 'text/plain' }, 415, 'request.type'],
  ['a poisoned prototype', { method: 'POST', payload: '{"__proto__":{"admin":true}}', type: 'application/json' }, 400, 'request.malformed'],
] as const)('%s', async (_what, { method, payload, type }, status, code) => {
  const response = await service.app.inject({ method, url: '/api/organisations', payload, headers: { ...headers, 'content-type': type } })
  expect(response.json()).toMatchObject({ status, code })
})

test('a fault of our own tells nothing of the inside', async () => {
  const failing = await makeService({}, (store) => ({
    store: {
      ...store,
      organisations: { ...store.organisations, list: () => Promise.reject(new Error('select * from secret failed at 10.0.0.1')) },
    },
  }))
  const { office } = await makeOrganisations(failing.store)
  const credentials = await signIn(failing.store, await makeUser(failing.store, office.id, 'admin'))
  const response = await failing.app.inject({ url: '/api/organisations', headers: credentials })
  expect(response.json()).toMatchObject({ status: 500, code: 'server.fault', title: expect.stringContaining('请稍后再试') })
  expect(response.body).not.toMatch(/select|secret|10\.0\.0\.1|stack/)
  await failing.close()
})

test('too many requests from one address are refused for a while', async () => {
  const slow = await makeService({ RATE_PER_MINUTE: '10' })
  const codesSeen: string[] = []
  for (let i = 0; i < 11; i += 1) codesSeen.push((await slow.app.inject('/api/dossiers')).json().code)
  expect(codesSeen).toEqual([...Array.from({ length: 10 }, () => 'access.sign-in'), 'request.rate'])
  await slow.close()
})
