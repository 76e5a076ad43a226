import { readRegulation } from '../../../../rules/regulations/index.ts'
import type { Check } from '../../../../schemas/finding.ts'
import type { Report, ReportDocument } from '../../../../schemas/report.ts'
import { sampleAssessment } from './sample-assessment.ts'
import { fact, row, standard } from './sample-facts.ts'
import { sampleFindings } from './sample-findings.ts'

export const regulation = readRegulation('draft')

const document = (id: string, file: string, role: ReportDocument['role'], more: Partial<ReportDocument> = {}): ReportDocument => ({
  id,
  file,
  role,
  year: null,
  status: 'parsed',
  pages: 12,
  ocrPages: 0,
  sha256: id.repeat(32),
  problem: null,
  hiddenSheets: [],
  ...more,
})

const documents = [
  document('d1', '规划/建设规划.docx', 'plan', { pages: 86 }),
  document('d2', '年报/2020年度工作报告.pdf', 'annual_report', { year: 2020, pages: 24 }),
  document('d3', '年报/2021年度工作报告.pdf', 'annual_report', { year: 2021, pages: 26 }),
  document('d4', '年报/2022年度工作报告.pdf', 'annual_report', { year: 2022, pages: 31 }),
  document('d5', '验收报告.docx', 'acceptance_report', { pages: 118 }),
  document('d6', '数据支撑材料.xlsx', 'supporting_data', { pages: 6, hiddenSheets: ['旧口径', '草稿<2>'] }),
  document('d7', '环境守法承诺书.pdf', 'commitment', { status: 'failed', pages: 0, problem: '文件有打开密码。请换成没有密码的副本。' }),
  document('d8', '统计台账扫描件.pdf', 'other', {
    status: 'partial',
    pages: 14,
    ocrPages: 14,
    problem: '第9页：图像过暗，未能识读；第12页：表格线残缺。',
  }),
]

const money = ['亿元', 4] as const
const wan = ['万元', 0] as const
const water = ['万立方米', 4] as const
const section = '三、指标完成情况 › 3.1 基础数据'

const facts = [
  ...row('d2', 'industrial_value_added', money, { 2019: '258.43', 2020: '273.16' }, { page: 11, top: 262, table: 3, row: 3 }),
  ...row('d3', 'industrial_value_added', money, { 2020: '273.16', 2021: '306.52' }, { page: 12, top: 282, table: 3, row: 3 }),
  ...row('d3', 'industrial_output_value', money, { 2020: '1 012.40', 2021: '1 139.75' }, { page: 12, top: 262, table: 3, row: 2 }),
  ...row('d4', 'industrial_value_added', money, { 2021: '306.52', 2022: '356.42' }, { page: 14, top: 302, table: 3, row: 3 }),
  ...row(
    'd5',
    'industrial_value_added',
    money,
    { 2019: '258.43', 2020: '273.16', 2021: '305.62', 2022: '356.42' },
    { table: 2, row: 3, section },
  ),
  ...row('d5', 'freshwater_use', water, { 2019: '1702.0', 2020: '174.8', 2021: '1845.2', 2022: '1961.0' }, { table: 2, row: 5, section }),
  ...row('d2', 'freshwater_use', water, { 2019: '1702', 2020: '1748' }, { page: 12, top: 332, table: 3, row: 6 }),
  ...row(
    'd6',
    'industrial_value_added',
    wan,
    { 2019: '2584300', 2020: '2731600', 2021: '3065200', 2022: '3564200' },
    { sheet: '指标表', row: 6 },
  ),
  ...row(
    'd6',
    'energy_consumption',
    ['tce', 0],
    { 2019: '1120600', 2020: '1146300', 2021: '1207900', 2022: '1287000' },
    { sheet: '指标表', row: 9 },
  ),
  ...row('d5', 'hj274.9', ['%', 0], { 2022: '8.6' }, { table: 5, row: 9, section: '三、指标完成情况 › 3.3 经济发展' }),
  ...row('d5', 'hj274.25', ['1', 0], { 2022: '0.32' }, { table: 5, row: 25, section: '三、指标完成情况 › 3.6 环境保护' }),
  ...row('d5', 'hj274.15', ['%', 0], { 2022: '75' }, { table: 5, row: 15, section: '三、指标完成情况 › 3.4 资源节约' }),
  ...row('d5', 'industrial_land_area', ['km2', 0], { 2019: '22.40', 2022: '24.58' }, { table: 2, row: 8, section }),
  fact({
    id: 'd4-co2-2022',
    document: 'd4',
    subject: 'co2_emission',
    year: 2022,
    raw: '213.5万吨',
    value: '213.5',
    unit: '万吨',
    canonical: '2135000',
    statedIn: 'prose',
    source: {
      text: '开发区统计局《2022年统计年报》',
      evidence: fact({ id: 's', document: 'd4', subject: 'co2_emission', year: 2022, raw: '', evidence: {} }).evidence,
    },
    evidence: {
      page: 17,
      bbox: [142, 401, 196, 415],
      section: '四、减污降碳',
      paragraph: 63,
      text: '2022年，园区二氧化碳排放量为213.5万吨，较上年下降3.2%，单位工业增加值二氧化碳排放量持续下降。',
    },
  }),
  fact({
    id: 'd6-co2-2022',
    document: 'd6',
    subject: 'co2_emission',
    year: 2022,
    raw: '213.5吨',
    value: '213.5',
    unit: '吨',
    canonical: '213.5',
    evidence: { sheet: '旧口径', cell: 'F12', text: '213.5吨' },
  }),
  fact({
    id: 'd1-target-1',
    document: 'd1',
    subject: 'hj274.1',
    year: 2022,
    kind: 'target',
    raw: '≥35%',
    value: '35',
    unit: '%',
    operator: '>=',
    evidence: { table: 7, row: 2, column: 6, section: '五、规划目标', text: '高新技术企业工业总产值占比 | % | ≥30 | 33.8 | ≥35%' },
  }),
  fact({
    id: 'd5-hj274.1-2022',
    document: 'd5',
    subject: 'hj274.1',
    year: 2022,
    raw: '34.1',
    value: '34.1',
    unit: '%',
    evidence: { table: 5, row: 1, column: 6, section: '三、指标完成情况', text: '34.1' },
  }),
  fact({
    id: 'd5-growth',
    document: 'd5',
    subject: 'hightech_output_value',
    year: 2022,
    raw: '452.60亿元',
    value: '452.60',
    unit: '亿元',
    canonical: '4526000',
    statedIn: 'prose',
    evidence: { section: '二、创建过程', paragraph: 41, text: '高新技术企业产值达到452.60亿元，比上年增长9.6%，占园区工业总产值的34.1%。' },
  }),
]

