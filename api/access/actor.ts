import type { FastifyRequest } from 'fastify'
import type { Id, Session, Viewer } from '../../workers/store/entities.ts'
import { Problem } from '../problem.ts'
import type { Permission } from './permissions.ts'

/** Who is asking, how they proved it, and what they may do. */
export type Actor = Viewer & {
  readonly permissions: ReadonlySet<Permission>
  readonly by:
    | { readonly kind: 'session'; readonly secret: string; readonly session: Session }
    | { readonly kind: 'token'; readonly id: Id }
}

/**
 * What a route demands of who asks. `everyone`: nothing. `signed-in`: any account. `may`: that permission.
 * `sessionOnly` routes are closed to tokens (a token must not make tokens); `beforePasswordChange` ones are open to a one-time password.
 */
export type Access =
  | { readonly to: 'everyone' }
  | { readonly to: 'signed-in'; readonly sessionOnly?: boolean; readonly beforePasswordChange?: boolean }
  | { readonly may: Permission; readonly sessionOnly?: boolean }

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access
  }
  interface FastifyRequest {
    actor: Actor | null
  }
}

/** Who asks. Throws `access.sign-in` where nobody is signed in (a route that demands an account never sees that). */
export function actorOf({ actor }: FastifyRequest): Actor {
  if (actor === null) throw new Problem('access.sign-in')
  return actor
}

/** Whether an object of this organisation may be seen. */
export const sees = ({ scope }: Actor, organisationId: Id): boolean => scope === 'all' || scope.includes(organisationId)
