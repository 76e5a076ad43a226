import { digestOf } from '../../../api/sign-in/secrets.ts'
import type { Store } from '../../../workers/store/index.ts'
import { type Credentials, makeOrganisations, makeToken, makeUser, signIn } from '../make-scene.ts'

/** Written down by hand, apart from the product's own table. */
export const scopes = ['dossiers:read', 'dossiers:write', 'dispositions:write', 'audit:read', 'accounts:manage', 'webhooks:manage'] as const
export type Right = (typeof scopes)[number] | 'queues:manage'
/** Whom the objects of the matrix belong to: a park and the province above it, a park elsewhere, and the office. */
export const owners = ['park', 'province', 'otherPark', 'office'] as const
export type Owner = (typeof owners)[number]
export type Actor = {
  readonly name: string
  readonly headers: Credentials
  /** Null for a stranger. */
  readonly rights: readonly Right[] | null
  readonly by: 'session' | 'token' | 'nothing'
  /** Whose objects they see. */
  readonly sees: readonly Owner[]
  readonly mustChangePassword?: boolean
}

const submits: readonly Right[] = ['dossiers:read', 'dossiers:write']
const reviews: readonly Right[] = [...submits, 'dispositions:write']
const administers: readonly Right[] = [...reviews, 'audit:read', 'accounts:manage', 'webhooks:manage']

/** Everyone who may come: each role of each kind of organisation, tokens with each scope, and those whose sign-in no longer holds. */
export async function makeActors(store: Store): Promise<{ actors: Actor[]; places: Awaited<ReturnType<typeof makeOrganisations>> }> {
  const places = await makeOrganisations(store)
  const { office, province, otherProvince, park, otherPark } = places
  const officeAdmin = await makeUser(store, office.id, 'admin')
  // The one whom the matrix changes, disables and gives passwords to.
  const otherSubmitter = await makeUser(store, otherPark.id, 'submitter')
  const session = async (user: Awaited<ReturnType<typeof makeUser>>) => ({ headers: await signIn(store, user), by: 'session' as const })
  const all = { sees: owners }
  const ownProvince = { sees: ['park', 'province'] as const }
  const ownPark = { sees: ['park'] as const }
  const elsewhere = { sees: ['otherPark'] as const }
  const nobody = { rights: null, sees: [], by: 'nothing' as const }

  const disabled = await makeUser(store, office.id, 'admin')
  const formerly = await signIn(store, disabled)
  await store.users.update(disabled.id, { disabledAt: new Date() })
  const revoked = await makeToken(store, officeAdmin, scopes)
  const { token } = (await store.apiTokens.find(digestOf(revoked['authorization']?.slice(7) ?? ''))) ?? {}
  await store.apiTokens.revoke(token?.id ?? '', officeAdmin.id)

  const actors: Actor[] = [
    { name: 'stranger', headers: {}, ...nobody },
    { name: 'made-up cookie', headers: { cookie: 'session=xyz', 'x-csrf-token': 'xyz' }, ...nobody },
    { name: 'made-up token', headers: { authorization: 'Bearer ecopark_xyz' }, ...nobody },
    { name: 'revoked token', headers: revoked, ...nobody },
    { name: 'disabled user', headers: formerly, ...nobody },
    { name: 'office admin', rights: [...administers, 'queues:manage'], ...all, ...(await session(officeAdmin)) },
    { name: 'office reviewer', rights: reviews, ...all, ...(await session(await makeUser(store, office.id, 'reviewer'))) },
    { name: 'province admin', rights: administers, ...ownProvince, ...(await session(await makeUser(store, province.id, 'admin'))) },
    { name: 'province reviewer', rights: reviews, ...ownProvince, ...(await session(await makeUser(store, province.id, 'reviewer'))) },
    {
      ...{ name: 'park admin', ...ownPark, rights: administers.filter((right) => right !== 'dispositions:write') },
      ...(await session(await makeUser(store, park.id, 'admin'))),
    },
    { name: 'park reviewer', rights: submits, ...ownPark, ...(await session(await makeUser(store, park.id, 'reviewer'))) },
    { name: 'park submitter', rights: submits, ...ownPark, ...(await session(await makeUser(store, park.id, 'submitter'))) },
    {
      name: 'other province admin',
      rights: administers,
      ...elsewhere,
      ...(await session(await makeUser(store, otherProvince.id, 'admin'))),
    },
    { name: 'other park submitter', rights: submits, ...elsewhere, ...(await session(otherSubmitter)) },
    {
      ...{ name: 'one-time password', rights: administers, ...all, mustChangePassword: true },
      ...(await session(await makeUser(store, office.id, 'admin', { mustChangePassword: true }))),
    },
    {
      ...{ name: 'other park token', rights: ['dossiers:read'], ...elsewhere, by: 'token' },
      headers: await makeToken(store, otherSubmitter, ['dossiers:read']),
    },
    // A token never has more than its user, whatever it was once given.
    { name: 'overstated token', rights: submits, ...elsewhere, by: 'token', headers: await makeToken(store, otherSubmitter, scopes) },
  ]
  for (const scope of scopes)
    actors.push({ name: `token ${scope}`, rights: [scope], ...all, by: 'token', headers: await makeToken(store, officeAdmin, [scope]) })
  return { actors, places }
}
