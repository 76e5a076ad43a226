import { csrfOf, digestOf, makeSecret } from '../../api/sign-in/secrets.ts'
import type { OrganisationKind, Store, User, UserRole } from '../../workers/store/index.ts'

/** Headers that make a request someone's. */
export type Credentials = Readonly<Record<string, string>>

const soon = () => new Date(Date.now() + 3_600_000)

/** Signs a user in beside the log-in: hashing passwords takes long and is tested elsewhere. */
export async function signIn(store: Store, user: User): Promise<Credentials> {
  const secret = makeSecret()
  await store.sessions.create({ userId: user.id, tokenHash: digestOf(secret), expiresAt: soon() })
  return { cookie: `session=${secret}`, 'x-csrf-token': csrfOf(secret) }
}

export async function makeToken(store: Store, user: User, scopes: readonly string[]): Promise<Credentials> {
  const secret = `ecopark_${makeSecret()}`
  await store.apiTokens.create({ userId: user.id, name: scopes.join(' '), tokenHash: digestOf(secret), scopes, expiresAt: soon() })
  return { authorization: `Bearer ${secret}` }
}

let users = 0
export function makeUser(
  store: Store,
  organisationId: string,
  role: UserRole,
  more: Partial<Parameters<Store['users']['create']>[0]> = {},
) {
  users += 1
  return store.users.create({ organisationId, login: `user${users}`, displayName: `用户${users}`, role, passwordHash: null, ...more })
}

/** The office, two provinces, and a park in each. */
export async function makeOrganisations(store: Store) {
  const make = (kind: OrganisationKind, name: string, parentId: string | null) => store.organisations.create({ kind, name, parentId })
  const office = await make('office', '国家办公室', null)
  const province = await make('province', '东省', office.id)
  const otherProvince = await make('province', '西省', office.id)
  const park = await make('park', '东湖园区', province.id)
  const otherPark = await make('park', '西山园区', otherProvince.id)
  return { office, province, otherProvince, park, otherPark }
}
