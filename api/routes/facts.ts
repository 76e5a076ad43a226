import { z } from 'zod'
import { Stage } from '../../schemas/dossier.ts'
import { Fact, Kind } from '../../schemas/fact.ts'
import { Check } from '../../schemas/finding.ts'
import { Assessment, ReportDocument } from '../../schemas/report.ts'
import { actorOf } from '../access/actor.ts'
import { readRevision } from '../access/read-object.ts'
import { failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { IdParam, PageQuery, pageOf } from '../show/common.ts'

const count = z.number().int().nonnegative()
const Summary = z
  .object({
    park: z.string().nullable(),
    stage: Stage,
    region: z.string().nullable(),
    ...{ errors: count, warnings: count, infos: count },
    ...{ checksPassed: count, checksFailed: count, checksSkipped: count },
    documents: z.array(ReportDocument),
  })
  .meta({ id: 'Summary' })

const Filter = PageQuery.extend({
  subject: z.string().max(100).optional(),
  year: z.coerce.number().int().optional(),
  kind: Kind.optional(),
  document: z
    .string()
    .regex(/^d\d{1,6}$/)
    .optional()
    .describe('报告中的文件编号，如 d1'),
})
const CheckFilter = z.object({ outcome: Check.shape.outcome.optional(), rule: z.string().max(100).optional() })

const tags = ['核查结果']
const config = { access: { may: 'dossiers:read' } } as const
const params = z.object({ revision: IdParam })

/** What was read out of a revision's documents and how it was judged. */
export const factRoutes: Routes = async (app, { context }) => {
  const { store } = context

  app.get('/revisions/:revision/summary', {
    config,
    schema: { tags, summary: '结果概况', params, response: { 200: Summary, ...failures } },
    handler: async (request) => {
      const { id } = await readRevision(store, actorOf(request), request.params.revision)
      const summary = await store.reports.summary(id)
      if (summary === undefined) throw new Problem('report.not-ready')
      return summary
    },
  })

  app.get('/revisions/:revision/facts', {
    config,
    schema: { tags, summary: '读出的数值及出处', params, querystring: Filter, response: { 200: pageOf(Fact), ...failures } },
    handler: async (request) => {
      const { id } = await readRevision(store, actorOf(request), request.params.revision)
      const { limit, after, ...filter } = request.query
      return store.facts.list({ revisionId: id, ...filter }, { limit, after })
    },
  })

  app.get('/revisions/:revision/facts/:fact', {
    config,
    schema: {
      tags,
      summary: '一个数值',
      params: params.extend({ fact: z.string().regex(/^[\w.-]{1,64}$/) }),
      response: { 200: Fact, ...failures },
    },
    handler: async (request) => {
      const { id } = await readRevision(store, actorOf(request), request.params.revision)
      const [fact] = await store.facts.findAll(id, [request.params.fact])
      if (fact === undefined) throw new Problem('fact.not-found')
      return fact
    },
  })

  app.get('/revisions/:revision/checks', {
    config,
    schema: {
      tags,
      summary: '做过的每项核查',
      params,
      querystring: CheckFilter,
      response: { 200: z.object({ items: z.array(Check) }), ...failures },
    },
    handler: async (request) => {
      const { id } = await readRevision(store, actorOf(request), request.params.revision)
      return { items: await store.reports.checks(id, request.query) }
    },
  })

  app.get('/revisions/:revision/assessment', {
    config,
    schema: { tags, summary: '各指标达标情况', params, response: { 200: z.object({ items: z.array(Assessment) }), ...failures } },
    handler: async (request) => {
      const { id } = await readRevision(store, actorOf(request), request.params.revision)
      return { items: await store.reports.assessment(id) }
    },
  })
}
