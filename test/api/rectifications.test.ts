import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBoxedReport, makeReviewed } from './make-dossier.ts'
import { type Credentials, makeOrganisations, makeUser, signIn } from './make-scene.ts'
import { makeService, type Service } from './make-service.ts'

let service: Service
let reviewer: Credentials
let park: Credentials
let dossier: string
let revision: string
let findings: { id: string }[]
const now = () => new Date('2026-03-05T17:00:00Z')

beforeAll(async () => {
  service = await makeService({}, () => ({ now }))
  const { store } = service
  const places = await makeOrganisations(store)
  reviewer = await signIn(store, await makeUser(store, places.province.id, 'reviewer'))
  park = await signIn(store, await makeUser(store, places.park.id, 'submitter'))
  const made = await makeReviewed(store, places.park.id, makeBoxedReport(3))
  dossier = made.dossier.id
  revision = made.revision.id
  findings = (await ask('GET', `/revisions/${revision}/findings`)).json().items
})
afterAll(() => service.close())

const ask = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, payload?: object, headers = reviewer) =>
  service.app.inject({ method, url: `/api${path}`, headers, ...(payload === undefined ? {} : { payload }) })
const sendBack = (payload: object) => ask('POST', `/revisions/${revision}/rectification`, payload)
const decide = (at: number, verdict: string, version = 0) =>
  ask('PUT', `/findings/${findings[at]?.id}/disposition`, { verdict, comment: '理由', version })
const answer = (at: number, text: string, version: number, who = park) =>
  ask('PUT', `/revisions/${revision}/rectification/answers/${findings[at]?.id}`, { answer: text, version }, who)
const turnOf = async (who = reviewer) => {
  const lists = await Promise.all(['park', 'machine', 'reviewer'].map((turn) => ask('GET', `/dossiers?turn=${turn}`, undefined, who)))
  return lists.map((list) =>
    list
      .json()
      .items.map(({ id }: { id: string }) => id)
      .includes(dossier),
  )
}

test('only what a reviewer has confirmed or wants explained is sent back, and not into the past', async () => {
  expect((await sendBack({ dueOn: '2026-04-05' })).json()).toMatchObject({ status: 409, code: 'rectification.empty' })
  await decide(0, 'confirmed')
  await decide(1, 'dismissed')
  const named = { dueOn: '2026-04-05', findings: [findings[0]?.id, findings[1]?.id] }
  expect((await sendBack(named)).json()).toMatchObject({ status: 409, code: 'rectification.undecided' })
  expect((await sendBack({ ...named, findings: [dossier] })).json().code).toBe('finding.not-found')
  // In China it is the 6th already.
  expect((await sendBack({ dueOn: '2026-03-05' })).json()).toMatchObject({ status: 400, detail: expect.stringContaining('期限') })
  expect((await ask('GET', `/revisions/${revision}/rectification`)).json().code).toBe('rectification.not-found')
  expect(await turnOf()).toEqual([false, false, true])
})

test('sent back, the dossier is the park’s turn, with its due date and the findings in report order', async () => {
  await decide(2, 'needs_explanation')
  const sent = await sendBack({ dueOn: '2026-04-05', note: '请逐条说明' })
  expect(sent.statusCode).toBe(201)
  const seen = await ask('GET', `/revisions/${revision}/rectification`, undefined, park)
  expect(seen.json()).toMatchObject({
    ...{ dueOn: '2026-04-05', note: '请逐条说明', resubmittedAs: null },
    items: [
      { finding: { id: findings[0]?.id, disposition: { verdict: 'confirmed' } }, stands: true, answer: null, version: 0 },
      { finding: { id: findings[2]?.id, disposition: { verdict: 'needs_explanation' } }, answer: null },
    ],
  })
  expect(await turnOf(park)).toEqual([true, false, false])
  expect((await ask('GET', `/dossiers/${dossier}`)).json()).toMatchObject({ dueOn: '2026-04-05', status: 'reviewed' })
  expect((await sendBack({ dueOn: '2026-05-05' })).json().code).toBe('rectification.state')
})

