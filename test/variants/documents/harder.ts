import { Decimal } from '../../../rules/engine/decimal.ts'
import { overPeriod } from '../derive.ts'
import { h1, p, title } from '../document.ts'
import { themes } from '../look.ts'
import { unitFor } from '../measures.ts'
import { indicators, quantities } from '../names.ts'
import { distractions } from '../prose.ts'
import { byYears, free, valueIn, worded } from '../tables.ts'
import { noYear, variant } from './draft.ts'

const usual = indicators.filter((id) => !overPeriod.has(id) && !/\.[39]$/.test(id))
const numeric = usual.filter((id) => !/\.(17|18|22)$/.test(id))

export const harder = [
  variant(
    '材料31',
    'annual report: line breaks in heads and names, units behind the name in four ways',
    'annual_report',
    'docx',
    2019,
    ({ base }) => base + 2,
    ({ s, r, park, base, options }) => {
      const y = base + 2
      const o = options('large', 0)
      const ways: ((name: string, unit: string) => string)[] = [
        (n, u) => `${n}，${u}`,
        (n, u) => `${n}/${u}`,
        (n, u) => `${n}(${u})`,
        (n, u) => `${n}\n（${u}）`,
      ]
      const rows = quantities.map((x, i) => [
        (ways[i % 4] as (typeof ways)[number])(worded(x, o), unitFor(o.units, x).unit),
        valueIn(s, x, y - 1, o),
        valueIn(s, x, y, o),
      ])
      return [
        title(`${park.name}${y}年度国家生态工业示范园区建设工作报告`),
        p(distractions(r, s, 1)[0] ?? ''),
        free([['数据名称', `${y - 1}\n年度`, `${y}\n年度`], ...rows], 1, { caption: '表1 基础数据' }),
      ]
    },
  ),
  variant('材料32', 'plan: goals of two years, near and far', 'plan', 'docx', 2020, noYear, ({ s, park, base, final, options }) => {
    const o = options('large', 0)
    const far = (id: string): string => {
      const goal = park.target(id)
      if (!goal) return '—'
      const value = new Decimal(goal.value).mul(/\.(11|14|27|28|10|13|25)$/.test(id) ? '0.9' : '1').toFixed()
      s.facts.push({
        file: s.file,
        subject: id,
        year: final + 3,
        kind: 'target',
        value,
        printed: value,
        unit: unitFor(o.units, id).unit,
        optional: true,
      })
      return goal.op + value
    }
    const rows = numeric.map((id, i) => [
      String(i + 1),
      worded(id, o),
      unitFor(o.units, id).unit,
      valueIn(s, id, base, o),
      s.target(id, unitFor(o.units, id)),
      far(id),
    ])
    return [
      title(`${park.name}国家生态工业示范园区建设规划`),
      p(`规划基准年${base}年，规划期${base + 1}—${final}年，展望到${final + 3}年。`),
      {
        kind: 'table',
        heads: 2,
        caption: '表3-1 规划指标',
        rows: [
          [
            { text: '序号', rows: 2 },
            { text: '指标', rows: 2 },
            { text: '单位', rows: 2 },
            { text: `现状值\n（${base}年）`, rows: 2 },
            { text: '目标值', columns: 2 },
          ],
          [`规划期末（${final}年）`, `展望（${final + 3}年）`],
          ...rows,
        ],
      },
    ]
  }),
  variant(
    '材料33',
    'acceptance: years told in the caption only, degree of completion beside',
    'acceptance_report',
    'docx-plain',
    2018,
    noYear,
    ({ s, park, base, final, options }) => {
      const o = options('mixed', 1)
      const rate = (id: string): string => {
        const [goal, reached] = [park.target(id), park.value(id, final)]
        return goal && reached instanceof Decimal && Number(goal.value) > 0 ? `${reached.div(goal.value).mul(100).toFixed(1)}%` : '—'
      }
      const rows = numeric.map((id) => [
        worded(id, o),
        unitFor(o.units, id).unit,
        valueIn(s, id, base, o),
        s.target(id, { ...unitFor(o.units, id), bare: true }),
        valueIn(s, id, final, o),
        rate(id),
      ])
      return [
        title(`${park.name}国家生态工业示范园区建设验收报告`),
        free([['指标名称', '单位', '基准年值', '目标值', '验收年值', '目标完成率'], ...rows], 1, {
          caption: `表4 规划目标完成情况（基准年${base}年，验收年${final}年）`,
        }),
      ]
    },
  ),
  variant(
    '材料34',
    'acceptance: the park beside other parks and the national mean',
    'acceptance_report',
    'html',
    2019,
    noYear,
    ({ s, r, park, base, final, options }) => {
      const o = options('large', 0)
      const other = (id: string): string => {
        const own = park.value(id, final)
        return own instanceof Decimal ? own.mul(r.between(0.7, 1.3).toFixed(3)).toFixed(unitFor(o.units, id).digits) : '—'
      }
      const few = numeric.filter((id) => /\.(1|2|6|8|11|14|15|16|29)$/.test(id))
      return [
        title(`${park.name}国家生态工业示范园区建设验收报告`),
        p(`基准年${base}年，验收年${final}年。`),
        free(
          [
            ['指标', '单位', '本园区', '苏州工业园区', '全国平均'],
            ...few.map((id) => [worded(id, o), unitFor(o.units, id).unit, valueIn(s, id, final, o), other(id), other(id)]),
          ],
          1,
          { caption: `表7 ${final}年与先进园区对比` },
        ),
        byYears(s, quantities, [base, base + 1, base + 2, final], { ...o, caption: '表8 基础数据' }),
      ]
    },
  ),
  variant(
    '材料35',
    'annual report: quotas beside emissions',
    'annual_report',
    'docx',
    2021,
    ({ base }) => base + 1,
    ({ s, r, park, base, options }) => {
      const y = base + 1
      const o = options('large', 0)
      const quota = (x: string): string => (park.value(x, y) as Decimal).mul(r.between(1.2, 1.9).toFixed(2)).toFixed(0)
      const rows = (themes[4]?.[1] ?? []).map((x) => [worded(x, o).replace('排放量', ''), '吨', quota(x), valueIn(s, x, y, o), '是'])
      return [
        title(`${park.name}${y}年度国家生态工业示范园区建设工作报告`),
        h1('二、污染减排'),
        free([['污染物', '单位', '总量控制指标', `${y}年排放量`, '是否完成'], ...rows], 1, { caption: '表2 主要污染物总量控制完成情况' }),
        h1('三、基础数据'),
        byYears(
          s,
          themes.slice(0, 4).flatMap(([, x]) => x),
          [y],
          { ...o, caption: '表3 基础数据' },
        ),
      ]
    },
  ),
]
