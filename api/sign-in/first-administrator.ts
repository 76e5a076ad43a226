import type { Store } from '../../workers/store/store.ts'
import { hashPassword } from './password.ts'
import { makeOneTimePassword } from './secrets.ts'

/** Makes the office and its first administrator where no user exists; gives the one-time password, which nothing keeps. */
export async function makeFirstAdministrator({
  users,
}: Pick<Store, 'users'>): Promise<{ login: string; oneTimePassword: string } | undefined> {
  if ((await users.count()) > 0) return undefined
  const oneTimePassword = makeOneTimePassword()
  const login = 'admin'
  const made = await users.createFirst({
    ...{ login, displayName: '管理员', organisationName: '国家生态工业园区建设协调领导小组办公室' },
    passwordHash: await hashPassword(oneTimePassword),
    mustChangePassword: true,
  })
  return made === undefined ? undefined : { login, oneTimePassword }
}
