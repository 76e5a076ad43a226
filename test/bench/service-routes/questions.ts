import type { Id, Organisation, Store } from '../../../workers/store/index.ts'
import { makeToken } from '../../api/make-token.ts'

/** A request of a page or program: whose it is, and what it asks for. */
export type Request = { readonly token: string; readonly path: string }
export type Question = { readonly name: string; readonly next: () => Request }

/** Accounts of so many provinces and parks take turns. */
const fewEach = 20

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

async function tokensOf(store: Store, organisations: readonly Organisation[], kind: Organisation['kind']): Promise<() => string> {
  const some = organisations.filter((organisation) => organisation.kind === kind).slice(0, fewEach)
  const scopes = ['dossiers:read', 'audit:read'] as const
  return turning(await Promise.all(some.map(({ id }) => makeToken(store, { organisationId: id, role: 'admin', scopes }))))
}

/** What the list and finding routes are asked, each time for another dossier, organisation or page. */
export async function makeQuestions(store: Store): Promise<Question[]> {
  const organisations = await store.organisations.list('all')
  const office = await tokensOf(store, organisations, 'office')
  const province = await tokensOf(store, organisations, 'province')
  const park = await tokensOf(store, organisations, 'park')
  const { rows } = await store.pool.query<{ id: Id; revision_id: Id }>('select id, revision_id from dossiers order by random() limit 500')
  const dossier = turning(rows)
  const { rows: marks } = await store.pool.query<{ id: Id }>('select id from findings order by random() limit 500')
  const finding = turning(marks)
  const after = (id: Id) => `after=${Buffer.from(id).toString('base64url')}`
  const asked = (name: string, token: () => string, path: () => string): Question => ({
    name,
    next: () => ({ token: token(), path: encodeURI(`/api${path()}`) }),
  })
  const revision = () => `/revisions/${dossier().revision_id}`
  return [
    { name: 'nothing (what this machine needs anyway)', next: () => ({ token: office(), path: '/health' }) },
    asked('dossiers: newest, office', office, () => '/dossiers'),
    asked('dossiers: any page, office', office, () => `/dossiers?${after(dossier().id)}`),
    asked('dossiers: province', province, () => '/dossiers'),
    asked('dossiers: park', park, () => '/dossiers'),
    asked('dossiers: one status', office, () => '/dossiers?status=failed'),
    asked('dossiers: region, with errors', office, () => '/dossiers?region=省7&hasErrors=true'),
    asked('dossiers: search, one hit', office, () => '/dossiers?search=材料 4321'),
    asked('dossiers: search, no hit', office, () => '/dossiers?search=没有这个'),
    asked('dossier: by id', office, () => `/dossiers/${dossier().id}`),
    asked('findings: of a review', office, () => `${revision()}/findings`),
    asked('findings: of a review, 200', office, () => `${revision()}/findings?limit=200`),
    asked('findings: of a review, open', office, () => `${revision()}/findings?disposition=open`),
    asked('findings: of a dossier', province, () => `/findings?dossier=${dossier().id}`),
    asked('findings: newest, office', office, () => '/findings'),
    asked('findings: any page, office', office, () => `/findings?${after(finding().id)}`),
    asked('findings: errors', office, () => `/findings?severity=error&${after(finding().id)}`),
    asked('findings: rare rule', office, () => '/findings?rule=risk/penalty'),
    asked('findings: rare subject', office, () => '/findings?subject=park_area'),
    asked('findings: rare rule, province', province, () => '/findings?rule=risk/penalty'),
    asked('findings: open, office', office, () => `/findings?disposition=open&${after(finding().id)}`),
    asked('findings: open, province', province, () => '/findings?disposition=open'),
    asked('findings: confirmed, office', office, () => `/findings?disposition=confirmed&${after(finding().id)}`),
    asked('findings: confirmed, park', park, () => '/findings?disposition=confirmed'),
    asked('findings: confirmed errors, province', province, () => '/findings?disposition=confirmed&severity=error'),
    asked('findings: province', province, () => '/findings'),
    asked('findings: park', park, () => '/findings'),
    asked('finding: by id', office, () => `/findings/${finding().id}`),
    asked('facts: of a review, 200', office, () => `${revision()}/facts?limit=200`),
    asked('facts: one subject', office, () => `${revision()}/facts?subject=industrial_value_added`),
    asked('audit log: office', office, () => '/audit'),
    asked('audit log: province', province, () => '/audit'),
    asked('audit log: of a dossier', office, () => `/audit?dossier=${dossier().id}`),
  ]
}