const check = (rule: string, outcome: Check['outcome'], subject: string | null, year: number | null, why: string | null = null): Check => ({
  rule,
  outcome,
  subject,
  year,
  why,
})
const years = [2019, 2020, 2021, 2022]
const checks: Check[] = [
  ...sampleFindings.map(({ rule, subject, year }) => check(rule, 'failed', subject, year)),
  ...standard.indicators.slice(0, 20).map(({ id }) => check('standard/threshold', 'passed', id, 2022)),
  ...standard.quantities.slice(0, 24).flatMap(({ id }) => years.map((year) => check('consistency/annual-acceptance', 'passed', id, year))),
  ...standard.quantities.slice(0, 12).flatMap(({ id }) => years.map((year) => check('consistency/supporting-data', 'passed', id, year))),
  check('formula/recalculation', 'skipped', 'hj274.26', 2022, '缺基准年（2019年）二氧化碳排放量'),
  check('formula/recalculation', 'skipped', 'hj274.12', 2022, '材料没有给出可再生能源使用量'),
  check('formula/recalculation', 'skipped', 'hj274.12', 2021, '材料没有给出可再生能源使用量'),
  check('formula/recalculation', 'skipped', 'hj274.12', 2020, '材料没有给出可再生能源使用量'),
  check('deadline/construction-period', 'skipped', null, null, '未见批准建设的日期，可在 dossier.json 写 approvedOn'),
  check('scope/boundary', 'skipped', 'park_area', null, '只有一份材料写了四至'),
]

const count = (severity: string) => sampleFindings.filter((finding) => finding.severity === severity).length
const outcomes = (outcome: string) => checks.filter((entry) => entry.outcome === outcome).length

/** An invented park's report with every kind of finding, hostile text included. */
export const sampleReport: Report = {
  schemaVersion: 1,
  chapters: regulation.chapters,
  standard: standard.shortName,
  editions: [
    { id: regulation.id, name: regulation.name, kind: 'regulation', note: regulation.note },
    { id: standard.id, name: standard.name, kind: 'standard', note: standard.note },
  ],
  dossier: { park: '江澜经济技术开发区', stage: 'acceptance', region: '江苏省', baseYear: 2019, finalYear: 2022 },
  documents,
  facts,
  findings: sampleFindings,
  checks,
  assessment: sampleAssessment,
  subjects: [
    ...standard.quantities.map(({ id, zh, unit }) => ({ id, zh, unit, formula: null })),
    ...standard.indicators.map(({ id, zh, unit, formula }) => ({ id, zh, unit, formula })),
  ],
  rules: [
    { id: 'consistency/annual-acceptance', title: '年度工作报告与验收报告的同一数据应当一致' },
    { id: 'consistency/supporting-data', title: '报告与数据支撑材料的同一数据应当一致' },
    { id: 'formula/recalculation', title: '指标值应当能由同一材料的数据算出' },
    { id: 'formula/component-sum', title: '各分项相加应当等于合计' },
    { id: 'formula/growth', title: '增长率应当与前后两年的数值相符' },
    { id: 'standard/threshold', title: '必选指标应当达到标准' },
    { id: 'standard/undetermined', title: '按印出的位数应当能判定是否达标' },
    { id: 'plan/target-missed', title: '验收年的数值应当达到规划目标' },
    { id: 'plan/project-status', title: '重点支撑项目应当建成' },
    { id: 'completeness/required-document', title: '应交的材料应当齐全' },
    { id: 'completeness/unreadable-document', title: '每份材料应当能读取' },
    { id: 'risk/penalty', title: '建设期内的行政处罚应当说明' },
  ],
  standing: null,
  evaluation: [],
  form: null,
  forPerson: [],
  summary: {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    checksPassed: outcomes('passed'),
    checksFailed: outcomes('failed'),
    checksSkipped: outcomes('skipped'),
  },
}
