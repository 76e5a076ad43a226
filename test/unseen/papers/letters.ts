import type { Block, PrinterName } from '../../variants/document.ts'
import { centred, h2, p, title } from '../../variants/document.ts'
import { themes } from '../../variants/look.ts'
import { quantities } from '../../variants/names.ts'
import { byYears, transposed } from '../../variants/tables.ts'
import type { Casebook } from '../casebook.ts'
import type { Style } from '../pen.ts'
import { long } from './tables.ts'

const right = (text: string): Block => ({ kind: 'paragraph', text, align: 'right' })
const office: Style = { units: 'mixed' }

/** A paper that states no value of the park: letters, opinions, explanations. */
export function letter(
  c: Casebook,
  role: string,
  file: string,
  printer: PrinterName,
  head: string,
  lines: string[],
  signed: string[],
): void {
  c.file(c.pen(file, office), role, null, printer, [title(head), ...lines.map(p), ...signed.map(right)])
}

/** The application for acceptance, signed on a day as printed. */
export function applyForAcceptance(
  c: Casebook,
  signedOn: string,
  more: string[] = [],
  file = '验收申请.docx',
  printer: PrinterName = 'docx',
): void {
  const { name, region } = c.park
  letter(
    c,
    'application',
    file,
    printer,
    `${name}管理委员会关于申请国家生态工业示范园区验收的请示`,
    [
      `${region}生态环境厅、商务厅、科学技术厅：`,
      `我区已按建设规划完成各项创建任务，现申请对${name}国家生态工业示范园区组织验收。`,
      ...more,
      '妥否，请批示。',
    ],
    [`${name}管理委员会`, signedOn],
  )
}

export function applyForCreation(
  c: Casebook,
  signedOn: string,
  more: string[] = [],
  file = '创建申请.docx',
  printer: PrinterName = 'docx',
): void {
  const { name, region } = c.park
  letter(
    c,
    'application',
    file,
    printer,
    `关于${name}创建国家生态工业示范园区的申请`,
    [
      `${region}生态环境厅、商务厅、科学技术厅：`,
      `${name}已编制《建设规划》及技术支撑报告，基础条件较好，现申请创建国家生态工业示范园区。`,
      ...more,
    ],
    [`${name}管理委员会`, signedOn],
  )
}

export const commitmentLines = (c: Casebook): string[] => [
  `${c.park.name}管理委员会就申请创建之日前三年（${c.base - 2}年1月1日至${c.base}年12月31日）环境守法情况承诺如下：`,
  '一、有效贯彻执行国家和地方环境保护法律、法规、制度、政策及环境国际公约，未发生严重污染环境事件或重大、特别重大突发环境事件。',
  '二、重点排污单位、实行排污许可重点管理的排污单位稳定达标排放。',
  '三、所有企业完成国家或地方重点污染物总量控制指标。',
  '四、具有完善的环境风险管理制度、排污单位自行监测监督管理制度和环境应急保障措施。',
]

export function commitment(c: Casebook, file = '环境守法承诺书.docx', printer: PrinterName = 'docx-plain'): void {
  letter(c, 'commitment', file, printer, '环境守法承诺书', commitmentLines(c), [
    `${c.park.name}管理委员会（盖章）`,
    `${c.base + 1}年3月1日`,
  ])
}

export function planningEia(c: Casebook, scope: string, file = '规划环评审查意见.docx', printer: PrinterName = 'docx'): void {
  const { name, region } = c.park
  letter(
    c,
    'planning_eia',
    file,
    printer,
    `关于《${name}总体规划环境影响报告书》的审查意见`,
    [
      `${name}管理委员会：`,
      `你委报送的《${name}总体规划环境影响报告书》收悉，经审查提出以下意见。`,
      scope,
      '一、坚持生态优先，严格生态环境准入。',
      '二、加强环境风险防控和跟踪监测，适时开展跟踪评价。',
    ],
    [`${region}生态环境厅`, `${c.base}年9月12日`],
  )
}

export type DataText = {
  file?: string
  printer: PrinterName
  style: Style
  layout: 0 | 1 | 2
  years?: number[]
  subjects?: readonly string[]
}

/** The supporting data. */
export function supporting(c: Casebook, o: DataText): void {
  const pen = c.pen(o.file ?? '数据支撑材料.xlsx', o.style)
  const { s, park } = pen
  const years = o.years ?? pen.years
  const subjects = o.subjects ?? quantities
  const { style: _, ...options } = pen.options
  const mine = (all: readonly string[]): string[] => all.filter((x) => subjects.includes(x))
  const blocks: Block[] =
    o.layout === 0
      ? themes.map(([theme, all], i) =>
          byYears(
            s,
            mine(all),
            years,
            { ...options, sheet: `${i + 1}${theme}`, caption: `${park.name}${theme}台账汇总` },
            { name: '统计指标', unit: '单位' },
          ),
        )
      : o.layout === 1
        ? [
            transposed(s, mine(quantities).slice(0, 15), years, { ...options, sheet: '数据一' }, true, '年份'),
            transposed(s, mine(quantities).slice(15), years, { ...options, sheet: '数据二' }, true, '年份'),
          ]
        : [long(pen, mine(quantities), years, `${park.name}数据支撑材料`)]
  c.file(
    pen,
    'supporting_data',
    null,
    o.printer,
    o.layout === 2 && !o.printer.startsWith('xls') ? [title(`${park.name}验收数据支撑材料`), ...blocks] : blocks,
  )
}

/** The technical support report of the plan. */
export function supportReport(c: Casebook, o: { file?: string; printer: PrinterName; style: Style; more?: string[] }): void {
  const pen = c.pen(o.file ?? '技术支撑报告.docx', o.style)
  const { s, base, park, options } = pen
  c.file(pen, 'support_report', null, o.printer, [
    title(`${park.name}国家生态工业示范园区建设规划技术支撑报告`),
    centred(`${park.name}管理委员会　${base + 1}年2月`),
    pen.head('园区基础分析'),
    p(
      `${base}年，园区实现${pen.name('industrial_value_added')}${pen.say('industrial_value_added', base)}，工业用地${pen.say('industrial_land_area', base)}。`,
    ),
    ...(o.more ?? []).map(p),
    pen.head('物质流与能量流分析'),
    h2('近三年数据'),
    ...themes.map(([theme, all], i) =>
      byYears(s, all, [base - 2, base - 1, base], { ...options, caption: `表${i + 1} ${theme}` }, { name: '数据', unit: '单位' }),
    ),
    pen.head('目标可达性论证'),
    p('经测算，各项目标在规划期内可以达到。'),
  ])
}
