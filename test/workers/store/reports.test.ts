import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Revision, Store } from '../../../workers/store/index.ts'
import { makeReading, makeReport, makeSubmitted } from './make-review.ts'
import { makeStore } from './make-store.ts'

let store: Store
let remove: () => Promise<void>
let revision: Revision

beforeAll(async () => {
  const made = await makeStore()
  store = made.store
  remove = made.remove
})
afterAll(() => remove())
beforeEach(async () => {
  revision = (await makeSubmitted(store)).revision
})

const jsonFile = async (content: string) => ({ format: 'json' as const, ...(await store.blobs.put(Buffer.from(content))) })

describe('saving a reading', () => {
  it('keeps it exactly, with the order of its keys and characters that no text column holds', async () => {
    const [document] = await store.documents.list(revision.id)
    const reading = { ...makeReading('d1', '年度报告.docx'), generalSource: '统计局\u0000\uD800' }
    expect(await store.documents.saveReading(document?.id ?? '', reading)).toBe(true)
    expect(JSON.stringify(await store.documents.findReading(document?.id ?? ''))).toBe(JSON.stringify(reading))
  })

  it('keeps the first of two, and tells on the document what was read', async () => {
    const [document] = await store.documents.list(revision.id)
    const id = document?.id ?? ''
    const both = [makeReading('d1', 'a'), makeReading('d1', 'b')]
    expect((await Promise.all(both.map((reading) => store.documents.saveReading(id, reading)))).sort()).toEqual([false, true])
    expect(await store.documents.startReading(id)).toBe(false)
    expect(await store.documents.read(id)).toMatchObject({
      status: 'partial',
      role: 'annual_report',
      year: 2021,
      pages: 12,
      problem: '第3页无法识别。',
    })
    expect(await store.revisions.progress(revision.id)).toEqual({ documents: 2, read: 1, failed: 0, pages: 12 })
  })

  it('is refused quietly for a document that was deleted meanwhile', async () => {
    const [document] = await store.documents.list(revision.id)
    await store.dossiers.delete(revision.dossierId)
    expect(await store.documents.saveReading(document?.id ?? '', makeReading('d1', 'a'))).toBe(false)
  })
})

describe('saving a report', () => {
  it('leaves one set of facts and findings when two workers save it at once', async () => {
    const report = makeReport(30, 3)
    const file = await jsonFile('{}')
    const save = () => store.reports.save(revision.id, report, [file])
    expect((await Promise.all([save(), save(), save()])).sort()).toEqual(['already', 'already', 'saved'])
    expect((await store.facts.list({ revisionId: revision.id }, { limit: 200 })).items).toHaveLength(30)
    expect((await store.findings.list({ scope: 'all', revisionId: revision.id })).items).toHaveLength(3)
    expect(await store.revisions.read(revision.id)).toMatchObject({ status: 'reviewed', problem: null })
    expect(await store.dossiers.find(revision.dossierId, 'all')).toMatchObject({
      status: 'reviewed',
      errors: 1,
      warnings: 2,
      stage: 'acceptance',
      region: '江苏省',
    })
  })

  it('is refused for a revision that was cancelled or deleted', async () => {
    await store.revisions.move(revision.id, ['queued'], 'cancelled')
    expect(await store.reports.save(revision.id, makeReport(1, 1), [])).toBe('refused')
    await store.dossiers.delete(revision.dossierId)
    expect(await store.reports.save(revision.id, makeReport(1, 1), [])).toBe('refused')
  })

  it('keeps many facts in report order and finds them by their ids', async () => {
    const report = makeReport(4_500, 1)
    await store.reports.save(revision.id, report, [])
    const first = await store.facts.list({ revisionId: revision.id }, { limit: 150 })
    const second = await store.facts.list({ revisionId: revision.id }, { limit: 150, after: first.next })
    expect([...first.items, ...second.items]).toEqual(report.facts.slice(0, 300))
    expect(await store.facts.findAll(revision.id, ['f4500', 'f1', 'f9999'])).toEqual([report.facts[4_499], report.facts[0]])
    const undated = await store.facts.list({ revisionId: revision.id, year: null, subject: 'industrial_value_added', document: 'd1' })
    expect(undated.items[0]).toEqual(report.facts[0])
    expect(undated.items.every(({ year, document }) => year === null && document === 'd1')).toBe(true)
  })

  it('keeps what hostile files print: very long names, characters that no text column holds', async () => {
    const long = `项目\u0000${'长'.repeat(50_000)}`
    const report = makeReport(3, 2)
    const [first, second] = report.findings
    const findings = first === undefined || second === undefined ? [] : [{ ...first, subject: long, message: `坏字\uD800` }, second]
    const facts = report.facts.map((fact) => ({ ...fact, raw: long }))
    expect(await store.reports.save(revision.id, { ...report, facts, findings }, [])).toBe('saved')
    const found = await store.findings.list({ scope: 'all', revisionId: revision.id, subject: long })
    expect(found.items.map(({ finding }) => finding)).toEqual(findings.slice(0, 1))
    expect((await store.facts.list({ revisionId: revision.id })).items).toEqual(facts)
  })

  it('tells checks, by outcome, and where each format lies', async () => {
    const file = await jsonFile('{"a":1}')
    await store.reports.save(revision.id, makeReport(1, 0), [file])
    const html = { format: 'html' as const, ...(await store.blobs.put(Buffer.from('<p>'))) }
    await store.reports.addFile(revision.id, html)
    await store.reports.addFile(revision.id, html)
    expect((await store.reports.list(revision.id)).map(({ format }) => format)).toEqual(['html', 'json'])
    expect((await store.reports.find(revision.id, 'json'))?.sha256).toBe(file.sha256)
    expect(await store.reports.checks(revision.id, { outcome: 'skipped' })).toMatchObject([{ rule: 'formula/growth' }])
    expect(await store.reports.summary(revision.id)).toMatchObject({ park: '东湖园区', checksPassed: 1 })
  })
})

describe('a disposition', () => {
  it('is changed only by one who saw the latest', async () => {
    await store.reports.save(revision.id, makeReport(1, 2), [])
    const [finding] = (await store.findings.list({ scope: 'all', revisionId: revision.id })).items
    const answer = (version: number, verdict: 'confirmed' | 'dismissed') =>
      store.findings.dispose(finding?.id ?? '', { verdict, comment: '已核对', version, decidedBy: null })
    const both = await Promise.allSettled([answer(0, 'confirmed'), answer(0, 'dismissed')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(answer(0, 'dismissed')).rejects.toMatchObject({ code: 'store.conflict' })
    expect(await answer(1, 'dismissed')).toMatchObject({ version: 2, disposition: { verdict: 'dismissed' } })
    const left = await store.findings.list({ scope: 'all', revisionId: revision.id, disposition: 'open' })
    expect(left.items.map((item) => item.finding.id)).toEqual(['x2'])
    const dismissed = await store.findings.list({ scope: 'all', revisionId: revision.id, disposition: 'dismissed' })
    expect(dismissed.items[0]?.disposition).toMatchObject({ version: 2, comment: '已核对' })
  })

  it('is refused for a finding that is not there', async () => {
    const answer = { verdict: 'confirmed' as const, comment: '', version: 0, decidedBy: null }
    await expect(store.findings.dispose('019ab3c4-0000-7000-8000-000000000000', answer)).rejects.toMatchObject({ code: 'store.not-found' })
    await expect(store.findings.dispose('1 or 1=1', answer)).rejects.toMatchObject({ code: 'store.not-found' })
  })
})
