import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Store } from '../../workers/store/store.ts'
import { Problem } from '../problem.ts'
import { csrfOf, digestOf, isSame } from '../sign-in/secrets.ts'
import type { Access, Actor } from './actor.ts'
import type { Cookies } from './cookies.ts'
import { Permission, permissionsOf } from './permissions.ts'

const isApi = (url: string) => /^\/api(?:[/?]|$)/.test(url)
const changesNothing = new Set(['GET', 'HEAD', 'OPTIONS'])
/** Every token begins with this, so that one that leaked is found by whoever searches for such. */
export const tokenMark = 'ecopark_'
const longestSecret = 200

async function findByToken(store: Store, header: string): Promise<Actor> {
  const secret = /^Bearer ([\w-]+)$/i.exec(header)?.[1]
  const usable = secret?.startsWith(tokenMark) === true && secret.length <= longestSecret
  const found = usable ? await store.apiTokens.find(digestOf(secret)) : undefined
  if (found === undefined) throw new Problem('access.sign-in', '令牌无效、已过期或已撤销。', { headers: { 'www-authenticate': 'Bearer' } })
  const { token, viewer } = found
  const own = permissionsOf(viewer.user.role, viewer.organisation.kind)
  const permissions = new Set(Permission.options.filter((permission) => own.has(permission) && token.scopes.includes(permission)))
  return { ...viewer, permissions, by: { kind: 'token', id: token.id } }
}

async function findBySession(store: Store, secret: string): Promise<Actor | null> {
  const found = secret.length <= longestSecret ? await store.sessions.find(digestOf(secret)) : undefined
  if (found === undefined) return null
  const { session, viewer } = found
  const permissions = permissionsOf(viewer.user.role, viewer.organisation.kind)
  return { ...viewer, permissions, by: { kind: 'session', secret, session } }
}

/** A cookie comes along with any request, also one that another site forged: a change needs the mark that only our pages know. */
function demandOwnPage(request: FastifyRequest, { by }: Actor): void {
  if (by.kind !== 'session' || changesNothing.has(request.method)) return
  const mark = request.headers['x-csrf-token']
  if (typeof mark !== 'string' || !isSame(mark, csrfOf(by.secret))) throw new Problem('access.csrf')
}

/** Browsers say where a request comes from; one from another site may change nothing here, not even sign in. */
function demandSameSite({ method, headers }: FastifyRequest): void {
  if (changesNothing.has(method)) return
  const site = headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') throw new Problem('access.origin')
}

function demandAccess(actor: Actor | null, access: Exclude<Access, { to: 'everyone' }>): Actor {
  if (actor === null) throw new Problem('access.sign-in')
  if (access.sessionOnly && actor.by.kind !== 'session') throw new Problem('access.denied', '这项操作不能用令牌进行，请登录后操作。')
  const early = 'to' in access && access.beforePasswordChange === true
  if (actor.user.mustChangePassword && actor.by.kind === 'session' && !early) throw new Problem('password.must-change')
  if ('may' in access && !actor.permissions.has(access.may)) throw new Problem('access.denied')
  return actor
}

export type Guarded = {
  readonly store: Store
  readonly cookies: Cookies
  /** Pages that come whole from a package, whose routes cannot say so themselves. */
  readonly pages: readonly { readonly prefix: string; readonly access: Access }[]
}

/**
 * Settles for every request who asks and whether the route is open to them. A route under /api that says nothing of its access
 * cannot be registered at all; one that does not exist is 401 to a stranger, so that nobody learns the system's shape by asking.
 */
export function guardRoutes(app: FastifyInstance, { store, cookies, pages }: Guarded): void {
  app.decorateRequest('actor', null)
  app.addHook('onRoute', (route) => {
    const page = pages.find(({ prefix }) => route.url === prefix || route.url.startsWith(`${prefix}/`))
    const access = page?.access ?? route.config?.access
    if (access === undefined) throw new Error(`route ${String(route.method)} ${route.url} says nothing of its access`)
    if (page === undefined && route.schema?.tags === undefined) throw new Error(`route ${route.url} is not in the API's description`)
    route.config = { ...route.config, access }
  })
  // After the rate limit, so that guessing is slowed down too, and before anything of the body is read.
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (request.is404 && !isApi(request.url)) return payload
    const access = request.routeOptions.config.access ?? { to: 'signed-in', beforePasswordChange: true }
    demandSameSite(request)
    if ('to' in access && access.to === 'everyone') return payload
    const { authorization } = request.headers
    const secret = cookies.findSession(request)
    if (authorization !== undefined) request.actor = await findByToken(store, authorization)
    else if (secret !== undefined) request.actor = await findBySession(store, secret)
    demandOwnPage(request, demandAccess(request.actor, access))
    return payload
  })
}
