import { z } from 'zod'
import { actorOf } from '../access/actor.ts'
import { readDossier } from '../access/read-object.ts'
import { failures, type Routes } from '../context.ts'
import { IdParam, Moment, momentOf } from '../show/common.ts'

const Present = z
  .object({ userId: z.string(), displayName: z.string(), place: z.string().nullable(), seenAt: Moment })
  .meta({ id: 'Present' })

const tags = ['申报材料']
const config = { access: { to: 'signed-in', sessionOnly: true } } as const
const params = z.object({ dossier: IdParam })

/** Who else has a dossier open. Reviewers see reviewers, a park's people their own: a park does not watch those who review it. */
export const presenceRoutes: Routes = async (app, { context }) => {
  const { store } = context

  app.put('/dossiers/:dossier/presence', {
    config,
    schema: {
      tags,
      summary: '告知正在查看，并得知还有谁在看',
      description: '页面每 15 秒告知一次；45 秒没有消息即视为离开。核查人员只见核查人员，园区人员只见园区人员。',
      params,
      body: z.object({ place: z.string().max(200).nullable().default(null).describe('在材料中的位置，如发现的编号') }),
      response: { 200: z.object({ others: z.array(Present) }), ...failures },
    },
    handler: async (request) => {
      const actor = actorOf(request)
      const { id } = await readDossier(store, actor, request.params.dossier)
      const others = await store.presence.note({ dossierId: id, userId: actor.user.id, place: request.body.place })
      return { others: others.map(({ seenAt, ...present }) => ({ ...present, seenAt: momentOf(seenAt) })) }
    },
  })

  app.delete('/dossiers/:dossier/presence', {
    config,
    schema: { tags, summary: '告知已离开', params, response: { 204: z.undefined(), ...failures } },
    handler: async (request, reply) => {
      const actor = actorOf(request)
      const { id } = await readDossier(store, actor, request.params.dossier)
      await store.presence.leave(id, actor.user.id)
      return reply.code(204).send()
    },
  })
}
