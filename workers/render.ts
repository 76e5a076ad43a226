import type { Catalogue } from '../schemas/catalogue.ts'
import type { Passage, PassagePlace } from '../schemas/passage.ts'
import type { Box } from '../schemas/place.ts'
import type { CutPictureJob } from './cut-picture-job.ts'
import { jobModule } from './job-module.ts'
import { createPool, JobError } from './parse-pool.ts'
import type { CutPassageJob } from './render/cut-passage-job.ts'
import type { DrawnOrWanted, DrawnPage, DrawPageJob } from './render/draw-page-job.ts'
import { keepPictures } from './render/picture-cache.ts'
import { findChromium, PrintError, printPdf } from './render/print-pdf.ts'
import type { RenderReportJob } from './render/render-report-job.ts'
import type { ReportFormat, StoredDocument, StoredReport } from './store/entities.ts'
import type { Blobs, Store } from './store/store.ts'

export { PrintError }

/** A part of a page, and the boxes to draw on it; all in points from the page's top left corner. */
export type Region = { readonly page: number; readonly bbox: Box; readonly marks: readonly Box[] }

/** Makes what a reader asks for: forms of a report, pictures of evidence. It all happens in children with limits of memory and time. */
export type Renderer = {
  /**
   * The report in a format, made and kept when first asked for; undefined where the revision has no report, or its stage no form. Throws a
   * PrintError for a PDF where the machine has no browser to print it with.
   */
  readonly report: (revisionId: string, format: ReportFormat) => Promise<StoredReport | undefined>
  /** A region of a document as a JPEG; null where there is none to give: no PDF, no such page, or a file that cannot be drawn. */
  readonly picture: (document: StoredDocument, region: Region) => Promise<Uint8Array | null>
  /** A whole page, counted from 1; null where there is none to give. */
  readonly page: (document: StoredDocument, page: number) => Promise<DrawnPage | null>
  /** What stands around a place of a document without pages; null where there is no such place. */
  readonly passage: (document: StoredDocument, place: PassagePlace) => Promise<Passage | null>
  /** What dossiers are judged by. */
  readonly editions: () => Promise<Catalogue>
  /** Starts what draws pages and cuts passages, so that the first reader does not wait for it. */
  readonly warm: () => void
  readonly close: () => Promise<void>
}

/** Drawing a part of a page takes a tenth of a second; what takes this long is an attack. */
const pictureLimits = { memoryMb: 512, timeoutMs: 15_000, size: 1 }
/** Reading 300 pages of text takes three seconds; afterwards the child holds them. */
const passageLimits = { memoryMb: 768, timeoutMs: 60_000, size: 1 }
/** A page with a hundred pictures of scans takes half a minute. */
const reportLimits = { memoryMb: 1024, timeoutMs: 4 * 60_000, size: 1 }
const cachedBytes = 32 * 1024 ** 2
const mostHopeless = 10_000

/** Runs `work` with the checked files of these documents, by the documents' ids in the report. */
async function withSources<T>(
  blobs: Blobs,
  documents: readonly StoredDocument[],
  work: (sources: RenderReportJob['sources']) => Promise<T>,
  sources: RenderReportJob['sources'] = [],
): Promise<T> {
  const [first, ...rest] = documents
  if (first === undefined) return work(sources)
  const source = { id: `d${first.position}`, name: first.fileName }
  return blobs.withFile(first.sha256, (path) => withSources(blobs, rest, work, [...sources, { ...source, path }]))
}

/**
 * Opens a renderer over the store. The API calls it directly instead of through the queue: a reader waits for the answer, and would
 * wait behind a thousand pages there.
 */
