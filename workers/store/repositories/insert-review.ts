import { sql } from 'drizzle-orm'
import type { Fact } from '../../../schemas/fact.ts'
import type { Finding } from '../../../schemas/finding.ts'
import { type Database, indexable, indexableOrNull } from '../database.ts'
import type { Id, Revision } from '../entities.ts'
import { newIds } from '../new-id.ts'
import { facts, findings } from '../schema/index.ts'

/** One statement holds so many rows and characters at most. */
const most = { rows: 2_000, characters: 4_000_000 }

type Row<T> = { readonly item: T; readonly body: string; readonly ordinal: number }

function* chunks<T>(items: readonly T[]): Generator<Row<T>[]> {
  let part: Row<T>[] = []
  let characters = 0
  for (const [i, item] of items.entries()) {
    const body = JSON.stringify(item)
    if (part.length >= most.rows || (part.length > 0 && characters + body.length > most.characters)) {
      yield part
      part = []
      characters = 0
    }
    part.push({ item, body, ordinal: i + 1 })
    characters += body.length
  }
  if (part.length > 0) yield part
}

const column = <T, V>(part: readonly Row<T>[], cellOf: (item: T, row: Row<T>) => V) => sql.param(part.map((row) => cellOf(row.item, row)))

/** Each column goes as one array: a thousand rows are one statement with as many parameters as columns. */
export async function insertFacts(tx: Database, revisionId: Id, all: readonly Fact[]): Promise<void> {
  for (const part of chunks(all))
    await tx.execute(sql`
      insert into ${facts} (revision_id, ordinal, key, document, subject, year, kind, body)
      select ${revisionId}::uuid, * from unnest(
        ${column(part, (_, { ordinal }) => ordinal)}::int[],
        ${column(part, ({ id }) => indexable(id))}::text[],
        ${column(part, ({ document }) => indexable(document))}::text[],
        ${column(part, ({ subject }) => indexable(subject))}::text[],
        ${column(part, ({ year }) => year)}::int[],
        ${column(part, ({ kind }) => kind)}::text[],
        ${column(part, (_, { body }) => body)}::json[])`)
}

/** Newest first over all reviews must be report order within one: so later findings get earlier ids. `places` are their ordinals in the report. */
export async function insertFindings(
  tx: Database,
  { id: revisionId, dossierId, organisationId }: Revision,
  all: readonly Finding[],
  places: readonly number[] = all.map((_, i) => i + 1),
) {
  const ids = newIds(all.length).reverse()
  for (const part of chunks(all))
    await tx.execute(sql`
      insert into ${findings} (id, revision_id, dossier_id, organisation_id, ordinal, severity, rule, subject, cause, body)
      select id, ${revisionId}::uuid, ${dossierId}::uuid, ${organisationId}::uuid, ordinal, severity, rule, subject, cause, body from unnest(
        ${column(part, (_, { ordinal }) => ids[ordinal - 1])}::uuid[],
        ${column(part, (_, { ordinal }) => places[ordinal - 1])}::int[],
        ${column(part, ({ severity }) => severity)}::text[],
        ${column(part, ({ rule }) => indexable(rule))}::text[],
        ${column(part, ({ subject }) => indexableOrNull(subject))}::text[],
        ${column(part, ({ diagnosis }) => diagnosis?.cause ?? null)}::text[],
        ${column(part, (_, { body }) => body)}::json[]) as given (id, ordinal, severity, rule, subject, cause, body)`)
}
