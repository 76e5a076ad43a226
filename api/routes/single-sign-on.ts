import { z } from 'zod'
import { failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { OidcTrip } from '../sign-in/oidc.ts'
import { startSession } from '../sign-in/start-session.ts'

/** A page of our own to go back to: never another site's address, however it is written. */
const OwnPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u, { error: '应是本系统内的路径' })

const readTrip = (text: string | undefined): OidcTrip => {
  try {
    return OidcTrip.parse(JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8')))
  } catch {
    throw new Problem('oidc.refused', '登录过程已超时或被打断。')
  }
}

/** Signing in at the department's own identity provider (OpenID Connect). Accounts are registered here beforehand. */
export const singleSignOnRoutes: Routes = async (app, { context }) => {
  const { store, cookies, oidc, settings } = context
  const config = { access: { to: 'everyone' }, rateLimit: { max: settings.loginsPerMinute, timeWindow: 60_000 } } as const

  app.get('/session/oidc', {
    config,
    schema: {
      tags: ['登录'],
      summary: '前往单点登录',
      querystring: z.object({ to: OwnPath.default('/') }),
      response: { 302: z.undefined(), ...failures },
    },
    handler: async (request, reply) => {
      if (oidc === null) throw new Problem('oidc.off')
      const { url, trip } = await oidc.leave(request.query.to)
      cookies.setTrip(reply, Buffer.from(JSON.stringify(trip)).toString('base64url'))
      return reply.redirect(url, 302)
    },
  })

  app.get('/session/oidc/callback', {
    config,
    schema: {
      tags: ['登录'],
      summary: '单点登录返回',
      querystring: z.looseObject({ code: z.string().max(4_000).optional(), state: z.string().max(1_000).optional() }),
      response: { 302: z.undefined(), ...failures },
    },
    handler: async (request, reply) => {
      if (oidc === null) throw new Problem('oidc.off')
      const trip = readTrip(cookies.findTrip(request))
      cookies.clearTrip(reply)
      const { issuer, subject } = await oidc.comeBack(new URL(request.url, 'http://unused').search, trip)
      const user = await store.users.findByOidc(`${issuer}|${subject}`)
      if (user === undefined || user.disabledAt !== null) throw new Problem('oidc.unknown-user')
      await startSession(context, request, reply, user)
      return reply.redirect(trip.to, 302)
    },
  })
}
