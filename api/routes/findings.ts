import { z } from 'zod'
import { Cause, Severity } from '../../schemas/finding.ts'
import { actorOf } from '../access/actor.ts'
import { readFinding, readRevision } from '../access/read-object.ts'
import { failures, type Routes } from '../context.ts'
import { IdParam, PageQuery, pageOf, showPage } from '../show/common.ts'
import { FindingDetailShape, FindingShape, showFinding, VerdictShape } from '../show/review.ts'

const Filter = PageQuery.extend({
  severity: Severity.optional(),
  rule: z.string().max(100).optional(),
  subject: z.string().max(100).optional(),
  cause: Cause.optional().describe('可能的原因'),
  disposition: z
    .union([VerdictShape, z.literal('open')])
    .optional()
    .describe('open：尚未处理'),
})

const tags = ['发现']
const config = { access: { may: 'dossiers:read' } } as const

/** The version of an answer as an entity tag; "0" where there was none yet. */
export const etagOf = ({ version }: { version: number }): string => `"${version}"`

export const findingRoutes: Routes = async (app, { context }) => {
  const { store } = context

  app.get('/findings', {
    config,
    schema: {
      tags,
      summary: '各份材料的发现',
      querystring: Filter.extend({ dossier: IdParam.optional() }),
      response: { 200: pageOf(FindingShape), ...failures },
    },
    handler: async (request) => {
      const { limit, after, dossier, ...filter } = request.query
      const { scope } = actorOf(request)
      return showPage(await store.findings.list({ ...filter, dossierId: dossier, scope }, { limit, after }), showFinding)
    },
  })

  app.get('/revisions/:revision/findings', {
    config,
    schema: {
      tags,
      summary: '一次提交的发现',
      params: z.object({ revision: IdParam }),
      querystring: Filter,
      response: { 200: pageOf(FindingShape), ...failures },
    },
    handler: async (request) => {
      const actor = actorOf(request)
      const { id } = await readRevision(store, actor, request.params.revision)
      const { limit, after, ...filter } = request.query
      return showPage(await store.findings.list({ ...filter, revisionId: id, scope: actor.scope }, { limit, after }), showFinding)
    },
  })

  app.get('/findings/:finding', {
    config,
    schema: {
      tags,
      summary: '一条发现和它所指的数值',
      params: z.object({ finding: IdParam }),
      response: { 200: FindingDetailShape, ...failures },
    },
    handler: async (request, reply) => {
      const found = await readFinding(store, actorOf(request), request.params.finding)
      const facts = await store.facts.findAll(found.revisionId, found.finding.facts)
      reply.header('etag', etagOf(found))
      return { ...showFinding(found), facts }
    },
  })
}
