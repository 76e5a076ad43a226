import { describe, expect, test } from 'vitest'
import { readStandard } from '../../../../rules/standards/index.ts'
import type { Cell, ParsedDocument, Recognition } from '../../../../schemas/document.ts'
import type { Role } from '../../../../schemas/dossier.ts'
import type { Identity, Reading } from '../../../../schemas/reading.ts'
import { settleNumbers } from '../../../../workers/stages/assemble/settle-numbers/index.ts'
import { extract } from '../../../../workers/stages/extract/index.ts'

const standard = readStandard('hj274-2015')

/** A cell as two readers saw it; a plain text was seen so by both. */
type Seen = string | { first: string; second: string; others?: string[] }

const recognitionOf = (seen: Seen): Recognition => {
  const { first, second, others = [] } = typeof seen === 'string' ? { first: seen, second: seen } : seen
  return { read: first, second, others, confidence: first === second ? 0.97 : 0.6 }
}

const cellAt = (seen: Seen, row: number, column: number, scanned: boolean): Cell => {
  const recognition = recognitionOf(seen)
  return {
    ...{ row: row + 1, column: column + 1, rowSpan: 1, columnSpan: 1, text: recognition.read, page: 1, bbox: [0, 0, 9, 9], cell: null },
    ...{ number: null, formula: null, confidence: scanned ? recognition.confidence : 1 },
    ...(scanned ? { recognition } : {}),
  }
}

function document(id: string, role: Role, rows: Seen[][], scanned = true): Reading {
  const identity: Identity = {
    ...{ role, year: role === 'annual_report' ? 2021 : null, park: null, region: null, stage: 'acceptance', baseYear: 2018 },
    ...{ finalYear: 2021, datedOn: null, approvedOn: null, waterScarce: null, confidence: 1 },
  }
  const parsed: ParsedDocument = {
    ...{ file: `${id}.pdf`, sha256: '', format: 'pdf', status: 'parsed', problems: [], pages: 1, ocrPages: scanned ? 1 : 0, title: null },
    ...{ runningHeads: [], hiddenSheets: [] },
    blocks: [
      {
        ...{ kind: 'table', table: 1, caption: null, rows: rows.length, columns: rows[0]?.length ?? 0, page: 1, sheet: null },
        cells: rows.flatMap((row, r) => row.map((seen, c) => cellAt(seen, r, c, scanned))),
      },
    ],
  }
  return extract(id, parsed, identity, standard)
}

const head = ['指标', '单位', '2018年', '2019年', '2020年', '2021年']
const water = (last: Seen): Seen[] => ['新鲜水取用量', '万立方米', '1210.4', '1305.2', '1288.7', last]

const settledFact = (readings: readonly Reading[], subject: string, year: number) =>
  settleNumbers(readings, standard)[0]?.facts.find((fact) => fact.subject === subject && fact.year === year)

const elsewhere = (print: string, id = 'd2'): Reading =>
  document(
    id,
    'annual_report',
    [
      ['指标', '单位', '2021年'],
      ['新鲜水取用量', '万立方米', print],
    ],
    false,
  )

