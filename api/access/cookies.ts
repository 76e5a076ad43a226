import type { FastifyReply, FastifyRequest } from 'fastify'

/** `__Host-` binds the cookie to this very host, and browsers take it over https only. */
const names = (https: boolean) => ({ session: https ? '__Host-session' : 'session', trip: https ? '__Host-oidc' : 'oidc' })

/** Cookies that no script can read and no other site's form sends along. Lax: coming back from single sign-on must find them. */
export function createCookies(https: boolean) {
  const { session, trip } = names(https)
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const
  return {
    findSession: (request: FastifyRequest): string | undefined => request.cookies[session],
    setSession: (reply: FastifyReply, secret: string, expires: Date) => reply.setCookie(session, secret, { ...options, expires }),
    clearSession: (reply: FastifyReply) => reply.clearCookie(session, options),
    findTrip: (request: FastifyRequest): string | undefined => request.cookies[trip],
    setTrip: (reply: FastifyReply, value: string) => reply.setCookie(trip, value, { ...options, maxAge: 600 }),
    clearTrip: (reply: FastifyReply) => reply.clearCookie(trip, options),
  }
}
export type Cookies = ReturnType<typeof createCookies>
