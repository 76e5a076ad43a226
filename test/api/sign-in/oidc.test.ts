import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeOrganisations, makeUser, signIn } from '../make-scene.ts'
import { makeService, type Service } from '../make-service.ts'
import { type IdentityProvider, makeProvider, walk } from './make-provider.ts'

const home = 'http://review.example.cn'
let provider: IdentityProvider
let service: Service
beforeAll(async () => {
  provider = await makeProvider(`${home}/api/session/oidc/callback`)
  const { issuer, clientId, clientSecret } = provider
  service = await makeService({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, PUBLIC_URL: home })
  const { office } = await makeOrganisations(service.store)
  const headers = await signIn(service.store, await makeUser(service.store, office.id, 'admin'))
  const payload = { organisationId: office.id, login: 'zhangsan', displayName: '张三', role: 'reviewer', oidcSubject: 'zhang-san' }
  const made = await service.app.inject({ method: 'POST', url: '/api/users', headers, payload })
  expect(made.json()).toMatchObject({ oneTimePassword: null, user: { hasPassword: false, oidcSubject: `${issuer}|zhang-san` } })
})
afterAll(async () => {
  await service.close()
  await provider.close()
})

/** To the provider and back, as a browser goes; `change` may tamper with the address it comes back to. */
async function travel(to = '/', change: (back: URL) => void = () => {}) {
  const leaving = await service.app.inject(`/api/session/oidc?to=${encodeURIComponent(to)}`)
  const trip = leaving.cookies.find(({ name }) => name === 'oidc')?.value ?? ''
  const back = await walk(leaving.headers['location'] ?? '', home)
  change(back)
  const arrive = (cookie = trip) => service.app.inject({ url: `${back.pathname}${back.search}`, headers: { cookie: `oidc=${cookie}` } })
  return { leaving, back, trip, arrive }
}

/** What the browser's cookie remembers, with something else in it. */
const retold = (trip: string, change: object) =>
  Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(trip, 'base64url').toString('utf8')), ...change })).toString('base64url')

test('who is registered signs in at the department’s provider and comes back to the page they wanted', async () => {
  const { leaving, back, arrive } = await travel('/dossiers?status=reviewed')
  const asked = new URL(leaving.headers['location'] ?? '').searchParams
  expect(Object.fromEntries(asked)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', client_id: 'ecopark' })
  expect(back.href).toMatch(/^http:\/\/review\.example\.cn\/api\/session\/oidc\/callback\?/)
  const arrived = await arrive()
  expect([arrived.statusCode, arrived.headers['location']]).toEqual([302, '/dossiers?status=reviewed'])
  const session = arrived.cookies.find(({ name }) => name === 'session')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  const me = await service.app.inject({ url: '/api/session', headers: { cookie: `session=${session?.value}` } })
  expect(me.json()).toMatchObject({ user: { login: 'zhangsan' }, organisation: { kind: 'office' } })
})

test('who is not registered is told so', async () => {
  provider.state.subject = 'somebody-else'
  expect((await (await travel()).arrive()).json()).toMatchObject({ status: 403, code: 'oidc.unknown-user' })
  provider.state.subject = 'zhang-san'
})

test('an answer with another state, without the browser’s cookie, used twice, or for another nonce or verifier signs nobody in', async () => {
  const refused = { status: 401, code: 'oidc.refused' }
  expect((await (await travel('/', (back) => back.searchParams.set('state', 'forged'))).arrive()).json()).toMatchObject(refused)
  expect((await (await travel('/', (back) => back.searchParams.set('code', 'forged'))).arrive()).json()).toMatchObject(refused)
  expect((await (await travel('/', (back) => back.searchParams.set('iss', 'https://evil.example'))).arrive()).json()).toMatchObject(refused)
  expect((await (await travel()).arrive('')).json()).toMatchObject(refused)
  const once = await travel()
  expect((await once.arrive()).statusCode).toBe(302)
  expect((await once.arrive()).json()).toMatchObject(refused)
  for (const change of [{ nonce: 'another' }, { verifier: 'v'.repeat(43) }]) {
    const { trip, arrive } = await travel()
    expect((await arrive(retold(trip, change))).json()).toMatchObject(refused)
  }
})

test.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
  '%s is no page to come back to',
  async (to) => {
    expect((await service.app.inject(`/api/session/oidc?to=${encodeURIComponent(to)}`)).statusCode).toBe(400)
  },
)

test('an account of single sign-on has no password to guess', async () => {
  const response = await service.app.inject({ method: 'POST', url: '/api/session', payload: { login: 'zhangsan', password: 'anything' } })
  expect(response.json().code).toBe('session.wrong-credentials')
})
