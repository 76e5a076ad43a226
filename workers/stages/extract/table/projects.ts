import type { Project } from '../../../../schemas/reading.ts'
import { evidenceOfCell } from '../evidence.ts'
import { isPlaceholder } from '../vocabulary.ts'
import type { TableContext } from './context.ts'
import { type Grid, lineOf } from './grid.ts'
import words from './projects.json' with { type: 'json' }
import type { Segment } from './segments.ts'

const states = Object.entries(words.states).map(
  ([status, pattern]) => [status as NonNullable<Project['status']>, new RegExp(pattern)] as const,
)

/** The projects of a table of key supporting projects (重点支撑项目), or none for any other table. */
export function readProjects(grid: Grid, segment: Segment, { owner, section, caption }: TableContext): Project[] {
  const headings = Array.from({ length: grid.columns }, (_, column) => headingOf(grid, segment, column))
  const nameColumn = headings.findIndex((heading) => new RegExp(words.name).test(heading))
  const ofProjects = new RegExp(words.evidenceOfProjectTable)
  const marks = headings.filter((heading, column) => column !== nameColumn && ofProjects.test(heading)).length
  const told = new RegExp(words.aboutProjects).test(caption + (section ?? '') + (headings[nameColumn] ?? ''))
  if (nameColumn < 0 || marks === 0 || !told || headings.some((heading) => /^指标/.test(heading))) return []
  const statusColumn = headings.findIndex((heading, column) => column !== nameColumn && new RegExp(words.status).test(heading))
  const investmentColumn = headings.findIndex((heading) => new RegExp(words.investment).test(heading))
  const projects: Project[] = []
  for (let row = segment.bodyStart; row < segment.end; row++) {
    const cell = grid.at(row, nameColumn)
    const name = grid.text(row, nameColumn)
    if (!cell || !grid.starts(row, nameColumn) || name.length < 3 || new RegExp(words.notAProject).test(name)) continue
    const statusText = statusColumn >= 0 && !isPlaceholder(grid.text(row, statusColumn)) ? grid.text(row, statusColumn) : null
    projects.push({
      document: owner.document,
      role: owner.role,
      name: cell.text.replace(/\s+/g, ''),
      statusText,
      status: statusText === null ? null : statusOf(statusText),
      investment: investmentColumn >= 0 ? grid.text(row, investmentColumn) || null : null,
      evidence: evidenceOfCell(grid.table, cell, lineOf(grid, row), section),
    })
  }
  return projects
}

/** Words of an unfinished state go before words of a finished one: 主体已建成，预计次年投运 is unfinished. */
const statusOf = (print: string): NonNullable<Project['status']> => states.find(([, pattern]) => pattern.test(print))?.[0] ?? 'unclear'

function headingOf(grid: Grid, { headerStart, bodyStart }: Segment, column: number): string {
  const texts: string[] = []
  for (let row = headerStart; row < bodyStart; row++) {
    const text = grid.text(row, column)
    if (text && texts.at(-1) !== text) texts.push(text)
  }
  return texts.at(-1) ?? ''
}
