import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Fact } from '../../schemas/fact.ts'
import type { Report } from '../../schemas/report.ts'
import { createRechecker, type Rechecker } from '../../workers/recheck.ts'
import { asJson, makeReviewedForReal } from './make-reviewed-for-real.ts'
import { type Credentials, makeOrganisations, makeUser, signIn } from './make-scene.ts'
import { makeService, type Service } from './make-service.ts'

let service: Service
let rechecker: Rechecker
let reviewer: Credentials
let other: Credentials
let admin: Credentials
let park: Credentials
let revision: string
let dossier: string
let original: Report
let misread: Fact

beforeAll(async () => {
  service = await makeService({}, (store) => {
    rechecker = createRechecker(store)
    return { rechecker }
  })
  const { store } = service
  const places = await makeOrganisations(store)
  reviewer = await signIn(store, await makeUser(store, places.province.id, 'reviewer'))
  other = await signIn(store, await makeUser(store, places.province.id, 'reviewer'))
  admin = await signIn(store, await makeUser(store, places.province.id, 'admin'))
  park = await signIn(store, await makeUser(store, places.park.id, 'admin'))
  const made = await makeReviewedForReal(store, places.park.id)
  revision = made.revision.id
  dossier = made.dossier.id
  original = made.report
  const found = original.facts.find(({ raw, role }) => raw.includes('365.42') && role === 'annual_report')
  if (found === undefined) throw new Error('the annual report’s value was not read')
  misread = found
})
afterAll(async () => {
  await service.close()
  await rechecker.close()
})

type Answer = Awaited<ReturnType<typeof get>>
const get = (path: string, headers = reviewer) => service.app.inject({ url: `/api/revisions/${revision}${path}`, headers })
const at = (fact = misread.id) => `/api/revisions/${revision}/facts/${fact}/correction`
const put = (payload: object, headers = reviewer, url = at()) => service.app.inject({ method: 'PUT', url, payload, headers })
const takeBack = (version: number, headers = reviewer) =>
  service.app.inject({ method: 'DELETE', url: at(), headers: { ...headers, 'if-match': `"${version}"` } })
const findings = async () => (await get('/findings?limit=200')).json().items
const disagreement = async () =>
  (await findings()).find(({ finding }: { finding: Report['findings'][number] }) => finding.rule === 'consistency/annual-acceptance')
const report = async () => (await get('/reports/json')).body
const codeOf = (answer: Answer) => [answer.statusCode, answer.json().code]

test('the two documents disagree at first', async () => {
  expect(await disagreement()).toMatchObject({ finding: { subject: 'industrial_value_added', year: 2021 }, version: 0 })
})

test('a preview tells what a correction would change, and changes nothing', async () => {
  const before = await report()
  const answer = await service.app.inject({ method: 'POST', url: `${at()}/preview`, payload: { raw: '356.42' }, headers: reviewer })
  expect(answer.json()).toMatchObject({
    fact: { id: misread.id, value: '356.42', unit: '亿元', canonical: { value: '3564200', unit: '万元' }, confidence: 1 },
    findings: { gone: [{ finding: { rule: 'consistency/annual-acceptance' } }], appeared: [] },
  })
  expect(answer.json().after.errors).toBe(answer.json().before.errors - 1)
  expect(await report()).toBe(before)
  expect(await disagreement()).toBeDefined()
})

test('what is no value of the subject is refused with a sentence that says what to enter', async () => {
  for (const payload of [{ raw: '没有数字' }, { raw: '356.42~400' }, { raw: '356.42', unit: '吨' }, { raw: '356.42家' }])
    expect((await put({ ...payload, version: 0 })).json()).toMatchObject({
      status: 422,
      code: 'correction.refused',
      detail: expect.stringMatching(/请.*。$/),
    })
  expect(codeOf(await put({ raw: '356.42', version: 0 }, reviewer, at('f99999')))).toEqual([404, 'fact.not-found'])
  expect(codeOf(await put({ raw: '356.42' }))).toEqual([428, 'disposition.version'])
})

