/** A page of a list: `next` is the mark to ask for the following page with, null on the last one. */
export type Page<T> = { readonly items: T[]; readonly next: string | null }
/** `limit` 1–200 (50); `after` is the `next` of the page before. A strange mark throws StoreError store.bad-cursor. */
export type PageRequest = { readonly limit?: number | undefined; readonly after?: string | null | undefined }

/** A change: what is not given, or undefined, stays. */
export type Maybe<T> = { readonly [K in keyof T]?: T[K] | undefined }
