import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ReviewQueue } from '../workers/queue.ts'

/** Figures about this process, its requests by route, and the jobs in the queues. Only routes registered after this are counted. */
export function collectMetrics(app: FastifyInstance, queue: ReviewQueue): Registry {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'ecopark_http_request_duration_seconds',
    help: 'Time until an answer is sent, by route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers: [register],
  })
  new Gauge({
    name: 'ecopark_queue_jobs',
    help: 'Jobs by queue and state',
    labelNames: ['queue', 'state'],
    registers: [register],
    async collect() {
      const counts = await queue.counts().catch(() => ({}))
      for (const [name, states] of Object.entries(counts))
        for (const [state, jobs] of Object.entries(states)) this.set({ queue: name, state }, jobs)
    },
  })
  app.addHook('onResponse', (request, reply, done) => {
    // The route's pattern, never the address asked for: strangers could make figures without end.
    const { url = 'none' } = request.routeOptions
    seconds.observe({ method: request.method, route: url, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    done()
  })
  return register
}
