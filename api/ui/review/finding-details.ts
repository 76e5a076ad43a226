import { get } from '../client/http.ts'
import type { FindingDetail } from '../client/types.ts'

const most = 60

/** Findings with their facts, kept as long as a reader may come back to them; what comes next is fetched before it is asked for. */
export function createDetails() {
  const kept = new Map<string, Promise<FindingDetail>>()
  const open = (id: string): Promise<FindingDetail> => {
    const known = kept.get(id)
    if (known !== undefined) return known
    const asked = get<FindingDetail>(`/findings/${id}`)
    asked.catch(() => kept.delete(id))
    kept.set(id, asked)
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
    return asked
  }
  return { open, forget: () => kept.clear() }
}