test('the park answers each finding; two who answer at once do not cover each other', async () => {
  expect((await answer(0, '数据已更正。', 0)).json()).toMatchObject({ answer: '数据已更正。', version: 1 })
  expect((await answer(0, '另一种说法', 0)).json()).toMatchObject({
    ...{ status: 409, code: 'rectification.conflict' },
    yours: { answer: '另一种说法', version: 0 },
    current: { answer: '数据已更正。', version: 1 },
  })
  expect((await answer(0, '数据已更正，见第12页。', 1)).json().version).toBe(2)
  expect((await answer(1, '不在清单中', 0)).json().code).toBe('finding.not-found')
  expect((await answer(2, ' ', 0)).statusCode).toBe(400)
  const { items } = (await ask('GET', `/revisions/${revision}/rectification`)).json()
  expect(items[0]).toMatchObject({ answer: '数据已更正，见第12页。', answeredBy: expect.any(String) })
})

test('dossiers are listed by what is due first, page by page', async () => {
  const first = (await ask('GET', '/dossiers?sort=due&limit=1')).json()
  expect(first.items).toMatchObject([{ id: dossier, dueOn: '2026-04-05' }])
  const { store } = service
  const [{ organisationId = '' } = {}] = (await store.dossiers.list({ scope: 'all' })).items
  for (const title of ['甲', '乙']) await store.dossiers.create({ organisationId, title })
  const ids: string[] = []
  for (let after = ''; ; ) {
    const page = (await ask('GET', `/dossiers?sort=due&limit=1${after}`)).json()
    ids.push(...page.items.map(({ title }: { title: string }) => title))
    if (page.next === null) break
    after = `&after=${encodeURIComponent(page.next)}`
  }
  expect(ids).toEqual(['验收申请', '甲', '乙'])
  expect((await ask('GET', '/dossiers?sort=due&after=nonsense')).json().code).toBe('request.cursor')
})

test('a park that hands in a further revision closes what was sent back; its answers stay to be read', async () => {
  const next = (await ask('POST', `/dossiers/${dossier}/revisions`, {}, park)).json()
  expect((await answer(2, '见补充说明。', 0)).statusCode).toBe(200)
  expect((await ask('GET', `/dossiers/${dossier}`)).json().dueOn).toBe('2026-04-05')
  expect((await ask('POST', `/revisions/${next.id}/review`, undefined, park)).statusCode).toBe(202)
  expect((await ask('GET', `/dossiers/${dossier}`)).json()).toMatchObject({ dueOn: null, status: 'queued', revisionNumber: 2 })
  expect((await ask('GET', `/revisions/${revision}/rectification`)).json()).toMatchObject({
    resubmittedAs: next.id,
    items: [{ answer: '数据已更正，见第12页。' }, { answer: '见补充说明。' }],
  })
  expect((await answer(0, '又改', 2)).json().code).toBe('rectification.state')
  expect((await ask('DELETE', `/revisions/${revision}/rectification`)).json().code).toBe('rectification.state')
  expect(await turnOf()).toEqual([false, true, false])
})

test('sent back by mistake, it is taken back', async () => {
  const { park: owner, office: above } = await makeOrganisations(service.store)
  const submitter = await signIn(service.store, await makeUser(service.store, owner.id, 'submitter'))
  const made = await makeReviewed(service.store, owner.id)
  const { id } = made.finding
  await service.store.findings.dispose(id, { verdict: 'confirmed', comment: '', version: 0, decidedBy: null })
  await service.store.rectifications.send({ revisionId: made.revision.id, dueOn: '2026-04-01', note: '', findings: [id], sentBy: null })
  const path = `/revisions/${made.revision.id}/rectification`
  expect((await ask('DELETE', path, undefined, submitter)).json().code).toBe('access.denied')
  const all = await signIn(service.store, await makeUser(service.store, above.id, 'reviewer'))
  expect((await ask('DELETE', path, undefined, all)).statusCode).toBe(204)
  expect((await ask('GET', path, undefined, submitter)).statusCode).toBe(404)
  expect((await ask('GET', `/dossiers/${made.dossier.id}`, undefined, submitter)).json().dueOn).toBeNull()
})
test('each step stands in the audit log', async () => {
  const entries = (await service.store.audit.list({ scope: 'all', dossierId: dossier })).items.map(({ action }) => action)
  expect(entries.filter((action) => action.startsWith('rectification.'))).toEqual([
    ...['rectification.answer', 'rectification.answer', 'rectification.answer', 'rectification.send'],
  ])
})
