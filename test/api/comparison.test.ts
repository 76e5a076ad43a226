import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { ComparisonShape } from '../../api/show/comparison.ts'
import type { StoredFinding } from '../../workers/store/index.ts'
import { disagreeing, makeReviewedAgainForReal, makeReviewedForReal } from './make-reviewed-for-real.ts'
import { type Credentials, makeOrganisations, makeUser, signIn } from './make-scene.ts'
import { makeService, type Service } from './make-service.ts'

/* A park that says 365.42 in one of two papers mends it, changes another value that nobody asked about, and leaves the rest as it was. */

let service: Service
let reviewer: Credentials
let reviewerId: string
let park: Credentials
let neighbour: Credentials
let dossier: string
let first: string
let second: string
type Compared = z.infer<typeof ComparisonShape>

const ask = (path: string, headers = reviewer) => service.app.inject({ url: `/api${path}`, headers })
const findingsOf = (revisionId: string) =>
  service.store.findings.list({ scope: 'all', revisionId }, { limit: 200 }).then(({ items }) => items)
const decide = (finding: StoredFinding, verdict: string, version = 0) =>
  service.app.inject({
    ...{ method: 'PUT', url: `/api/findings/${finding.id}/disposition`, headers: reviewer },
    payload: { verdict, comment: `意见：${finding.finding.rule}`, version },
  })
const isAsked = ({ finding: { rule, subject, year } }: StoredFinding) =>
  rule.startsWith('consistency/') && subject === 'industrial_value_added' && year === 2021
const mended = {
  '验收报告.html': disagreeing['验收报告.html'].replace('150.2', '151.9'),
  '2021年度工作报告.html': disagreeing['2021年度工作报告.html'].replace('365.42', '356.42'),
}

beforeAll(async () => {
  service = await makeService()
  const { store } = service
  const places = await makeOrganisations(store)
  const user = await makeUser(store, places.province.id, 'reviewer')
  reviewerId = user.id
  reviewer = await signIn(store, user)
  park = await signIn(store, await makeUser(store, places.park.id, 'submitter'))
  neighbour = await signIn(store, await makeUser(store, places.otherPark.id, 'submitter'))
  const made = await makeReviewedForReal(store, places.park.id)
  dossier = made.dossier.id
  first = made.revision.id
})
afterAll(() => service.close())

test('with one submission there is nothing to hold against another', async () => {
  expect((await ask(`/dossiers/${dossier}/comparison`)).json()).toMatchObject({ status: 404, code: 'comparison.none' })
})

test('what the reviewer said of a finding that is still there unchanged is kept, by whom and when, and marked', async () => {
  const all = await findingsOf(first)
  const asked = all.find(isAsked)
  const [dismissed, explained, ...open] = all.filter((one) => one !== asked)
  if (asked === undefined || dismissed === undefined || explained === undefined) throw new Error('too few findings')
  expect(open.length).toBeGreaterThan(0)
  await decide(asked, 'confirmed')
  await decide(dismissed, 'dismissed')
  await decide(explained, 'needs_explanation')
  const sent = { revisionId: first, dueOn: '2099-01-01', note: '', findings: [asked.id, explained.id], sentBy: null }
  const { id } = await service.store.rectifications.send(sent)
  await service.store.rectifications.answer(id, { findingId: explained.id, answer: '口径不同。', version: 0, answeredBy: null })
  second = (await makeReviewedAgainForReal(service.store, dossier, mended)).revision.id
  const now = await findingsOf(second)
  const same = (one: StoredFinding) => now.find(({ finding }) => finding.message === one.finding.message)
  expect(same(dismissed)).toMatchObject({
    disposition: { verdict: 'dismissed', comment: `意见：${dismissed.finding.rule}`, decidedBy: reviewerId, carriedFrom: dismissed.id },
    version: 1,
  })
  // The park has explained it: somebody must read that. And what was not looked at is not answered.
  for (const one of [explained, ...open]) expect(same(one), one.finding.message).toMatchObject({ disposition: null })
  const entry = (await service.store.audit.list({ scope: 'all', dossierId: dossier, action: 'revision.carry' })).items
  expect(entry).toMatchObject([{ actorId: null, objectId: second, details: { dispositions: 1, corrections: 0 } }])
})

