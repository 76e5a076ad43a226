import { execFileSync } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { type Block, h1, p, title } from '../variants/document.ts'
import { sourceOf, themes } from '../variants/look.ts'
import { unitFor, unitSets } from '../variants/measures.ts'
import { categories, indicators, nameOf, quantities } from '../variants/names.ts'
import { inventPark, type Park } from '../variants/park.ts'
import { printHtml } from '../variants/print/html.ts'
import { printPdf } from '../variants/print/pdf.ts'
import { said, traps } from '../variants/prose.ts'
import { type Random, seeded } from '../variants/random.ts'
import { type Scribe, scribeFor } from '../variants/scribe.ts'
import { assessment, byYears, free, valueIn } from '../variants/tables.ts'

type Shop = { s: Scribe; r: Random; park: Park; years: number[] }

const shopOf = (file: string): Shop => {
  const park = inventPark('bench', 2019)
  return { park, s: scribeFor(park, file), r: seeded(`bench/${file}`), years: [park.base, park.base + 1, park.base + 2, park.final] }
}

/** An acceptance report of so many sheets, always the same for the same number: text, tables of the park, tables of firms. */
function reportOf(sheets: number): { blocks: Block[]; head: string } {
  const shop = shopOf('report.pdf')
  const own = ownPages(shop)
  const filler = Array.from({ length: Math.max(0, sheets - own.length) }, (_, i) => fillerPage(shop, i))
  const pages = [...own, ...filler].slice(0, sheets)
  return { blocks: pages.flatMap((blocks, i): Block[] => (i ? [{ kind: 'page' }, ...blocks] : blocks)), head: `${shop.park.name}验收报告` }
}

/** Writes the report on exactly `pages` A4 pages (at least 12), with one embedded font: the easiest print there is. */
export async function makePdf(pages: number, path: string): Promise<void> {
  const { blocks, head } = reportOf(pages)
  await writeFile(path, await printPdf(blocks, { head }))
}

/** The same as the browser prints it: the commonest print of real reports. Needs chromium on the path. */
export async function makeBrowserPdf(pages: number, path: string): Promise<void> {
  const page = `${path}.html`
  await writeFile(page, printHtml(reportOf(pages).blocks))
  const options = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-pdf-header-footer',
    `--user-data-dir=${path}.profile`,
  ]
  execFileSync('chromium', [...options, `--print-to-pdf=${path}`, `file://${page}`], { stdio: 'ignore' })
  await Promise.all([page, `${path}.profile`].map((left) => rm(left, { recursive: true, force: true })))
}

/** The pages that state the park's own values. */
function ownPages({ s, park, years }: Shop): Block[][] {
  const source = sourceOf(park)
  const options = { units: unitSets.large, none: '/' }
  const cover = [
    title(`${park.name}国家生态工业示范园区建设验收报告`),
    p(
      `${park.name}位于${park.region}${park.city}。基准年为${park.base}年，建设期${park.base + 1}—${park.final}年，验收年为${park.final}年。`,
    ),
    p(
      `${park.final}年，园区工业增加值${said(s, 'industrial_value_added', park.final, unitSets.large)}，综合能耗总量${said(s, 'energy_consumption', park.final, unitSets.large)}。`,
    ),
  ]
  const tables = categories.map(([name, from, to], i): Block[] => {
    const mine = indicators.filter((id) => Number(id.slice(6)) >= from && Number(id.slice(6)) <= to)
    return [
      h1(`4.${i + 1} ${name}`),
      assessment(s, mine, {
        ...options,
        source,
        columns: ['no', 'name', 'unit', 'standard', 'target', ...years, 'source'],
        caption: `表4-${i + 1} ${name}指标`,
      }),
    ]
  })
  return [
    cover,
    ...tables,
    ...themes.map(([name, subjects], i): Block[] => [
      h1(`5.${i + 1} ${name}`),
      byYears(s, subjects, years, { ...options, source, caption: `表5-${i + 1} ${name}` }),
    ]),
  ]
}

