import { and, asc, desc, eq, gt, lt, type SQL, sql } from 'drizzle-orm'
import { type Database, hasId, indexable, inScope, only, refusing, storable } from '../database.ts'
import type { StoredFinding } from '../entities.ts'
import { idAfter, limitOf, ordinalAfter, pageOf } from '../page.ts'
import { dispositions, findings } from '../schema/index.ts'
import type { FindingFilter, Findings } from '../store.ts'
import { StoreError } from '../store-error.ts'
import { isUnanswered } from './unanswered.ts'

const noFinding = '没有这个问题。'

const isOpen = isUnanswered(sql`${findings.id}`)

const matching = ({ scope, revisionId, dossierId, severity, rule, subject, cause, disposition }: FindingFilter): SQL | undefined =>
  and(
    eq(findings.gone, false),
    inScope(findings.organisationId, scope),
    revisionId === undefined ? undefined : hasId(findings.revisionId, revisionId),
    dossierId === undefined ? undefined : hasId(findings.dossierId, dossierId),
    severity === undefined ? undefined : eq(findings.severity, severity),
    rule === undefined ? undefined : eq(findings.rule, indexable(rule)),
    subject === undefined ? undefined : eq(findings.subject, indexable(subject)),
    cause === undefined ? undefined : eq(findings.cause, cause),
    disposition === undefined ? undefined : disposition === 'open' ? isOpen : eq(dispositions.verdict, disposition),
  )

type DispositionRow = typeof dispositions.$inferSelect
type Row = { finding: typeof findings.$inferSelect; disposition: DispositionRow | null }

/** An answer that was taken back is none; its version goes on counting. */
const answerOf = (row: DispositionRow | null): Pick<StoredFinding, 'disposition' | 'version'> => {
  if (row === null) return { disposition: null, version: 0 }
  const { verdict, version } = row
  return { disposition: verdict === null ? null : { ...row, verdict }, version }
}

export const storedOf = ({ finding, disposition }: Row): StoredFinding => {
  const { id, revisionId, dossierId, organisationId, severity, body } = finding
  return { id, revisionId, dossierId, organisationId, severity, finding: body, ...answerOf(disposition) }
}

export const createFindings = (database: Database): Findings => {
  const query = () =>
    database
      .select({ finding: findings, disposition: dispositions })
      .from(findings)
      .leftJoin(dispositions, eq(dispositions.findingId, findings.id))
  return {
    async list(filter, page = {}) {
      const limit = limitOf(page) + 1
      if (filter.revisionId !== undefined) {
        const after = ordinalAfter(page)
        const following = after === null ? undefined : gt(findings.ordinal, after)
        const rows = await query()
          .where(and(matching(filter), following))
          .orderBy(asc(findings.ordinal))
          .limit(limit)
        return pageOf(rows, page, ({ finding }) => finding.ordinal, storedOf)
      }
      const after = idAfter(page)
      const following = after === null ? undefined : lt(findings.id, after)
      const rows = await query()
        .where(and(matching(filter), following))
        .orderBy(desc(findings.id))
        .limit(limit)
      return pageOf(rows, page, ({ finding }) => finding.id, storedOf)
    },
    async find(id, scope) {
      const [row] = await query().where(and(hasId(findings.id, id), eq(findings.gone, false), inScope(findings.organisationId, scope)))
      return row === undefined ? undefined : storedOf(row)
    },
    async dispose(id, { verdict, comment, version, decidedBy }) {
      const answer = { verdict, comment: storable(comment), decidedBy, decidedAt: new Date(), version: version + 1, carriedFrom: null }
      const change =
        version === 0
          ? database
              .insert(dispositions)
              .values({ ...answer, findingId: id })
              .onConflictDoNothing()
              .returning()
          : database
              .update(dispositions)
              .set(answer)
              .where(and(eq(dispositions.findingId, id), eq(dispositions.version, version)))
              .returning()
      only(await database.select({ id: findings.id }).from(findings).where(hasId(findings.id, id)), noFinding)
      const [disposition] = await refusing(change, { missing: noFinding })
      if (disposition === undefined) throw new StoreError('store.conflict', '这个问题的处理意见已被他人修改，请刷新后再处理。')
      return answerOf(disposition)
    },
    async carryAnswers(revisionId, answers) {
      const rows = await database
        .select({ id: findings.id, body: findings.body })
        .from(findings)
        .where(and(hasId(findings.revisionId, revisionId), eq(findings.gone, false)))
      const ids = new Map(rows.map(({ id, body }) => [body.id, id]))
      const carried = answers.flatMap(({ finding, from, verdict, comment, decidedBy, decidedAt }) => {
        const findingId = ids.get(finding)
        return findingId === undefined ? [] : [{ findingId, verdict, comment, decidedBy, decidedAt, carriedFrom: from, version: 1 }]
      })
      if (carried.length === 0) return 0
      const kept = await database.insert(dispositions).values(carried).onConflictDoNothing()
      return kept.rowCount ?? 0
    },
  }
}
