import type { Report, ReportDocument } from '../../schemas/report.ts'

/** A document by what it is, so that a revised file under another name is still the same document. */
export type DocumentKey = string

const kindOf = ({ role, year }: ReportDocument): string => `${role}|${year ?? ''}`

/**
 * The key of every document of a report by its id: its role and year where only one document has them in both reports,
 * with its file name where several do.
 */
export function identifyDocuments(report: Report, other: Report): ReadonlyMap<string, DocumentKey> {
  const several = new Set(
    [report, other].flatMap(({ documents }) => {
      const kinds = documents.map(kindOf)
      return kinds.filter((kind, index) => kinds.indexOf(kind) !== index)
    }),
  )
  return new Map(
    report.documents.map((one) => {
      const kind = kindOf(one)
      return [one.id, several.has(kind) ? `${kind}|${one.file}` : kind]
    }),
  )
}
