import { Decimal } from '../../../rules/engine/decimal.ts'
import { p, title } from '../document.ts'
import { themes } from '../look.ts'
import { unitFor } from '../measures.ts'
import { quantities } from '../names.ts'
import { distractions, said } from '../prose.ts'
import { byYears, free, sideBySide, transposed, valueIn, worded } from '../tables.ts'
import { noYear, variant } from './draft.ts'

const chineseYear = (year: number): string => `${[...String(year)].map((d) => '〇一二三四五六七八九'[Number(d)]).join('')}年`

export const data = [
  variant(
    '材料20',
    'supporting data: one sheet with title rows, sources and notes',
    'supporting_data',
    'xlsx',
    2019,
    noYear,
    ({ s, park, years, options, source }) => [
      byYears(
        s,
        quantities,
        years,
        options('mixed', 0, {
          source,
          numbered: true,
          sheet: '数据汇总',
          caption: `${park.name}验收数据支撑材料汇总表`,
          note: '填报单位：园区经济发展局',
          say: { style: 'comma' },
        }),
        { unit: '单位', source: '提供单位' },
      ),
    ],
  ),
  variant(
    '材料21',
    'supporting data: a sheet a theme, years in rows; firms and months beside',
    'supporting_data',
    'xlsx',
    2018,
    noYear,
    ({ s, r, years, final, options }) => [
      ...themes.map(([theme, subjects], i) => transposed(s, subjects, years, options('large', i % 3, { sheet: theme }), i % 2 === 0)),
      free(
        [
          ['月份', '用电量（万千瓦时）', '新鲜水用量（万立方米）'],
          ...Array.from({ length: 12 }, (_, i) => [`${i + 1}月`, String(r.int(3000, 9000)), r.between(20, 90).toFixed(1)]),
        ],
        1,
        { sheet: `${final}年月度台账` },
      ),
      free(
        [
          ['企业', '工业总产值（万元）', '综合能耗（吨标煤）'],
          ...['华岳化学', '天工电子', '润田食品'].map((name) => [name, String(r.int(30000, 400000)), String(r.int(900, 42000))]),
        ],
        1,
        { sheet: '企业' },
      ),
    ],
  ),
  variant('材料22', 'supporting data: GBK text table', 'supporting_data', 'csv-gbk', 2020, noYear, ({ s, park, years, options }) => [
    p(`${park.name}数据支撑材料`),
    byYears(s, quantities, years, options('small', 1, { yearAs: (y) => `${y}年` })),
  ]),
  variant(
    '材料23',
    'supporting data: UTF-8 text table, years in rows',
    'supporting_data',
    'csv-utf8',
    2021,
    noYear,
    ({ s, years, options }) => [p('数据支撑材料'), transposed(s, quantities, years, options('mixed', 0, { yearAs: String }))],
  ),
  variant('材料24', 'supporting data: old workbook, odd units', 'supporting_data', 'xls', 2019, noYear, ({ s, park, years, options }) => [
    p(`${park.name}数据支撑材料`),
    byYears(s, quantities, years, options('odd', 1, { unitIn: 'name' }), { name: '指标（单位）' }),
  ]),
  variant(
    '材料25',
    'supporting data: text cells with units, zones beside the total',
    'supporting_data',
    'xlsx-text',
    2020,
    noYear,
    ({ s, r, park, years, final, options }) => {
      const o = options('large', 2, { unitIn: 'cell', sheet: '汇总' })
      const zones = ['东区', '西区', '物流片区'].map((zone) => [zone, r.between(10, 60).toFixed(2), r.between(1, 9).toFixed(2)])
      const sum = (i: number): string => zones.reduce((total, row) => total.plus(row[i] ?? 0), new Decimal(0)).toFixed(2)
      return [
        byYears(s, quantities, years, { ...o, caption: `${park.name}数据支撑材料` }),
        free([['片区', '固定资产投资（亿元）', '财政收入（亿元）'], ...zones, ['合计', sum(1), sum(2)]], 1, {
          sheet: '片区',
          caption: `${final}年分片区情况`,
        }),
      ]
    },
  ),
  variant(
    '材料26',
    'supporting data: two half tables in a sheet, years as （2021）',
    'supporting_data',
    'xlsx',
    2019,
    noYear,
    ({ s, park, years, options }) => [
      sideBySide(
        s,
        quantities,
        years.slice(1),
        options('latin', 0, { caption: `${park.name}基础数据（数据支撑材料）`, yearAs: (y) => `（${y}）` }),
        ['名称', '计量单位'],
      ),
    ],
  ),
  variant(
    '材料27',
    'support report: one unit a table, named in the caption',
    'support_report',
    'docx',
    2020,
    noYear,
    ({ s, r, park, base, options }) => {
      const o = options('large', 0, { unitIn: 'nowhere' })
      const groups: [string, string, string[]][] = [
        ['经济规模', '亿元', ['industrial_value_added', 'industrial_output_value', 'hightech_output_value', 'recycling_value_added']],
        ['能源消费', '万吨标准煤', ['energy_consumption', 'renewable_energy_use']],
        ['用水', '万立方米', ['freshwater_use', 'reused_water', 'sewage_treated', 'reclaimed_water_use']],
        ['固体废物', '万吨', ['solid_waste_generated', 'solid_waste_utilized', 'solid_waste_disposed']],
        ['主要污染物', '吨', ['cod_emission', 'ammonia_nitrogen_emission', 'so2_emission', 'nox_emission']],
        ['用地', '平方公里', ['industrial_land_area', 'green_area', 'park_area']],
      ]
      return [
        title(`${park.name}生态工业园区建设规划技术支撑报告`),
        p(distractions(r, s, 1)[0] ?? ''),
        ...groups.map(([name, unit, subjects], i) =>
          byYears(s, subjects, [base - 2, base - 1, base], {
            ...o,
            caption: `表${i + 1} ${base - 2}—${base}年${name}情况（单位：${unit}）`,
          }),
        ),
      ]
    },
  ),
  variant(
    '材料28',
    'support report: borderless, filled heads, Chinese years',
    'support_report',
    'pdf',
    2019,
    noYear,
    ({ s, r, park, base, options }) => [
      title(`${park.name}国家生态工业示范园区建设规划技术支撑报告`),
      p(distractions(r, s, 1)[0] ?? ''),
      ...themes.map(([theme, subjects], i) =>
        byYears(
          s,
          subjects,
          [base - 1, base],
          options(i % 2 ? 'latin' : 'large', i % 3, {
            style: i % 2 ? 'filled' : 'borderless',
            yearAs: chineseYear,
            caption: `表${i + 1} ${theme}`,
          }),
        ),
      ),
    ],
  ),
  variant(
    '材料29',
    'support report: sentences with approximate numbers and shortened years',
    'support_report',
    'docx',
    2021,
    noYear,
    ({ s, r, park, base, units }) => {
      const u = units('large')
      const v = (x: string, y = base, optional = false): string => said(s, x, y, u, optional ? { optional } : {})
      return [
        title(`${park.name}建设规划技术支撑报告`),
        p(
          `二〇二一年，园区工业增加值${v('industrial_value_added')}，二〇二〇年为${v('industrial_value_added', base - 1)}；${base}年末工业用地面积${v('industrial_land_area')}。`,
        ),
        p(
          `${base}年综合能耗总量约${v('energy_consumption', base, true)}，二氧化碳排放量接近${v('co2_emission', base, true)}，工业新鲜水用量超过${v('freshwater_use', base, true)}。`,
        ),
        p(`${base - 1}年和${base}年，工业废水排放量分别为${v('wastewater_discharge', base - 1)}和${v('wastewater_discharge')}。`),
        p(`${distractions(r, s, 2).join('')}`),
        p(
          `截至${base}年末，应实施清洁生产审核的重点企业数${v('cleaner_production_due')}，已实施清洁生产审核的重点企业数${v('cleaner_production_done')}。`,
        ),
      ]
    },
  ),
  variant(
    '材料30',
    'supporting data: a page of the web, key and value with unit and year in the caption',
    'supporting_data',
    'html',
    2018,
    noYear,
    ({ s, park, years, final, options, source }) => [
      title(`${park.name}数据支撑材料`),
      ...years
        .slice(2)
        .map((year) =>
          free(
            [
              ['数据名称', '数值', '单位', '出处'],
              ...quantities.map((x) => [
                worded(x, options('mixed', 0)),
                valueIn(s, x, year, options('mixed', 0, { source })),
                unitFor(options('mixed', 0).units, x).unit,
                source(x),
              ]),
            ],
            1,
            { caption: `${year}年基础数据${year === final ? '（验收年）' : ''}` },
          ),
        ),
    ],
  ),
]
