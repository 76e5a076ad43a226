import type { ParsedDocument } from '../../../schemas/document.ts'
import { Role, type Stage } from '../../../schemas/dossier.ts'
import type { Identity } from '../../../schemas/reading.ts'
import roles from './roles.json' with { type: 'json' }
import { anyOf, spell } from './spelling.ts'
import type { TitleArea } from './title-area.ts'

export type RoleGuess = { readonly role: Role; readonly confidence: number }

const prepare = (entries: readonly { role: string; patterns: readonly string[] }[]) =>
  entries.flatMap(({ role, patterns }) => patterns.map((pattern) => ({ role: Role.parse(role), pattern: anyOf([pattern]) })))

const titles = prepare(roles.titles)
const self = prepare(roles.self)
const outlines = prepare(roles.headings)

/** What stands after the naming words of a title and does not belong to them: (报批稿), (2020-2022年), 的函. */
const tail = /(?:[(][^()]*[)]|(?:20\d{2}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?)|第?[一二三四五六七八九十\d]+[稿版册卷]|[》"”』」]|[-_.\s])+$/

type Naming = { role: Role; start: number; end: number }

/** The role that a title names last: 建设规划技术支撑报告 is a support report, 验收报告数据支撑材料 is data. */
export function findNamedRole(title: string): Role | undefined {
  const plain = title.replace(/[《》“”"‘’「」『』]/g, '')
  const bare = plain.replace(tail, '')
  const spans = (text: string): Naming[] =>
    titles.flatMap(({ role, pattern }) =>
      Array.from(text.matchAll(pattern), ({ 0: words, index }) => ({ role, start: index, end: index + words.length })),
    )
  const last = (found: Naming[]) => found.sort((a, b) => b.end - a.end || a.start - b.start)[0]?.role
  return last([...spans(bare), ...spans(plain)])
}

const count = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern)).length

/** The role with the most hits, if it has at least `least` and more than any other. */
function leader(scores: readonly { role: Role; score: number }[], least: number): Role | undefined {
  const totals = new Map<Role, number>()
  for (const { role, score } of scores) totals.set(role, (totals.get(role) ?? 0) + score)
  const [first, second] = [...totals].sort((a, b) => b[1] - a[1])
  return first !== undefined && first[1] >= least && first[1] > (second?.[1] ?? 0) ? first[0] : undefined
}

const fromSelf = (text: string) =>
  leader(
    self.map(({ role, pattern }) => ({ role, score: count(text, pattern) })),
    1,
  )

function fromHeadings(document: ParsedDocument): Role | undefined {
  const headings = document.blocks.flatMap((block) => (block.kind === 'heading' ? [spell(block.text)] : []))
  const score = (pattern: RegExp) => headings.filter((heading) => count(heading, pattern) > 0).length
  return leader(
    outlines.map(({ role, pattern }) => ({ role, score: score(pattern) })),
    2,
  )
}

const spreadsheet = new Set<string>(['xlsx', 'xls', 'csv'])

/** A workbook of the park's base data: most of what it names are quantities with units and years. */
function isDataWorkbook(document: ParsedDocument): boolean {
  const cells = document.blocks.flatMap((block) => (block.kind === 'table' ? block.cells.slice(0, 400) : [])).slice(0, 4000)
  const texts = cells.map((cell) => spell(cell.text))
  const subjects = texts.filter((text) => text.length < 40 && roles.data.subjects.some((word) => text.includes(word))).length
  const bound = texts.some((text) => /20\d{2}/.test(text)) || texts.some((text) => roles.data.units.includes(text))
  return subjects >= 2 && bound
}

const nameOf = (file: string) => {
  const parts = file.split(/[\\/]/).map((part) => spell(part))
  const base = (parts.pop() ?? '').replace(/[.][A-Za-z]{2,5}$/, '')
  return { base, folders: parts.reverse() }
}

/** What the file's name says; the weakest sign, and the only one of a file that cannot be read. */
function fromFileName(file: string): Role | undefined {
  const { base, folders } = nameOf(file)
  return [base, ...folders].map(findNamedRole).find((role) => role !== undefined)
}

/** A letter that merely sends something along names what it sends, yet is not it. */
const covering = /^关于(?:报送|上报|呈报|呈送|报请审[查核]|提交|印发|转发)/

/** The document's role, by the first sign that speaks: title, running heads, its own words, outline, file name. */
export function findRole(document: ParsedDocument, area: TitleArea, text: string): RoleGuess {
  const heads = document.runningHeads.map(spell)
  const titled = findNamedRole(area.title)
  const enclosing = covering.test(area.title) && area.addressee !== null && document.pages <= 2
  if (titled !== undefined && !enclosing) return { role: titled, confidence: 0.98 }
  if (enclosing && titled !== 'application') return { role: 'other', confidence: 0.8 }
  const running = heads.map(findNamedRole).find((role) => role !== undefined)
  if (running !== undefined) return { role: running, confidence: 0.9 }
  if (spreadsheet.has(document.format) && isDataWorkbook(document)) return { role: fromFileNameOrData(document.file), confidence: 0.85 }
  const named = fromFileName(document.file)
  const own = fromSelf(text) ?? fromHeadings(document)
  if (own !== undefined) return { role: own, confidence: own === named ? 0.85 : 0.7 }
  return named === undefined ? { role: 'other', confidence: 0.3 } : { role: named, confidence: 0.6 }
}

function fromFileNameOrData(file: string): Role {
  const named = fromFileName(file)
  return named === undefined || named === 'other' ? 'supporting_data' : named
}

const stages = roles.stages.map(({ stage, patterns }) => ({ stage: stage as Stage, pattern: anyOf(patterns, '') }))
const implied = roles.implied as Partial<Record<Role, Stage>>

/** What this document alone says of the procedure: an application by what it asks for, the others by what they are. */
export function findStage(role: Role, area: TitleArea, text: string): Identity['stage'] {
  if (role !== 'application') return implied[role] ?? null
  const said = (words: string) => stages.find(({ pattern }) => pattern.test(words))?.stage
  return said(area.title) ?? said(text.slice(0, 600)) ?? null
}
