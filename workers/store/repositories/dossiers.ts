import { and, asc, count, desc, eq, getTableColumns, gt, gte, ilike, lt, type SQL, sql } from 'drizzle-orm'
import { type Database, hasId, inScope, only, refusing, storable, storableOrNull, transact } from '../database.ts'
import type { Dossier } from '../entities.ts'
import { newId } from '../new-id.ts'
import { dueAfter, idAfter, limitOf, pageOf } from '../page.ts'
import { dossiers, findings, revisions } from '../schema/index.ts'
import type { DossierFilter, Dossiers, Turn } from '../store.ts'
import { noDossier, noRevision } from './lock-dossier.ts'
import { isUnanswered } from './unanswered.ts'

const asPattern = (search: string) => `%${storable(search).replaceAll(/[\\%_]/g, '\\$&')}%`

const equals = <T>(value: T | undefined, condition: (value: T) => SQL): SQL | undefined =>
  value === undefined ? undefined : condition(value)

const due = sql`coalesce(${dossiers.dueOn}, 'infinity'::date)`
const turns: Readonly<Record<Turn, SQL>> = {
  park: sql`(${dossiers.status} in ('draft', 'failed', 'cancelled') or (${dossiers.status} = 'reviewed' and ${dossiers.dueOn} is not null))`,
  machine: sql`${dossiers.status} in ('queued', 'reviewing')`,
  reviewer: sql`(${dossiers.status} = 'reviewed' and ${dossiers.dueOn} is null)`,
}

const matching = (filter: DossierFilter): SQL | undefined =>
  and(
    inScope(dossiers.organisationId, filter.scope),
    equals(filter.organisationId, (id) => hasId(dossiers.organisationId, id)),
    equals(filter.status, (status) => eq(dossiers.status, status)),
    equals(filter.stage, (stage) => eq(dossiers.stage, stage)),
    equals(filter.region, (region) => eq(dossiers.region, storable(region))),
    equals(filter.search, (search) => ilike(dossiers.title, asPattern(search))),
    equals(filter.hasErrors, (hasErrors) => (hasErrors ? gt(dossiers.errors, 0) : eq(dossiers.errors, 0))),
    equals(filter.turn, (turn) => turns[turn]),
    equals(filter.createdFrom, (from) => gte(dossiers.createdAt, from)),
    equals(filter.createdBefore, (before) => lt(dossiers.createdAt, before)),
  )

/** Counted anew each time: a number kept beside the answers would part from them. Names in full: a list of one table leaves its own away. */
const open = sql<number | null>`case when ${dossiers.status} = 'reviewed' then (
  select count(*)::int from ${findings} own where own.revision_id = ${dossiers}.revision_id and not own.gone
  and ${isUnanswered(sql`own.id`)}
) end`
const shown = { ...getTableColumns(dossiers), open }

const itself = (dossier: Dossier): Dossier => dossier
const markOfDue = ({ dueOn, id }: Dossier): string => `${dueOn ?? 'infinity'} ${id}`

export const createDossiers = (database: Database): Dossiers => ({
  create: ({ organisationId, title, manifest = null, createdBy = null }) =>
    transact(database, async (tx) => {
      const [id, revisionId, createdAt] = [newId(), newId(), new Date()]
      const dossier: Dossier = {
        id,
        organisationId,
        title: storable(title),
        stage: manifest?.stage ?? null,
        region: storableOrNull(manifest?.region),
        createdBy,
        createdAt,
        revisionId,
        revisionNumber: 1,
        status: 'draft',
        errors: null,
        warnings: null,
        infos: null,
        open: null,
        dueOn: null,
      }
      await refusing(tx.insert(dossiers).values(dossier), { missing: '没有这个单位或用户。' })
      const revision = {
        id: revisionId,
        dossierId: id,
        organisationId,
        number: 1,
        status: 'draft' as const,
        manifest,
        createdBy,
        createdAt,
      }
      return { dossier, revision: only(await tx.insert(revisions).values(revision).returning(), noRevision) }
    }),
  async find(id, scope) {
    const [row] = await database
      .select(shown)
      .from(dossiers)
      .where(and(hasId(dossiers.id, id), inScope(dossiers.organisationId, scope)))
    return row
  },
  async list(filter, page = {}) {
    const query = database.select(shown).from(dossiers)
    const limit = limitOf(page) + 1
    if (filter.sort === 'due') {
      const after = dueAfter(page)
      const following = after === null ? undefined : sql`(${due}, ${dossiers.id}) > (${after.due}::date, ${after.id}::uuid)`
      const rows = await query
        .where(and(matching(filter), following))
        .orderBy(due, asc(dossiers.id))
        .limit(limit)
      return pageOf(rows, page, markOfDue, itself)
    }
    const after = idAfter(page)
    const rows = await query
      .where(and(matching(filter), after === null ? undefined : lt(dossiers.id, after)))
      .orderBy(desc(dossiers.id))
      .limit(limit)
    return pageOf(rows, page, ({ id }) => id, itself)
  },
  async count(filter) {
    const [row] = await database.select({ dossiers: count() }).from(dossiers).where(matching(filter))
    return row?.dossiers ?? 0
  },
  async rename(id, title) {
    await database
      .update(dossiers)
      .set({ title: storable(title) })
      .where(hasId(dossiers.id, id))
    return only(await database.select(shown).from(dossiers).where(hasId(dossiers.id, id)), noDossier)
  },
  delete: (id) =>
    transact(database, async (tx) => {
      const { rowCount } = await tx.delete(dossiers).where(hasId(dossiers.id, id))
      return rowCount === 1
    }),
})
