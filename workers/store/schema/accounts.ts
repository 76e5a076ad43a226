import { sql } from 'drizzle-orm'
import { type AnyPgColumn, boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { OrganisationKind, UserRole } from '../entities.ts'
import { digest, key, moment } from './columns.ts'

export const organisations = pgTable(
  'organisations',
  {
    id: key(),
    kind: text('kind').$type<OrganisationKind>().notNull(),
    name: text('name').notNull(),
    parentId: uuid('parent_id').references((): AnyPgColumn => organisations.id),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    check('organisations_kind', sql`${table.kind} in ('office', 'province', 'park')`),
    check('organisations_parent', sql`(${table.kind} = 'office') = (${table.parentId} is null)`),
    index('organisations_by_parent').on(table.parentId),
    uniqueIndex('organisations_by_name').on(table.parentId, table.name),
  ],
)

export const users = pgTable(
  'users',
  {
    id: key(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    login: text('login').notNull(),
    displayName: text('display_name').notNull(),
    role: text('role').$type<UserRole>().notNull(),
    passwordHash: text('password_hash'),
    mustChangePassword: boolean('must_change_password').notNull(),
    oidcSubject: text('oidc_subject'),
    disabledAt: moment('disabled_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    check('users_role', sql`${table.role} in ('admin', 'reviewer', 'submitter')`),
    uniqueIndex('users_by_login').on(sql`lower(${table.login})`),
    uniqueIndex('users_by_oidc_subject').on(table.oidcSubject),
    index('users_by_organisation').on(table.organisationId),
  ],
)

const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' })

export const sessions = pgTable(
  'sessions',
  {
    id: key(),
    userId: userId(),
    tokenHash: digest('token_hash').notNull().unique(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    address: text('address'),
    agent: text('agent'),
  },
  (table) => [index('sessions_by_user').on(table.userId), index('sessions_by_expiry').on(table.expiresAt)],
)

export const apiTokens = pgTable(
  'api_tokens',
  {
    id: key(),
    userId: userId(),
    name: text('name').notNull(),
    tokenHash: digest('token_hash').notNull().unique(),
    scopes: text('scopes').array().notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at'),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
  },
  (table) => [index('api_tokens_by_user').on(table.userId)],
)
