import type { Id } from '../entities.ts'

/** A page of a scan as it was recognised: its content, or why it has none. */
export type RecognisedPage = { readonly content: unknown } | { readonly problem: string }

/** What has been recognised of documents that are not yet read. Pages come from several jobs; with the document's reading they go. */
export type RecognisedPages = {
  /** Keeps a page; the first one stays. Nothing where the document is gone. */
  save(documentId: Id, page: number, recognised: RecognisedPage): Promise<void>
  find(documentId: Id, page: number): Promise<RecognisedPage | undefined>
  /** The numbers of the pages that are there. */
  list(documentId: Id): Promise<number[]>
}
