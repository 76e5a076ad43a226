import { expect, test } from 'vitest'
import { makeRawXlsx, makeXlsx } from '../make-xlsx.ts'
import { parseBytes, tablesOf } from '../printed.ts'

/** The cells of a sheet with one row of headings and the given cells under it. */
async function shown(values: readonly (readonly [value: unknown, format?: string])[]) {
  const bytes = await makeXlsx({ 表: [values.map((_, at) => `列${at}`), values.map(([value]) => value as never)] }, (book) => {
    for (const [at, [, format]] of values.entries())
      if (format) (book.getWorksheet('表') as NonNullable<ReturnType<typeof book.getWorksheet>>).getCell(2, at + 1).numFmt = format
  })
  return (tablesOf(await parseBytes(bytes))[0]?.cells ?? []).filter(({ row }) => row === 2).map(({ text, number }) => [text, number])
}

test('text is what the sheet shows, number the exact stored decimal', async () => {
  expect(
    await shown([
      [140.1, '0.00'],
      [0.4339, '0.00%'],
      [3564200, '#,##0'],
      [-1234.5, '#,##0.00'],
      [1.005, '0.00'],
      [2.5, '0'],
      [0.30000000000000004],
      [1 / 3],
      [1.5e-7],
      [123456789012],
      [128.7, '0.0"万吨"'],
      [35642000, '#,##0.00,'],
      [0.5, '#.##'],
      [-3.2, '0.0;[Red](0.0)'],
      [0, '0.00;-0.00;"—"'],
    ]),
  ).toEqual([
    ['140.10', '140.1'],
    ['43.39%', '0.4339'],
    ['3,564,200', '3564200'],
    ['-1,234.50', '-1234.5'],
    ['1.01', '1.005'],
    ['3', '2.5'],
    ['0.3', '0.3'],
    ['0.333333333', '0.333333333333333'],
    ['0.00000015', '0.00000015'],
    ['123456789012', '123456789012'],
    ['128.7万吨', '128.7'],
    ['35,642.00', '35642000'],
    ['.5', '0.5'],
    ['(3.2)', '-3.2'],
    ['—', '0'],
  ])
})

test('dates show as dates and are no numbers, in any of their formats', async () => {
  const day = new Date(Date.UTC(2022, 5, 30))
  expect(
    await shown([
      [day, 'yyyy/m/d'],
      [day, 'yyyy"年"m"月"d"日"'],
      [day, 'yyyy"年"'],
      [44742, '[$-804]yyyy"年"m"月";@'],
    ]),
  ).toEqual([
    ['2022/6/30', null],
    ['2022年6月30日', null],
    ['2022年', null],
    ['2022年6月', null],
  ])
})

test('formulas keep their text and give their stored result; errors are text', async () => {
  const bytes = await makeXlsx({
    表: [
      ['项目', '上半年', '下半年', '全年'],
      ['能耗', 1, 2, { formula: 'B2+C2', result: 3 }],
      ['水耗', 1, 0, { formula: 'B3/C3', result: { error: '#DIV/0!' } }],
    ],
  })
  const [table] = tablesOf(await parseBytes(bytes))
  expect(
    table?.cells
      .filter(({ column, row }) => column === 4 && row > 1)
      .map(({ text, number, formula, cell }) => [cell, text, number, formula]),
  ).toEqual([
    ['D2', '3', '3', 'B2+C2'],
    ['D3', '#DIV/0!', null, 'B3/C3'],
  ])
})

test('a shared formula moves along with its cell, but for fixed and quoted parts', async () => {
  const cells = (row: number, formula: string) =>
    `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}"><f t="shared" si="0"${row === 1 ? ' ref="B1:B3"' : ''}>${formula}</f><v>1</v></c></row>`
  const bytes = makeRawXlsx(`<sheetData>${cells(1, 'A1*$C$1+SUM(A1:A$9)&amp;"A1"')}${cells(2, '')}${cells(3, '')}</sheetData>`)
  const [table] = tablesOf(await parseBytes(bytes))
  expect(table?.cells.filter(({ column }) => column === 2).map(({ formula }) => formula)).toEqual([
    'A1*$C$1+SUM(A1:A$9)&"A1"',
    'A2*$C$1+SUM(A2:A$9)&"A1"',
    'A3*$C$1+SUM(A3:A$9)&"A1"',
  ])
})

test('a formula saved without its result is told, not read as empty', async () => {
  const bytes = makeRawXlsx(
    '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>能耗</t></is></c><c r="B1"><v>1</v></c><c r="C1"><f>B1*2</f></c></row></sheetData>',
  )
  const parsed = await parseBytes(bytes)
  expect(parsed).toMatchObject({ status: 'partial', problems: [{ code: 'xlsx.formula-without-result' }] })
  expect(parsed.problems[0]?.message).toContain('1 个公式')
})

test('rich text is joined, raised digits stay raised, readings aloud are left out, escapes are undone', async () => {
  const run = (text: string, raised = false) => `<r><rPr>${raised ? '<vertAlign val="superscript"/>' : ''}</rPr><t>${text}</t></r>`
  const cell = (column: string, inner: string) => `<c r="${column}1" t="inlineStr"><is>${inner}</is></c>`
  const bytes = makeRawXlsx(
    `<sheetData><row r="1">${cell('A', run('万m') + run('3', true))}${cell('B', '<t>甲&amp;乙_x000D_\n丙</t><rPh sb="0" eb="1"><t>jia</t></rPh>')}<c r="C1"><v>7</v></c></row></sheetData>`,
  )
  expect(tablesOf(await parseBytes(bytes))[0]?.cells.map(({ text }) => text)).toEqual(['万m³', '甲&乙\n丙', '7'])
})

test('cells without references take the next place; prefixes do not matter', async () => {
  const sheet =
    '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c r="B2"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  const { makeZip } = await import('../make-zip.ts')
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const bytes = makeZip([
    { name: 'xl/workbook.xml', content: `<workbook xmlns:r="${relation}"><sheets><sheet name="表" r:id="r1"/></sheets></workbook>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="r1" Type="${relation}/worksheet" Target="/xl/s.xml"/></Relationships>`,
    },
    { name: 'xl/s.xml', content: sheet },
  ])
  expect(tablesOf(await parseBytes(bytes))[0]?.cells.map(({ cell, text }) => `${cell}=${text}`)).toEqual(['A1=1', 'B1=2', 'B2=3'])
})
