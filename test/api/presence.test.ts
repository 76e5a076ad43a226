import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDraft } from './make-dossier.ts'
import { type Credentials, makeOrganisations, makeUser, signIn } from './make-scene.ts'
import { makeService, type Service } from './make-service.ts'

let service: Service
let dossier: string
const people: Record<string, Credentials> = {}
beforeAll(async () => {
  service = await makeService()
  const { store } = service
  const { office, province, park } = await makeOrganisations(store)
  for (const [name, organisation] of Object.entries({ 甲: province.id, 乙: office.id, 园区一: park.id, 园区二: park.id }))
    people[name] = await signIn(store, await makeUser(store, organisation, 'reviewer', { displayName: name }))
  dossier = (await makeDraft(store, park.id)).dossier.id
})
afterAll(() => service.close())

const look = async (name: string, place: string | null = null): Promise<[string, string | null][]> => {
  const url = `/api/dossiers/${dossier}/presence`
  const answer = await service.app.inject({ method: 'PUT', url, headers: people[name] ?? {}, payload: { place } })
  return answer.json().others.map((other: { displayName: string; place: string | null }) => [other.displayName, other.place])
}

test('who reviews the same dossier is seen, with where they are; the park’s people see each other only', async () => {
  expect(await look('甲', 'x1')).toEqual([])
  expect(await look('乙', 'x2')).toEqual([['甲', 'x1']])
  expect(await look('甲', 'x3')).toEqual([['乙', 'x2']])
  expect(await look('园区一')).toEqual([])
  expect(await look('园区二')).toEqual([['园区一', null]])
  expect(await look('乙')).toEqual([['甲', 'x3']])
})

test('who leaves, or has not been heard of for a while, is not seen any more', async () => {
  await service.app.inject({ method: 'DELETE', url: `/api/dossiers/${dossier}/presence`, headers: people['甲'] ?? {} })
  expect(await look('乙')).toEqual([])
  await look('甲')
  await service.store.pool.query("update presence set seen_at = now() - interval '46 seconds'")
  expect(await look('乙')).toEqual([])
})
