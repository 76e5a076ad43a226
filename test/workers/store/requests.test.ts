import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Id, Store } from '../../../workers/store/index.ts'
import { makeSubmitted } from './make-review.ts'
import { makeStore } from './make-store.ts'

let store: Store
let remove: () => Promise<void>
let organisationId: Id

beforeAll(async () => {
  const made = await makeStore()
  store = made.store
  remove = made.remove
  organisationId = (await makeSubmitted(store)).organisationId
})
afterAll(() => remove())

describe('idempotency keys', () => {
  it('let one of two equal requests run and give the second its answer', async () => {
    const user = await store.users.createFirst({ login: 'a', displayName: 'a', passwordHash: 'x', organisationName: '办公室' })
    const key = { userId: user?.id ?? '', key: 'upload-1', request: '1'.repeat(64) }
    const states = await Promise.all([store.idempotency.begin(key), store.idempotency.begin(key)])
    expect(states.map(({ state }) => state).sort()).toEqual(['new', 'running'])
    await store.idempotency.finish({ ...key, status: 201, body: '{"id":"d1"}' })
    expect(await store.idempotency.begin(key)).toEqual({ state: 'done', status: 201, body: '{"id":"d1"}' })
    expect(await store.idempotency.begin({ ...key, request: '2'.repeat(64) })).toEqual({ state: 'mismatch' })

    const failed = { ...key, key: 'upload-2' }
    await store.idempotency.begin(failed)
    await store.idempotency.release(failed)
    expect(await store.idempotency.begin(failed)).toEqual({ state: 'new' })
    const died = { ...key, key: 'upload-3', leaseSeconds: -1 }
    await store.idempotency.begin(died)
    expect(await store.idempotency.begin(died)).toEqual({ state: 'new' })
  })
})

describe('webhooks', () => {
  it('go to those who may see the dossier and listen to the event, once', async () => {
    const [park] = await store.organisations.list([organisationId])
    const [province] = await store.organisations.list([park?.parentId ?? ''])
    const foreign = await store.organisations.create({ kind: 'province', name: '浙江', parentId: province?.parentId ?? '' })
    const make = (owner: Id, events: string[]) => store.webhooks.create({ organisationId: owner, url: 'https://x.cn', secret: 's', events })
    const heard = [await make(organisationId, ['review.finished']), await make(province?.id ?? '', ['review.finished', 'dossier.deleted'])]
    await make(foreign.id, ['review.finished'])
    await make(organisationId, ['dossier.deleted'])
    const off = await make(organisationId, ['review.finished'])
    await store.webhooks.update(off.id, { active: false })

    const event = { event: 'review.finished', organisationId, key: 'r1', payload: '{"a":1}' }
    expect(await store.webhooks.enqueue(event)).toBe(2)
    expect(await store.webhooks.enqueue(event)).toBe(0)

    const [one, other] = await Promise.all([store.webhooks.claimDue(10, 60), store.webhooks.claimDue(10, 60)])
    const claimed = [...one, ...other]
    expect(claimed.map(({ webhook }) => webhook.id).sort()).toEqual(heard.map(({ id }) => id).sort())
    expect(claimed[0]?.delivery).toMatchObject({ attempts: 1, payload: '{"a":1}', status: 'pending' })

    const [first, second] = claimed.map(({ delivery }) => delivery.id)
    await store.webhooks.settle(first ?? '', { status: 'delivered', responseStatus: 204 })
    await store.webhooks.settle(second ?? '', { status: 'pending', nextAttemptAt: new Date(0), responseStatus: 500, error: '对方出错' })
    expect((await store.webhooks.claimDue(10, 60)).map(({ delivery }) => [delivery.id, delivery.attempts])).toEqual([[second, 2]])
  })
})

describe('an upload in pieces', () => {
  const pieces = ['甲'.repeat(400), '乙'.repeat(300)].map((text) => Buffer.from(text))
  const whole = Buffer.concat(pieces)
  const start = async () => {
    const { revision } = await store.dossiers.create({ organisationId, title: '续传' })
    return store.uploads.create({ revisionId: revision.id, fileName: '大.pdf', size: whole.length })
  }

  it('goes on from what arrived before the connection broke, and ends as one document', async () => {
    const upload = await start()
    const broken = Readable.from(
      (function* () {
        yield whole.subarray(0, 700)
        throw new Error('aborted')
      })(),
    )
    await expect(store.uploads.append(upload.id, 0, broken)).rejects.toThrow('aborted')
    expect(await store.uploads.find(upload.id)).toMatchObject({ received: 700 })
    await expect(store.uploads.finish(upload.id)).rejects.toMatchObject({ code: 'store.conflict' })
    await expect(store.uploads.append(upload.id, 0, Readable.from([whole]))).rejects.toMatchObject({ code: 'store.wrong-offset' })
    await store.uploads.append(upload.id, 700, Readable.from([whole.subarray(700)]))
    const { document } = await store.uploads.finish(upload.id)
    expect(await store.blobs.read(document.sha256)).toEqual(whole)
    expect(document).toMatchObject({ fileName: '大.pdf', size: whole.length })
    expect(await store.uploads.find(upload.id)).toBeUndefined()
  })

  it('takes one of two pieces that claim the same place, and none beyond the size', async () => {
    const upload = await start()
    const piece = () => store.uploads.append(upload.id, 0, Readable.from([pieces[0] as Buffer]))
    const both = await Promise.allSettled([piece(), piece()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const tooMuch = store.uploads.append(upload.id, 1_200, Readable.from([Buffer.alloc(901)]))
    await expect(tooMuch).rejects.toMatchObject({ code: 'store.too-large' })
  })
})
