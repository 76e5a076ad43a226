import type { Block, TableStyle } from '../variants/document.ts'
import { sourceOf } from '../variants/look.ts'
import { unitFor, unitSets } from '../variants/measures.ts'
import { nameOf } from '../variants/names.ts'
import type { Park } from '../variants/park.ts'
import { type Say, type Scribe, type Slip, scribeFor } from '../variants/scribe.ts'
import type { Options } from '../variants/tables.ts'

/** One office's habits, given by hand. */
export type Style = {
  units: keyof typeof unitSets
  wording?: number
  heading?: 0 | 1 | 2 | 3
  yearAs?: (year: number) => string
  table?: TableStyle
  none?: string
  say?: Partial<Say>
  source?: (subject: string) => string
}

export type Pen = {
  file: string
  s: Scribe
  park: Park
  base: number
  final: number
  years: number[]
  options: Options
  source: (subject: string) => string
  head: (text: string) => Block
  /** An amount in running text. */
  say: (subject: string, year: number, more?: Partial<Say>) => string
  name: (subject: string) => string
}

const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const headings: ((i: number, text: string) => string)[] = [
  (i, text) => `${chinese[i - 1]}、${text}`,
  (i, text) => `第${chinese[i - 1]}章　${text}`,
  (i, text) => `${i}　${text}`,
  (i, text) => `（${chinese[i - 1]}）${text}`,
]

/** A pen for one paper: it numbers its headings and keeps the truth of what it prints. */
export function penFor(park: Park, file: string, style: Style, slips: ReadonlyMap<string, Slip>): Pen {
  const s = scribeFor(park, file, slips)
  const units = unitSets[style.units]
  const name = (subject: string): string => nameOf(subject, style.wording ?? 0)
  let index = 0
  return {
    file,
    s,
    park,
    base: park.base,
    final: park.final,
    years: [park.base, park.base + 1, park.base + 2, park.final],
    options: {
      units,
      wording: name,
      yearAs: style.yearAs ?? ((year) => `${year}年`),
      style: style.table ?? 'ruled',
      none: style.none ?? '—',
      say: style.say ?? {},
    },
    source: style.source ?? sourceOf(park),
    head: (text) => ({
      kind: 'heading',
      level: 1,
      text: (headings[style.heading ?? 0] as (i: number, text: string) => string)(++index, text),
    }),
    say: (subject, year, more = {}) => s.amount(subject, year, { ...unitFor(units, subject), at: 'prose', ...more }),
    name,
  }
}
