import { type AnyColumn, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import type { Id, Scope } from './entities.ts'
import { isId } from './new-id.ts'
import type * as schema from './schema/index.ts'
import { StoreError } from './store-error.ts'

/** The database, or a transaction in it. */
export type Database = PgDatabase<NodePgQueryResultHKT, typeof schema>

/** Holds for the row with this id. What is no uuid is nobody's, and never reaches the database. */
export const hasId = (column: AnyColumn, id: Id): SQL => (isId(id) ? eq(column, id) : sql`false`)

/** Holds for what a viewer with this scope may see. */
export const inScope = (column: AnyColumn, scope: Scope): SQL | undefined => (scope === 'all' ? undefined : inArray(column, [...scope]))

/** Text as PostgreSQL can hold it: U+0000 becomes the replacement character. */
export const storable = (text: string): string => text.replaceAll('\u0000', '\uFFFD')

/** The same for text that may be missing. */
export const storableOrNull = (text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : storable(text)

/** Text to filter by: its beginning, as an index holds no long ones and hostile files do. */
export const indexable = (text: string): string => storable(text).slice(0, 200)

export const indexableOrNull = (text: string | null): string | null => (text === null ? null : indexable(text))

/** What is given of a change; an undefined property leaves its column as it is. */
export const changesIn = (change: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(change).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? storable(value) : value]],
    ),
  )

/** The code that PostgreSQL or the network gave, wherever in the chain of causes it stands. */
export function errorCode(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string') return code
  }
  return undefined
}

const uniqueViolation = '23505'
const foreignKeyViolation = '23503'

/** Tells a taken name as store.conflict and a missing object as store.not-found, in these words. */
export async function refusing<T>(work: Promise<T>, words: { taken?: string; missing?: string }): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code = errorCode(error)
    if (code === uniqueViolation && words.taken !== undefined) throw new StoreError('store.conflict', words.taken, { cause: error })
    if (code === foreignKeyViolation && words.missing !== undefined)
      throw new StoreError('store.not-found', words.missing, { cause: error })
    throw error
  }
}

/** The first row. Throws store.not-found, in these words, where there is none. */
export function only<T>(rows: readonly T[], missing: string): T {
  const [row] = rows
  if (row === undefined) throw new StoreError('store.not-found', missing)
  return row
}

const deadlock = '40P01'
const serialisation = '40001'

/** Runs a transaction; once more where two that waited for each other were broken up. */
export async function transact<T>(database: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.transaction(work)
    } catch (error) {
      const code = errorCode(error)
      if (attempt >= 4 || (code !== deadlock && code !== serialisation)) throw error
    }
  }
}
