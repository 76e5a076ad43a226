import type { Paragraph, Table } from 'docx'
import type { Finding } from '../../../../schemas/finding.ts'
import type { Chapter, NumberedFinding } from '../chapters.ts'
import { differenceIn, isReckoned, sayTheSame } from '../difference-in.ts'
import { type Difference, differenceOf, inUnitOf, markDigits } from '../differing-digits.ts'
import { formulaWords } from '../formula-words.ts'
import { type Place, placesOf } from '../places.ts'
import { shorten } from '../plain-text.ts'
import { findPrintedRow, rowName } from '../printed-row.ts'
import type { ReportIndex } from '../report-index.ts'
import { articleWords, causeWords, missingUnit, placeWords, severityWords, sideLetters, thresholdWords } from '../wording.ts'
import { type CellContent, digitRuns, heading, paragraph, run, table } from './elements.ts'

const columns = [{ width: 14 }, { width: 52 }, { width: 34 }] as const
const small = { size: 19 } as const

/** The findings by chapter, each with its places, cause and an empty row for the reviewer's opinion. */
export function renderFindings(chapters: readonly Chapter[], index: ReportIndex): (Paragraph | Table)[] {
  return [heading('四、核查发现'), ...chapters.flatMap((chapter, at) => renderChapter(chapter, at, index))]
}

function renderChapter({ zh, clause, findings, checks }: Chapter, at: number, index: ReportIndex): (Paragraph | Table)[] {
  const times = (outcome: string) => checks.filter((check) => check.outcome === outcome).length
  const none =
    checks.length === 0
      ? '本项没有可以检查的内容，不表示没有问题。'
      : `本项没有发现：一致${times('passed')}项，因材料不足未查${times('skipped')}项。`
  return [
    heading(`（${'一二三四五六七八九十'[at] ?? at + 1}）${zh}${clause === '' ? '' : `　${clause}`}`, 2),
    ...(findings.length === 0 ? [paragraph(none, { indent: true })] : findings.flatMap((finding) => renderFinding(finding, index))),
  ]
}

function renderFinding({ number, finding }: NumberedFinding, index: ReportIndex): (Paragraph | Table)[] {
  const places = placesOf(finding, index)
  const difference = differenceIn(finding, places)
  const { shape, word } = severityWords[finding.severity]
  const rows = [
    ...placeRows(finding, places, difference, index),
    ...reckoningRows(finding, places, difference, index),
    ...causeRows(finding),
  ]
  return [
    paragraph(
      [
        run(`${number}．【${shape} ${word}】`, { bold: true }),
        ...digitRuns(markDigits(shorten(finding.message, 500), difference), { bold: true }),
      ],
      {
        keepNext: true,
        before: 160,
      },
    ),
    paragraph([run(`${index.ruleTitle(finding.rule)}；${articleWords(finding.article)}`, { size: 18, color: '5E6876' })], {
      keepNext: true,
    }),
    table(columns, [
      ...rows.map((cells) => ({ cells, look: { keepNext: true } })),
      { cells: ['处理意见', '□ 确认问题　□ 驳回　□ 要求说明'], look: { height: 760 } },
    ]),
  ]
}

const limit = 10

function placeRows(finding: Finding, places: readonly Place[], difference: Difference | null, index: ReportIndex): CellContent[][] {
  return places.slice(0, limit).map((place, at): CellContent[] => {
    const where = `${index.fileOf(place.document)} ${placeWords(place.evidence, index.documentOf(place.document)?.hiddenSheets)}`
    if (isReckoned(finding) && at > 0) return [inputName(place, at, index), shorten(where, 240), [run(printOf(place), small)]]
    const other = places[at === 0 ? 1 : 0]?.fact ?? null
    const alike = place.fact !== null && other !== null && sayTheSame(place.fact, other)
    const own = at > 1 ? (alike ? differenceOf(other, place.fact) : null) : difference
    const converted = alike ? inUnitOf(place.fact, other) : null
    const print = `${printOf(place)}${converted === null ? '' : `（${converted}）`}`
    return [sideLetters[at] ?? `${at + 1}`, shorten(where, 240), digitRuns(markDigits(print, own), small)]
  })
}

const printOf = ({ fact, evidence }: Place): string => {
  if (fact !== null) return `${shorten(fact.raw, 160)}${missingUnit(fact)}`
  const row = findPrintedRow(evidence, null)
  return shorten(row?.cells[row.at] ?? evidence.text, 160)
}

function inputName({ fact, evidence }: Place, at: number, index: ReportIndex): string {
  if (fact !== null) return shorten(`${fact.year === null ? '' : `${fact.year}年`}${index.nameOf(fact.subject)}`, 60)
  const row = findPrintedRow(evidence, null)
  return shorten((row && rowName(row)) ?? `分项${at}`, 60)
}

function reckoningRows(finding: Finding, places: readonly Place[], difference: Difference | null, index: ReportIndex): CellContent[][] {
  const { expected, actual, tolerance, subject, year, rule } = finding
  if (expected === null || (!isReckoned(finding) && places.length !== 1)) return []
  const formula = rule === 'formula/recalculation' && subject !== null ? index.formulaOf(subject) : null
  return [
    [
      isReckoned(finding) ? '重算' : '要求',
      [
        ...(formula === null ? [] : [run(`${formulaWords(formula, year, index)}；`, small)]),
        ...digitRuns(markDigits(thresholdWords(shorten(expected, 400)), difference), small),
      ],
      [run('印 ', small), ...digitRuns(markDigits(shorten(actual ?? '–', 160), difference), small)],
    ],
    ...(tolerance === null ? [] : [['判断依据', shorten(tolerance, 240)]]),
  ]
}

function causeRows({ diagnosis, alsoFails }: Finding): CellContent[][] {
  const cause = diagnosis === null || diagnosis.cause === 'unknown' ? '' : `${causeWords[diagnosis.cause]}。`
  const also = alsoFails.map(({ message }) => message).join('')
  return [
    ...(diagnosis === null
      ? []
      : [
          [cause === '' ? '说明' : '可能原因', shorten(`${cause}${diagnosis.explanation}`, 700)],
          ['建议', shorten(diagnosis.suggestion, 400)],
        ]),
    ...(alsoFails.length === 0 ? [] : [['牵连', shorten(`同一个数还使${alsoFails.length}项检查不通过，不另计：${also}`, 900)]]),
  ]
}
