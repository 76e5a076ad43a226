import { z } from 'zod'
import type { Routes } from '../context.ts'

const Health = z.object({ status: z.literal('ok') })
const Ready = z.object({ status: z.enum(['ready', 'not-ready']), store: z.boolean(), queue: z.boolean() })

/** A dependency that hangs is as good as away. */
const patienceMs = 3_000

const answers = async (ping: Promise<void>): Promise<boolean> => {
  let late: NodeJS.Timeout | undefined
  const slow = new Promise<false>((resolve) => {
    late = setTimeout(resolve, patienceMs, false)
  })
  const answered = await Promise.race([ping.then(() => true).catch(() => false), slow])
  clearTimeout(late)
  return answered
}

/** For whoever watches the service: alive (the process answers) and ready (store and queue answer too). */
export const healthRoutes: Routes = async (app, { context }) => {
  const { store, queue } = context
  const config = { access: { to: 'everyone' }, rateLimit: false } as const

  app.get('/health', {
    config,
    logLevel: 'warn',
    schema: { tags: ['运行'], summary: '进程是否存活', response: { 200: Health } },
    handler: async () => ({ status: 'ok' as const }),
  })

  app.get('/ready', {
    config,
    logLevel: 'warn',
    schema: { tags: ['运行'], summary: '数据库和队列是否可用', response: { 200: Ready, 503: Ready } },
    handler: async (_request, reply) => {
      const [storeAnswers, queueAnswers] = await Promise.all([answers(store.ping()), answers(queue.ping())])
      const ready = storeAnswers && queueAnswers
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready', store: storeAnswers, queue: queueAnswers })
    },
  })
}
