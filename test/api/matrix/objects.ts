import type { Store } from '../../../workers/store/index.ts'
import { makeDraft, makeReviewed } from '../make-dossier.ts'
import { makeUser } from '../make-scene.ts'

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The objects that requests of the matrix name, all of one park; each is made when it is first asked for. */
export function makeObjects(store: Store, park: string) {
  const draft = once(() => makeDraft(store, park))
  return {
    park,
    draft,
    reviewed: once(() => makeReviewed(store, park)),
    waiting: once(async () => {
      const made = await makeDraft(store, park)
      await store.revisions.submit(made.revision.id)
      return made
    }),
    upload: once(async () =>
      store.uploads.create({ revisionId: (await draft()).revision.id, fileName: '大文件.pdf', size: 4, sha256: null }),
    ),
    user: once(() => makeUser(store, park, 'submitter')),
    webhook: once(() =>
      store.webhooks.create({ organisationId: park, url: 'https://8.8.8.8/hook', secret: 's', events: ['review.reviewed'] }),
    ),
  }
}
export type Objects = ReturnType<typeof makeObjects>
