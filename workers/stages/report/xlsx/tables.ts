import type { Regulation } from '../../../../schemas/edition.ts'
import type { Fact } from '../../../../schemas/fact.ts'
import { tellVerdicts } from '../../../../schemas/told-verdict.ts'
import { chaptersOf, type NumberedFinding } from '../chapters.ts'
import { placesOf, quoted } from '../places.ts'
import type { ReportIndex } from '../report-index.ts'
import {
  articleWords,
  causeWords,
  kindWords,
  missingUnit,
  outcomeWords,
  placeWords,
  roleWords,
  severityWords,
  statusWords,
  thresholdWords,
  unitWords,
  verdictWords,
} from '../wording.ts'
import type { CellValue, Column } from './sheets.ts'

/** One sheet: its name, its columns and, one after another, its rows. */
export type Sheet = { readonly name: string; readonly columns: readonly Column[]; readonly rows: Iterable<readonly CellValue[]> }

const numberOf = (value: string | number | null | undefined): CellValue =>
  value === null || value === undefined ? null : { number: String(value) }
const nameOf = (subject: string | null, index: ReportIndex): string => (subject === null ? '' : index.nameOf(subject))
/** A value that a cell may hold as a number, else as text. */
const numberOrText = (text: string | null): CellValue => (text !== null && /^-?\d+(\.\d+)?$/.test(text) ? { number: text } : text)

/** The workbook's sheets in order. Rows are made as they are asked for, so that a report of 100,000 facts needs no second copy. */
export const sheetsOf = (index: ReportIndex, regulation: Regulation): Sheet[] => [
  findingsSheet(index, regulation),
  factsSheet(index),
  assessmentSheet(index),
  checksSheet(index),
  documentsSheet(index),
]

const findingsSheet = (index: ReportIndex, regulation: Regulation): Sheet => ({
  name: '核查发现',
  columns: [
    { title: '编号', width: 7, align: 'right' },
    { title: '级别', width: 8 },
    { title: '条款', width: 16 },
    { title: '检查', width: 30, wrap: true },
    { title: '对象', width: 26, wrap: true },
    { title: '年份', width: 7, align: 'right' },
    { title: '发现', width: 64, wrap: true },
    { title: '甲：位置', width: 34, wrap: true },
    { title: '甲：印', width: 18, wrap: true },
    { title: '乙：位置', width: 34, wrap: true },
    { title: '乙：印', width: 18, wrap: true },
    { title: '其他位置', width: 40, wrap: true },
    { title: '重算或要求', width: 22, wrap: true },
    { title: '可能原因', width: 16, wrap: true },
    { title: '原因说明', width: 44, wrap: true },
    { title: '建议', width: 36, wrap: true },
    { title: '牵连', width: 40, wrap: true },
    { title: '处理意见', width: 24, wrap: true },
    { title: '规则', width: 30 },
  ],
  rows: chaptersOf(index.report, regulation).flatMap(({ findings }) => findings.map((finding) => findingRow(finding, index))),
})

function findingRow({ number, finding }: NumberedFinding, index: ReportIndex): CellValue[] {
  const { severity, article, rule, subject, year, message, expected, diagnosis, alsoFails } = finding
  const places = placesOf(finding, index).map((place) => ({
    where: `${index.fileOf(place.document)} ${placeWords(place.evidence, index.documentOf(place.document)?.hiddenSheets)}`,
    print: `${quoted(place)}${place.fact === null ? '' : missingUnit(place.fact)}`,
  }))
  const [first, second, ...more] = places
  return [
    numberOf(number),
    severityWords[severity].word,
    articleWords(article),
    index.ruleTitle(rule),
    nameOf(subject, index),
    numberOf(year),
    message,
    first?.where ?? null,
    first?.print ?? null,
    second?.where ?? null,
    second?.print ?? null,
    more.length === 0 ? null : more.map(({ where, print }) => `${where}：${print}`).join('；'),
    expected === null ? null : thresholdWords(expected),
    diagnosis === null ? null : causeWords[diagnosis.cause],
    diagnosis?.explanation ?? null,
    diagnosis?.suggestion ?? null,
    alsoFails.length === 0 ? null : alsoFails.map((also) => also.message).join(''),
    null,
    rule,
  ]
}

const factsSheet = (index: ReportIndex): Sheet => ({
  name: '数据',
  columns: [
    { title: '编号', width: 10 },
    { title: '文件', width: 30 },
    { title: '材料性质', width: 14 },
    { title: '名称', width: 28 },
    { title: '年份', width: 7, align: 'right' },
    { title: '类别', width: 8 },
    { title: '印（原文）', width: 18, align: 'right' },
    { title: '数值', width: 14, align: 'right' },
    { title: '单位', width: 12 },
    { title: '换算后', width: 16, align: 'right' },
    { title: '标准单位', width: 10 },
    { title: '文字', width: 10 },
    { title: '价格口径', width: 12 },
    { title: '数据来源', width: 30 },
    { title: '位置', width: 36 },
    { title: '原文行', width: 44 },
    { title: '置信', width: 7, align: 'right' },
    { title: '标识', width: 24 },
  ],
  rows: mapLazily(index.report.facts, (fact) => factRow(fact, index)),
})

