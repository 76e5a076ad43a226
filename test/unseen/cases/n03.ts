import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, letter, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

/** Nothing is wrong here; much looks as if. Rounded prose, other units, labelled price bases, old events, denials, names that vary a little. */

export const n03 = unseen(
  {
    id: 'n03-clean-changed',
    about: 'no defect but a change told and reported in time, an extension used, month-only dates',
    stage: 'acceptance',
    base: 2017,
    manifest: {},
  },
  (c) => {
    const projects = ['冶金渣建材化利用项目', '园区污水厂再生水工程', '富余煤气发电项目', '生物质热电联产项目']
    plan(c, {
      printer: 'docx-plain',
      style: { units: 'small' },
      layout: 2,
      projects,
      projectsAs: 'sum',
      scope: '园区北起滨河北路，南至吴山南路，东起学院路，西至绕城高速，规划用地AREA。',
      optional: [2, 6, 8, 12, 15, 16, 28],
    })
    const optional = [2, 6, 8, 12, 15, 16, 28]
    annual(c, 1, { printer: 'docx', style: { units: 'mixed', wording: 1 }, layout: 3, optional, cover: '2019年上半年' })
    annual(c, 2, {
      printer: 'pdf',
      file: '2019年度报告.pdf',
      style: { units: 'latin', wording: 1 },
      layout: 2,
      optional,
      cover: '2020-06-29',
    })
    annual(c, 3, {
      printer: 'docx',
      style: { units: 'small', table: 'filled' },
      layout: 0,
      optional,
      cover: '2021.6.30',
      work: () => ['2020年8月31日，园区管理机构由区管委会调整为市属园区发展中心，已于2021年2月向省级主管部门书面报告。'],
    })
    acceptance(c, {
      printer: 'docx',
      style: { units: 'large', wording: 1 },
      layout: 3,
      optional,
      scope: '园区范围为：北至滨河北路，东至学院路，南至吴山南路，西至绕城高速，规划面积AREA。',
      history: ['2018年5月，省生态环境厅等三部门批复同意开展创建。因疫情影响，园区申请延期一年，经批准延期至2022年5月。'],
      tasks: ({ base, final, say }) => [
        `${final}年可再生能源使用量为${say('renewable_energy_use', final)}，高于${base}年的${say('renewable_energy_use', base)}。`,
      ],
      projects: [
        ['冶金渣建材化利用项目', '完成'],
        ['园区污水厂再生水工程', '完成，规模2万吨/日'],
        ['富余煤气发电项目', '完成'],
        ['生物质热电联产项目（后更名为农林生物质热电联产项目）', '完成并投运'],
      ],
      law: ['除名称、范围等未作调整外，管理机构的变化已按规定报告。建设期内未发生环境污染事件、环境犯罪和行政处罚。'],
    })
    supporting(c, { printer: 'xlsx', style: { units: 'mixed' }, layout: 2 })
    letter(
      c,
      'change_report',
      '重大调整报告.docx',
      'docx',
      `关于${c.park.name}管理机构调整的报告`,
      [
        '一、调整事项：2020年8月31日，园区管理机构调整为市属园区发展中心。',
        '二、调整原因：落实机构改革要求。',
        '三、应对方案：明确专门部门承接创建工作。',
      ],
      [c.park.name, '2021年2月28日'],
    )
    c.told('risk/organisation-change')
    applyForAcceptance(c, '2022年3月20日')
  },
)
