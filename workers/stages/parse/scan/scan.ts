import type { PageContent } from '../pdf/page-content.ts'

/** A picture of print to be read: a page of the file under review (from 1), or a picture that stands in it. */
export type Scan = { readonly page: number } | { readonly picture: Uint8Array }

/** Reads a picture of print into what a page of that size prints. Rejects where it cannot: one page lost, not its document. */
export type Recognise = (scan: Scan) => Promise<PageContent>
