import type { Id, Store } from '../../../workers/store/index.ts'

export type Question = { readonly name: string; readonly ask: () => Promise<unknown> }

/** Gives another of these every time it is asked. */
function turning<T>(all: readonly T[]): () => T {
  let at = 0
  return () => {
    const item = all[(at * 7_919) % all.length]
    at += 1
    if (item === undefined) throw new Error('nothing to choose from')
    return item
  }
}

/** What the list and finding routes ask of the store, each time of another dossier, park or page. */
export async function makeQuestions(store: Store): Promise<Question[]> {
  const organisations = await store.organisations.list('all')
  const scopes = (kind: string) =>
    Promise.all(
      organisations.filter((organisation) => organisation.kind === kind).map((organisation) => store.organisations.scopeOf(organisation)),
    )
  const park = turning(await scopes('park'))
  const province = turning(await scopes('province'))
  const { rows } = await store.pool.query<{ id: Id; revision_id: Id }>('select id, revision_id from dossiers order by random() limit 500')
  const dossier = turning(rows)
  const { rows: marks } = await store.pool.query<{ id: Id }>('select id from findings order by random() limit 500')
  const finding = turning(marks)
  const after = (id: Id) => ({ after: Buffer.from(id).toString('base64url') })
  const { dossiers, findings, facts, audit } = store
  const all = 'all' as const
  return [
    { name: 'dossiers: newest, office', ask: () => dossiers.list({ scope: all }) },
    { name: 'dossiers: any page, office', ask: () => dossiers.list({ scope: all }, after(dossier().id)) },
    { name: 'dossiers: province', ask: () => dossiers.list({ scope: province() }) },
    { name: 'dossiers: park', ask: () => dossiers.list({ scope: park() }) },
    { name: 'dossiers: one status', ask: () => dossiers.list({ scope: all, status: 'failed' }) },
    { name: 'dossiers: region, with errors', ask: () => dossiers.list({ scope: all, region: '省7', hasErrors: true }) },
    { name: 'dossiers: search, one hit', ask: () => dossiers.list({ scope: all, search: '材料 4321' }) },
    { name: 'dossiers: search, no hit', ask: () => dossiers.list({ scope: all, search: '没有这个' }) },
    { name: 'dossiers: count', ask: () => dossiers.count({ scope: all }) },
    { name: 'dossier: by id', ask: () => dossiers.find(dossier().id, park()) },
    { name: 'findings: of a review', ask: () => findings.list({ scope: all, revisionId: dossier().revision_id }) },
    {
      name: 'findings: of a review, open',
      ask: () => findings.list({ scope: all, revisionId: dossier().revision_id, disposition: 'open' }),
    },
    { name: 'findings: of a dossier', ask: () => findings.list({ scope: province(), dossierId: dossier().id }) },
    { name: 'findings: newest, office', ask: () => findings.list({ scope: all }) },
    { name: 'findings: any page, office', ask: () => findings.list({ scope: all }, after(finding().id)) },
    { name: 'findings: errors', ask: () => findings.list({ scope: all, severity: 'error' }, after(finding().id)) },
    { name: 'findings: rare rule', ask: () => findings.list({ scope: all, rule: 'risk/penalty' }) },
    { name: 'findings: rare subject', ask: () => findings.list({ scope: all, subject: 'park_area' }) },
    { name: 'findings: rare rule, province', ask: () => findings.list({ scope: province(), rule: 'risk/penalty' }) },
    { name: 'findings: open, office', ask: () => findings.list({ scope: all, disposition: 'open' }, after(finding().id)) },
    { name: 'findings: open, province', ask: () => findings.list({ scope: province(), disposition: 'open' }) },
    { name: 'findings: confirmed, office', ask: () => findings.list({ scope: all, disposition: 'confirmed' }, after(finding().id)) },
    { name: 'findings: confirmed, park', ask: () => findings.list({ scope: park(), disposition: 'confirmed' }) },
    {
      name: 'findings: confirmed errors, province',
      ask: () => findings.list({ scope: province(), disposition: 'confirmed', severity: 'error' }),
    },
    { name: 'findings: province', ask: () => findings.list({ scope: province() }) },
    { name: 'findings: park', ask: () => findings.list({ scope: park() }) },
    { name: 'finding: by id', ask: () => findings.find(finding().id, all) },
    { name: 'facts: of a review, 200', ask: () => facts.list({ revisionId: dossier().revision_id }, { limit: 200 }) },
    { name: 'facts: one subject', ask: () => facts.list({ revisionId: dossier().revision_id, subject: 'industrial_value_added' }) },
    { name: 'facts: by their ids', ask: () => facts.findAll(dossier().revision_id, ['f1', 'f50', 'f99']) },
    { name: 'audit log: office', ask: () => audit.list({ scope: all }) },
    { name: 'audit log: province', ask: () => audit.list({ scope: province() }) },
    { name: 'audit log: of a dossier', ask: () => audit.list({ scope: all, dossierId: dossier().id }) },
  ]
}
