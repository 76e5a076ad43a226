import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Evidence } from '../../schemas/place.ts'
import { actorOf } from '../access/actor.ts'
import { readFinding, readRevision } from '../access/read-object.ts'
import { type Context, failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { sendBytes } from '../send-bytes.ts'
import { IdParam } from '../show/common.ts'

/** So much of the page is shown around the value, in points: its row and its neighbours. */
const around = { x: 240, y: 60 }

type Place = { readonly document: string; readonly evidence: Evidence }

/** The part of the page around a value, with the value boxed. Throws `picture.none` where the place has no page or no picture can be made. */
async function cutPlace({ store, renderer }: Context, revisionId: string, { document, evidence }: Place): Promise<Buffer> {
  const { page, bbox } = evidence
  if (page === null || bbox === null) throw new Problem('picture.none')
  const found = (await store.documents.list(revisionId)).find(({ position }) => `d${position}` === document)
  if (found === undefined) throw new Problem('picture.none')
  const [left, top, right, bottom] = bbox
  const region = [Math.max(0, left - around.x), Math.max(0, top - around.y), right + around.x, bottom + around.y] as [
    number,
    number,
    number,
    number,
  ]
  const picture = await renderer.picture(found, { page, bbox: region, marks: [bbox] })
  if (picture === null || picture.length === 0) throw new Problem('picture.none')
  return Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength)
}

/** What was reviewed does not change, so a picture may be kept by the one who asked for it. */
const sendPicture = (reply: FastifyReply, picture: Buffer) =>
  sendBytes(reply.header('cache-control', 'private, max-age=86400, immutable'), {
    ...{ bytes: picture, size: picture.length, fileName: 'evidence.jpg', type: 'image/jpeg', show: true },
  })

const tags = ['出处图']
const config = { access: { may: 'dossiers:read' } } as const
const response = { 200: z.any().describe('JPEG 图片'), ...failures }

export const pictureRoutes: Routes = async (app, { context }) => {
  const { store } = context

  app.get('/revisions/:revision/facts/:fact/picture', {
    config,
    schema: {
      tags,
      summary: '数值所在页面的局部图',
      params: z.object({ revision: IdParam, fact: z.string().regex(/^[\w.-]{1,64}$/) }),
      response,
    },
    handler: async (request, reply) => {
      const { id } = await readRevision(store, actorOf(request), request.params.revision)
      const [fact] = await store.facts.findAll(id, [request.params.fact])
      if (fact === undefined) throw new Problem('fact.not-found')
      return sendPicture(reply, await cutPlace(context, id, fact))
    },
  })

  app.get('/findings/:finding/pictures/:place', {
    config,
    schema: {
      tags,
      summary: '发现所指的第几处（先数值，后其他位置，从 1 起）',
      params: z.object({ finding: IdParam, place: z.coerce.number().int().min(1).max(10_000) }),
      response,
    },
    handler: async (request, reply) => {
      const { revisionId, finding } = await readFinding(store, actorOf(request), request.params.finding)
      const places: Place[] = [...(await store.facts.findAll(revisionId, finding.facts)), ...finding.places]
      const place = places[request.params.place - 1]
      if (place === undefined) throw new Problem('picture.none')
      return sendPicture(reply, await cutPlace(context, revisionId, place))
    },
  })
}
