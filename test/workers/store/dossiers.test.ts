import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Id, Store } from '../../../workers/store/index.ts'
import { makeReport, makeSubmitted } from './make-review.ts'
import { makeStore } from './make-store.ts'

let store: Store
let remove: () => Promise<void>
let office: Id
const province: Record<'js' | 'zj', Id> = { js: '', zj: '' }
const park: Record<'a' | 'b' | 'c', Id> = { a: '', b: '', c: '' }

beforeAll(async () => {
  const made = await makeStore()
  store = made.store
  remove = made.remove
  office = (await store.organisations.create({ kind: 'office', name: '办公室', parentId: null })).id
  const below = async (kind: 'province' | 'park', name: string, parentId: Id) =>
    (await store.organisations.create({ kind, name, parentId })).id
  province.js = await below('province', '江苏', office)
  province.zj = await below('province', '浙江', office)
  park.a = await below('park', '甲园区', province.js)
  park.b = await below('park', '乙园区', province.js)
  park.c = await below('park', '丙园区', province.zj)
})
afterAll(() => remove())

const scopeOf = async (id: Id) => {
  const organisation = await store.organisations.find(id)
  if (organisation === undefined) throw new Error('no organisation')
  return store.organisations.scopeOf(organisation)
}

describe('who sees what', () => {
  it('a park its own, a province its parks’, the office all', async () => {
    for (const organisationId of Object.values(park)) await store.dossiers.create({ organisationId, title: '验收' })
    const seenBy = async (id: Id) => {
      const { items } = await store.dossiers.list({ scope: await scopeOf(id) })
      return items.map(({ organisationId }) => organisationId)
    }
    expect(await seenBy(park.a)).toEqual([park.a])
    expect(await seenBy(province.js)).toEqual([park.b, park.a])
    expect(await seenBy(office)).toEqual([park.c, park.b, park.a])
    const [foreign] = (await store.dossiers.list({ scope: [park.c] })).items
    expect(await store.dossiers.find(foreign?.id ?? '', await scopeOf(province.js))).toBeUndefined()
    expect(await store.dossiers.find(foreign?.id ?? '', [])).toBeUndefined()
  })

  it('has no organisation below the office without a parent, and no two of one name', async () => {
    await expect(store.organisations.create({ kind: 'park', name: '无主园区', parentId: null })).rejects.toThrow()
    await expect(store.organisations.create({ kind: 'park', name: '甲园区', parentId: province.js })).rejects.toMatchObject({
      code: 'store.conflict',
    })
  })
})

describe('the list of dossiers', () => {
  it('gives every dossier once over its pages, newest first, also while new ones come', async () => {
    const titles = Array.from({ length: 25 }, (_, i) => `名单${i}`)
    for (const title of titles) await store.dossiers.create({ organisationId: park.c, title })
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: { items: { title: string }[]; next: string | null } = await store.dossiers.list(
        { scope: 'all', search: '名单' },
        { limit: 10, after },
      )
      seen.push(...page.items.map(({ title }) => title))
      after = page.next
      await store.dossiers.create({ organisationId: park.c, title: '名单以后' })
    } while (after !== null)
    expect(seen).toEqual(titles.reverse())
  })

  it('takes % and _ in a search for what they are', async () => {
    await store.dossiers.create({ organisationId: park.b, title: '完成率100%_终稿' })
    const found = async (search: string) => (await store.dossiers.list({ scope: 'all', search })).items.length
    expect(await found('100%_终')).toBe(1)
    expect(await found('100__终')).toBe(0)
    expect(await found("'; drop table dossiers; --")).toBe(0)
  })

  it('refuses a page mark that no list gave', async () => {
    for (const after of ['', 'x', Buffer.from("1' or '1'='1").toString('base64url')])
      await expect(store.dossiers.list({ scope: 'all' }, { after })).rejects.toMatchObject({ code: 'store.bad-cursor' })
  })

  it('filters by status, errors and region', async () => {
    const { revision } = await makeSubmitted(store)
    await store.reports.save(revision.id, makeReport(1, 1), [])
    const found = await store.dossiers.list({ scope: 'all', status: 'reviewed', hasErrors: true, region: '江苏省', stage: 'acceptance' })
    expect(found.items.map(({ revisionId }) => revisionId)).toEqual([revision.id])
    expect(await store.dossiers.count({ scope: 'all', status: 'reviewed', hasErrors: false })).toBe(0)
  })

  it('tells how many findings are still to be judged; one taken back is to be judged again', async () => {
    const { dossier, revision } = await makeSubmitted(store)
    const open = async () => [
      (await store.dossiers.find(dossier.id, 'all'))?.open,
      (await store.dossiers.list({ scope: 'all', search: dossier.title })).items.find(({ id }) => id === dossier.id)?.open,
    ]
    expect(await open()).toEqual([null, null])
    await store.reports.save(revision.id, makeReport(1, 3), [])
    expect(await open()).toEqual([3, 3])
    const [first] = (await store.findings.list({ scope: 'all', revisionId: revision.id })).items
    const answer = { comment: '已核对', decidedBy: null }
    await store.findings.dispose(first?.id ?? '', { ...answer, verdict: 'dismissed', version: 0 })
    expect(await open()).toEqual([2, 2])
    await store.findings.dispose(first?.id ?? '', { ...answer, verdict: null, version: 1 })
    expect(await open()).toEqual([3, 3])
    await store.revisions.create(dossier.id)
    expect(await open()).toEqual([null, null])
  })
})

