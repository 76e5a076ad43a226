import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBoxedReport, makeReviewed } from './make-dossier.ts'
import { type Credentials, makeOrganisations, makeUser, signIn } from './make-scene.ts'
import { jpeg, makeService, type Service } from './make-service.ts'

let service: Service
let reviewer: Credentials
let other: Credentials
let finding: string
let revision: string
let dossier: string
let elsewhere: string
beforeAll(async () => {
  service = await makeService()
  const { province, park, otherProvince } = await makeOrganisations(service.store)
  reviewer = await signIn(service.store, await makeUser(service.store, province.id, 'reviewer'))
  other = await signIn(service.store, await makeUser(service.store, province.id, 'admin'))
  const made = await makeReviewed(service.store, park.id, makeBoxedReport(3))
  finding = made.finding.id
  revision = made.revision.id
  dossier = made.dossier.id
  elsewhere = otherProvince.id
})
afterAll(() => service.close())

const answer = (who: Credentials, payload: object, headers: Credentials = {}) =>
  service.app.inject({ method: 'PUT', url: `/api/findings/${finding}/disposition`, payload, headers: { ...headers, ...who } })
const get = (url: string, who = reviewer) => service.app.inject({ url, headers: who })

test('a finding comes with its facts and the version to answer it on', async () => {
  const response = await get(`/api/findings/${finding}`)
  expect(response.headers['etag']).toBe('"0"')
  expect(response.json()).toMatchObject({ finding: { id: 'x1', severity: 'error' }, disposition: null, facts: [{ id: 'f1' }] })
})

test('an answer needs the version it is based on, and a reason unless it confirms', async () => {
  expect((await answer(reviewer, { verdict: 'confirmed' })).json()).toMatchObject({ status: 428, code: 'disposition.version' })
  expect((await answer(reviewer, { verdict: 'dismissed' }, { 'if-match': '"0"' })).json()).toMatchObject({
    status: 400,
    code: 'request.invalid',
  })
})

test('of two who answer at once the second is told both versions, and changes nothing', async () => {
  const first = await answer(reviewer, { verdict: 'dismissed', comment: '口径不同' }, { 'if-match': '"0"' })
  expect([first.statusCode, first.headers['etag'], first.json().version]).toEqual([200, '"1"', 1])
  const second = await answer(other, { verdict: 'confirmed', comment: '属实' }, { 'if-match': '"0"' })
  expect(second.statusCode).toBe(409)
  expect(second.json()).toMatchObject({
    code: 'disposition.conflict',
    yours: { verdict: 'confirmed', comment: '属实', version: 0 },
    current: { verdict: 'dismissed', comment: '口径不同', version: 1 },
  })
  const third = await answer(other, { verdict: 'needs_explanation', comment: '请园区说明', version: 1 })
  expect(third.json()).toMatchObject({ verdict: 'needs_explanation', version: 2 })
})

test('who answered what stands in the audit log, for the administrator', async () => {
  const { items } = (await get(`/api/audit?action=disposition.change&dossier=${dossier}`, other)).json()
  expect(items).toMatchObject([
    { details: { from: 'dismissed', to: 'needs_explanation', version: 2 } },
    { details: { from: null, to: 'dismissed', comment: '口径不同', version: 1 } },
  ])
})

test('findings are listed by severity, by rule and by what is still open, page by page', async () => {
  const ids = (response: Awaited<ReturnType<typeof get>>) =>
    response.json().items.map(({ finding: { id } }: { finding: { id: string } }) => id)
  expect(ids(await get(`/api/revisions/${revision}/findings?severity=error`))).toEqual(['x1'])
  expect(ids(await get(`/api/revisions/${revision}/findings?disposition=open`))).toEqual(['x2', 'x3'])
  expect(ids(await get('/api/findings?rule=formula/recalculation'))).toEqual(['x2'])
  const first = await get(`/api/revisions/${revision}/findings?limit=2`)
  expect(ids(first)).toEqual(['x1', 'x2'])
  const second = await get(`/api/revisions/${revision}/findings?limit=2&after=${first.json().next}`)
  expect([ids(second), second.json().next]).toEqual([['x3'], null])
  expect((await get('/api/findings?after=nonsense')).json()).toMatchObject({ status: 400, code: 'request.cursor' })
})

