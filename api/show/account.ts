import { z } from 'zod'
import type { ApiToken, Organisation, User, Viewer } from '../../workers/store/entities.ts'
import { Permission, permissionsOf, TokenScope } from '../access/permissions.ts'
import { Moment, momentOf, momentOrNull } from './common.ts'

export const OrganisationKindShape = z.enum(['office', 'province', 'park'])
export const UserRoleShape = z.enum(['admin', 'reviewer', 'submitter'])

export const OrganisationShape = z
  .object({ id: z.string(), kind: OrganisationKindShape, name: z.string(), parentId: z.string().nullable(), createdAt: Moment })
  .meta({ id: 'Organisation' })
export const showOrganisation = ({ createdAt, id, kind, name, parentId }: Organisation): z.infer<typeof OrganisationShape> => ({
  ...{ id, kind, name, parentId },
  createdAt: momentOf(createdAt),
})

export const UserShape = z
  .object({
    id: z.string(),
    organisationId: z.string(),
    login: z.string(),
    displayName: z.string(),
    role: UserRoleShape,
    mustChangePassword: z.boolean(),
    hasPassword: z.boolean(),
    oidcSubject: z.string().nullable(),
    disabledAt: Moment.nullable(),
    createdAt: Moment,
  })
  .meta({ id: 'User' })
/** A user without what only the sign-in needs: the password's hash never leaves. */
export const showUser = ({ passwordHash, disabledAt, createdAt, ...user }: User): z.infer<typeof UserShape> => ({
  id: user.id,
  organisationId: user.organisationId,
  login: user.login,
  displayName: user.displayName,
  role: user.role,
  mustChangePassword: user.mustChangePassword,
  oidcSubject: user.oidcSubject,
  hasPassword: passwordHash !== null,
  disabledAt: momentOrNull(disabledAt),
  createdAt: momentOf(createdAt),
})

export const MeShape = z
  .object({
    user: UserShape,
    organisation: OrganisationShape,
    permissions: z.array(Permission),
    /** To be sent as X-CSRF-Token with every change; null for a token, which needs none. */
    csrfToken: z.string().nullable(),
    expiresAt: Moment.nullable(),
  })
  .meta({ id: 'Me' })

/** Who is signed in and what they may do, as the pages need it. */
export const showMe = (
  { user, organisation }: Viewer,
  { permissions, csrfToken, expiresAt }: { permissions?: ReadonlySet<Permission>; csrfToken: string | null; expiresAt: Date | null },
): z.infer<typeof MeShape> => ({
  user: showUser(user),
  organisation: showOrganisation(organisation),
  permissions: [...(permissions ?? permissionsOf(user.role, organisation.kind))],
  csrfToken,
  expiresAt: momentOrNull(expiresAt),
})

export const TokenShape = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(TokenScope),
    createdAt: Moment,
    expiresAt: Moment.nullable(),
    lastUsedAt: Moment.nullable(),
    revokedAt: Moment.nullable(),
  })
  .meta({ id: 'Token' })
export const showToken = ({ id, name, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }: ApiToken): z.infer<typeof TokenShape> => ({
  id,
  name,
  scopes: TokenScope.options.filter((scope) => scopes.includes(scope)),
  createdAt: momentOf(createdAt),
  expiresAt: momentOrNull(expiresAt),
  lastUsedAt: momentOrNull(lastUsedAt),
  revokedAt: momentOrNull(revokedAt),
})
