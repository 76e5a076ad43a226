import { z } from 'zod'
import type { AuditEntry } from '../../workers/store/entities.ts'
import { actorOf } from '../access/actor.ts'
import { failures, type Routes } from '../context.ts'
import { IdParam, Moment, momentOf, PageQuery, pageOf, showPage } from '../show/common.ts'

const Entry = z
  .object({
    id: z.string(),
    at: Moment,
    actorId: z.string().nullable(),
    actorName: z.string(),
    organisationId: z.string().nullable(),
    action: z.string(),
    objectType: z.string(),
    objectId: z.string().nullable(),
    dossierId: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    address: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' })
const showEntry = ({ at, ...entry }: AuditEntry): z.infer<typeof Entry> => ({ ...entry, at: momentOf(at) })

const moment = Moment.transform((text) => new Date(text))
const Filter = PageQuery.extend({
  dossier: IdParam.optional(),
  actor: IdParam.optional(),
  action: z.string().max(100).optional(),
  object: IdParam.optional(),
  from: moment.optional(),
  before: moment.optional(),
})

export const auditRoutes: Routes = async (app, { context }) => {
  app.get('/audit', {
    config: { access: { may: 'audit:read' } },
    schema: { tags: ['审计'], summary: '操作记录，新的在前', querystring: Filter, response: { 200: pageOf(Entry), ...failures } },
    handler: async (request) => {
      const { limit, after, dossier, actor, object, ...filter } = request.query
      const { scope } = actorOf(request)
      const page = await context.store.audit.list(
        { ...filter, scope, dossierId: dossier, actorId: actor, objectId: object },
        { limit, after },
      )
      return showPage(page, showEntry)
    },
  })
}
