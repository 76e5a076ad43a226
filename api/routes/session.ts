import { z } from 'zod'
import { actorOf } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { failures, type Routes } from '../context.ts'
import { Problem } from '../problem.ts'
import { MeShape, showMe } from '../show/account.ts'
import { demandStrong, hashPassword, isPassword, longestPassword } from '../sign-in/password.ts'
import { csrfOf, digestOf } from '../sign-in/secrets.ts'
import { noteFailedSignIn, startSession } from '../sign-in/start-session.ts'

const Login = z.object({ login: z.string().min(1).max(200), password: z.string().min(1).max(longestPassword) })
const NewPassword = z.object({ current: z.string().max(longestPassword), password: z.string().min(1).max(1_000) })

/** Signing in with a password, who is signed in, signing out, changing one's password. */
export const sessionRoutes: Routes = async (app, { context }) => {
  const { store, cookies, throttle, settings } = context

  app.post('/session', {
    config: { access: { to: 'everyone' }, rateLimit: { max: settings.loginsPerMinute, timeWindow: 60_000 } },
    schema: { tags: ['登录'], summary: '登录', body: Login, response: { 200: MeShape, ...failures } },
    handler: async (request, reply) => {
      const { login, password } = request.body
      const name = login.trim().toLowerCase()
      throttle.demandFree(name)
      const user = await store.users.findByLogin(login.trim())
      const right = await isPassword(user?.passwordHash ?? null, password)
      if (!right || user === undefined || user.disabledAt !== null) {
        throttle.fail(name)
        await noteFailedSignIn(store, request, login, user)
        throw new Problem('session.wrong-credentials')
      }
      throttle.succeed(name)
      return startSession(context, request, reply, user)
    },
  })

  app.get('/session', {
    config: { access: { to: 'signed-in', beforePasswordChange: true } },
    schema: { tags: ['登录'], summary: '当前账号和权限', response: { 200: MeShape, ...failures } },
    handler: async (request) => {
      const actor = actorOf(request)
      const { by, permissions } = actor
      if (by.kind === 'token') return showMe(actor, { permissions, csrfToken: null, expiresAt: null })
      return showMe(actor, { permissions, csrfToken: csrfOf(by.secret), expiresAt: by.session.expiresAt })
    },
  })

  app.delete('/session', {
    config: { access: { to: 'signed-in', sessionOnly: true, beforePasswordChange: true } },
    schema: { tags: ['登录'], summary: '退出', response: { 204: z.undefined(), ...failures } },
    handler: async (request, reply) => {
      const { by, user } = actorOf(request)
      if (by.kind === 'session') await store.sessions.delete(digestOf(by.secret))
      await record(store, request, { action: 'session.end', objectId: user.id })
      cookies.clearSession(reply)
      return reply.code(204).send()
    },
  })

  app.post('/session/password', {
    config: {
      access: { to: 'signed-in', sessionOnly: true, beforePasswordChange: true },
      rateLimit: { max: settings.loginsPerMinute, timeWindow: 60_000 },
    },
    schema: { tags: ['登录'], summary: '修改密码', body: NewPassword, response: { 200: MeShape, ...failures } },
    handler: async (request, reply) => {
      const { user } = actorOf(request)
      const { current, password } = request.body
      throttle.demandFree(user.login.toLowerCase())
      if (!(await isPassword(user.passwordHash, current))) {
        throttle.fail(user.login.toLowerCase())
        throw new Problem('session.wrong-credentials', '当前密码不正确。')
      }
      if (current === password) throw new Problem('password.weak', '新密码不能与当前密码相同。')
      demandStrong(password, user.login)
      const changed = await store.users.update(user.id, { passwordHash: await hashPassword(password), mustChangePassword: false })
      await record(store, request, { action: 'session.password', objectId: user.id })
      // Whoever else is signed in as this user is signed out, and this session gets a new secret.
      await store.sessions.deleteOf(user.id)
      return startSession(context, request, reply, changed)
    },
  })
}
