import { readStandard } from '../../../../../rules/standards/index.ts'
import type { Block, ParsedDocument } from '../../../../../schemas/document.ts'
import type { Role } from '../../../../../schemas/dossier.ts'
import type { Fact } from '../../../../../schemas/fact.ts'
import type { Growth, Identity } from '../../../../../schemas/reading.ts'
import { extractProse, type ProseReading } from '../../../../../workers/stages/extract/prose/index.ts'
import { vocabularyOf } from '../../../../../workers/stages/extract/vocabulary.ts'

export const vocabulary = vocabularyOf(readStandard('hj274-2015'))

const identity = (role: Role, over: Partial<Identity>): Identity => ({
  ...{ role, park: '云河经济技术开发区', region: '浙江省', stage: null, datedOn: null, approvedOn: null, waterScarce: null, confidence: 1 },
  ...{ year: null, baseYear: null, finalYear: null },
  ...over,
})

/** The documents of one made-up dossier: base year 2018, construction 2019 to 2021. */
const identities = {
  annual: identity('annual_report', { year: 2020 }),
  acceptance: identity('acceptance_report', { baseYear: 2018, finalYear: 2021, datedOn: '2022-04-08' }),
  plan: identity('plan', { baseYear: 2018, finalYear: 2021, datedOn: '2019-03-01' }),
}
export type Which = keyof typeof identities

/** A line beginning with # is a heading; every other is a paragraph. */
export function documentOf(lines: readonly string[]): ParsedDocument {
  const blocks: Block[] = lines.map((line, index) => ({
    kind: line.startsWith('#') ? 'heading' : 'paragraph',
    level: line.startsWith('#') ? 1 : null,
    text: line.replace(/^# ?/, ''),
    paragraph: index + 1,
    page: null,
    lines: [],
  }))
  return {
    file: '报告.docx',
    sha256: '',
    format: 'docx',
    status: 'parsed',
    problems: [],
    pages: 1,
    ocrPages: 0,
    title: null,
    blocks,
    runningHeads: [],
    hiddenSheets: [],
  }
}

export function read(lines: string | readonly string[], which: Which = 'acceptance'): ProseReading {
  const document = documentOf(typeof lines === 'string' ? [lines] : lines)
  return extractProse(document, identities[which], { document: 'd1', role: identities[which].role }, vocabulary)
}

const name = (subject: string): string => vocabulary.subjects.get(subject)?.zh ?? subject

/** "2021 工业增加值 356.42亿元", with "target" or "standard" and the price basis where there is one. */
export const show = (fact: Fact): string =>
  [
    fact.year ?? '-',
    name(fact.subject),
    fact.text ?? `${fact.value}${fact.unit ?? ''}`,
    fact.kind === 'actual' ? '' : fact.kind,
    fact.priceBasis ?? '',
  ]
    .filter(Boolean)
    .join(' ')

/** "2020→2021 工业增加值 rate 8.1". */
export const showGrowth = (growth: Growth): string =>
  `${growth.fromYear}→${growth.year} ${name(growth.subject)} ${growth.measure} ${growth.value}`
