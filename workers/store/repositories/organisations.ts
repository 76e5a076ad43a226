import { asc, eq } from 'drizzle-orm'
import { type Database, hasId, inScope, only, refusing, storable } from '../database.ts'
import type { Organisation, Scope } from '../entities.ts'
import { newId } from '../new-id.ts'
import { organisations } from '../schema/index.ts'
import type { Organisations } from '../store.ts'

const missing = '没有这个单位。'
const taken = '已有同名的单位。'

export const createOrganisations = (database: Database): Organisations => ({
  async create({ kind, name, parentId }) {
    const row = { id: newId(), kind, name: storable(name), parentId, createdAt: new Date() }
    const rows = await refusing(database.insert(organisations).values(row).returning(), { taken, missing: '没有这个上级单位。' })
    return only(rows, missing)
  },
  async find(id) {
    const [row] = await database.select().from(organisations).where(hasId(organisations.id, id))
    return row
  },
  list: (scope) => database.select().from(organisations).where(inScope(organisations.id, scope)).orderBy(asc(organisations.id)),
  async rename(id, name) {
    const change = database
      .update(organisations)
      .set({ name: storable(name) })
      .where(hasId(organisations.id, id))
      .returning()
    return only(await refusing(change, { taken }), missing)
  },
  scopeOf: (organisation) => scopeOf(database, organisation),
})

async function scopeOf(database: Database, { id, kind }: Organisation): Promise<Scope> {
  if (kind === 'office') return 'all'
  if (kind === 'park') return [id]
  const parks = await database.select({ id: organisations.id }).from(organisations).where(eq(organisations.parentId, id))
  return [id, ...parks.map((park) => park.id)]
}
