import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { tellVerdicts } from '../../../schemas/told-verdict.ts'
import { type Database, hasId, inScope } from '../database.ts'
import { dispositions, dossiers, findings, organisations, reviews, revisions } from '../schema/index.ts'
import type { Answered, Portfolio, PortfolioFilter, PortfolioRow, Portfolios } from '../store.ts'

/** There are some hundred such parks in the country. */
const mostParks = 2_000

const withVerdict = (verdict: SQL) => sql<number>`(count(*) filter (where ${dispositions.verdict} ${verdict}))::int`
const answered = {
  total: sql<number>`count(*)::int`,
  confirmed: withVerdict(sql`= 'confirmed'`),
  dismissed: withVerdict(sql`= 'dismissed'`),
  needsExplanation: withVerdict(sql`= 'needs_explanation'`),
  open: withVerdict(sql`is null`),
}
const nothing: Answered = { total: 0, confirmed: 0, dismissed: 0, needsExplanation: 0, open: 0 }

async function rowsOf(database: Database, { scope, organisationId, stage }: PortfolioFilter): Promise<PortfolioRow[]> {
  const under =
    organisationId === undefined ? undefined : or(hasId(organisations.id, organisationId), hasId(organisations.parentId, organisationId))
  const last = database
    .selectDistinctOn([dossiers.organisationId], {
      organisationId: dossiers.organisationId,
      organisation: organisations.name,
      provinceId: organisations.parentId,
      dossierId: sql<string>`${dossiers.id}`.as('last_dossier'),
      title: dossiers.title,
      revisionId: sql<string>`${revisions.id}`.as('last_revision'),
      revisionNumber: revisions.number,
      reviewedAt: revisions.finishedAt,
    })
    .from(dossiers)
    .innerJoin(organisations, eq(organisations.id, dossiers.organisationId))
    .innerJoin(revisions, and(eq(revisions.dossierId, dossiers.id), eq(revisions.status, 'reviewed')))
    .where(and(inScope(dossiers.organisationId, scope), under, stage === undefined ? undefined : eq(dossiers.stage, stage)))
    .orderBy(asc(dossiers.organisationId), desc(revisions.finishedAt), desc(revisions.id))
    .as('last')
  const { organisationId: park, organisation, provinceId, dossierId, title, revisionId, revisionNumber, reviewedAt } = last
  const found = await database
    .select({
      row: { organisationId: park, organisation, provinceId, dossierId, title, revisionId, revisionNumber, reviewedAt },
      summary: reviews.summary,
      assessment: reviews.assessment,
    })
    .from(last)
    .innerJoin(reviews, eq(reviews.revisionId, last.revisionId))
    .orderBy(asc(last.organisation), asc(last.organisationId))
    .limit(mostParks)
  return found.map(({ row, summary: { stage: reviewed, errors, warnings, infos }, assessment }) => ({
    ...row,
    ...{ stage: reviewed, errors, warnings, infos },
    verdicts: [...tellVerdicts(assessment)].map(([subject, verdict]) => ({ subject, verdict })),
  }))
}

export const createPortfolio = (database: Database): Portfolios => ({
  async read(filter): Promise<Portfolio> {
    const rows = await rowsOf(database, filter)
    if (rows.length === 0) return { rows, byRule: [], byCause: [], all: nothing }
    const revisionIds = rows.map(({ revisionId }) => revisionId)
    const shown = and(inArray(findings.revisionId, revisionIds), eq(findings.gone, false))
    const byRule = await database
      .select({ rule: findings.rule, severity: findings.severity, ...answered })
      .from(findings)
      .leftJoin(dispositions, eq(dispositions.findingId, findings.id))
      .where(shown)
      .groupBy(findings.rule, findings.severity)
      .orderBy(desc(answered.total), asc(findings.rule))
    const byCause = await database
      .select({ cause: findings.cause, ...answered })
      .from(findings)
      .leftJoin(dispositions, eq(dispositions.findingId, findings.id))
      .where(shown)
      .groupBy(findings.cause)
      .orderBy(desc(answered.total))
    const all = byRule.reduce<Answered>(
      (sum, row) => ({
        total: sum.total + row.total,
        confirmed: sum.confirmed + row.confirmed,
        dismissed: sum.dismissed + row.dismissed,
        needsExplanation: sum.needsExplanation + row.needsExplanation,
        open: sum.open + row.open,
      }),
      nothing,
    )
    return { rows, byRule, byCause, all }
  },
})
