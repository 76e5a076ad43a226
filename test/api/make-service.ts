import { buildApp } from '../../api/app.ts'
import type { Dependencies } from '../../api/dependencies.ts'
import { readSettings } from '../../api/settings.ts'
import { readConfig } from '../../workers/config.ts'
import type { ReviewProgress, ReviewQueue } from '../../workers/queue.ts'
import type { Rechecker } from '../../workers/recheck.ts'
import type { Renderer } from '../../workers/render.ts'
import type { Store } from '../../workers/store/index.ts'
import { makeStore } from '../workers/store/make-store.ts'

/** The first bytes of a JPEG, which is all that the API knows of one. */
export const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46])

/** A queue that takes reviews and never works on them; `tell` says what a worker would. */
export function makeQueue(store: Store): ReviewQueue & { tell: (progress: ReviewProgress) => void } {
  const listeners = new Set<(progress: ReviewProgress) => void>()
  const progressOf = (revision: string, stage: ReviewProgress['stage']): ReviewProgress => ({
    ...{ revision, stage, documents: { done: 0, of: 1, failed: 0 }, pages: 0, problem: null },
  })
  return {
    tell: (progress) => {
      for (const listener of listeners) listener(progress)
    },
    submit: async (revision) => void (await store.revisions.submit(revision)),
    cancel: (revision) => store.revisions.move(revision, ['queued', 'reviewing'], 'cancelled'),
    progress: async (revision) => progressOf(revision, 'queued'),
    watch: (revision, listener) => {
      const own = (progress: ReviewProgress) => progress.revision === revision && listener(progress)
      listeners.add(own)
      queueMicrotask(() => own(progressOf(revision, 'queued')))
      return () => listeners.delete(own)
    },
    counts: async () => ({ document: { waiting: 2, active: 1 } }),
    queues: [],
    ping: async () => {},
    close: async () => {},
  }
}

export const makeRenderer = (store: Store): Renderer => ({
  report: (revision, format) => store.reports.find(revision, format),
  picture: async () => jpeg,
  page: async () => ({ jpeg, width: 595, height: 842 }),
  passage: async () => ({ format: 'docx', headings: [], sheet: null, isHidden: false, blocks: [] }),
  editions: async () => ({ standards: [], regulations: [], rules: [] }),
  warm: () => {},
  close: async () => {},
})

/** A rechecker that finds what stands there already. */
export const makeRechecker = (store: Store): Rechecker => ({
  recheck: async (revision) => {
    const json = await store.reports.find(revision, 'json')
    if (json === undefined) throw new Error('there is no report')
    return { report: JSON.parse((await store.blobs.read(json.sha256)).toString('utf8')) }
  },
  close: async () => {},
})

export type Environment = Readonly<Record<string, string>>

/** The API over a store, with a queue nobody works on unless another is given. */
export async function openApp(store: Store, environment: Environment = {}, more: Partial<Dependencies> = {}) {
  const config = readConfig({ LOG_LEVEL: 'silent', ...environment })
  const settings = readSettings({ RATE_PER_MINUTE: '1000000', LOGINS_PER_MINUTE: '1000000', ...environment })
  const app = await buildApp({
    store,
    queue: makeQueue(store),
    renderer: makeRenderer(store),
    rechecker: makeRechecker(store),
    config,
    settings,
    ...more,
  })
  await app.ready()
  return app
}

/** The API over an empty store of its own. */
export async function makeService(environment: Environment = {}, more: (store: Store) => Partial<Dependencies> = () => ({})) {
  const { store, dataDir, remove } = await makeStore()
  const app = await openApp(store, environment, more(store))
  const close = async () => {
    await app.close()
    await remove()
  }
  return { app, store, dataDir, close }
}
export type Service = Awaited<ReturnType<typeof makeService>>
