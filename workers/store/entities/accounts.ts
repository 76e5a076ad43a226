import type { Id, Scope } from './ids.ts'

export type OrganisationKind = 'office' | 'province' | 'park'
/** office 国家三部委领导小组办公室 · province 省级主管部门 · park 园区管理机构. Only an office has no parent. */
export type Organisation = { id: Id; kind: OrganisationKind; name: string; parentId: Id | null; createdAt: Date }

export type UserRole = 'admin' | 'reviewer' | 'submitter'
export type User = {
  id: Id
  organisationId: Id
  /** The name to log in with, unique without regard to case. */
  login: string
  displayName: string
  role: UserRole
  /** As the hashing library printed it; null for one who only comes through single sign-on. */
  passwordHash: string | null
  mustChangePassword: boolean
  /** `issuer|subject` of single sign-on, or null. */
  oidcSubject: string | null
  disabledAt: Date | null
  createdAt: Date
}
/** Who is asking, with everything that permissions need. */
export type Viewer = { user: User; organisation: Organisation; scope: Scope }

export type Session = {
  id: Id
  userId: Id
  createdAt: Date
  expiresAt: Date
  lastSeenAt: Date
  address: string | null
  agent: string | null
}
export type ApiToken = {
  id: Id
  userId: Id
  name: string
  scopes: string[]
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
}