export function createRenderer(store: Store, { chromium = null }: { chromium?: string | null } = {}): Renderer {
  const cutters = createPool<CutPictureJob, Uint8Array | null>({
    ...pictureLimits,
    module: jobModule('cut-picture-job'),
  })
  const writers = createPool<RenderReportJob, Uint8Array | null>({
    ...reportLimits,
    module: jobModule('render/render-report-job'),
  })
  const drawers = createPool<DrawPageJob, DrawnOrWanted>({
    ...pictureLimits,
    module: jobModule('render/draw-page-job'),
  })
  const readers = createPool<CutPassageJob, Passage | null>({
    ...passageLimits,
    module: jobModule('render/cut-passage-job'),
  })
  const cache = keepPictures(cachedBytes)
  const underWay = new Map<string, Promise<unknown>>()
  const hopeless = new Set<string>()

  /** Asked for several times at once, it is made once. */
  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const running = underWay.get(key) as Promise<T> | undefined
    if (running !== undefined) return running
    const started = make().finally(() => underWay.delete(key))
    underWay.set(key, started)
    return started
  }

  const write = (format: RenderReportJob['format'], json: StoredReport, documents: readonly StoredDocument[]) =>
    store.blobs.withFile(json.sha256, (report) =>
      withSources(store.blobs, documents, (sources) => writers.run({ format, report, sources })),
    )

  const keep = async (revisionId: string, format: ReportFormat, bytes: Uint8Array): Promise<StoredReport | undefined> => {
    await store.reports.addFile(revisionId, { format, ...(await store.blobs.put(bytes)) })
    return store.reports.find(revisionId, format)
  }

  /** A browser takes 200 MB: it prints one report after the other. */
  let printing: Promise<unknown> = Promise.resolve()
  const print = async (revisionId: string): Promise<StoredReport | undefined> => {
    const page = await makeReport(revisionId, 'html')
    if (page === undefined) return undefined
    const before = printing
    const printed = before.then(() => store.blobs.withFile(page.sha256, (path) => printPdf(findChromium(chromium), path)))
    printing = printed.catch(() => undefined)
    return keep(revisionId, 'pdf', await printed)
  }

  const makeReport = async (revisionId: string, format: ReportFormat): Promise<StoredReport | undefined> => {
    const kept = await store.reports.find(revisionId, format)
    if (kept !== undefined || format === 'json') return kept
    const json = await store.reports.find(revisionId, 'json')
    if (json === undefined) return undefined
    if (format === 'pdf') return print(revisionId)
    const documents = format === 'html' ? await store.documents.list(revisionId) : []
    // A page without pictures is better than none.
    const bytes = await write(format, json, documents).catch((error) => {
      if (documents.length === 0) throw error
      return write(format, json, [])
    })
    return bytes === null ? undefined : keep(revisionId, format, bytes)
  }

  /** What a child makes of a file; null where the file is hopeless: one that hangs or bursts a child once is not tried again, as each try costs everyone the limit's time. */
  const trying = async <T>({ sha256 }: StoredDocument, work: () => Promise<T | null>): Promise<T | null> => {
    if (hopeless.has(sha256)) return null
    return work().catch((error: unknown) => {
      if (!(error instanceof JobError)) throw error
      if (hopeless.size >= mostHopeless) hopeless.clear()
      hopeless.add(sha256)
      return null
    })
  }
  const make = <T>(document: StoredDocument, work: (path: string) => Promise<T | null>): Promise<T | null> =>
    trying(document, () => store.blobs.withFile(document.sha256, work))

  let editions: Promise<Catalogue> | undefined
  /** They do not change while the program runs, so the child that knows them is needed once. */
  const listEditions = async (): Promise<Catalogue> => {
    const once = createPool<null, Catalogue>({ ...reportLimits, module: jobModule('render/list-editions-job') })
    return once.run(null).finally(() => once.close())
  }

  const draw = (document: StoredDocument, page: number): Promise<DrawnPage | null> =>
    trying(document, async () => {
      const { sha256 } = document
      const first = await drawers.run({ sha256, path: null, page })
      const second = 'wants' in first ? await store.blobs.withFile(sha256, (path) => drawers.run({ sha256, path, page })) : first
      if ('wants' in second) throw new Error('the file was sent and is still wanted')
      return second.drawn
    })

  const cut = async (key: string, document: StoredDocument, { page, bbox, marks }: Region): Promise<Uint8Array | null> => {
    const kept = cache.find(key)
    if (kept !== undefined) return kept
    const picture = await make(document, (path) => cutters.run({ page, bbox, marks: [...marks], path }))
    if (picture !== null) cache.keep(key, picture)
    return picture
  }

  return {
    report: (revisionId, format) => once(`${revisionId} ${format}`, () => makeReport(revisionId, format)),
    picture: (document, region) => {
      const key = JSON.stringify([document.sha256, region.page, region.bbox, region.marks])
      return once(key, () => cut(key, document, region))
    },
    page: (document, page) => once(`${document.sha256} page ${page}`, () => draw(document, page)),
    editions: () => {
      editions ??= listEditions().catch((error: unknown) => {
        editions = undefined
        throw error
      })
      return editions
    },
    warm: () => {
      drawers.warm()
      readers.warm()
    },
    passage: (document, place) =>
      once(JSON.stringify([document.sha256, place]), () =>
        make(document, (path) => readers.run({ path, name: document.fileName, sha256: document.sha256, place })),
      ),
    close: async () => void (await Promise.all([cutters, writers, drawers, readers].map((pool) => pool.close()))),
  }
}