test('an answer is taken back, and its version goes on, so that nobody’s later answer is covered', async () => {
  const takeBack = (version: number) =>
    service.app.inject({
      ...{ method: 'DELETE', url: `/api/findings/${finding}/disposition` },
      headers: { ...reviewer, 'if-match': `"${version}"` },
    })
  expect((await takeBack(1)).json()).toMatchObject({ status: 409, code: 'disposition.conflict', version: 2 })
  expect((await takeBack(2)).json()).toEqual({ disposition: null, version: 3 })
  expect((await get(`/api/findings/${finding}`)).json()).toMatchObject({ disposition: null, version: 3 })
  const open = (await get(`/api/revisions/${revision}/findings?disposition=open`)).json().items
  expect(open).toHaveLength(3)
  // Who still has the very first state before their eyes is told.
  expect((await answer(other, { verdict: 'confirmed', version: 0 })).statusCode).toBe(409)
  expect((await answer(other, { verdict: 'confirmed', version: 3 })).json()).toMatchObject({ verdict: 'confirmed', version: 4 })
})

test('several findings are answered at once, each on the version that was seen; the others are told and left alone', async () => {
  const bulk = (payload: object, who = reviewer) => service.app.inject({ method: 'POST', url: '/api/dispositions', payload, headers: who })
  const items: { id: string; version: number }[] = (await get(`/api/revisions/${revision}/findings`)).json().items
  const [first, second, third] = items.map(({ id, version }) => ({ id, version }))
  const strange = { id: dossier, version: 0 }
  const findings = [{ ...first, version: 0 }, second, third, strange]
  expect((await bulk({ verdict: 'dismissed', findings })).json().code).toBe('request.invalid')
  const done = await bulk({ verdict: 'dismissed', comment: '口径不同', findings })
  expect(done.json().results).toMatchObject([
    { id: first?.id, outcome: 'conflict', disposition: { verdict: 'confirmed' }, version: 4 },
    { id: second?.id, outcome: 'changed', disposition: { verdict: 'dismissed' }, version: 1 },
    { id: third?.id, outcome: 'changed', version: 1 },
    { id: strange.id, outcome: 'not-found' },
  ])
  const stranger = await signIn(service.store, await makeUser(service.store, elsewhere, 'reviewer'))
  const unseen = await bulk({ verdict: 'confirmed', findings: [{ ...second, version: 1 }] }, stranger)
  expect(unseen.json().results).toEqual([{ id: second?.id, outcome: 'not-found', disposition: null, version: 0 }])
  const back = [second, third].map((one) => ({ id: one?.id, version: 1 }))
  expect((await bulk({ verdict: null, findings: back }, other)).json().results).toMatchObject([
    { outcome: 'changed', disposition: null, version: 2 },
    { outcome: 'changed', disposition: null, version: 2 },
  ])
  const log = (await get(`/api/audit?action=disposition.change&dossier=${dossier}&limit=4`, other)).json().items
  expect(log.map(({ details }: { details: { to: string | null } }) => details.to)).toEqual([null, null, 'dismissed', 'dismissed'])
})

test('the place of a value is shown as a picture, where it stands on a page', async () => {
  const picture = await get(`/api/findings/${finding}/pictures/1`)
  expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/jpeg'])
  expect(picture.rawPayload).toEqual(jpeg)
  expect((await get(`/api/findings/${finding}/pictures/9`)).json().code).toBe('picture.none')
  expect((await get(`/api/revisions/${revision}/facts/f999/picture`)).json().code).toBe('fact.not-found')
})

test('facts are found by subject and year, with their places', async () => {
  const { items } = (await get(`/api/revisions/${revision}/facts?subject=industrial_value_added`)).json()
  expect(items).toMatchObject([{ id: 'f1', evidence: { page: 1, bbox: [100, 100, 160, 112] }, value: '0.10' }])
})
