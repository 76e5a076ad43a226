import { createHash } from 'node:crypto'
import type { Store } from '../../../../workers/store/store.ts'

const all = { limit: 200 }

/** Everything that a reader of a review sees, as one text: equal texts mean equal reviews, byte for byte. */
export async function outcomeOf(store: Store, revisionId: string): Promise<string> {
  const report = await store.reports.find(revisionId, 'json')
  if (report === undefined) throw new Error('no report')
  const bytes = await store.blobs.read(report.sha256)
  const facts = await allPages((after) => store.facts.list({ revisionId }, { ...all, after }))
  const findings = await allPages((after) => store.findings.list({ scope: 'all', revisionId }, { ...all, after }))
  const checks = await store.reports.checks(revisionId)
  const readings = (await store.documents.readings(revisionId)).map(({ reading }) => reading)
  return JSON.stringify(
    {
      report: createHash('sha256').update(bytes).digest('hex'),
      status: (await store.revisions.read(revisionId)).status,
      facts,
      findings: findings.map(({ finding }) => finding),
      checks,
      readings,
    },
    null,
    1,
  )
}

/** Every item of a list that comes in pages. */
export async function allPages<T>(ask: (after: string | null) => Promise<{ items: T[]; next: string | null }>): Promise<T[]> {
  const items: T[] = []
  let after: string | null = null
  do {
    const page = await ask(after)
    items.push(...page.items)
    after = page.next
  } while (after !== null)
  return items
}
