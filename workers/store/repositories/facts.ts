import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { type Database, hasId, indexable } from '../database.ts'
import { limitOf, ordinalAfter, pageOf } from '../page.ts'
import { facts } from '../schema/index.ts'
import type { Facts } from '../store.ts'

export const createFacts = (database: Database): Facts => ({
  async list({ revisionId, subject, year, kind, document }, page = {}) {
    const after = ordinalAfter(page)
    const rows = await database
      .select({ ordinal: facts.ordinal, body: facts.body })
      .from(facts)
      .where(
        and(
          hasId(facts.revisionId, revisionId),
          after === null ? undefined : gt(facts.ordinal, after),
          subject === undefined ? undefined : eq(facts.subject, indexable(subject)),
          year === undefined ? undefined : year === null ? isNull(facts.year) : eq(facts.year, year),
          kind === undefined ? undefined : eq(facts.kind, kind),
          document === undefined ? undefined : eq(facts.document, indexable(document)),
        ),
      )
      .orderBy(asc(facts.ordinal))
      .limit(limitOf(page) + 1)
    return pageOf(
      rows,
      page,
      ({ ordinal }) => ordinal,
      ({ body }) => body,
    )
  },
  async findAll(revisionId, ids) {
    if (ids.length === 0) return []
    const rows = await database
      .select({ key: facts.key, body: facts.body })
      .from(facts)
      .where(and(hasId(facts.revisionId, revisionId), inArray(facts.key, ids.map(indexable))))
    const byKey = new Map(rows.map(({ key, body }) => [key, body]))
    return ids.flatMap((id) => byKey.get(indexable(id)) ?? [])
  },
})
