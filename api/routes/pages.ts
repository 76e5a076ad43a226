import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Passage, type PassagePlace } from '../../schemas/passage.ts'
import { actorOf } from '../access/actor.ts'
import { readDocument } from '../access/read-object.ts'
import { failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { sendBytes } from '../send-bytes.ts'
import { IdParam } from '../show/common.ts'

const oneBased = z.coerce.number().int().positive().max(10_000_000).optional()
const Place = z.object({
  table: oneBased,
  row: oneBased,
  column: oneBased,
  paragraph: oneBased,
  sheet: z.string().min(1).max(200).optional(),
  cell: z
    .string()
    .regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/)
    .optional(),
})
const placeOf = (given: z.infer<typeof Place>): PassagePlace => ({
  ...{ table: given.table ?? null, row: given.row ?? null, column: given.column ?? null },
  ...{ sheet: given.sheet ?? null, cell: given.cell ?? null, paragraph: given.paragraph ?? null },
})

const tags = ['出处图']
const config = { access: { may: 'dossiers:read' } } as const
/** What was uploaded does not change, so whoever asked for it may keep it. */
const keep = 'private, max-age=86400, immutable'

/** What a reader opens a value's place with: the page as a picture, or the text or sheet around it. */
export const pageRoutes: Routes = async (app, { context }) => {
  const { store, renderer } = context
  const read = (request: FastifyRequest, id: string) => readDocument(store, actorOf(request), id)

  app.get('/documents/:document/pages/:page/picture', {
    config,
    schema: {
      tags,
      summary: '整页图（JPEG，每点约两个像素；X-Page-Size 为页面的宽和高，单位为点）',
      params: z.object({ document: IdParam, page: z.coerce.number().int().min(1).max(100_000) }),
      response: { 200: z.any().describe('JPEG 图片'), ...failures },
    },
    handler: async (request, reply) => {
      const drawn = await renderer.page(await read(request, request.params.document), request.params.page)
      if (drawn === null) throw new Problem('picture.none')
      const { jpeg, width, height } = drawn
      const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
      reply.headers({ 'cache-control': keep, 'x-page-size': `${width}x${height}` })
      return sendBytes(reply, { bytes, size: bytes.length, fileName: 'page.jpg', type: 'image/jpeg', show: true })
    },
  })

  app.get('/documents/:document/passage', {
    config,
    schema: {
      tags,
      summary: '没有页的文件（Word、Excel 等）中某处前后的文字或单元格',
      params: z.object({ document: IdParam }),
      querystring: Place,
      response: { 200: Passage, ...failures },
    },
    handler: async (request, reply) => {
      const passage = await renderer.passage(await read(request, request.params.document), placeOf(request.query))
      if (passage === null) throw new Problem('passage.none')
      reply.header('cache-control', keep)
      return passage
    },
  })
}