const factRow = (fact: Fact, index: ReportIndex): CellValue[] => [
  fact.id,
  index.fileOf(fact.document),
  roleWords[fact.role],
  index.nameOf(fact.subject),
  numberOf(fact.year),
  kindWords[fact.kind],
  fact.raw,
  numberOf(fact.value),
  fact.unit,
  numberOf(fact.canonical?.value),
  fact.canonical === null ? null : unitWords(fact.canonical.unit),
  fact.text,
  fact.priceBasis,
  fact.source?.text ?? null,
  placeWords(fact.evidence, index.documentOf(fact.document)?.hiddenSheets),
  fact.evidence.text,
  numberOf(fact.confidence.toFixed(2)),
  fact.subject,
]

function assessmentSheet(index: ReportIndex): Sheet {
  const { assessment } = index.report
  const verdicts = tellVerdicts(assessment)
  return {
    name: '指标判定',
    columns: [
      { title: '序', width: 5, align: 'right' },
      { title: '必/组', width: 7 },
      { title: '指标', width: 44, wrap: true },
      { title: '单位', width: 12 },
      { title: '标准', width: 12, align: 'right' },
      { title: '规划目标', width: 12, align: 'right' },
      { title: '值', width: 12, align: 'right' },
      { title: '判定', width: 12 },
      { title: '翻转：改动的数', width: 26 },
      { title: '翻转：由', width: 16, align: 'right' },
      { title: '翻转：至', width: 16, align: 'right' },
      { title: '出处', width: 40, wrap: true },
      { title: '标识', width: 12 },
    ],
    rows: assessment.map((row, at): CellValue[] => {
      const fact = row.fact === null ? undefined : index.factOf(row.fact)
      const { shape, word } = verdictWords[verdicts.get(row.subject) ?? row.verdict]
      return [
        numberOf(at + 1),
        row.group ?? (row.mandatory ? '必' : ''),
        row.name,
        unitWords(row.unit),
        row.threshold === null ? null : thresholdWords(row.threshold),
        row.target === null ? null : thresholdWords(row.target),
        numberOrText(row.value),
        `${shape} ${word}`,
        row.flip === null ? null : index.nameOf(row.flip.subject),
        numberOf(row.flip?.from),
        numberOf(row.flip?.to),
        fact === undefined ? null : `${index.fileOf(fact.document)} ${placeWords(fact.evidence)}`,
        row.subject,
      ]
    }),
  }
}

const checksSheet = (index: ReportIndex): Sheet => ({
  name: '检查记录',
  columns: [
    { title: '检查', width: 44 },
    { title: '对象', width: 34 },
    { title: '年份', width: 7, align: 'right' },
    { title: '结果', width: 9 },
    { title: '未查的原因', width: 60, wrap: true },
    { title: '规则', width: 30 },
    { title: '对象标识', width: 24 },
  ],
  rows: mapLazily(index.report.checks, ({ rule, subject, year, outcome, why }): CellValue[] => [
    index.ruleTitle(rule),
    nameOf(subject, index),
    numberOf(year),
    outcomeWords[outcome],
    why,
    rule,
    subject,
  ]),
})

const documentsSheet = (index: ReportIndex): Sheet => ({
  name: '材料',
  columns: [
    { title: '编号', width: 8 },
    { title: '文件', width: 44, wrap: true },
    { title: '性质', width: 18 },
    { title: '年度', width: 7, align: 'right' },
    { title: '读取', width: 10 },
    { title: '页数', width: 7, align: 'right' },
    { title: '扫描页', width: 8, align: 'right' },
    { title: '问题', width: 50, wrap: true },
    { title: '隐藏工作表', width: 24, wrap: true },
    { title: 'SHA-256', width: 68 },
  ],
  rows: index.report.documents.map(({ id, file, role, year, status, pages, ocrPages, problem, hiddenSheets, sha256 }): CellValue[] => [
    id,
    file,
    roleWords[role],
    numberOf(year),
    statusWords[status].word,
    numberOf(pages),
    numberOf(ocrPages),
    problem,
    hiddenSheets.length === 0 ? null : hiddenSheets.join('、'),
    sha256,
  ]),
})

function* mapLazily<T, R>(items: readonly T[], change: (item: T) => R): Generator<R> {
  for (const item of items) yield change(item)
}
