import { createHash, randomBytes } from 'node:crypto'
import { tokenMark } from '../../api/access/guard-routes.ts'
import type { Permission } from '../../api/access/permissions.ts'
import type { Id, UserRole } from '../../workers/store/entities.ts'
import type { Store } from '../../workers/store/index.ts'

type Bearer = { readonly organisationId: Id; readonly role: UserRole; readonly scopes: readonly Permission[] }

/** An account of its own in an organisation, and a token of it that is good for an hour. */
export async function makeToken(store: Store, { organisationId, role, scopes }: Bearer): Promise<string> {
  const login = `bearer-${randomBytes(6).toString('hex')}`
  const user = await store.users.create({ organisationId, login, displayName: login, role, passwordHash: null })
  const secret = `${tokenMark}${randomBytes(32).toString('base64url')}`
  const tokenHash = createHash('sha256').update(secret).digest('hex')
  const expiresAt = new Date(Date.now() + 3_600_000)
  await store.apiTokens.create({ userId: user.id, name: login, tokenHash, scopes: [...scopes], expiresAt })
  return secret
}
