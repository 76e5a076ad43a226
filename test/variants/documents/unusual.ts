import type { Decimal } from '../../../rules/engine/decimal.ts'
import { overPeriod } from '../derive.ts'
import { type Cell, h1, h2, p, title } from '../document.ts'
import { unitFor } from '../measures.ts'
import { indicators, quantities, thresholds } from '../names.ts'
import { distractions, said } from '../prose.ts'
import { assessment, byYears, free, valueIn, worded } from '../tables.ts'
import { noYear, variant } from './draft.ts'

const usual = indicators.filter((id) => !overPeriod.has(id) && !/\.[39]$/.test(id))
const numeric = usual.filter((id) => !/\.(17|18|22)$/.test(id))

export const unusual = [
  variant(
    '材料36',
    'acceptance: a small table for each indicator',
    'acceptance_report',
    'docx',
    2020,
    noYear,
    ({ s, park, base, final, options, source }) => {
      const o = options('large', 0)
      const blocks = ['hj274.1', 'hj274.2', 'hj274.6', 'hj274.8', 'hj274.11', 'hj274.14', 'hj274.15', 'hj274.29', 'hj274.32'].flatMap(
        (id, i) => {
          const { unit, digits } = unitFor(o.units, id)
          const say = { unit, digits, source: source(id) }
          const rows: Cell[][] = [
            ['指标名称', worded(id, o)],
            ['标准值', s.standard(id, thresholds[id] ?? '') + unit],
            [`基准年（${base}年）值`, s.amount(id, base, say)],
            ['规划目标值', s.target(id, { unit, digits }) + unit],
            [`验收年（${final}年）值`, s.amount(id, final, say)],
            ['数据来源', source(id)],
            ['结论', '达标'],
          ]
          return [h2(`4.${i + 1} ${worded(id, o)}`), free(rows, 0)]
        },
      )
      return [title(`${park.name}国家生态工业示范园区建设验收报告`), p(`以${base}年为基准年，${final}年为验收年。`), ...blocks]
    },
  ),
  variant(
    '材料37',
    'supporting data: hidden and outdated sheets, calculated indicators with formulas',
    'supporting_data',
    'xlsx',
    2019,
    noYear,
    ({ s, r, park, years, options }) => {
      const o = options('large', 0)
      const columns = ['C', 'D', 'E', 'F']
      const pairs: [string, string, string][] = [
        ['hj274.1', 'hightech_output_value', 'industrial_output_value'],
        ['hj274.12', 'renewable_energy_use', 'energy_consumption'],
        ['hj274.16', 'reclaimed_water_use', 'sewage_treated'],
      ]
      const inputs = pairs.flatMap(([, a, b]) => [a, b])
      const data = byYears(s, inputs, years, { ...o, sheet: '测算', caption: `${park.name}指标测算` })
      const rows = pairs.map(([id], i): Cell[] => [
        worded(id, o),
        '%',
        ...years.map((y, k) => ({
          text: valueIn(s, id, y, o),
          formula: `ROUND(${columns[k]}${3 + 2 * i}/${columns[k]}${4 + 2 * i}*100,2)`,
        })),
      ])
      return [
        { ...data, rows: [...data.rows, ...rows] },
        free(
          [
            ['作废数据', '2016年', '2017年'],
            ['工业增加值（亿元）', String(r.int(50, 90)), String(r.int(50, 90))],
            ['综合能耗总量（吨标准煤）', String(r.int(5000, 9000)), String(r.int(5000, 9000))],
          ],
          1,
          { sheet: '旧', hidden: true },
        ),
      ]
    },
  ),
  variant(
    '材料38',
    'annual report: a list of colons and dashes',
    'annual_report',
    'docx-plain',
    2020,
    ({ base }) => base + 2,
    ({ s, r, park, base, units }) => {
      const y = base + 2
      const u = units('large')
      const lines = [
        'industrial_value_added',
        'industrial_output_value',
        'energy_consumption',
        'freshwater_use',
        'reused_water',
        'solid_waste_generated',
        'cod_emission',
        'ammonia_nitrogen_emission',
        'co2_emission',
        'green_area',
      ]
      return [
        title(`${park.name}${y}年度国家生态工业示范园区建设工作报告`),
        h1(`一、${y}年主要数据`),
        ...lines.map((x, i) =>
          p(
            i % 2
              ? `——${worded(x, { wording: 0 })}：${said(s, x, y, u)}；`
              : `${i + 1}. ${worded(x, { wording: 0 })}：${said(s, x, y, u)}（上年${said(s, x, y - 1, u)}）。`,
          ),
        ),
        p(distractions(r, s, 2).join('')),
      ]
    },
  ),
  variant(
    '材料39',
    'acceptance: years from last to first, change since the base year, two ranks of indicator',
    'acceptance_report',
    'pdf',
    2021,
    noYear,
    ({ s, park, base, final, options }) => {
      const o = options('mixed', 0, { style: 'filled' })
      const years = [final, base + 2, base + 1, base]
      const rows = quantities.map((x) => {
        const delta = (park.value(x, final) as Decimal)
          .div(park.value(x, base) as Decimal)
          .minus(1)
          .mul(100)
          .toFixed(1)
        return [worded(x, o), unitFor(o.units, x).unit, ...years.map((y) => valueIn(s, x, y, o)), `${delta}%`]
      })
      return [
        title(`${park.name}国家生态工业示范园区建设验收报告`),
        p(`验收以${base}年为基准年，${final}年为验收年。`),
        free([['项目', '单位', ...years.map((y) => `${y}年`), `较${base}年变化`], ...rows], 1, {
          caption: '表9 基础数据变化',
          style: 'filled',
        }),
        assessment(s, numeric, {
          ...o,
          columns: ['category', 'name', 'unit', final, base, 'standard'],
          heads: { category: '一级指标', name: '二级指标', standard: 'HJ 274要求' },
          caption: '表10 指标',
        }),
      ]
    },
  ),
  variant(
    '材料40',
    'support report: series in sentences, the unit behind the last only',
    'support_report',
    'pdf',
    2021,
    noYear,
    ({ s, r, park, base, units }) => {
      const u = units('large')
      const series = (x: string): string => {
        const { unit, digits } = unitFor(u, x)
        const [a, b, c] = [base - 2, base - 1, base].map((y) => s.number(x, y, { unit, digits }))
        return `${a}、${b}和${c}${unit}`
      }
      return [
        title(`${park.name}国家生态工业示范园区建设规划技术支撑报告`),
        h1('1 数据分析'),
        p(`${base - 2}年、${base - 1}年和${base}年，园区工业增加值分别为${series('industrial_value_added')}。`),
        p(`${base - 2}—${base}年，园区综合能耗总量依次为${series('energy_consumption')}，二氧化碳排放量依次为${series('co2_emission')}。`),
        p(`近三年（${base - 2}—${base}年）工业新鲜水用量分别是${series('freshwater_use')}。${distractions(r, s, 1)[0] ?? ''}`),
        p(
          `${base}年工业固体废物产生量${said(s, 'solid_waste_generated', base, u)}，其中综合利用${said(s, 'solid_waste_utilized', base, u, { optional: true })}、处置${said(s, 'solid_waste_disposed', base, u, { optional: true })}。`,
        ),
      ]
    },
  ),
]
