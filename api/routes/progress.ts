import { z } from 'zod'
import { isOver, type ReviewProgress } from '../../workers/queue.ts'
import { actorOf } from '../access/actor.ts'
import { readRevision } from '../access/read-object.ts'
import { failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { IdParam } from '../show/common.ts'
import { ProgressShape } from '../show/dossier.ts'

/** Shorter than any proxy's patience. */
const heartbeatMs = 15_000
/** A stream ends after this and the page opens it again, signed in or not by then. */
const longestMs = 30 * 60_000

const tags = ['进度']
const config = { access: { may: 'dossiers:read' } } as const
const params = z.object({ revision: IdParam })

export const progressRoutes: Routes = async (app, { context }) => {
  const { store, queue } = context

  app.get('/revisions/:revision/progress', {
    config,
    schema: { tags, summary: '核查进度', params, response: { 200: ProgressShape, ...failures } },
    handler: async (request) => {
      const { id } = await readRevision(store, actorOf(request), request.params.revision)
      const progress = await queue.progress(id)
      if (progress === undefined) throw new Problem('revision.not-found')
      return progress
    },
  })

  app.get('/revisions/:revision/events', {
    config,
    schema: {
      tags,
      summary: '核查进度（服务器推送，text/event-stream）',
      params,
      produces: ['text/event-stream'],
      response: { 200: z.string().describe('事件 progress，每次变化一条；核查结束后连接关闭'), ...failures },
    },
    handler: async (request, reply) => {
      const { id } = await readRevision(store, actorOf(request), request.params.revision)
      const { raw } = reply
      reply.hijack()
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      // A first line carries the headers out at once.
      raw.write(': 进度\n\n')
      await new Promise<void>((ended) => {
        const beat = setInterval(() => raw.write(': \n\n'), heartbeatMs)
        const late = setTimeout(() => raw.end(), longestMs)
        const tell = (progress: ReviewProgress) => {
          if (raw.writableEnded) return
          raw.write(`event: progress\ndata: ${JSON.stringify(progress)}\n\n`)
          if (isOver(progress)) raw.end()
        }
        const stop = queue.watch(id, tell)
        raw.once('close', () => {
          clearInterval(beat)
          clearTimeout(late)
          stop()
          ended()
        })
      })
    },
  })
}
