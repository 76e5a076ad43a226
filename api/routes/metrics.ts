import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { isSame } from '../sign-in/secrets.ts'

const loopback = /^(?:127\.|::1$|::ffff:127\.)/
/** A request that a proxy hands on comes from the proxy's address, which may be this machine's: the headers tell. */
const cameDirectly = ({ headers }: FastifyRequest) => headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined

function demandWatcher(request: FastifyRequest, token: string | null): void {
  const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (token !== null) {
    if (given === undefined || !isSame(given, token))
      throw new Problem('access.sign-in', undefined, { headers: { 'www-authenticate': 'Bearer' } })
    return
  }
  if (!cameDirectly(request) || !loopback.test(request.socket.remoteAddress ?? ''))
    throw new Problem('access.sign-in', '指标只向本机提供；从别处读取请设置 METRICS_TOKEN。')
}

/** Figures for Prometheus, for whoever bears METRICS_TOKEN, or without one for this machine only. */
export const metricsRoutes: Routes = async (app, { context }) => {
  const { metrics, settings } = context

  app.get('/metrics', {
    config: { access: { to: 'everyone' } },
    logLevel: 'warn',
    schema: { tags: ['运行'], summary: 'Prometheus 指标（凭 METRICS_TOKEN，或仅限本机）', response: { 200: z.string(), ...failures } },
    handler: async (request, reply) => {
      demandWatcher(request, settings.metricsToken)
      return reply
        .type(metrics.contentType)
        .serializer((text: string) => text)
        .send(await metrics.metrics())
    },
  })
}