test('a correction stands beside the reading, has the checks run again at once, and is in the audit log', async () => {
  const { id } = await disagreement()
  await service.app.inject({
    ...{ method: 'PUT', url: `/api/findings/${id}/disposition`, headers: reviewer },
    payload: { verdict: 'needs_explanation', comment: '请核对', version: 0 },
  })
  const answer = await put({ raw: '356.42', comment: '扫描不清', version: 0 })
  expect([answer.statusCode, answer.headers['etag']]).toEqual([200, '"1"'])
  expect(answer.json().consequences.findings.gone).toMatchObject([{ id }])

  const fact = (await get(`/facts/${misread.id}`)).json()
  expect(fact).toMatchObject({ value: '356.42', misread: { raw: misread.raw, value: '365.42', unit: '亿元', year: 2021 } })
  expect(fact.evidence).toEqual(misread.evidence)
  expect(await disagreement()).toBeUndefined()
  expect((await get(`/findings?disposition=needs_explanation`)).json().items).toEqual([])
  expect((await service.app.inject({ url: `/api/findings/${id}`, headers: reviewer })).statusCode).toBe(404)
  expect(JSON.parse(await report()).summary.errors).toBe(original.summary.errors - 1)
  const shown = (await service.app.inject({ url: `/api/dossiers/${dossier}`, headers: reviewer })).json()
  expect(shown.errors).toBe(original.summary.errors - 1)
  expect((await get('/summary')).json().errors).toBe(original.summary.errors - 1)

  const { items } = (await service.app.inject({ url: `/api/audit?action=correction.make&dossier=${dossier}`, headers: admin })).json()
  expect(items).toMatchObject([
    { details: { fact: misread.id, misread: { value: '365.42' }, now: { value: '356.42' }, comment: '扫描不清', version: 1 } },
  ])
  // What was read stays as it was read.
  const [stored] = (await service.store.documents.readings(revision)).flatMap(({ reading }) =>
    (reading?.facts ?? []).filter(({ raw }) => raw === misread.raw && raw.includes('365.42')),
  )
  expect(stored?.misread).toBeUndefined()
})

test('of two who correct at once the second is told both versions, and changes nothing', async () => {
  const late = await put({ raw: '355.42', version: 0 }, other)
  expect(late.json()).toMatchObject({
    ...{ status: 409, code: 'correction.conflict' },
    yours: { correction: { raw: '355.42' }, version: 0 },
    current: { correction: { raw: '356.42' }, version: 1, comment: '扫描不清' },
  })
  expect((await get(`/facts/${misread.id}`)).json().value).toBe('356.42')
})

test('corrections of two facts at the same time are both kept', async () => {
  const energy = original.facts.find(({ raw, year, role }) => raw.includes('160.4') && year === 2021 && role === 'annual_report')
  const growth = original.facts.find(({ raw, role }) => raw.includes('310.15') && role === 'acceptance_report')
  const answers = await Promise.all([
    put({ raw: '160.5', version: 0 }, reviewer, at(energy?.id)),
    put({ raw: '301.15', version: 0 }, other, at(growth?.id)),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
  const values = JSON.parse(await report()).facts.filter(({ misread }: Fact) => misread !== undefined)
  expect(values.map(({ value }: Fact) => value).sort()).toEqual(['160.5', '301.15', '356.42'])
  for (const fact of [energy, growth])
    await service.app.inject({ method: 'DELETE', url: at(fact?.id), headers: { ...reviewer, 'if-match': '"1"' } })
})

test('taken back, everything is as it was: the report byte for byte, the finding, and what was said of it', async () => {
  expect(codeOf(await takeBack(0))).toEqual([409, 'correction.conflict'])
  const answer = await takeBack(1)
  expect(answer.json().correction).toMatchObject({ correction: null, version: 2 })
  expect(await report()).toBe(asJson(original))
  expect(await disagreement()).toMatchObject({ disposition: { verdict: 'needs_explanation', comment: '请核对' }, version: 1 })
  expect((await get('/corrections')).json().items).toContainEqual(
    expect.objectContaining({ fact: misread.id, correction: null, version: 2 }),
  )
})

test('the year that a value is of can be put right too', async () => {
  await put({ raw: misread.raw, year: 2020, version: 2 })
  expect((await get(`/facts/${misread.id}`)).json()).toMatchObject({ year: 2020, misread: { year: 2021 } })
  expect((await get(`/facts?year=2020&subject=industrial_value_added`)).json().items.map(({ id }: Fact) => id)).toContain(misread.id)
  await takeBack(3)
})

test('a park corrects nothing about itself, and nobody what is not reviewed yet', async () => {
  expect(codeOf(await put({ raw: '356.42', version: 4 }, park))).toEqual([403, 'access.denied'])
  const made = await service.store.revisions.create(dossier)
  const url = `/api/revisions/${made.id}/facts/f1/correction`
  expect(codeOf(await put({ raw: '1', version: 0 }, reviewer, url))).toEqual([409, 'report.not-ready'])
})

test('with the readings at hand the checks run again within a second', async () => {
  const begun = performance.now()
  const result = await rechecker.recheck(revision, [{ fact: misread.id, raw: '356.42' }])
  expect('report' in result).toBe(true)
  expect(performance.now() - begun).toBeLessThan(1_000)
})
