import { z } from 'zod'
import { Stage } from '../../schemas/dossier.ts'
import { Cause, Severity } from '../../schemas/finding.ts'
import { Verdict } from '../../schemas/report.ts'
import type { Answered } from '../../workers/store/store.ts'
import { actorOf, sees } from '../access/actor.ts'
import { failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { IdParam, Moment, momentOrNull } from '../show/common.ts'

const count = z.number().int().nonnegative()
const answered = z.object({
  total: count,
  confirmed: count,
  dismissed: count,
  needsExplanation: count,
  open: count,
  adoption: z.number().min(0).max(1).nullable().describe('采纳率：属实 ÷（属实＋排除）；尚无这样的处理时为 null'),
})
const showAnswered = (given: Answered): z.infer<typeof answered> => {
  const { total, confirmed, dismissed, needsExplanation, open } = given
  const decided = confirmed + dismissed
  return { total, confirmed, dismissed, needsExplanation, open, adoption: decided === 0 ? null : confirmed / decided }
}

/** As `ToldVerdict`. */
const Told = z.enum([...Verdict.options, 'covered']).describe('covered：本项未达标，但同组另有一项达标，组内已达')

const Row = z.object({
  organisationId: z.string(),
  organisation: z.string(),
  provinceId: z.string().nullable(),
  dossierId: z.string(),
  title: z.string(),
  stage: Stage,
  revisionId: z.string(),
  revisionNumber: z.number().int(),
  reviewedAt: Moment.nullable(),
  ...{ errors: count, warnings: count, infos: count },
  verdicts: z.array(z.object({ subject: z.string(), verdict: Told })).describe('按标准的次序'),
})
const PortfolioShape = z
  .object({
    rows: z.array(Row).describe('每个园区最近一次核查完毕的提交，按园区名称排列'),
    byRule: z.array(answered.extend({ rule: z.string(), severity: Severity })).describe('多的在前'),
    byCause: z.array(answered.extend({ cause: Cause.nullable().describe('null：不涉及数值的原因') })).describe('多的在前'),
    all: answered,
  })
  .meta({ id: 'Portfolio' })

const Filter = z.object({
  organisation: IdParam.optional().describe('一个省级单位（含其园区）或一个园区'),
  stage: Stage.optional(),
})

/** A province's parks side by side. */
export const portfolioRoutes: Routes = async (app, { context }) => {
  const { store } = context

  app.get('/portfolio', {
    config: { access: { may: 'dossiers:read' } },
    schema: {
      tags: ['总览'],
      summary: '各园区的指标判定，按规则和原因统计的发现，采纳率',
      description: '只统计每个园区最近一次核查完毕的提交。',
      querystring: Filter,
      response: { 200: PortfolioShape, ...failures },
    },
    handler: async (request) => {
      const actor = actorOf(request)
      const { organisation: organisationId, stage } = request.query
      if (organisationId !== undefined && !sees(actor, organisationId)) throw new Problem('organisation.not-found')
      const { rows, byRule, byCause, all } = await store.portfolio.read({ scope: actor.scope, organisationId, stage })
      return {
        rows: rows.map(({ reviewedAt, ...row }) => ({ ...row, reviewedAt: momentOrNull(reviewedAt) })),
        byRule: byRule.map(({ rule, severity, ...given }) => ({ rule, severity, ...showAnswered(given) })),
        byCause: byCause.map(({ cause, ...given }) => ({ cause, ...showAnswered(given) })),
        all: showAnswered(all),
      }
    },
  })
}
