import type { Problem } from './document.ts'
import type { PageFile, Reading } from './reading.ts'

type Document = { readonly id: string; readonly file: string; readonly files?: readonly PageFile[] | undefined }

/** The file that holds a page of a document, with the page's number in that file; the document's own file where it came in one. */
export function fileOfPage({ id, file, files }: Document, page: number | null): { id: string; file: string; page: number | null } {
  const own = page === null ? undefined : files?.findLast(({ firstPage }) => firstPage <= page)
  return own === undefined || page === null ? { id, file, page } : { id: own.id, file: own.file, page: page - own.firstPage + 1 }
}

/** A file under review with what became of it. */
export type ReadFile = Pick<Reading, 'id' | 'file' | 'sha256' | 'status' | 'pages' | 'ocrPages'> & {
  readonly problems: readonly Problem[]
  readonly firstPage: number
}

/** The files that a document came in, each with its own pages and problems: mostly one. */
export function filesOf(reading: Reading): ReadFile[] {
  const { id, file, sha256, status, pages, ocrPages, problems, files } = reading
  if (files === undefined) return [{ id, file, sha256, status, pages, ocrPages, problems, firstPage: 1 }]
  return files.map((own): ReadFile => {
    const within = (page: number | null) => page === null || (page >= own.firstPage && page < own.firstPage + own.pages)
    const told = problems.filter(({ page }) => within(page))
    const lost = new Set(told.flatMap(({ page }) => page ?? [])).size
    return {
      ...{ id: own.id, file: own.file, sha256: own.sha256, pages: own.pages, ocrPages: Math.min(ocrPages, own.pages - lost) },
      status: lost >= own.pages || status === 'failed' ? 'failed' : lost > 0 ? 'partial' : 'parsed',
      problems: told.map((problem) => ({ ...problem, page: problem.page === null ? null : problem.page - own.firstPage + 1 })),
      firstPage: own.firstPage,
    }
  })
}