/** One page of the annexes: text, a table of firms, or a full page of monitoring values. */
function fillerPage({ s, r }: Shop, index: number): Block[] {
  const text = (count: number): Block[] =>
    Array.from({ length: count }, () =>
      p(
        r
          .shuffle(traps)
          .slice(0, 3)
          .map((trap) => trap(r, s))
          .join(''),
      ),
    )
  const heading = h1(`附录${index + 1} 调查记录`)
  if (index % 3 === 0) return [heading, ...text(10)]
  if (index % 3 === 1) {
    const rows = Array.from({ length: 22 }, (_, i) => [
      String(i + 1),
      `${r.pick(['华岳', '天工', '润田', '东方', '绿源'])}${r.pick(['化学', '电子', '锻造', '食品'])}${i + 1}厂`,
      String(r.int(2000, 90000)),
      String(r.int(300, 9000)),
      r.between(1, 60).toFixed(1),
      `${r.between(40, 95).toFixed(1)}%`,
    ])
    return [
      heading,
      ...text(2),
      free([['序号', '企业名称', '工业产值（万元）', '综合能耗（吨标煤）', '取水量（万吨）', '水重复利用率'], ...rows], 1, {
        caption: `附表${index + 1} 重点企业资源能源消耗`,
      }),
    ]
  }
  const rows = Array.from({ length: 30 }, (_, i) => [
    `${r.int(1, 12)}月${r.int(1, 28)}日`,
    `W${(i % 6) + 1}`,
    r.between(6.5, 8.5).toFixed(2),
    r.between(10, 48).toFixed(1),
    r.between(0.1, 4.8).toFixed(3),
    r.between(0.01, 0.4).toFixed(3),
    r.between(0.1, 12).toFixed(2),
  ])
  return [
    heading,
    free([['监测日期', '断面', 'pH', '化学需氧量（mg/L）', '氨氮（mg/L）', '总磷（mg/L）', '总氮（mg/L）'], ...rows], 1, {
      caption: `附表${index + 1} 水质监测结果`,
    }),
  ]
}

const COLUMNS = 25

/** Writes a workbook of one sheet of the park's data and one of `cells` monitoring values, always the same for the same number. */
export async function makeWorkbook(cells: number, path: string): Promise<void> {
  const { s, r, park, years } = shopOf('data.xlsx')
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true })
  const data = book.addWorksheet('基础数据')
  data.addRow([`${park.name}数据支撑材料`]).commit()
  data.addRow(['名称', ...years.map((year) => `${year}年`)]).commit()
  const options = { units: unitSets.small }
  for (const subject of quantities)
    data.addRow([`${nameOf(subject)}（${unitOf(subject)}）`, ...years.map((year) => Number(valueIn(s, subject, year, options)))]).commit()
  data.commit()
  const monitoring = book.addWorksheet('在线监测')
  const names = ['流量（m³/h）', 'pH', '化学需氧量（mg/L）', '氨氮（mg/L）', '总磷（mg/L）', '总氮（mg/L）', '水温（℃）']
  monitoring
    .addRow([
      '监测时间',
      '排口',
      ...Array.from({ length: COLUMNS - 2 }, (_, i) => `${names[i % names.length]}-${Math.floor(i / names.length) + 1}`),
    ])
    .commit()
  for (let row = 0; row < Math.ceil(cells / COLUMNS); row++) {
    const hour = String(row % 24).padStart(2, '0')
    const values = Array.from({ length: COLUMNS - 2 }, () => r.int(1, 9999) / 100)
    monitoring
      .addRow([
        `${park.final}-${String(1 + (Math.floor(row / 720) % 12)).padStart(2, '0')}-${String(1 + (Math.floor(row / 24) % 28)).padStart(2, '0')} ${hour}:00`,
        `DW${String(1 + (row % 9)).padStart(3, '0')}`,
        ...values,
      ])
      .commit()
  }
  monitoring.commit()
  await book.commit()
}

const unitOf = (subject: string): string => unitFor(unitSets.small, subject).unit
