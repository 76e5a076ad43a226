import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import type { IServerAdapter } from '@bull-board/api/typings/app'
import { FastifyAdapter } from '@bull-board/fastify'
import type { FastifyError, FastifyInstance } from 'fastify'
import type { ReviewQueue } from '../../workers/queue.ts'
import { problemOf } from '../guard/faults.ts'
import { pagePolicy } from '../guard/headers.ts'
import { describe } from '../problem.ts'

export const queuesPath = '/api/queues'

/** The queues as a page for the office's administrators. Jobs hold ids only, so it shows no dossier's contents. It is for looking only. */
export async function showQueues(app: FastifyInstance, { queues }: ReviewQueue): Promise<void> {
  const serverAdapter = new FastifyAdapter()
  serverAdapter.setBasePath(queuesPath)
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    // Its types leave an optional method undefined, which ours tell apart from absent.
    serverAdapter: serverAdapter as unknown as IServerAdapter,
    options: { uiConfig: { boardTitle: '园核 · 任务队列' } },
  })
  // The package answers every error with its own handler: let it say what ours would.
  serverAdapter.setErrorHandler((error) => {
    const problem = problemOf(error as FastifyError)
    return { status: problem.status as 500, body: describe(problem, queuesPath) }
  })
  await app.register(async (page) => {
    page.addHook('onSend', async (_request, reply, payload) => {
      reply.header('content-security-policy', pagePolicy)
      return payload
    })
    await page.register(serverAdapter.registerPlugin(), { prefix: queuesPath })
  })
}
