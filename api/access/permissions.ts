import { z } from 'zod'
import type { OrganisationKind, UserRole } from '../../workers/store/entities.ts'

/** What an account may do; the same words are the scopes of a token. */
export const Permission = z.enum([
  'dossiers:read',
  'dossiers:write',
  'dispositions:write',
  'audit:read',
  'accounts:manage',
  'webhooks:manage',
  'queues:manage',
])
export type Permission = z.infer<typeof Permission>

/** What may be given to a token: not the queues' dashboard, which is a page for people. */
export const TokenScope = Permission.exclude(['queues:manage'])
export type TokenScope = z.infer<typeof TokenScope>

const submitter: readonly Permission[] = ['dossiers:read', 'dossiers:write']
const reviewer: readonly Permission[] = [...submitter, 'dispositions:write']
const admin: readonly Permission[] = [...reviewer, 'audit:read', 'accounts:manage', 'webhooks:manage']

const ofRole: Readonly<Record<UserRole, readonly Permission[]>> = { submitter, reviewer, admin }

/**
 * What an account may do, by its role and the kind of its organisation. A park answers no finding about itself; the queues hold
 * the work of all, so only the office sees them. On whom these permissions act is the viewer's scope, decided apart from this.
 */
export function permissionsOf(role: UserRole, kind: OrganisationKind): ReadonlySet<Permission> {
  const permissions = new Set(ofRole[role])
  if (kind === 'park') permissions.delete('dispositions:write')
  if (kind === 'office' && role === 'admin') permissions.add('queues:manage')
  return permissions
}
