import { centred, h1, h2, p, title } from '../document.ts'
import { themes } from '../look.ts'
import { unitFor } from '../measures.ts'
import { indicators, nameOf, quantities, thresholds } from '../names.ts'
import { distractions, said } from '../prose.ts'
import { assessment, byYears, free, transposed, valueIn, worded } from '../tables.ts'
import { noYear, variant } from './draft.ts'

const numeric = indicators.filter((id) => !/\.(17|18|22)$/.test(id))

export const plans = [
  variant(
    '材料01',
    'plan: two header levels, base year and goal under one head, footnote digits on names',
    'plan',
    'docx',
    2019,
    noYear,
    ({ s, r, park, base, final, options }) => {
      const o = options('large', 1)
      const rows = indicators.map((id, i) => [
        String(i + 1),
        `${worded(id, o)}${i % 9 === 5 ? '^1^' : ''}`,
        unitFor(o.units, id).unit || '—',
        valueIn(s, id, base, o),
        s.target(id, unitFor(o.units, id)),
        s.standard(id, thresholds[id] ?? ''),
      ])
      return [
        title(`${park.name}生态工业示范园区建设规划（${base + 1}—${final}）`),
        h1('1 总则'),
        h2('1.1 规划范围与期限'),
        p(`规划期限：${base + 1}年至${final}年，以${base}年为基准年。`),
        p(distractions(r, s, 1)[0] ?? ''),
        h1('4 总体设计'),
        h2('4.3 指标体系'),
        {
          kind: 'table',
          caption: '表4-2 规划目标指标值',
          heads: 2,
          rows: [
            [
              { text: '编号', rows: 2 },
              { text: '指标', rows: 2 },
              { text: '单位', rows: 2 },
              { text: '指标值', columns: 2 },
              { text: '国家标准', rows: 2 },
            ],
            [`基准年（${base}）`, `规划目标（${final}）`],
            ...rows,
          ],
          note: '注：1 扣除往年贮存量。',
        },
        p(distractions(r, s, 2)[1] ?? ''),
      ]
    },
  ),
  variant(
    '材料02',
    'plan: almost all in sentences; goals in sentences',
    'plan',
    'pdf',
    2020,
    noYear,
    ({ s, r, park, base, final, units }) => {
      const u = units('mixed')
      const v = (x: string): string => said(s, x, base, u)
      const goal = (id: string): string => s.target(id, { ...unitFor(u, id), bare: true })
      const [a, b, c, d] = distractions(r, s, 4)
      return [
        title(`${park.name}国家生态工业示范园区建设规划`),
        centred(`二〇二一年三月`),
        h1('一、现状'),
        p(
          `本规划以${base}年为基准年，目标年为${final}年。${base}年，全区实现工业增加值${v('industrial_value_added')}、工业总产值${v('industrial_output_value')}，其中高新技术企业工业总产值${v('hightech_output_value')}，年末工业从业人员数${v('industrial_employees')}。`,
        ),
        p(a ?? ''),
        p(
          `能源方面，当年工业综合能耗总量${v('energy_consumption')}，其中可再生能源使用量${v('renewable_energy_use')}，二氧化碳排放量${v('co2_emission')}。${b ?? ''}`,
        ),
        p(
          `用水方面，工业新鲜水用量${v('freshwater_use')}，工业重复用水量${v('reused_water')}，再生水回用量${v('reclaimed_water_use')}，污水集中处理量${v('sewage_treated')}，工业废水排放量为${v('wastewater_discharge')}。`,
        ),
        p(
          `${base}年，园区化学需氧量、氨氮、二氧化硫和氮氧化物排放量分别为${v('cod_emission')}、${v('ammonia_nitrogen_emission')}、${v('so2_emission')}和${v('nox_emission')}。`,
        ),
        p(c ?? ''),
        h1('二、目标'),
        p(
          `到${final}年，力争人均工业增加值达到${goal('hj274.2')}万元/人以上，工业固体废物综合利用率不低于${goal('hj274.6')}%，单位工业增加值综合能耗控制在${goal('hj274.11')}tce/万元以内，工业用水重复利用率达到${goal('hj274.15')}%，绿化覆盖率达到${goal('hj274.29')}%。`,
        ),
        p(d ?? ''),
        h1('三、保障措施'),
        p('加强组织领导，强化项目支撑，完善监测评估。'),
      ]
    },
  ),
  variant(
    '材料03',
    'plan: key-value table of the base year with sources; goals by category with the goal first',
    'plan',
    'html',
    2018,
    noYear,
    ({ s, park, base, final, options, source }) => {
      const o = options('small', 2, { source })
      const rows = quantities.map((x) => [worded(x, o), valueIn(s, x, base, o), unitFor(o.units, x).unit, source(x)])
      return [
        title(`${park.name}创建国家生态工业示范园区建设规划`),
        p(`规划基准年：${base}年　规划目标年：${final}年`),
        free([['名称', '数值', '单位', '来源'], ...rows], 1, { caption: `表 2-1　${base}年园区基础数据` }),
        assessment(s, numeric, {
          ...options('small', 0),
          source,
          columns: ['category', 'name', 'target', base, 'unit', 'source'],
          heads: { target: `${final}年目标` },
          yearAs: (y) => `${y}年现状值`,
          caption: '表 4-1　规划指标',
        }),
      ]
    },
  ),
  variant(
    '材料04',
    'plan: landscape, two half tables of indicators side by side',
    'plan',
    'pdf-wide',
    2021,
    noYear,
    ({ s, r, park, base, final, options }) => {
      const o = options('latin', 1)
      const cells = (id: string | undefined): string[] =>
        id
          ? [worded(id, o), unitFor(o.units, id).unit || '—', valueIn(s, id, base, o), s.target(id, unitFor(o.units, id))]
          : ['', '', '', '']
      const half = Math.ceil(numeric.length / 2)
      const head = ['指标', '单位', `${base}年`, `${final}年目标`]
      return [
        title(`${park.name}国家生态工业示范园区建设规划`),
        p(`规划基准年为${base}年，规划期${base + 1}—${final}年。${distractions(r, s, 1)[0] ?? ''}`),
        free([[...head, ...head], ...Array.from({ length: half }, (_, i) => [...cells(numeric[i]), ...cells(numeric[half + i])])], 1, {
          caption: '表3　指标与目标',
        }),
        transposed(s, themes[2]?.[1] ?? [], [base - 2, base - 1, base], { ...o, caption: '表1　近年用水' }),
      ]
    },
  ),
  variant(
    '材料05',
    'plan: three-line tables, one category a table, base value in brackets of the head',
    'plan',
    'docx-plain',
    2020,
    noYear,
    ({ s, r, park, base, final, options }) => {
      const o = options('odd', 3, { style: 'three-line' })
      return [
        title(`${park.name}国家生态工业示范园区建设规划`),
        p(`（规划期：${base + 1}—${final}年；基准年：${base}年）`),
        h1('第二章 现状'),
        ...themes.map(([theme, subjects], i) =>
          byYears(
            s,
            subjects,
            [base],
            { ...o, caption: `表2-${i + 1} ${theme}现状`, yearAs: (y) => `${y}年数值` },
            { name: '项目', unit: '单位' },
          ),
        ),
        h1('第四章 目标'),
        assessment(s, numeric.slice(0, 14), {
          ...o,
          columns: ['name', 'unit', 'standard', base, 'target'],
          heads: { standard: '标准', target: '目标' },
          yearAs: (y) => `现状（${y}）`,
          caption: '表4-1 经济与资源指标',
        }),
        assessment(s, numeric.slice(14), {
          ...o,
          columns: ['name', 'unit', 'standard', base, 'target'],
          heads: { standard: '标准', target: '目标' },
          yearAs: (y) => `现状（${y}）`,
          caption: '表4-2 环境与信息指标',
        }),
        p(distractions(r, s, 1)[0] ?? ''),
        p(`注：${nameOf('hj274.6')}已扣除往年贮存量。`),
      ]
    },
  ),
]
