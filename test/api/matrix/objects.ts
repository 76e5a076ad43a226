import type { Store } from '../../../workers/store/index.ts'
import { makeDraft, makeReviewed, makeReviewedAgain } from '../make-dossier.ts'
import { makeUser } from '../make-scene.ts'

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The objects that requests of the matrix name, all of one organisation; each is made when it is first asked for. */
export function makeObjects(store: Store, owner: string) {
  const draft = once(() => makeDraft(store, owner))
  return {
    owner,
    draft,
    reviewed: once(() => makeReviewed(store, owner)),
    sentBack: once(async () => {
      const made = await makeReviewed(store, owner)
      const { revision, finding } = made
      await store.rectifications.send({ revisionId: revision.id, dueOn: '2099-01-01', note: '', findings: [finding.id], sentBy: null })
      return made
    }),
    resubmitted: once(async () => {
      const made = await makeReviewed(store, owner)
      await makeReviewedAgain(store, made.dossier.id)
      return made
    }),
    waiting: once(async () => {
      const made = await makeDraft(store, owner)
      await store.revisions.submit(made.revision.id)
      return made
    }),
    upload: once(async () =>
      store.uploads.create({ revisionId: (await draft()).revision.id, fileName: '大文件.pdf', size: 4, sha256: null }),
    ),
    user: once(() => makeUser(store, owner, 'submitter')),
    webhook: once(() =>
      store.webhooks.create({ organisationId: owner, url: 'https://8.8.8.8/hook', secret: 's', events: ['review.reviewed'] }),
    ),
  }
}
export type Objects = ReturnType<typeof makeObjects>