describe('a revision', () => {
  it('takes files as a draft only; the same name with other bytes replaces', async () => {
    const { dossier, revision } = await store.dossiers.create({ organisationId: park.a, title: '补正' })
    const add = async (content: string) => {
      const blob = await store.blobs.put(Buffer.from(content))
      return store.documents.add({ revisionId: revision.id, fileName: '报告.pdf', ...blob })
    }
    expect((await add('一')).outcome).toBe('added')
    expect((await add('一')).outcome).toBe('same')
    expect((await add('二')).outcome).toBe('replaced')
    expect(await store.documents.list(revision.id)).toHaveLength(1)
    await store.revisions.submit(revision.id)
    await expect(add('三')).rejects.toMatchObject({ code: 'store.not-draft' })
    await expect(store.revisions.submit(revision.id)).rejects.toMatchObject({ code: 'store.not-draft' })
    await expect(store.revisions.create(dossier.id)).rejects.toMatchObject({ code: 'store.conflict' })
  })

  it('follows a finished one, with its files not yet read, and the dossier shows it', async () => {
    const { dossier, revision } = await makeSubmitted(store)
    await store.reports.save(revision.id, makeReport(1, 1), [])
    const next = await store.revisions.create(dossier.id, { copyDocuments: true })
    expect(next).toMatchObject({ number: 2, status: 'draft' })
    expect(await store.documents.list(next.id)).toMatchObject([
      { fileName: '年度报告.docx', status: 'uploaded', position: 1 },
      { fileName: '验收报告.pdf', status: 'uploaded', position: 2 },
    ])
    expect(await store.dossiers.find(dossier.id, 'all')).toMatchObject({ revisionNumber: 2, status: 'draft', errors: 1 })
  })

  it('is moved by one of two who try at once, and waits for review once more after a failure', async () => {
    const { revision } = await makeSubmitted(store)
    const start = () => store.revisions.move(revision.id, ['queued'], 'reviewing')
    expect((await Promise.all([start(), start()])).sort()).toEqual([false, true])
    expect((await store.revisions.unfinished()).map(({ id }) => id)).toContain(revision.id)
    await store.revisions.move(revision.id, ['reviewing'], 'failed', '核查未能完成。')
    expect(await store.revisions.read(revision.id)).toMatchObject({ status: 'failed', problem: '核查未能完成。' })
    expect(await store.revisions.submit(revision.id)).toMatchObject({ status: 'queued', problem: null, finishedAt: null })
  })
})

describe('deleting a dossier', () => {
  it('takes everything of it away; bytes that another dossier holds stay', async () => {
    const { revision, dossier } = await makeSubmitted(store)
    await store.reports.save(revision.id, makeReport(5, 2), [])
    const [finding] = (await store.findings.list({ scope: 'all', revisionId: revision.id })).items
    const shared = await store.blobs.put(Buffer.from('共有的附件'))
    const own = await store.blobs.put(Buffer.from('独有的附件'))
    const { dossier: doomed, revision: draft } = await store.dossiers.create({ organisationId: park.a, title: '撤回' })
    const { revision: other } = await store.dossiers.create({ organisationId: park.b, title: '保留' })
    for (const [revisionId, blob] of [
      [draft.id, shared],
      [draft.id, own],
      [other.id, shared],
    ] as const)
      await store.documents.add({ revisionId, fileName: blob.sha256, ...blob })

    expect(await store.dossiers.delete(dossier.id)).toBe(true)
    expect(await store.dossiers.delete(doomed.id)).toBe(true)
    expect(await store.dossiers.delete(doomed.id)).toBe(false)
    expect(await store.findings.find(finding?.id ?? '', 'all')).toBeUndefined()
    expect((await store.facts.list({ revisionId: revision.id })).items).toEqual([])
    await store.sweep()
    expect(await store.blobs.has(own.sha256)).toBe(true)
    await store.sweep(0)
    expect(await store.blobs.has(own.sha256)).toBe(false)
    expect(await store.blobs.has(shared.sha256)).toBe(true)
  })
})
