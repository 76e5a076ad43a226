import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBoxedReport, makeReviewed } from './make-dossier.ts'
import { type Credentials, makeOrganisations, makeUser, signIn } from './make-scene.ts'
import { makeService, type Service } from './make-service.ts'

let service: Service
let places: Awaited<ReturnType<typeof makeOrganisations>>
let office: Credentials
let province: Credentials
beforeAll(async () => {
  service = await makeService()
  const { store } = service
  places = await makeOrganisations(store)
  office = await signIn(store, await makeUser(store, places.office.id, 'reviewer'))
  province = await signIn(store, await makeUser(store, places.province.id, 'reviewer'))
  const verdicts = (verdict: 'pass' | 'fail') => [
    ...[{ subject: 'hj274.1', name: '一', mandatory: true, group: null, threshold: '>=15', value: '16', unit: '%' }].map((one) => ({
      ...{ ...one, target: null, verdict, flip: null, fact: null },
    })),
  ]
  // An older dossier of the same park counts no more.
  await makeReviewed(store, places.park.id, { ...makeBoxedReport(9), assessment: verdicts('fail') })
  const last = await makeReviewed(store, places.park.id, { ...makeBoxedReport(4), assessment: verdicts('pass') })
  const { items } = await store.findings.list({ scope: 'all', revisionId: last.revision.id })
  for (const [i, verdict] of (['confirmed', 'confirmed', 'dismissed'] as const).entries())
    await store.findings.dispose(items[i]?.id ?? '', { verdict, comment: '', version: 0, decidedBy: null })
  await makeReviewed(store, places.otherPark.id, { ...makeBoxedReport(1), assessment: verdicts('fail') })
})
afterAll(() => service.close())

const get = async (query: string, headers: Credentials) => service.app.inject({ url: `/api/portfolio${query}`, headers })

test('a province sees its parks at their last review: verdicts, findings by rule, and how many of them were adopted', async () => {
  const { rows, byRule, byCause, all } = (await get('', province)).json()
  expect(rows).toMatchObject([
    { organisation: '东湖园区', errors: expect.any(Number), verdicts: [{ subject: 'hj274.1', verdict: 'pass' }] },
  ])
  const counts = byRule.map(({ rule, severity, total, confirmed, dismissed, open }: Record<string, unknown>) => [
    ...[rule, severity, total, confirmed, dismissed, open],
  ])
  expect(counts).toEqual([
    ['formula/recalculation', 'warning', 2, 1, 0, 1],
    ['consistency/annual-acceptance', 'error', 1, 1, 0, 0],
    ['consistency/annual-acceptance', 'warning', 1, 0, 1, 0],
  ])
  expect(byCause).toMatchObject([{ cause: null, total: 4 }])
  expect(all).toMatchObject({ total: 4, confirmed: 2, dismissed: 1, needsExplanation: 0, open: 1, adoption: 2 / 3 })
})

test('the office sees all parks, those of one province, or one park', async () => {
  const names = async (query: string) =>
    (await get(query, office)).json().rows.map(({ organisation }: { organisation: string }) => organisation)
  expect(await names('')).toEqual(['东湖园区', '西山园区'])
  expect(await names(`?organisation=${places.otherProvince.id}`)).toEqual(['西山园区'])
  expect(await names(`?organisation=${places.park.id}`)).toEqual(['东湖园区'])
  expect(await names('?stage=creation')).toEqual([])
  expect((await get('?stage=creation', office)).json().all).toMatchObject({ total: 0, adoption: null })
})

test('a missed member of an either-or group that another member meets is no miss; of a group that nobody meets it is', async () => {
  const { store } = service
  const park = await store.organisations.create({ kind: 'park', name: '南屏园区', parentId: places.province.id })
  const given = (no: number, group: string | null, verdict: 'pass' | 'fail') => ({
    ...{ subject: `hj274.${no}`, name: String(no), mandatory: group === null, group, threshold: null, value: '1', unit: '%' },
    ...{ target: null, verdict, flip: null, fact: null },
  })
  const assessment = [given(1, 'A', 'fail'), given(2, 'A', 'pass'), given(3, 'B', 'fail'), given(4, 'B', 'fail'), given(5, null, 'fail')]
  await makeReviewed(store, park.id, { ...makeBoxedReport(1), assessment })
  const [row] = (await get(`?organisation=${park.id}`, province)).json().rows
  expect(row.verdicts.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['covered', 'pass', 'fail', 'fail', 'fail'])
})

test('nobody asks for what is not theirs', async () => {
  expect((await get(`?organisation=${places.otherProvince.id}`, province)).json().code).toBe('organisation.not-found')
})
