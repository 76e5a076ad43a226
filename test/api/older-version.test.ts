import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../../schemas/report.ts'
import { createRechecker, type Rechecker } from '../../workers/recheck.ts'
import { makeReviewedForReal } from './make-reviewed-for-real.ts'
import { type Credentials, makeOrganisations, makeUser, signIn } from './make-scene.ts'
import { makeRenderer, makeService, type Service } from './make-service.ts'

/* A data folder outlives the program that wrote it. What an older version kept is shown where it can be, and told of in words where not. */

let service: Service
let rechecker: Rechecker
let reviewer: Credentials
let organisation: string

beforeAll(async () => {
  service = await makeService({}, (store) => {
    rechecker = createRechecker(store)
    const renderer = makeRenderer(store)
    const report: typeof renderer.report = async () => {
      throw new Error('the report does not fit its schema')
    }
    return { rechecker, renderer: { ...renderer, report } }
  })
  const places = await makeOrganisations(service.store)
  organisation = places.park.id
  reviewer = await signIn(service.store, await makeUser(service.store, places.province.id, 'reviewer'))
})
afterAll(async () => {
  await service.close()
  await rechecker.close()
})

const get = (path: string) => service.app.inject({ url: `/api${path}`, headers: reviewer })
const preview = (revision: string, { facts }: Report) =>
  service.app.inject({
    ...{ method: 'POST', headers: reviewer, payload: { raw: '356.42' } },
    url: `/api/revisions/${revision}/facts/${facts.find(({ raw }) => raw === '365.42')?.id}/correction/preview`,
  })
/** Takes a member out of every reading of a revision, as a version before it had none. */
const forget = (revision: string, member: string) =>
  service.store.pool.query(
    'update readings set body = (body::jsonb - $2)::json where document_id in (select id from documents where revision_id = $1)',
    [revision, member],
  )
const outdated = { status: 409, code: 'report.outdated', title: expect.stringMatching(/旧版本.*重新核查/) }

test('what an older version did not read yet is taken for empty: a correction is tried as ever', async () => {
  const { revision, report } = await makeReviewedForReal(service.store, organisation)
  for (const member of ['statements', 'events', 'dates']) await forget(revision.id, member)
  const answer = await preview(revision.id, report)
  expect([answer.statusCode, answer.json().fact?.raw]).toEqual([200, '356.42'])
})

test('readings that this version cannot follow are told of, with what to do, and never as our own fault', async () => {
  const { revision, report } = await makeReviewedForReal(service.store, organisation)
  await forget(revision.id, 'identity')
  expect((await preview(revision.id, report)).json()).toMatchObject(outdated)
})

test('so are findings, names and reports that this version cannot follow', async () => {
  const { revision } = await makeReviewedForReal(service.store, organisation)
  await service.store.pool.query(`update findings set body = '{"id":"x1","rule":"formula/recalculation"}' where revision_id = $1`, [
    revision.id,
  ])
  expect((await get(`/revisions/${revision.id}/findings`)).json()).toMatchObject(outdated)
  const old = await service.store.blobs.put(Buffer.from('{"schemaVersion":0}'))
  await service.store.reports.addFile(revision.id, { format: 'json', ...old })
  for (const path of ['vocabulary', 'reports/html'])
    expect((await get(`/revisions/${revision.id}/${path}`)).json(), path).toMatchObject(outdated)
})
