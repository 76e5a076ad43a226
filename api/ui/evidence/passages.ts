import { get } from '../client/http.ts'
import type { Passage } from '../client/review-types.ts'
import type { Place } from './place.ts'

const most = 40
const kept = new Map<string, Promise<Passage>>()

/** The text or the cells around a place, kept for the reader who comes back. */
export function openPassage({ document, evidence }: Place): Promise<Passage> {
  const { table, row, column, sheet, cell, paragraph } = evidence
  const key = JSON.stringify([document?.id, table, row, column, sheet, cell, paragraph])
  const known = kept.get(key)
  if (known !== undefined) return known
  const asked = get<Passage>(`/documents/${document?.id}/passage`, { table, row, column, sheet, cell, paragraph })
  asked.catch(() => kept.delete(key))
  kept.set(key, asked)
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
  return asked
}
