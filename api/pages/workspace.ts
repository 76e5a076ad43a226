import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Only our own scripts and styles; pictures come from the API. Nothing inline, nothing from elsewhere, no frame. */
export const workspacePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Where the pages' files lie, named by their content. */
export const assetsPath = '/assets'
/** What a reader may open or reload; which page it is, the pages' own router decides. */
const addresses = ['/', '/sign-in', '/password', '/dossiers', '/dossiers/*', '/inbox', '/audit', '/standards', '/admin']

/**
 * Serves the built pages to everyone: they hold no data, and the API asks whoever opens them to sign in.
 * Addresses that are no page stay what they were: not found, or under /api a matter of being signed in.
 */
export async function serveWorkspace(app: FastifyInstance, folder: string): Promise<void> {
  const year = { immutable: true, maxAge: '365d' } as const
  await app.register(fastifyStatic, { root: join(folder, 'assets'), prefix: assetsPath, ...year, index: false, decorateReply: false })
  const html = await readFile(join(folder, 'index.html'), 'utf8')
  for (const url of addresses)
    app.get(url, {
      config: { access: { to: 'everyone' } },
      logLevel: 'warn',
      schema: { hide: true, tags: ['页面'] },
      handler: (_request, reply) =>
        reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': workspacePolicy }).send(html),
    })
}
