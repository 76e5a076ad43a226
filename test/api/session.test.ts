import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFirstAdministrator } from '../../api/sign-in/first-administrator.ts'
import { makeService, type Service } from './make-service.ts'

let service: Service
let oneTimePassword: string
beforeAll(async () => {
  service = await makeService()
  oneTimePassword = (await makeFirstAdministrator(service.store))?.oneTimePassword ?? ''
})
afterAll(() => service.close())

const logIn = (password: string, login = 'admin') =>
  service.app.inject({ method: 'POST', url: '/api/session', payload: { login, password } })
const cookieOf = (response: Awaited<ReturnType<typeof logIn>>) =>
  `session=${response.cookies.find(({ name }) => name === 'session')?.value}`
const codeOf = (response: Awaited<ReturnType<typeof logIn>>) => [response.statusCode, response.json().code]

test('the first administrator must change the one-time password before anything else, and then manages the system', async () => {
  const first = await logIn(oneTimePassword)
  expect(first.statusCode).toBe(200)
  const cookie = cookieOf(first)
  const headers = { cookie, 'x-csrf-token': first.json().csrfToken }
  expect(codeOf(await service.app.inject({ url: '/api/users', headers }))).toEqual([403, 'password.must-change'])

  const change = (password: string) =>
    service.app.inject({ method: 'POST', url: '/api/session/password', headers, payload: { current: oneTimePassword, password } })
  expect(codeOf(await change('short'))).toEqual([422, 'password.weak'])
  expect(codeOf(await change('admin-admin-123'))).toEqual([422, 'password.weak'])
  const changed = await change('正确的马电池订书钉 2026')
  expect(changed.statusCode).toBe(200)

  const fresh = cookieOf(changed)
  expect(fresh).not.toBe(cookie)
  expect((await service.app.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401)
  const users = await service.app.inject({ url: '/api/users', headers: { cookie: fresh } })
  expect(users.json().items).toMatchObject([{ login: 'admin', role: 'admin', mustChangePassword: false }])
  expect(users.body).not.toContain('argon2')
  expect(codeOf(await logIn(oneTimePassword))).toEqual([401, 'session.wrong-credentials'])
})

test('a second start makes no second first administrator', async () => {
  expect(await makeFirstAdministrator(service.store)).toBeUndefined()
})

test('the cookie is closed to scripts, and over https bound to the host', async () => {
  const cookie = (await logIn('正确的马电池订书钉 2026')).headers['set-cookie']
  expect(cookie).toMatch(/^session=[\w-]{43}; .*HttpOnly; SameSite=Lax/)
  const secure = await makeService({ PUBLIC_URL: 'https://review.example.cn' })
  const password = (await makeFirstAdministrator(secure.store))?.oneTimePassword
  const response = await secure.app.inject({ method: 'POST', url: '/api/session', payload: { login: 'admin', password } })
  expect(response.headers['set-cookie']).toMatch(/^__Host-session=.*Secure/)
  expect(response.headers['strict-transport-security']).toContain('max-age')
  await secure.close()
})

test('a wrong password and an unknown name get the same answer, and guessing is locked out', async () => {
  const wrong = await logIn('not the password')
  const unknown = await logIn('not the password', 'nobody')
  expect(codeOf(wrong)).toEqual(codeOf(unknown))
  for (let i = 0; i < 9; i += 1) await logIn('still wrong')
  const locked = await logIn('正确的马电池订书钉 2026')
  expect(codeOf(locked)).toEqual([429, 'session.locked'])
  expect(Number(locked.headers['retry-after'])).toBeGreaterThan(60)
})

test('many attempts from one address are slowed down before any password is hashed', async () => {
  const slow = await makeService({ LOGINS_PER_MINUTE: '2' })
  const attempt = () => slow.app.inject({ method: 'POST', url: '/api/session', payload: { login: 'a', password: 'b' } })
  await attempt()
  await attempt()
  const third = await attempt()
  expect(codeOf(third)).toEqual([429, 'request.rate'])
  await slow.close()
})
