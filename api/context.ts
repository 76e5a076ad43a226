import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Registry } from 'prom-client'
import type { Cookies } from './access/cookies.ts'
import type { Dependencies } from './dependencies.ts'
import { ProblemDetails } from './problem.ts'
import type { LoginThrottle } from './sign-in/login-throttle.ts'
import type { Oidc } from './sign-in/oidc.ts'

/** What the routes work with: the dependencies, and what the app has made of them. */
export type Context = Dependencies & {
  readonly now: () => Date
  readonly cookies: Cookies
  readonly throttle: LoginThrottle
  readonly oidc: Oidc | null
  readonly metrics: Registry
}

/** One resource's routes. */
export type Routes = FastifyPluginAsyncZod<{ context: Context }>

const failure = { description: '出错（RFC 9457）', content: { 'application/problem+json': { schema: ProblemDetails } } }
/** Every route may answer with a problem; part of every route's schema. */
export const failures = { '4xx': failure, '5xx': failure } as const
