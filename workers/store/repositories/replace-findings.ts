import { eq, inArray, sql } from 'drizzle-orm'
import type { Finding } from '../../../schemas/finding.ts'
import { type Database, indexable, indexableOrNull } from '../database.ts'
import type { Id, Revision } from '../entities.ts'
import { type Matched, matchFindings } from '../match-findings.ts'
import { findings } from '../schema/index.ts'
import { insertFindings } from './insert-review.ts'

type Row = { id: Id; body: Finding; gone: boolean }

async function updateKept(tx: Database, kept: Matched<Row>['kept']): Promise<void> {
  if (kept.length === 0) return
  const column = <V>(cellOf: (pair: (typeof kept)[number]) => V) => sql.param(kept.map(cellOf))
  await tx.execute(sql`
    update ${findings} set ordinal = given.ordinal, severity = given.severity, rule = given.rule, subject = given.subject,
      cause = given.cause, body = given.body, gone = false
    from unnest(
      ${column(({ before }) => before.id)}::uuid[],
      ${column(({ ordinal }) => ordinal)}::int[],
      ${column(({ after }) => after.severity)}::text[],
      ${column(({ after }) => indexable(after.rule))}::text[],
      ${column(({ after }) => indexableOrNull(after.subject))}::text[],
      ${column(({ after }) => after.diagnosis?.cause ?? null)}::text[],
      ${column(({ after }) => JSON.stringify(after))}::json[]) as given (id, ordinal, severity, rule, subject, cause, body)
    where ${findings.id} = given.id`)
}

/** Puts these findings in the place of those that a revision has: the same ones stay themselves, those no longer found are hidden. */
export async function replaceFindings(tx: Database, revision: Revision, all: readonly Finding[]): Promise<void> {
  const rows: Row[] = await tx
    .select({ id: findings.id, body: findings.body, gone: findings.gone })
    .from(findings)
    .where(eq(findings.revisionId, revision.id))
    // Those in sight come first: of several of one nature a hidden one is the last to be taken for it.
    .orderBy(findings.gone, findings.ordinal)
  const { kept, fresh, lost } = matchFindings(rows, ({ body }) => body, all)
  const hidden = lost.filter(({ gone }) => !gone).map(({ id }) => id)
  if (hidden.length > 0) await tx.update(findings).set({ gone: true }).where(inArray(findings.id, hidden))
  await updateKept(tx, kept)
  await insertFindings(
    tx,
    revision,
    fresh.map(({ after }) => after),
    fresh.map(({ ordinal }) => ordinal),
  )
}
