import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { User } from '../../workers/store/entities.ts'
import type { Store } from '../../workers/store/store.ts'
import type { Context } from '../context.ts'
import { type MeShape, showMe } from '../show/account.ts'
import { csrfOf, digestOf, makeSecret } from './secrets.ts'

const hour = 3_600_000
/** An agent's name is only for the user to know the device again. */
const longestAgent = 300

/** Signs a user in: a new secret in the cookie, never one that came with the request, and an entry in the audit log. */
export async function startSession(
  { store, cookies, settings, now }: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  user: User,
): Promise<z.infer<typeof MeShape>> {
  const secret = makeSecret()
  const expiresAt = new Date(now().getTime() + settings.sessionHours * hour)
  const agent = request.headers['user-agent']?.slice(0, longestAgent) ?? null
  await store.sessions.create({ userId: user.id, tokenHash: digestOf(secret), expiresAt, address: request.ip, agent })
  const organisation = await store.organisations.find(user.organisationId)
  if (organisation === undefined) throw new Error(`user ${user.id} has no organisation`)
  await store.audit.append({
    ...{ actorId: user.id, actorName: user.displayName, organisationId: organisation.id, action: 'session.start' },
    ...{ objectType: 'session', objectId: user.id, dossierId: null, address: request.ip },
  })
  cookies.setSession(reply, secret, expiresAt)
  return showMe({ user, organisation, scope: [] }, { csrfToken: csrfOf(secret), expiresAt })
}

/** A wrong password goes into the audit log, under the name that was given. */
export async function noteFailedSignIn({ audit }: Pick<Store, 'audit'>, request: FastifyRequest, login: string, user: User | undefined) {
  await audit.append({
    ...{ actorId: null, actorName: login.slice(0, 200), organisationId: user?.organisationId ?? null, action: 'session.fail' },
    ...{ objectType: 'session', objectId: user?.id ?? null, dossierId: null, address: request.ip },
  })
}
