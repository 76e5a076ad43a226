import { z } from 'zod'
import { actorOf } from '../access/actor.ts'
import { record } from '../access/audit.ts'
import { demandAdminBeside, demandOrganisation, readUser } from '../access/manage-users.ts'
import { failures, type Routes } from '../context.ts'
import { retell } from '../guard/store-faults.ts'
import { Problem } from '../problem.ts'
import { showUser, UserRoleShape, UserShape } from '../show/account.ts'
import { IdParam, PageQuery, pageOf, showPage, words } from '../show/common.ts'
import { hashPassword } from '../sign-in/password.ts'
import { makeOneTimePassword } from '../sign-in/secrets.ts'

const Login = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u, { error: '应为 2 至 64 个字母、汉字、数字、点、下划线、@ 或连字符' })
/** The `sub` of the identity provider. */
const Subject = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[\x21-\x7e]+$/)
const NewUser = z.object({
  organisationId: IdParam,
  login: Login,
  displayName: words(100),
  role: UserRoleShape,
  oidcSubject: Subject.optional(),
})
const UserChange = z
  .object({ displayName: words(100), role: UserRoleShape, organisationId: IdParam, disabled: z.boolean(), oidcSubject: Subject.nullable() })
  .partial()
const OneTime = z.object({ user: UserShape, oneTimePassword: z.string().nullable().describe('只显示这一次；首次登录必须修改') })

const params = z.object({ user: IdParam })
const tags = ['用户']
const access = { may: 'accounts:manage' } as const

export const userRoutes: Routes = async (app, { context }) => {
  const { store, config, now } = context
  const subjectOf = (subject: string) => {
    if (config.oidc === null) throw new Problem('oidc.off')
    return `${config.oidc.issuer}|${subject}`
  }

  app.get('/users', {
    config: { access },
    schema: { tags, summary: '用户列表', querystring: PageQuery, response: { 200: pageOf(UserShape), ...failures } },
    handler: async (request) => showPage(await store.users.list({ scope: actorOf(request).scope }, request.query), showUser),
  })

  app.post('/users', {
    config: { access },
    schema: { tags, summary: '登记用户，得到一次性密码', body: NewUser, response: { 201: OneTime, ...failures } },
    handler: async (request, reply) => {
      const { oidcSubject, ...given } = request.body
      await demandOrganisation(store, actorOf(request), given.organisationId)
      // Who signs in at the identity provider needs no password here.
      const oneTimePassword = oidcSubject === undefined ? makeOneTimePassword() : null
      const user = await retell(
        store.users.create({
          ...given,
          passwordHash: oneTimePassword === null ? null : await hashPassword(oneTimePassword),
          mustChangePassword: oneTimePassword !== null,
          oidcSubject: oidcSubject === undefined ? null : subjectOf(oidcSubject),
        }),
        'store.conflict',
        'user.exists',
      )
      const { id, organisationId, login, role } = user
      await record(store, request, { action: 'user.create', objectId: id, organisationId, details: { login, role } })
      return reply.code(201).send({ user: showUser(user), oneTimePassword })
    },
  })

  app.get('/users/:user', {
    config: { access },
    schema: { tags, summary: '用户', params, response: { 200: UserShape, ...failures } },
    handler: async (request) => showUser(await readUser(store, actorOf(request), request.params.user)),
  })

  app.patch('/users/:user', {
    config: { access },
    schema: { tags, summary: '更改、停用用户', params, body: UserChange, response: { 200: UserShape, ...failures } },
    handler: async (request) => {
      const actor = actorOf(request)
      const before = await readUser(store, actor, request.params.user)
      const { disabled, oidcSubject, ...given } = request.body
      if (given.organisationId !== undefined) await demandOrganisation(store, actor, given.organisationId)
      const leaves =
        disabled === true ||
        (given.role ?? 'admin') !== 'admin' ||
        (given.organisationId ?? before.organisationId) !== before.organisationId
      if (leaves) await demandAdminBeside(store, before)
      const after = await retell(
        store.users.update(before.id, {
          ...given,
          ...(disabled === undefined ? {} : { disabledAt: disabled ? (before.disabledAt ?? now()) : null }),
          ...(oidcSubject === undefined ? {} : { oidcSubject: oidcSubject === null ? null : subjectOf(oidcSubject) }),
        }),
        'store.conflict',
        'user.exists',
      )
      if (disabled === true) await store.sessions.deleteOf(after.id)
      await record(store, request, {
        action: 'user.change',
        objectId: after.id,
        organisationId: after.organisationId,
        details: request.body,
      })
      return showUser(after)
    },
  })

  app.post('/users/:user/one-time-password', {
    config: { access },
    schema: { tags, summary: '重置为一次性密码', params, response: { 200: OneTime, ...failures } },
    handler: async (request) => {
      const before = await readUser(store, actorOf(request), request.params.user)
      const oneTimePassword = makeOneTimePassword()
      const user = await store.users.update(before.id, { passwordHash: await hashPassword(oneTimePassword), mustChangePassword: true })
      await store.sessions.deleteOf(user.id)
      await record(store, request, { action: 'user.reset', objectId: user.id, organisationId: user.organisationId })
      return { user: showUser(user), oneTimePassword }
    },
  })
}
