import { slips } from '../../variants/dossier/slips.ts'
import { quantities } from '../../variants/names.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, letter, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

function area(): Record<string, string> {
  const green = ['5.11', '5.42', '5.77', '6.01']
  return Object.fromEntries(
    [0, 1, 2, 3].flatMap((at) => [
      [`park_area:${at}`, '40'],
      [`green_area:${at}`, green[at] as string],
    ]),
  )
}
export const s04 = unseen(
  {
    id: 's04-formulas',
    about:
      'mean for compound growth, inverted ratio, fraction for percent, a target missed, a project unfinished, doubled that did not, mended late',
    stage: 'acceptance',
    base: 2020,
    set: area(),
  },
  (c) => {
    const projects = ['多元素副产物回收利用项目', '园区储能电站', '电镀废液再生工程', '员工绿色出行示范']
    const subjects = quantities.filter((x) => x !== 'green_area')
    const { park, final } = c
    const level = (subject: string, year: number): number => Number(park.value(subject, year))
    const density = (year: number): number => level('industrial_value_added', year) / level('industrial_land_area', year)
    const acceptanceFile = '验收报告.pdf'
    c.misprint(
      acceptanceFile,
      'hj274.9',
      3,
      slips.set(String(((density(final) / density(final - 3) - 1) / 3) * 100)),
      'formula/recalculation',
      'arithmetic_mean_growth',
    )
    c.misprint(acceptanceFile, 'hj274.13', 3, slips.set(String(1 / level('hj274.13', final))), 'formula/recalculation', 'inverted_ratio')
    c.slip('2023年度工作报告.docx', 'hj274.15:2023', slips.fraction)
    c.misprint(acceptanceFile, 'hj274.15', 3, slips.fraction, 'formula/recalculation', 'percent_fraction')
    const goal = (level('hj274.14', final) * 0.95).toFixed(1)
    for (const file of ['规划.docx', acceptanceFile]) c.slip(file, 'hj274.14:target', () => goal)
    c.due('plan/target-missed', 'hj274.14', final)
    c.due('plan/project-status', projects[1], null)
    c.due('formula/growth', 'renewable_energy_use', final)
    c.told('deadline/rectification')
    for (const file of ['2023年度工作报告.docx', acceptanceFile]) c.slip(file, 'hj274.29:2023', () => '15')
    c.due('standard/undetermined', 'hj274.29', final)
    plan(c, {
      file: '规划.docx',
      printer: 'docx',
      style: { units: 'latin' },
      layout: 2,
      projects,
      subjects,
      scope: '规划四至：东——前进大道；南——南江河；西——外环西路；北——机场高速；规划面积AREA。',
    })
    annual(c, 1, { printer: 'docx', style: { units: 'small' }, layout: 0, subjects, cover: '2022年二季度' })
    annual(c, 2, { printer: 'pdf', file: '2022年度工作报告.pdf', style: { units: 'mixed' }, layout: 3, subjects, cover: '2023年6月30日' })
    annual(c, 3, { printer: 'docx', style: { units: 'small', wording: 1 }, layout: 0, subjects, cover: '2024年2月28日' })
    acceptance(c, {
      file: acceptanceFile,
      printer: 'pdf',
      style: { units: 'small' },
      layout: 1,
      subjects,
      scope: '园区四至：东——前进大道；南——南江河；西——外环西路；北——机场高速；面积AREA。',
      history: ['2021年5月31日，园区获批创建。2024年8月10日，办公室现场核查后反馈核查意见。'],
      tasks: ({ say, base, final: end }) => [
        `可再生能源使用量从${base}年的${say('renewable_energy_use', base)}增长到${end}年的${say('renewable_energy_use', end)}，实现翻一番。`,
      ],
      projects: projects.map((name, i) => [name, i === 1 ? '基建完成，设备安装中，预计下年投运' : '已投运']),
    })
    supporting(c, { printer: 'xlsx-text', style: { units: 'small', wording: 2 }, layout: 0, subjects })
    letter(
      c,
      'rectification',
      '整改情况.docx',
      'docx',
      '关于现场核查意见整改情况的报告',
      ['2024年8月10日，办公室反馈现场核查意见，我区已逐条整改。'],
      [`${c.park.name}管理委员会`, '2024年9月28日'],
    )
    applyForAcceptance(c, '2024年5月31日')
  },
)
