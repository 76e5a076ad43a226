import type { Regulation } from '../../../schemas/edition.ts'
import type { Fact } from '../../../schemas/fact.ts'
import type { Evidence } from '../../../schemas/place.ts'
import type { Report, ReportDocument } from '../../../schemas/report.ts'
import { roleWords } from './wording.ts'

/** A report's facts, documents and words by what is asked for, built once so that a report of 100,000 facts is written in linear time. */
export type ReportIndex = {
  readonly report: Report
  readonly documentOf: (id: string) => ReportDocument | undefined
  /** The file's name without its folders, for a reader; the id where the document is unknown. */
  readonly fileOf: (id: string) => string
  readonly factOf: (id: string) => Fact | undefined
  /** The facts printed in the same row of the same table, left to right, this one among them. */
  readonly rowOf: (fact: Fact) => readonly Fact[]
  /** The actual values of a subject over years, that a chart can draw. */
  readonly seriesOf: (subject: string) => readonly Fact[]
  readonly factsOnPage: (document: string, page: number) => readonly Fact[]
  /** The Chinese name of a subject: a quantity, an indicator, a required section or role; any other (a project's name) is its own name. */
  readonly nameOf: (subject: string) => string
  readonly unitOf: (subject: string) => string
  readonly formulaOf: (subject: string) => string | null
  readonly ruleTitle: (rule: string) => string
}

export function indexReport(report: Report, regulation: Regulation): ReportIndex {
  const documents = new Map(report.documents.map((document) => [document.id, document]))
  const facts = new Map(report.facts.map((fact) => [fact.id, fact]))
  const words = new Map(report.subjects.map((subject) => [subject.id, subject]))
  const assessed = new Map(report.assessment.map((row) => [row.subject, row]))
  const sections = new Map(regulation.outlines.flatMap((outline) => outline.sections.map(({ id, zh }) => [id, zh] as const)))
  const roles = new Map<string, string>(Object.entries(roleWords))
  const titles = new Map(report.rules.map(({ id, title }) => [id, title]))
  const rows = groupBy(report.facts, rowKey)
  const pages = groupBy(report.facts, ({ document, evidence }) => (evidence.page === null ? null : `${document} ${evidence.page}`))
  const series = groupBy(report.facts, ({ subject, kind, year, canonical }) =>
    kind === 'actual' && year !== null && canonical !== null ? subject : null,
  )
  return {
    report,
    documentOf: (id) => documents.get(id),
    fileOf: (id) => baseName(documents.get(id)?.file ?? id),
    factOf: (id) => facts.get(id),
    rowOf: (fact) => {
      const key = rowKey(fact)
      return key === null ? [fact] : [...(rows.get(key) ?? [fact])].sort((a, b) => columnNumber(a.evidence) - columnNumber(b.evidence))
    },
    seriesOf: (subject) => series.get(subject) ?? [],
    factsOnPage: (document, page) => pages.get(`${document} ${page}`) ?? [],
    nameOf: (subject) => words.get(subject)?.zh ?? assessed.get(subject)?.name ?? sections.get(subject) ?? roles.get(subject) ?? subject,
    unitOf: (subject) => words.get(subject)?.unit ?? assessed.get(subject)?.unit ?? '',
    formulaOf: (subject) => words.get(subject)?.formula ?? null,
    ruleTitle: (rule) => titles.get(rule) ?? rule,
  }
}

export const baseName = (file: string): string => file.split(/[\\/]/).at(-1) || file

function rowKey({ document, evidence: { sheet, cell, table, row } }: Fact): string | null {
  const sheetRow = cell === null ? undefined : /\d+$/.exec(cell)?.[0]
  if (sheet !== null && sheetRow !== undefined) return `${document} ${sheet} ${sheetRow}`
  return table === null || row === null ? null : `${document} ${table} ${row}`
}

/** The column of a place from 1: that of the table, or that of the cell's letters (F5 is 6). 0 where there is none. */
export function columnNumber({ column, cell }: Evidence): number {
  if (column !== null) return column
  const letters = cell === null ? '' : (/^[A-Z]{1,3}/.exec(cell)?.[0] ?? '')
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === null) continue
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
