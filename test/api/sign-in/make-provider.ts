import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

const clientId = 'ecopark'
const clientSecret = 'a secret of at least thirty-two letters'

/**
 * A department's identity provider (oidc-provider, a certified one), listening. Whoever comes is taken for `state.subject` without being
 * asked for a password, and has agreed to everything before; all else is as in earnest.
 */
export async function makeProvider(comesBackTo: string) {
  const state = { subject: 'zhang-san' }
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider: Provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [comesBackTo] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['only of this test'] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId, name: '张三', preferred_username: 'zhangsan' }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return next()
    await provider.interactionFinished(context.req, context.res, { login: { accountId: state.subject } })
    context.respond = false
  })
  server.on('request', provider.callback())
  const close = () => new Promise((closed) => server.close(closed))
  return { issuer, clientId, clientSecret, state, close }
}
export type IdentityProvider = Awaited<ReturnType<typeof makeProvider>>

/** Goes to an address of the provider as a browser does, keeping its cookies, until it is sent back to `home`; gives where to. */
export async function walk(from: string, home: string): Promise<URL> {
  const jar = new Map<string, string>()
  for (let at = from, steps = 0; steps < 10; steps += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? []
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location === null) throw new Error(`the provider ended at ${at}: ${response.status} ${await response.text()}`)
    at = new URL(location, at).href
    if (at.startsWith(home)) return new URL(at)
  }
  throw new Error('the provider sends in circles')
}
