import { sql } from 'drizzle-orm'
import type { Id, Organisation, User, Viewer } from '../entities.ts'
import { organisations, users } from '../schema/index.ts'

/** The columns that a viewer is made of, for a query that joins users and organisations. */
export const viewerColumns = {
  user: users,
  organisation: organisations,
  /** The organisations directly below. */
  below: sql<Id[]>`array(select below.id from ${organisations} below where below.parent_id = ${organisations.id})`,
}

/** Who is asking. An office sees all, a province itself and its parks, a park itself. */
export function viewerOf({ user, organisation, below }: { user: User; organisation: Organisation; below: Id[] }): Viewer {
  const scope = organisation.kind === 'office' ? 'all' : organisation.kind === 'province' ? [organisation.id, ...below] : [organisation.id]
  return { user, organisation, scope }
}
