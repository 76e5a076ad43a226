import { z } from 'zod'
import { actorOf } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { tokenMark } from '../access/guard-routes.ts'
import { TokenScope } from '../access/permissions.ts'
import { failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { showToken, TokenShape } from '../show/account.ts'
import { IdParam, words } from '../show/common.ts'
import { digestOf, makeSecret } from '../sign-in/secrets.ts'

const day = 86_400_000
const NewToken = z.object({
  name: words(100),
  scopes: z.array(TokenScope).min(1).max(TokenScope.options.length),
  days: z.number().int().min(1).max(366).default(90).describe('有效天数'),
})
const Made = z.object({ token: TokenShape, secret: z.string().describe('只显示这一次') })

const tags = ['令牌']
/** A token must not make, see or revoke tokens: who steals one could otherwise keep the door open. */
const access = { to: 'signed-in', sessionOnly: true } as const

export const tokenRoutes: Routes = async (app, { context }) => {
  const { store, now } = context

  app.get('/tokens', {
    config: { access },
    schema: { tags, summary: '我的令牌', response: { 200: z.object({ items: z.array(TokenShape) }), ...failures } },
    handler: async (request) => ({ items: (await store.apiTokens.list(actorOf(request).user.id)).map(showToken) }),
  })

  app.post('/tokens', {
    config: { access },
    schema: { tags, summary: '新建令牌', body: NewToken, response: { 201: Made, ...failures } },
    handler: async (request, reply) => {
      const { user, permissions } = actorOf(request)
      const { name, scopes, days } = request.body
      if (!scopes.every((scope) => permissions.has(scope))) throw new Problem('token.scope')
      const secret = `${tokenMark}${makeSecret()}`
      const expiresAt = new Date(now().getTime() + days * day)
      const token = await store.apiTokens.create({
        userId: user.id,
        name,
        tokenHash: digestOf(secret),
        scopes: [...new Set(scopes)],
        expiresAt,
      })
      await record(store, request, { action: 'token.create', objectId: token.id, details: { name, scopes } })
      return reply.code(201).send({ token: showToken(token), secret })
    },
  })

  app.delete('/tokens/:token', {
    config: { access },
    schema: { tags, summary: '撤销令牌', params: z.object({ token: IdParam }), response: { 204: z.undefined(), ...failures } },
    handler: async (request, reply) => {
      const { token } = request.params
      if (!(await store.apiTokens.revoke(token, actorOf(request).user.id))) throw new Problem('token.not-found')
      await record(store, request, { action: 'token.revoke', objectId: token })
      return reply.code(204).send()
    },
  })
}
