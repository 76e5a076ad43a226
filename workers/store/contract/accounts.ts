import type { ApiToken, Id, Organisation, OrganisationKind, Scope, Session, Sha256, User, UserRole, Viewer } from '../entities.ts'
import type { Maybe, Page, PageRequest } from './pages.ts'

/** Every find… gives undefined, every read… throws StoreError store.not-found, for what is not there or not in `scope`. */
export type Organisations = {
  create(organisation: { kind: OrganisationKind; name: string; parentId: Id | null }): Promise<Organisation>
  find(id: Id): Promise<Organisation | undefined>
  list(scope: Scope): Promise<Organisation[]>
  rename(id: Id, name: string): Promise<Organisation>
  /** An office sees all, a province itself and its parks, a park itself. */
  scopeOf(organisation: Organisation): Promise<Scope>
}

export type Users = {
  /** Throws store.conflict where the login (or single sign-on subject) is taken. */
  create(user: {
    organisationId: Id
    login: string
    displayName: string
    role: UserRole
    passwordHash: string | null
    mustChangePassword?: boolean
    oidcSubject?: string | null
  }): Promise<User>
  /** Creates the office and its first administrator where no user exists yet; undefined where one does. Safe from several processes at once. */
  createFirst(user: {
    login: string
    displayName: string
    passwordHash: string
    organisationName: string
    mustChangePassword?: boolean
  }): Promise<User | undefined>
  find(id: Id): Promise<User | undefined>
  findByLogin(login: string): Promise<User | undefined>
  findByOidc(oidcSubject: string): Promise<User | undefined>
  list(filter: { scope: Scope }, page?: PageRequest): Promise<Page<User>>
  update(
    id: Id,
    change: Maybe<
      Pick<User, 'displayName' | 'role' | 'organisationId' | 'passwordHash' | 'mustChangePassword' | 'oidcSubject' | 'disabledAt'>
    >,
  ): Promise<User>
  count(): Promise<number>
}

/** Secrets come here as their SHA-256 only; making and hashing them is the caller's. */
export type Sessions = {
  create(session: { userId: Id; tokenHash: Sha256; expiresAt: Date; address?: string | null; agent?: string | null }): Promise<Session>
  /** The living session and its viewer in one query; undefined where it is expired or the user disabled. Notes it as seen, at most once a minute. */
  find(tokenHash: Sha256): Promise<{ session: Session; viewer: Viewer } | undefined>
  list(userId: Id): Promise<Session[]>
  delete(tokenHash: Sha256): Promise<void>
  /** All sessions of a user, but the one to keep. */
  deleteOf(userId: Id, except?: Id): Promise<number>
  deleteExpired(): Promise<number>
}

export type ApiTokens = {
  create(token: { userId: Id; name: string; tokenHash: Sha256; scopes: readonly string[]; expiresAt?: Date | null }): Promise<ApiToken>
  /** The living token and its viewer; undefined where it is revoked, expired or the user disabled. */
  find(tokenHash: Sha256): Promise<{ token: ApiToken; viewer: Viewer } | undefined>
  list(userId: Id): Promise<ApiToken[]>
  revoke(id: Id, userId: Id): Promise<boolean>
}
