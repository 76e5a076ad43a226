import type { Problem } from '../../schemas/document.ts'
import type { Manifest } from '../../schemas/dossier.ts'
import { filesOf, type ReadFile } from '../../schemas/files-of.ts'
import type { Reading } from '../../schemas/reading.ts'
import type { Edition, ReadDocumentJob } from '../read-document-job.ts'
import type { StoredDocument } from '../store/entities.ts'
import type { Store } from '../store/store.ts'
import { groupDocuments } from './group-documents.ts'

/** The files that are read with one: pages of the same document, it first, or it alone. */
export function findGroup(documents: readonly StoredDocument[], own: StoredDocument, manifest: Manifest | null): readonly StoredDocument[] {
  const group = groupDocuments(documents, manifest).find(([first]) => first?.id === own.id)
  return group ?? [own]
}

type Picture = NonNullable<ReadDocumentJob['pictures']>[number]

/** Does some work with the checked files of a document: the first one's path, and all of them where there are several. */
export function withFiles<T>(
  store: Store,
  files: readonly StoredDocument[],
  work: (path: string, pictures: Picture[] | undefined) => Promise<T>,
  ready: Picture[] = [],
): Promise<T> {
  const [next, ...rest] = files
  if (next === undefined) return work(ready[0]?.path ?? '', ready.length > 1 ? ready : undefined)
  const { position, fileName: name, sha256 } = next
  return store.blobs.withFile(sha256, (path) => withFiles(store, rest, work, [...ready, { id: `d${position}`, name, path }]))
}

/** The reading of a document of which nothing could be read: only its first file's name tells what it may be. */
export async function failedReading(
  files: readonly StoredDocument[],
  problem: Problem,
  edition: Edition,
  override: ReadDocumentJob['override'],
): Promise<Reading> {
  const { failedReading: make } = await import('../cli/failed-reading.ts')
  const parts = files.map(({ position, fileName, sha256 }, at) => ({
    ...{ id: `d${position}`, file: fileName, sha256, firstPage: at + 1, pages: 1 },
  }))
  const { id = '', file: name = '', sha256 = '' } = parts[0] ?? {}
  const reading = { ...(await make({ id, name, path: null, problem }, problem, edition, override)), sha256 }
  return parts.length === 1 ? reading : { ...reading, files: parts }
}

/** What is kept of a file whose pages are told in another's reading. */
const partReading = ({ firstPage: _, problems, ...own }: ReadFile, { id, format, identity }: Reading): Reading => ({
  ...{ ...own, problems: [...problems], format, identity, partOf: id },
  ...{ hiddenSheets: [], facts: [], growths: [], sums: [], projects: [], calculations: [], boundaries: [], headings: [] },
  ...{ sentences: [], unread: [], events: [], dates: [], statements: [], generalSource: null },
})

/** Keeps a reading: with its first file last, so that a document whose first file is read is read. Its other files have readings that point there. */
export async function saveReadings(store: Store, files: readonly StoredDocument[], reading: Reading): Promise<void> {
  const parts = new Map(filesOf(reading).map((part) => [part.id, part]))
  for (const { id, position } of files.slice(1)) {
    const part = parts.get(`d${position}`)
    if (part === undefined) continue
    await store.documents.saveReading(id, partReading(part, reading))
  }
  await store.documents.saveReading(files[0]?.id ?? '', reading)
}
