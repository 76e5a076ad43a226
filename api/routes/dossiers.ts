import { z } from 'zod'
import { Manifest, Stage } from '../../schemas/dossier.ts'
import type { OrganisationKind } from '../../workers/store/entities.ts'
import { type Actor, actorOf, sees } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { readDossier } from '../access/read-object.ts'
import { type Context, failures, type Routes } from '../context.ts'
import { IdempotencyHeaders, runOnce } from '../guard/run-once.ts'
import { Problem } from '../problem.ts'
import { IdParam, Moment, PageQuery, pageOf, showPage, words } from '../show/common.ts'
import { DossierShape, RevisionShape, RevisionStatusShape, showDossier, showRevision } from '../show/dossier.ts'

const NewDossier = z.object({
  title: words(200),
  organisationId: IdParam.optional().describe('所属园区；园区用户可不填'),
  manifest: Manifest.nullable().default(null).describe('申报材料的说明，优先于从材料识别的内容'),
})
const Made = z.object({ dossier: DossierShape, revision: RevisionShape })
const moment = Moment.transform((text) => new Date(text))
const Filter = PageQuery.extend({
  organisation: IdParam.optional(),
  status: RevisionStatusShape.optional(),
  stage: Stage.optional(),
  region: z.string().min(1).max(50).optional(),
  search: z.string().min(1).max(100).optional().describe('名称中的字样'),
  hasErrors: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  createdFrom: moment.optional(),
  createdBefore: moment.optional(),
  turn: z
    .enum(['park', 'machine', 'reviewer'])
    .optional()
    .describe('轮到谁：park 园区（草稿、退回整改）· machine 正在核查 · reviewer 核查员'),
  sort: z.enum(['newest', 'due']).default('newest').describe('newest 新的在前 · due 期限近的在前，没有期限的在后'),
})

const params = z.object({ dossier: IdParam })
const tags = ['申报材料']
const read = { access: { may: 'dossiers:read' } } as const
const write = { access: { may: 'dossiers:write' } } as const

/** The park that a new dossier is of: the one named, where the actor sees it, else the actor's own. */
async function parkOf({ store }: Context, actor: Actor, given: string | undefined): Promise<string> {
  const id = given ?? actor.organisation.id
  const found = sees(actor, id) ? await store.organisations.find(id) : undefined
  if (found === undefined) throw new Problem('organisation.not-found')
  const park: OrganisationKind = 'park'
  if (found.kind !== park) throw new Problem('request.invalid', '请指明材料属于哪个园区（organisationId）。')
  return found.id
}

export const dossierRoutes: Routes = async (app, { context }) => {
  const { store, queue } = context

  app.get('/dossiers', {
    config: read,
    schema: { tags, summary: '材料列表', querystring: Filter, response: { 200: pageOf(DossierShape), ...failures } },
    handler: async (request) => {
      const { limit, after, organisation, ...filter } = request.query
      const { scope } = actorOf(request)
      return showPage(await store.dossiers.list({ ...filter, organisationId: organisation, scope }, { limit, after }), showDossier)
    },
  })

  app.post('/dossiers', {
    config: write,
    schema: { tags, summary: '新建材料', headers: IdempotencyHeaders, body: NewDossier, response: { 201: Made, ...failures } },
    handler: async (request, reply) => {
      const actor = actorOf(request)
      const { title, manifest } = request.body
      const { status, body } = await runOnce(store, request, reply, async () => {
        const organisationId = await parkOf(context, actor, request.body.organisationId)
        const made = await store.transaction(async (tables) => {
          const { dossier, revision } = await tables.dossiers.create({ organisationId, title, manifest, createdBy: actor.user.id })
          await record(tables, request, {
            action: 'dossier.create',
            objectId: dossier.id,
            dossierId: dossier.id,
            organisationId,
            details: { title },
          })
          return { dossier, revision }
        })
        return { status: 201 as const, body: { dossier: showDossier(made.dossier), revision: showRevision(made.revision) } }
      })
      return reply.code(status).send(body)
    },
  })

  app.get('/dossiers/:dossier', {
    config: read,
    schema: { tags, summary: '材料', params, response: { 200: DossierShape, ...failures } },
    handler: async (request) => showDossier(await readDossier(store, actorOf(request), request.params.dossier)),
  })

  app.patch('/dossiers/:dossier', {
    config: write,
    schema: { tags, summary: '更改名称', params, body: z.object({ title: words(200) }), response: { 200: DossierShape, ...failures } },
    handler: async (request) => {
      const { id, organisationId, title } = await readDossier(store, actorOf(request), request.params.dossier)
      const after = await store.dossiers.rename(id, request.body.title)
      const details = { from: title, to: after.title }
      await record(store, request, { action: 'dossier.rename', objectId: id, dossierId: id, organisationId, details })
      return showDossier(after)
    },
  })

  app.delete('/dossiers/:dossier', {
    config: write,
    schema: { tags, summary: '删除材料及其全部提交、发现和处理意见', params, response: { 204: z.undefined(), ...failures } },
    handler: async (request, reply) => {
      const actor = actorOf(request)
      const { id, organisationId, revisionId, title, errors } = await readDossier(store, actor, request.params.dossier)
      // What an authority has reviewed is a record; its park cannot make it unseen.
      if (actor.organisation.kind === 'park' && errors !== null) throw new Problem('dossier.reviewed')
      await queue.cancel(revisionId)
      await store.dossiers.delete(id)
      await record(store, request, { action: 'dossier.delete', objectId: id, dossierId: id, organisationId, details: { title } })
      return reply.code(204).send()
    },
  })
}
