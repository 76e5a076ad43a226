import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyHttpOptions, type FastifyInstance, type RawServerDefault } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { config as configureZod } from 'zod'
import { zhCN } from 'zod/locales'
import { createCookies } from './access/cookies.ts'
import { guardRoutes } from './access/guard-routes.ts'
import type { Context } from './context.ts'
import type { Dependencies } from './dependencies.ts'
import { tellFaults } from './guard/faults.ts'
import { addHeaders } from './guard/headers.ts'
import { lingerAfterRefusal } from './guard/linger.ts'
import { refuseSlowBodies } from './guard/slow-body.ts'
import { collectMetrics } from './metrics.ts'
import { describeApi, docsPath, serveDescription } from './pages/openapi.ts'
import { queuesPath, showQueues } from './pages/queues.ts'
import { serveStartPage } from './pages/start-page.ts'
import { assetsPath, serveWorkspace } from './pages/workspace.ts'
import { Problem } from './problem.ts'
import { auditRoutes } from './routes/audit.ts'
import { comparisonRoutes } from './routes/comparison.ts'
import { correctionRoutes } from './routes/corrections.ts'
import { dispositionRoutes } from './routes/dispositions.ts'
import { documentRoutes } from './routes/documents.ts'
import { dossierRoutes } from './routes/dossiers.ts'
import { editionRoutes } from './routes/editions.ts'
import { factRoutes } from './routes/facts.ts'
import { findingRoutes } from './routes/findings.ts'
import { healthRoutes } from './routes/health.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { organisationRoutes } from './routes/organisations.ts'
import { pageRoutes } from './routes/pages.ts'
import { pictureRoutes } from './routes/pictures.ts'
import { portfolioRoutes } from './routes/portfolio.ts'
import { presenceRoutes } from './routes/presence.ts'
import { progressRoutes } from './routes/progress.ts'
import { rectificationRoutes } from './routes/rectifications.ts'
import { reportRoutes } from './routes/reports.ts'
import { revisionRoutes } from './routes/revisions.ts'
import { sessionRoutes } from './routes/session.ts'
import { singleSignOnRoutes } from './routes/single-sign-on.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { uploadRoutes } from './routes/uploads.ts'
import { userRoutes } from './routes/users.ts'
import { vocabularyRoutes } from './routes/vocabulary.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { createLoginThrottle } from './sign-in/login-throttle.ts'
import { createOidc } from './sign-in/oidc.ts'

const resources = [
  ...[sessionRoutes, singleSignOnRoutes, userRoutes, organisationRoutes, tokenRoutes],
  ...[dossierRoutes, documentRoutes, uploadRoutes, revisionRoutes, progressRoutes],
  ...[factRoutes, vocabularyRoutes, editionRoutes, correctionRoutes, findingRoutes, dispositionRoutes],
  ...[pictureRoutes, pageRoutes, reportRoutes, auditRoutes, webhookRoutes],
  ...[rectificationRoutes, comparisonRoutes, portfolioRoutes, presenceRoutes],
]

const secondMs = 1000

/** How long strangers may take, and how much they may say, before anything of ours looks at it. */
function createServer({ config }: Dependencies): FastifyInstance {
  const options: FastifyHttpOptions<RawServerDefault> = {
    logger:
      config.logLevel === 'silent'
        ? false
        : {
            level: config.logLevel,
            // Queries hold single sign-on's codes and what people search for.
            serializers: { req: ({ id, method, url, ip }) => ({ id, method, path: url.split('?')[0], address: ip }) },
          },
    genReqId: () => randomUUID(),
    // One hop: with more, a stranger could write any address in front of the proxy's own entry.
    trustProxy: config.trustProxy ? (_address: string, hop: number) => hop < 1 : false,
    bodyLimit: 1024 ** 2,
    forceCloseConnections: true,
    // Silence ends a connection; headers and bodies that come in drops are ended by the two below and by refuseSlowBodies.
    connectionTimeout: 75 * secondMs,
    requestTimeout: 0,
    http: { headersTimeout: 20 * secondMs, connectionsCheckingInterval: 5 * secondMs, maxHeaderSize: 16 * 1024 },
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
  }
  return fastify(options)
}

/** The API over its dependencies, ready to listen or to be injected into. Closing it closes none of the dependencies. */
export async function buildApp(dependencies: Dependencies): Promise<FastifyInstance> {
  configureZod(zhCN())
  const { store, config, settings, now = () => new Date() } = dependencies
  const https = config.publicUrl?.startsWith('https://') ?? false
  const cookies = createCookies(https)
  const oidc = config.oidc !== null && config.publicUrl !== null ? createOidc(config.oidc, config.publicUrl) : null
  const app = createServer(dependencies)
  const metrics = collectMetrics(app, dependencies.queue)
  const context: Context = { ...dependencies, now, cookies, oidc, metrics, throttle: createLoginThrottle(now) }

  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  // Forms of other sites may send text without being asked; only JSON, files and pieces of files are read.
  app.removeContentTypeParser('text/plain')
  tellFaults(app)
  refuseSlowBodies(app, dependencies.slowBody)
  lingerAfterRefusal(app)
  await addHeaders(app, { https })
  await app.register(cookie)
  await app.register(rateLimit, {
    max: settings.ratePerMinute,
    timeWindow: 60 * secondMs,
    errorResponseBuilder: (_request, { after }) => new Problem('request.rate', `请在 ${after} 后重试。`),
  })
  await app.register(multipart)
  guardRoutes(app, {
    ...{ store, cookies },
    pages: [
      { prefix: docsPath, access: { to: 'everyone' } },
      { prefix: queuesPath, access: { may: 'queues:manage', sessionOnly: true } },
      { prefix: assetsPath, access: { to: 'everyone' } },
    ],
  })
  await describeApi(app)
  await app.register(healthRoutes, { context })
  await app.register(metricsRoutes, { context })
  for (const routes of resources) await app.register(routes, { context, prefix: '/api' })
  serveDescription(app)
  await showQueues(app, dependencies.queue)
  if (dependencies.pages === undefined) serveStartPage(app)
  else await serveWorkspace(app, dependencies.pages)
  return app
}
