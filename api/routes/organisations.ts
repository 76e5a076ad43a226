import { z } from 'zod'
import { type Actor, actorOf, sees } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { type Context, failures, type Routes } from '../context.ts'
import { retell } from '../guard/store-faults.ts'
import { Problem } from '../problem.ts'
import { OrganisationKindShape, OrganisationShape, showOrganisation } from '../show/account.ts'
import { IdParam, words } from '../show/common.ts'

const NewOrganisation = z.object({ kind: OrganisationKindShape.exclude(['office']), name: words(200), parentId: IdParam })
const params = z.object({ organisation: IdParam })
const tags = ['单位']

async function readOrganisation({ store }: Context, actor: Actor, id: string) {
  const found = await store.organisations.find(id)
  if (found === undefined || !sees(actor, found.id)) throw new Problem('organisation.not-found')
  return found
}

/** Provinces stand under the office, parks under a province. */
const parentKind = { province: 'office', park: 'province' } as const

export const organisationRoutes: Routes = async (app, { context }) => {
  const { store } = context

  app.get('/organisations', {
    config: { access: { to: 'signed-in' } },
    schema: { tags, summary: '可见的单位', response: { 200: z.object({ items: z.array(OrganisationShape) }), ...failures } },
    handler: async (request) => ({ items: (await store.organisations.list(actorOf(request).scope)).map(showOrganisation) }),
  })

  app.post('/organisations', {
    config: { access: { may: 'accounts:manage' } },
    schema: { tags, summary: '登记单位', body: NewOrganisation, response: { 201: OrganisationShape, ...failures } },
    handler: async (request, reply) => {
      const { kind, name, parentId } = request.body
      const parent = await readOrganisation(context, actorOf(request), parentId)
      if (parent.kind !== parentKind[kind])
        throw new Problem('organisation.parent', kind === 'park' ? '园区的上级应是省级单位。' : '省级单位的上级应是国家级单位。')
      const made = await retell(store.organisations.create({ kind, name, parentId }), 'store.conflict', 'organisation.exists')
      await record(store, request, { action: 'organisation.create', objectId: made.id, organisationId: made.id, details: { kind, name } })
      return reply.code(201).send(showOrganisation(made))
    },
  })

  app.get('/organisations/:organisation', {
    config: { access: { to: 'signed-in' } },
    schema: { tags, summary: '单位', params, response: { 200: OrganisationShape, ...failures } },
    handler: async (request) => showOrganisation(await readOrganisation(context, actorOf(request), request.params.organisation)),
  })

  app.patch('/organisations/:organisation', {
    config: { access: { may: 'accounts:manage' } },
    schema: {
      tags,
      summary: '更改单位名称',
      params,
      body: z.object({ name: words(200) }),
      response: { 200: OrganisationShape, ...failures },
    },
    handler: async (request) => {
      const before = await readOrganisation(context, actorOf(request), request.params.organisation)
      const after = await retell(store.organisations.rename(before.id, request.body.name), 'store.conflict', 'organisation.exists')
      const details = { from: before.name, to: after.name }
      await record(store, request, { action: 'organisation.rename', objectId: after.id, organisationId: after.id, details })
      return showOrganisation(after)
    },
  })
}
