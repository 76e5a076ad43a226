import { Decimal } from '../../../rules/engine/decimal.ts'
import { overPeriod } from '../derive.ts'
import { centred, h1, h2, p, title } from '../document.ts'
import { themes } from '../look.ts'
import { unitFor } from '../measures.ts'
import { indicators, quantities } from '../names.ts'
import { change, distractions, rises, said } from '../prose.ts'
import { assessment, byYears, free, sideBySide, transposed, valueIn, worded } from '../tables.ts'
import { type Pen, variant } from './draft.ts'

const usual = indicators.filter((id) => !overPeriod.has(id) && !/\.[39]$/.test(id))
const second = ({ base }: Pen): number => base + 2

export const annuals = [
  variant(
    '材料06',
    'annual report: years in rows, unit row under the head',
    'annual_report',
    'docx',
    2019,
    second,
    ({ s, r, park, base, options }) => [
      title(`${park.name}${base + 2}年度生态工业示范园区建设工作报告`),
      h1('一、园区发展情况'),
      p(distractions(r, s, 1)[0] ?? ''),
      ...themes.map(([theme, subjects], i) =>
        transposed(s, subjects, [base + 1, base + 2], options('mixed', i % 3, { caption: `表${i + 1} ${theme}` }), true, '年度'),
      ),
      assessment(s, usual, { ...options('mixed', 0), columns: ['no', 'name', 'unit', base + 2], caption: '表7 年度指标值' }),
    ],
  ),
  variant(
    '材料07',
    'annual report: two half tables side by side, two years each',
    'annual_report',
    'pdf',
    2020,
    second,
    ({ s, r, park, base, options }) => [
      title(`${base + 2}年度${park.name}国家生态工业示范园区建设年度报告`),
      centred(`${base + 3}年5月`),
      p(distractions(r, s, 1)[0] ?? ''),
      sideBySide(s, quantities, [base + 1, base + 2], options('large', 1, { caption: '表1 基础数据', yearAs: (y) => `${y}年` })),
      p('以上数据由各职能部门提供。'),
    ],
  ),
  variant(
    '材料08',
    'annual report: sentences only; years implied',
    'annual_report',
    'docx-plain',
    2021,
    second,
    ({ s, r, park, base, units }) => {
      const y = base + 2
      const u = units('large')
      const now = (x: string): string => said(s, x, y, u)
      const before = (x: string): string => said(s, x, y - 1, u)
      const grew = (x: string): string => rises(change(s, x, y - 1, y))
      const [a, b, c] = distractions(r, s, 3)
      return [
        title(`${park.name}${y}年度国家生态工业示范园区建设工作报告`),
        h1('（一）总体情况'),
        p(
          `报告期末，园区工业增加值达到${now('industrial_value_added')}，较上年${grew('industrial_value_added')}；工业总产值${now('industrial_output_value')}，上年为${before('industrial_output_value')}。${a ?? ''}`,
        ),
        p(`当年，工业企业从业人员数为${now('industrial_employees')}，人均工业增加值${now('hj274.2')}。`),
        h1('（二）资源能源'),
        p(
          `全年综合能耗总量由上年的${before('energy_consumption')}变化到${now('energy_consumption')}，单位工业增加值综合能耗由${before('hj274.11')}降至${now('hj274.11')}。`,
        ),
        p(
          `工业新鲜水用量${now('freshwater_use')}，同比${grew('freshwater_use')}；工业用水重复利用率${now('hj274.15')}，再生水（中水）回用率为${now('hj274.16')}。${b ?? ''}`,
        ),
        h1('（三）污染物'),
        p(
          `化学需氧量排放量${now('cod_emission')}，氨氮排放量${now('ammonia_nitrogen_emission')}，二氧化硫排放量${now('so2_emission')}，氮氧化物排放量${now('nox_emission')}，同比分别${grew('cod_emission')}、${grew('ammonia_nitrogen_emission')}、${grew('so2_emission')}和${grew('nox_emission')}。`,
        ),
        p(
          `工业固体废物产生量${now('solid_waste_generated')}，综合利用量${said(s, 'solid_waste_utilized', y, u, { optional: true })}，工业固体废物综合利用率${now('hj274.6')}。`,
        ),
        p(`全年未发生重大、特别重大突发环境事件。${c ?? ''}`),
        p(`截至${y}年底，园区绿化覆盖率${now('hj274.29')}，重点企业环境信息公开率${now('hj274.30')}。`),
      ]
    },
  ),
  variant(
    '材料09',
    'annual report: change column and text columns before the numbers, blank rows between themes',
    'annual_report',
    'docx',
    2018,
    second,
    ({ s, park, base, options, source }) => {
      const o = options('mixed', 1)
      const y = base + 2
      const rows = themes.flatMap(([theme, subjects], i) => [
        ...(i ? [['', '', '', '', '', '', '']] : []),
        ...subjects.map((x) => [
          worded(x, o),
          theme,
          source(x),
          unitFor(o.units, x).unit,
          valueIn(s, x, y - 1, { ...o, source }),
          valueIn(s, x, y, { ...o, source }),
          change(s, x, y - 1, y),
        ]),
      ])
      return [
        title(`${park.name}${y}年度工作报告`),
        p('——国家生态工业示范园区建设'),
        free([['数据项', '类别', '资料来源', '单位', '上年数', '本年数', '增减（%）'], ...rows], 1, { caption: `附表 ${y}年度基础数据` }),
      ]
    },
  ),
  variant(
    '材料10',
    'annual report: current and constant prices in neighbouring rows',
    'annual_report',
    'html',
    2020,
    second,
    ({ s, park, base, options }) => {
      const o = options('large', 0)
      const y = base + 2
      const money = ['industrial_value_added', 'industrial_output_value']
      const current = (x: string, year: number): string => {
        const value = (park.value(x, year) as Decimal)
          .div(10000)
          .mul(year === y ? '1.043' : '1.021')
          .toFixed(2)
        s.facts.push({
          file: s.file,
          subject: x,
          year,
          kind: 'actual',
          value: new Decimal(value).mul(10000).toFixed(),
          printed: value,
          unit: '亿元',
          optional: true,
        })
        return value
      }
      const rows = money.flatMap((x) => [
        [`${worded(x, o)}（现价）`, '亿元', current(x, y - 1), current(x, y)],
        [`${worded(x, o)}（${base}年可比价）`, '亿元', valueIn(s, x, y - 1, o), valueIn(s, x, y, o)],
      ])
      const rest = ['energy_consumption', 'freshwater_use', 'co2_emission', 'industrial_employees', 'solid_waste_generated'].map((x) => [
        worded(x, o),
        unitFor(o.units, x).unit,
        valueIn(s, x, y - 1, o),
        valueIn(s, x, y, o),
      ])
      return [
        title(`${park.name}${y}年度国家生态工业示范园区建设工作报告`),
        h2('基础数据'),
        free([['名称', '单位', `${y - 1}年`, `${y}年`], ...rows, ...rest], 1, { caption: '表1 主要经济与资源数据' }),
        assessment(s, usual.slice(0, 20), { ...o, columns: ['name', 'standard', y, 'unit'], heads: { name: '指标名称' } }),
      ]
    },
  ),
  variant(
    '材料11',
    'annual report: full-width digits and signs, names with spaces inside',
    'annual_report',
    'docx-plain',
    2019,
    second,
    ({ s, r, park, base, options }) => {
      const y = base + 2
      const spaced = (text: string): string => (text.length > 9 ? `${text.slice(0, 4)} ${text.slice(4)}` : text)
      const o = options('large', 0, { say: { style: 'full-width' } })
      return [
        title(`${park.name}${y}年度国家生态工业示范园区建设工作报告`),
        byYears(s, quantities, [y], { ...o, wording: (x) => spaced(worded(x, { wording: 0 })), caption: '表一　基础数据' }),
        assessment(s, usual, {
          ...o,
          wording: (x) => spaced(worded(x, { wording: 0 })),
          columns: ['no', 'name', 'unit', y],
          yearAs: () => '年度实际值',
          caption: `表二　${y}年指标`,
        }),
        p(distractions(r, s, 1)[0] ?? ''),
      ]
    },
  ),
  variant(
    '材料12',
    'annual report: raised unit digits, wide commas, borderless table',
    'annual_report',
    'pdf',
    2018,
    second,
    ({ s, r, park, base, options }) => {
      const y = base + 2
      const o = options('latin', 2, { style: 'borderless', say: { style: 'comma' } })
      return [
        title(`${park.name}${y}年度生态工业示范园区工作报告`),
        p(distractions(r, s, 1)[0] ?? ''),
        byYears(s, quantities, [y - 1, y], { ...o, caption: '表1 基础数据', yearAs: String }),
        assessment(s, usual, {
          ...options('latin', 0, { style: 'filled' }),
          columns: ['no', 'name', 'standard', y, 'unit'],
          caption: '表2 指标完成情况',
        }),
      ]
    },
  ),
  variant(
    '材料13',
    'annual report: halves of the year beside the whole, parts of the park beside the total',
    'annual_report',
    'docx',
    2021,
    second,
    ({ s, r, park, base, options }) => {
      const y = base + 2
      const o = options('small', 0)
      const split = (x: string): string[] => {
        const whole = (park.value(x, y) as Decimal).toDecimalPlaces(0)
        const first = whole.mul(r.between(0.45, 0.52).toFixed(3)).toDecimalPlaces(0)
        return [first.toFixed(), whole.minus(first).toFixed(), valueIn(s, x, y, o)]
      }
      const flows = ['energy_consumption', 'freshwater_use', 'wastewater_discharge', 'solid_waste_generated', 'industrial_value_added']
      return [
        title(`${park.name}${y}年度国家生态工业示范园区建设工作报告`),
        free(
          [['项目', '计量单位', '上半年', '下半年', '全年'], ...flows.map((x) => [worded(x, o), unitFor(o.units, x).unit, ...split(x)])],
          1,
          { caption: `表1 ${y}年主要数据（分半年）` },
        ),
        assessment(s, usual, { ...o, columns: ['category', 'name', 'unit', 'standard', y], caption: '表2 指标' }),
      ]
    },
  ),
]
