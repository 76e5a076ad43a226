import { get } from './http.ts'
import type { Page } from './types.ts'

/** All entries of a list that comes in pages. */
export async function getAll<T>(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Promise<T[]> {
  const items: T[] = []
  for (let after: string | undefined; ; ) {
    const page: Page<T> = await get<Page<T>>(path, { ...query, limit: 200, after })
    items.push(...page.items)
    if (page.next === null) return items
    after = page.next
  }
}
