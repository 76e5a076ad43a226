import type { User } from '../../workers/store/entities.ts'
import type { Store } from '../../workers/store/store.ts'
import { Problem } from '../problem.ts'
import { type Actor, sees } from './actor.ts'

/** A user of an organisation that the administrator sees. */
export async function readUser({ users }: Pick<Store, 'users'>, actor: Actor, id: string): Promise<User> {
  const found = await users.find(id)
  if (found === undefined || !sees(actor, found.organisationId)) throw new Problem('user.not-found')
  return found
}

/** Throws where an account would be put into an organisation that the administrator does not see. */
export async function demandOrganisation({ organisations }: Pick<Store, 'organisations'>, actor: Actor, id: string): Promise<void> {
  const found = sees(actor, id) ? await organisations.find(id) : undefined
  if (found === undefined) throw new Problem('organisation.not-found')
}

/** Throws `user.last-admin` where nobody of the office could manage the system any more. */
export async function demandAdminBeside({ users, organisations }: Pick<Store, 'users' | 'organisations'>, user: User): Promise<void> {
  const organisation = await organisations.find(user.organisationId)
  if (user.role !== 'admin' || user.disabledAt !== null || organisation?.kind !== 'office') return
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page = await users.list({ scope: [organisation.id] }, { limit: 200, after })
    if (page.items.some(({ id, role, disabledAt }) => id !== user.id && role === 'admin' && disabledAt === null)) return
    after = page.next
  }
  throw new Problem('user.last-admin')
}
