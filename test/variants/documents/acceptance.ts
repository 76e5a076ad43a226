import { overPeriod } from '../derive.ts'
import { centred, h1, h2, p, title } from '../document.ts'
import { themes } from '../look.ts'
import { unitFor } from '../measures.ts'
import { categories, indicators, nameOf, quantities, thresholds } from '../names.ts'
import { distractions, said } from '../prose.ts'
import { assessment, byYears, free, sideBySide, transposed, valueIn, worded } from '../tables.ts'
import { noYear, type Pen, variant } from './draft.ts'

const whole = (id: string): boolean => overPeriod.has(id) || /\.[39]$/.test(id)
const shown =
  (final: number) =>
  (id: string, year: number): boolean =>
    !whole(id) || year === final
const opening = ({ park, base, final }: Pen): string =>
  `${park.name}自${base + 1}年启动创建，以${base}年为基准年，建设期${base + 1}—${final}年，验收年为${final}年。`

export const acceptances = [
  variant('材料14', 'acceptance: three header levels', 'acceptance_report', 'docx', 2019, noYear, (pen) => {
    const { s, base, final, options, park } = pen
    const o = options('large', 0, { none: '-' })
    const rows = indicators.map((id, i) => [
      String(i + 1),
      worded(id, o),
      unitFor(o.units, id).unit || '—',
      s.standard(id, thresholds[id] ?? ''),
      s.target(id, unitFor(o.units, id)),
      ...pen.years.map((y) => (shown(final)(id, y) ? valueIn(s, id, y, o) : '-')),
    ])
    return [
      title(`${park.name}国家生态工业示范园区建设验收报告`),
      p(opening(pen)),
      {
        kind: 'table',
        caption: '表5-1 指标完成情况',
        heads: 3,
        landscape: true,
        rows: [
          [
            { text: '序号', rows: 3 },
            { text: '指标名称', rows: 3 },
            { text: '单位', rows: 3 },
            { text: '要求', columns: 2 },
            { text: '指标值', columns: 4 },
          ],
          [{ text: '标准值', rows: 2 }, { text: '目标值', rows: 2 }, { text: '基准年' }, { text: '建设期', columns: 3 }],
          [`${base}年`, `${base + 1}年`, `${base + 2}年`, `${final}年`],
          ...rows,
        ],
      },
    ]
  }),
  variant('材料15', 'acceptance: a column of calculations beside the results', 'acceptance_report', 'docx', 2020, noYear, (pen) => {
    const { s, final, options, park, r } = pen
    const o = options('mixed', 0)
    const v = (x: string): string => said(s, x, final, o.units)
    const line = (id: string, a: string, b: string, percent = ''): string[] => [
      worded(id, o),
      `${worded(a, o)}/${worded(b, o)}${percent}＝${v(a)}/${v(b)}${percent}`,
      v(id),
      pen.source(a),
    ]
    return [
      title(`${park.name}国家生态工业示范园区验收报告`),
      p(opening(pen)),
      p(distractions(r, s, 1)[0] ?? ''),
      free(
        [
          ['指标', '计算过程', `${final}年结果`, '数据来源'],
          line('hj274.1', 'hightech_output_value', 'industrial_output_value', '×100%'),
          line('hj274.2', 'industrial_value_added', 'industrial_employees'),
          line('hj274.11', 'energy_consumption', 'industrial_value_added'),
          line('hj274.12', 'renewable_energy_use', 'energy_consumption', '×100%'),
          line('hj274.14', 'freshwater_use', 'industrial_value_added'),
          line('hj274.16', 'reclaimed_water_use', 'sewage_treated', '×100%'),
          line('hj274.29', 'green_area', 'park_area', '×100%'),
          line('hj274.30', 'disclosure_done', 'disclosure_due', '×100%'),
        ],
        1,
        { caption: '表6 指标计算过程表' },
      ),
    ]
  }),
  variant(
    '材料16',
    'acceptance: merged categories over many pages, continued tables',
    'acceptance_report',
    'pdf-wide',
    2018,
    noYear,
    (pen) => {
      const { s, final, options, park, years, source } = pen
      const o = options('latin', 1, { none: '/' })
      return [
        title(`${park.name}国家生态工业示范园区建设验收报告`),
        p(opening(pen)),
        assessment(s, indicators, {
          ...o,
          source,
          shown: shown(final),
          columns: ['category', 'no', 'name', 'unit', ...years, 'target', 'standard', 'source', 'verdict'],
          caption: '表3　考核指标完成情况',
        }),
        byYears(s, quantities, years, { ...options('latin', 2), source, numbered: true, caption: '表4　基础数据' }),
      ]
    },
  ),
  variant(
    '材料17',
    'acceptance: three-line tables split by theme, years as bare numbers',
    'acceptance_report',
    'pdf',
    2021,
    noYear,
    (pen) => {
      const { s, final, options, park, years, r } = pen
      const o = options('mixed', 1, { style: 'three-line', yearAs: String, none: '—' })
      return [
        title(`${park.name}国家生态工业示范园区建设验收报告`),
        p(opening(pen)),
        ...categories.flatMap(([category, from, to], i) => [
          h2(`4.${i + 1} ${category}`),
          assessment(
            s,
            indicators.filter((id) => Number(id.slice(6)) >= from && Number(id.slice(6)) <= to),
            {
              ...o,
              shown: shown(final),
              columns: ['name', 'unit', 'standard', 'target', ...years],
              caption: `表4-${i + 1} ${category}指标`,
            },
          ),
        ]),
        p(distractions(r, s, 1)[0] ?? ''),
        sideBySide(s, themes[3]?.[1] ?? [], years.slice(2), { ...o, caption: '表4-6 固体废物' }),
      ]
    },
  ),
  variant(
    '材料18',
    'acceptance: calculations in sentences of several forms, from A to B, lists',
    'acceptance_report',
    'docx-plain',
    2019,
    noYear,
    (pen) => {
      const { s, r, base, final, options, park, units } = pen
      const u = units('large')
      const v = (x: string, y = final): string => said(s, x, y, u)
      const n = (x: string): string => nameOf(x)
      const [a, b] = distractions(r, s, 2)
      // One sentence states the three completeness indicators at once.
      for (const id of ['hj274.20', 'hj274.23', 'hj274.31'])
        s.facts.push({ file: s.file, subject: id, year: final, kind: 'actual', value: '100', printed: '100', unit: '%', optional: true })
      const waste = '工业固体废物综合利用率＝工业固体废物综合利用量÷（工业固体废物产生量＋综合利用往年贮存量）×100%'
      return [
        title(`关于${park.name}国家生态工业示范园区建设的验收报告`),
        p(opening(pen)),
        h1('五、主要指标计算'),
        p(
          `1．人均工业增加值。公式：工业增加值÷工业企业从业人员数。${final}年工业增加值${v('industrial_value_added')}，工业企业从业人员数${v('industrial_employees')}，计算得${v('hj274.2')}。`,
        ),
        p(
          `2．${waste}。${final}年：${v('solid_waste_utilized')}÷（${v('solid_waste_generated')}＋${v('solid_waste_prior_stock_utilized')}）×100%＝${v('hj274.6')}。`,
        ),
        p(`3．单位工业增加值综合能耗＝${v('energy_consumption')}÷${v('industrial_value_added')}＝${v('hj274.11')}。`),
        p(
          `4．工业用水重复利用率（%）=工业重复用水量/（工业重复用水量+工业新鲜水用量）×100=${v('reused_water')}/(${v('reused_water')}+${v('freshwater_use')})×100%=${v('hj274.15')}。`,
        ),
        h1('六、变化'),
        p(
          `与${base}年相比，化学需氧量排放量由${v('cod_emission', base)}下降到${v('cod_emission')}，氨氮排放量从${v('ammonia_nitrogen_emission', base)}降至${v('ammonia_nitrogen_emission')}。`,
        ),
        p(
          `${base}年至${final}年，单位工业用地面积工业增加值由${v('hj274.8', base)}提高到${v('hj274.8')}；${base}年、${base + 1}年、${base + 2}年和${final}年的工业固体废物产生量分别为${pen.years
            .map((y) => v('solid_waste_generated', y))
            .slice(0, 3)
            .join('、')}和${v('solid_waste_generated')}。`,
        ),
        p(`${a ?? ''}${b ?? ''}`),
        p(`${final}年，${n('hj274.20')}、${n('hj274.23')}和${n('hj274.31')}均达到100%。`),
        transposed(s, ['industrial_value_added', 'energy_consumption', 'co2_emission'], pen.years, {
          ...options('large', 0),
          caption: '表1 主要数据',
        }),
      ]
    },
  ),
  variant(
    '材料19',
    'acceptance: amounts with their units in the cells, thin spaces, Chinese minus',
    'acceptance_report',
    'html',
    2020,
    noYear,
    (pen) => {
      const { s, final, options, park, years } = pen
      const o = options('large', 0, { unitIn: 'cell', none: '－', say: { style: 'thin', minus: '－' } })
      return [
        title(`${park.name}国家生态工业示范园区建设验收报告`),
        centred(`${final + 1}年6月`),
        p(opening(pen)),
        byYears(s, quantities, years, { ...o, caption: '基础数据表' }),
        assessment(
          s,
          indicators.filter((id) => Number(id.slice(6)) > 7),
          { ...o, shown: shown(final), columns: ['name', ...years, 'standard'], caption: '指标对照表' },
        ),
      ]
    },
  ),
]
