import { fileOfPage } from '../../../schemas/files-of.ts'
import type { Reading } from '../../../schemas/reading.ts'
import type { Report } from '../../../schemas/report.ts'

type Place = { document: string; evidence: { page: number | null } }

const isPlace = (value: object): value is Place =>
  'document' in value && typeof value.document === 'string' && 'evidence' in value && typeof value.evidence === 'object'

/**
 * The report with every place told by the file that it stands in. Rules know a document by its pages, whatever files they came in; a
 * reader opens a file.
 */
export function placedInFiles(report: Report, documents: readonly Reading[]): Report {
  const several = new Map(documents.flatMap((reading) => (reading.files === undefined ? [] : [[reading.id, reading] as const])))
  if (several.size === 0) return report
  const withPages = (value: unknown, document: Reading): unknown => {
    if (Array.isArray(value)) return value.map((one) => withPages(one, document))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, own]) => [
        key,
        key === 'page' ? fileOfPage(document, own as number | null).page : withPages(own, document),
      ]),
    )
  }
  const placed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(placed)
    if (typeof value !== 'object' || value === null) return value
    const own = isPlace(value) ? several.get(value.document) : undefined
    if (own === undefined || !isPlace(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, placed(one)]))
    return { ...(withPages(value, own) as object), document: fileOfPage(own, value.evidence.page).id }
  }
  return placed(report) as Report
}
