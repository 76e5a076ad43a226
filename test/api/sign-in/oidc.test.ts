import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeOrganisations, makeUser, signIn } from '../make-scene.ts'
import { makeService, type Service } from '../make-service.ts'

/** A small identity provider: whoever comes to its authorisation address is `subject`, and it checks PKCE and the client's secret. */
function makeProvider() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { nonce: string; challenge: string }>()
  const state = { subject: 'zhang-san', nonce: undefined as string | undefined }
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const idToken = (issuer: string, nonce: string) => {
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer, sub: state.subject, aud: 'ecopark', iat: now, exp: now + 60, nonce: state.nonce ?? nonce, name: '张三' }
    const signed = `${encode({ alg: 'RS256', kid: 'k1' })}.${encode(claims)}`
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`
  }
  const server = createServer(async (request, response) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const url = new URL(request.url ?? '/', issuer)
    const json = (value: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (url.pathname === '/keys') return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] })
    if (url.pathname === '/authorize') {
      const code = `code-${codes.size}`
      codes.set(code, { nonce: url.searchParams.get('nonce') ?? '', challenge: url.searchParams.get('code_challenge') ?? '' })
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.search = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }).toString()
      return response.writeHead(302, { location: back.href }).end()
    }
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const form = new URLSearchParams(body)
    const known = codes.get(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const secret = form.get('client_secret') === 'secret' || request.headers.authorization?.startsWith('Basic ')
    if (known === undefined || known.challenge !== challenge || !secret) return json({ error: 'invalid_grant' }, 400)
    codes.delete(form.get('code') ?? '')
    return json({ access_token: 'a', token_type: 'Bearer', id_token: idToken(issuer, known.nonce) })
  })
  return { server, state }
}

let provider: ReturnType<typeof makeProvider>
let server: Server
let service: Service
let issuer: string
beforeAll(async () => {
  provider = makeProvider()
  server = provider.server
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'ecopark', OIDC_CLIENT_SECRET: 'secret', PUBLIC_URL: 'http://review.example.cn' }
  service = await makeService(settings)
  const { office } = await makeOrganisations(service.store)
  const headers = await signIn(service.store, await makeUser(service.store, office.id, 'admin'))
  const payload = { organisationId: office.id, login: 'zhangsan', displayName: '张三', role: 'reviewer', oidcSubject: 'zhang-san' }
  const made = await service.app.inject({ method: 'POST', url: '/api/users', headers, payload })
  expect(made.json()).toMatchObject({ oneTimePassword: null, user: { hasPassword: false, oidcSubject: `${issuer}|zhang-san` } })
})
afterAll(async () => {
  server.close()
  await service.close()
})

/** To the provider and back, as a browser goes; `change` may tamper with the address it comes back to. */
async function travel(to = '/', change: (back: URL) => void = () => {}) {
  const leaving = await service.app.inject(`/api/session/oidc?to=${encodeURIComponent(to)}`)
  const trip = leaving.cookies.find(({ name }) => name === 'oidc')?.value ?? ''
  const { headers } = await fetch(leaving.headers['location'] ?? '', { redirect: 'manual' })
  const back = new URL(headers.get('location') ?? '')
  change(back)
  const arrive = (cookie = `oidc=${trip}`) => service.app.inject({ url: `${back.pathname}${back.search}`, headers: { cookie } })
  return { leaving, back, arrive }
}

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

test('an answer with another state, without the browser’s cookie, used twice, or with another nonce signs nobody in', async () => {
  const refused = { status: 401, code: 'oidc.refused' }
  expect((await (await travel('/', (back) => back.searchParams.set('state', 'forged'))).arrive()).json()).toMatchObject(refused)
  expect((await (await travel()).arrive('')).json()).toMatchObject(refused)
  const once = await travel()
  await once.arrive()
  expect((await once.arrive()).json()).toMatchObject(refused)
  provider.state.nonce = 'another'
  expect((await (await travel()).arrive()).json()).toMatchObject(refused)
  provider.state.nonce = undefined
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