test('the comparison tells what was put right, what is still there, and what changed without being asked, with both prints', async () => {
  const compared: Compared = (await ask(`/dossiers/${dossier}/comparison`)).json()
  expect(compared).toMatchObject({ old: { id: first, number: 1 }, new: { id: second, number: 2 } })
  const resolved = compared.findings.filter(({ status }) => status === 'resolved')
  expect(resolved).toMatchObject([
    { old: { finding: { subject: 'industrial_value_added', year: 2021 }, disposition: { verdict: 'confirmed' } }, new: null },
  ])
  const prints = resolved[0]?.places.map(({ old, new: now }) => [old?.raw, now?.raw])
  expect(prints?.sort()).toEqual([
    ['356.42', '356.42'],
    ['365.42', '356.42'],
  ])
  const open = compared.findings.filter(({ status }) => status === 'open')
  expect(open.map(({ new: now }) => now?.disposition?.carriedFrom).filter(Boolean)).toHaveLength(1)
  expect(open.find(({ answer }) => answer === '口径不同。')).toMatchObject({ new: { disposition: null }, valuesChanged: false })
  expect(compared.values).toMatchObject([
    { because: 'unasked', from: '150.2万吨标准煤', to: '151.9万吨标准煤', old: { evidence: { table: 1, row: 3 } }, new: { raw: '151.9' } },
    { because: 'asked', from: '365.42亿元', to: '356.42亿元', document: { role: 'annual_report' } },
  ])
  expect(compared.summary.unasked).toBe(1)
  expect(compared.documents.map(({ change }) => change)).toEqual(['replaced', 'replaced'])
})

test('the park sees its own, nobody else’s; and two submissions are named in their order', async () => {
  expect((await ask(`/dossiers/${dossier}/comparison`, park)).json()).toMatchObject({ summary: { unasked: 1 } })
  expect((await ask(`/dossiers/${dossier}/comparison`, neighbour)).json().code).toBe('dossier.not-found')
  expect((await ask(`/dossiers/${dossier}/comparison?old=${first}&new=${second}`)).statusCode).toBe(200)
  expect((await ask(`/dossiers/${dossier}/comparison?old=${second}&new=${first}`)).json().code).toBe('request.invalid')
  expect((await ask(`/dossiers/${dossier}/comparison?old=${dossier}`)).json().code).toBe('revision.not-found')
})

test('answered anew, a finding is answered here and no longer as before', async () => {
  const carried = (await findingsOf(second)).find(({ disposition }) => disposition?.carriedFrom)
  if (carried === undefined) throw new Error('nothing was carried over')
  expect((await decide(carried, 'confirmed', 1)).json()).toMatchObject({ verdict: 'confirmed', carriedFrom: null, version: 2 })
})

test('a value that a reviewer put right is right in the next submission of the same file, and no change of the park’s', async () => {
  const { store } = service
  const places = await store.organisations.list('all')
  const { dossier: own, revision, report } = await makeReviewedForReal(store, places.find(({ kind }) => kind === 'park')?.id ?? '')
  const misread = report.facts.find(({ raw, role }) => raw === '365.42' && role === 'annual_report')
  const correction = { fact: misread?.id ?? '', raw: '356.42' }
  await store.corrections.carry(revision.id, [
    { fact: correction.fact, correction, comment: '印的是356', decidedBy: reviewerId, decidedAt: new Date() },
  ])
  const again = await makeReviewedAgainForReal(store, own.id, { ...disagreeing, '补充说明.txt': '无' })
  const fact = again.report.facts.find(({ misread: before }) => before?.raw === '365.42')
  expect(fact).toMatchObject({ raw: '356.42', subject: 'industrial_value_added', year: 2021, role: 'annual_report' })
  expect(await store.corrections.list(again.revision.id)).toMatchObject([
    { fact: fact?.id, correction: { raw: '356.42' }, comment: '印的是356', decidedBy: reviewerId, version: 1 },
  ])
  expect((await findingsOf(again.revision.id)).filter(isAsked)).toEqual([])
  const { values, summary } = (await ask(`/dossiers/${own.id}/comparison`)).json()
  expect([values, summary.unasked]).toEqual([[], 0])
})

test('a report that an older version wrote is told of, in words', async () => {
  const { store } = service
  const json = await store.blobs.put(Buffer.from(JSON.stringify({ schemaVersion: 0, facts: [] })))
  await store.reports.addFile(first, { format: 'json', ...json })
  expect((await ask(`/dossiers/${dossier}/comparison`)).json()).toMatchObject({ status: 409, code: 'report.outdated' })
})
