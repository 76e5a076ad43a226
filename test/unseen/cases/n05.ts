import { unseen } from '../casebook.ts'
import { commitmentLines, letter, planningEia, supportReport } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

export const n05 = unseen(
  {
    id: 'n05-clean-creation-bound',
    about: 'no defect; creation; the commitment is bound into the application',
    stage: 'creation',
    base: 2022,
    manifest: {},
  },
  (c) => {
    plan(c, {
      printer: 'docx',
      file: '建设规划.docx',
      style: { units: 'mixed', wording: 1, heading: 3 },
      layout: 1,
      projectsAs: 'list',
      optional: [1, 2, 3, 6, 8, 11, 14, 15, 27],
      projects: ['绿色工厂创建工程', '化工废盐资源化项目', '园区循环水系统改造', '工业固废分选中心'],
      scope: '园区位于城区东南，东至海棠路、西至青年河、南至高铁线、北至解放大道，规划面积AREA。',
      status: () => ['邻近的滨海化工区2021年发生甲醇泄漏，园区吸取教训，开展了专项检查。'],
    })
    supportReport(c, { printer: 'docx', file: '支撑.docx', style: { units: 'mixed', wording: 1 } })
    planningEia(c, '该规划范围东至海棠路，西至青年河，南至高铁线，北至解放大道。', '环评.pdf', 'pdf')
    letter(
      c,
      'application',
      '申请.docx',
      'docx',
      `${c.park.name}关于申请创建国家生态工业示范园区的请示`,
      [
        `${c.park.region}生态环境厅、商务厅、科学技术厅：`,
        '我区拟申请创建国家生态工业示范园区，申请材料附后，请予审查。',
        `${c.park.name}管理委员会　2023年4月6日`,
        '附件：环境守法承诺书',
        ...commitmentLines(c),
        `${c.park.name}管理委员会（盖章）　2023年4月3日`,
      ],
      [],
    )
    c.may('completeness/required-document', 'commitment', null)
  },
)
