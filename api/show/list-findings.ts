import type { Id, StoredFinding } from '../../workers/store/entities.ts'
import type { Store } from '../../workers/store/store.ts'

/** All findings of a revision, in report order. */
export async function listFindings({ findings }: Pick<Store, 'findings'>, revisionId: Id): Promise<StoredFinding[]> {
  const all: StoredFinding[] = []
  for (let after: string | null = null, first = true; first || after !== null; first = false) {
    const page: Awaited<ReturnType<typeof findings.list>> = await findings.list({ scope: 'all', revisionId }, { limit: 200, after })
    all.push(...page.items)
    after = page.next
  }
  return all
}