describe('a number in which two readers differ', () => {
  const differing = { first: '1323.6', second: '1328.6' }

  test('is the one that another document prints, tells why, and still accuses nobody', () => {
    const fact = settledFact([document('d1', 'acceptance_report', [head, water(differing)]), elsewhere('1328.6')], 'freshwater_use', 2021)
    expect(fact).toMatchObject({ raw: '1328.6', value: '1328.6', canonical: { value: '13286000' }, interval: { low: '13285500' } })
    expect(fact?.recognition).toMatchObject({ read: '1323.6', second: '1328.6', repairs: [{ from: '1323.6', to: '1328.6' }] })
    expect(fact?.recognition?.repairs?.[0]?.why).toContain('其他材料')
    expect(fact?.confidence).toBeLessThan(0.9)
  })

  test('stays as first read where that is borne out, and tells what else was read', () => {
    const fact = settledFact([document('d1', 'acceptance_report', [head, water(differing)]), elsewhere('1323.6')], 'freshwater_use', 2021)
    expect(fact).toMatchObject({ value: '1323.6', recognition: { repairs: [{ from: '1328.6', to: '1323.6' }] } })
    expect(fact?.confidence).toBeLessThan(0.9)
  })

  test('stays in doubt where the dossier says a third number, contradicts itself, or says it in coarser digits', () => {
    const scan = document('d1', 'acceptance_report', [head, water({ first: '1423.6', second: '1328.6' })])
    for (const others of [['1323.6'], ['1423.6', '1328.6'], ['1329']]) {
      const readings = [scan, ...others.map((print, at) => elsewhere(print, `d${at + 2}`))]
      expect(settledFact(readings, 'freshwater_use', 2021), others.join()).toMatchObject({ value: '1423.6', confidence: 0.6 })
    }
  })

  test('is sure where two things bear it out that have nothing in common, and the second reader saw it', () => {
    const rows = (first: string, second: string): Seen[][] => [
      head,
      water({ first, second }),
      ['工业增加值', '亿元', '246.40', '280.11', '303.66', '339.38'],
      ['单位工业增加值新鲜水耗', 'm3/万元', '4.91', '4.66', '4.24', '3.91'],
    ]
    const [right, wrong] = ['1328.6', '1823.6']
    const bySecond = settledFact([document('d1', 'acceptance_report', rows(wrong, right)), elsewhere(right)], 'freshwater_use', 2021)
    expect(bySecond).toMatchObject({ value: right, confidence: 0.92 })
    const byFirst = settledFact([document('d1', 'acceptance_report', rows(right, wrong)), elsewhere(right)], 'freshwater_use', 2021)
    expect(byFirst).toMatchObject({ value: right, confidence: 0.85 })
    const alone = settledFact([document('d1', 'acceptance_report', rows(wrong, right))], 'freshwater_use', 2021)
    expect(alone?.recognition?.repairs?.[0]?.why).toContain('标准公式')
    expect(alone).toMatchObject({ value: right, confidence: 0.85 })
    const scan = document('d1', 'acceptance_report', rows(wrong, right))
    const placed = scan.facts.map((fact) => ({
      ...fact,
      ...(fact.recognition && { recognition: { ...fact.recognition, placeInferred: true as const } }),
    }))
    const unplaced = settledFact([{ ...scan, facts: placed }, elsewhere(right)], 'freshwater_use', 2021)
    expect(unplaced, 'whichever row it stands in').toMatchObject({ value: right, confidence: 0.85 })
  })

  test('that one witness bears out and another denies stays in doubt', () => {
    const rows: Seen[][] = [
      head,
      water({ first: '1323.6', second: '1823.6' }),
      ['工业增加值', '亿元', '246.40', '280.11', '303.66', '339.38'],
      ['单位工业增加值新鲜水耗', 'm3/万元', '4.91', '4.66', '4.24', '3.91'],
    ]
    const fact = settledFact([document('d1', 'acceptance_report', rows), elsewhere('1823.6')], 'freshwater_use', 2021)
    expect(fact).toMatchObject({ value: '1323.6', confidence: 0.6 })
  })

  test('lost a digit, by the size of the other years; a finer difference they do not tell', () => {
    const of = (first: string, second: string) =>
      settledFact([document('d1', 'acceptance_report', [head, water({ first, second })])], 'freshwater_use', 2021)
    expect(of('132.6', '1328.6')).toMatchObject({ value: '1328.6', confidence: 0.85 })
    expect(of('1128.6', '1328.6')).toMatchObject({ value: '1128.6', confidence: 0.6 })
    expect(of('428.6', '1328.6'), 'a leap may be real').toMatchObject({ value: '428.6', confidence: 0.6 })
  })
})

describe('a real difference stays', () => {
  test('a number that both readers saw alike, whatever everything else says', () => {
    const scan = document('d1', 'acceptance_report', [head, water('1823.6')])
    expect(settledFact([scan, elsewhere('1328.6'), elsewhere('1328.6', 'd3')], 'freshwater_use', 2021)).toEqual(
      scan.facts.find((fact) => fact.year === 2021),
    )
  })

  test('a number that something has decided surely already', () => {
    const scan = document('d1', 'acceptance_report', [head, water({ first: '1323.6', second: '1328.6' })])
    const decided = { ...scan, facts: scan.facts.map((fact) => ({ ...fact, confidence: 0.92 })) }
    const fact = settledFact([decided, elsewhere('1323.6')], 'freshwater_use', 2021)
    expect(fact).toEqual(decided.facts.find(({ year }) => year === 2021))
  })

  test('a number that an engine only held possible is never put in', () => {
    const scan = document('d1', 'acceptance_report', [head, water({ first: '1323.6', second: '1123.6', others: ['1328.6'] })])
    expect(settledFact([scan, elsewhere('1328.6')], 'freshwater_use', 2021)).toMatchObject({ value: '1323.6', confidence: 0.6 })
  })

  test('the Standard as a document quotes it: it may be misquoted', () => {
    const rows: Seen[][] = [
      ['指标', '单位', '标准值', '2021年'],
      ['单位工业增加值新鲜水耗', 'm3/万元', { first: '≤9', second: '≤6' }, '3.91'],
    ]
    const quoting = document('d2', 'annual_report', [rows[0] ?? [], ['单位工业增加值新鲜水耗', 'm3/万元', '≤6', '3.91']], false)
    expect(quoting.facts.find(({ kind }) => kind === 'standard')?.value).toBe('6')
    const [settled] = settleNumbers([document('d1', 'acceptance_report', rows), quoting], standard)
    expect(settled?.facts.find(({ kind }) => kind === 'standard')).toMatchObject({ value: '9', confidence: 0.6 })
  })

  test('a document that was printed, not scanned, is handed on as it is', () => {
    const readings = [elsewhere('1328.6'), elsewhere('1323.6', 'd3')]
    expect(settleNumbers(readings, standard)).toEqual(readings)
  })
})
