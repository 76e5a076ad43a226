import { Decimal } from '../../../rules/engine/decimal.ts'
import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { annual } from '../papers/annual.ts'
import { plan } from '../papers/plan.ts'

export const s11 = unseen(
  {
    id: 's11-annual',
    about: 'annual: a restated year, a late report, a growth that does not follow, an inverted ratio, a section missing, a fine',
    stage: 'annual',
    base: 2020,
  },
  (c) => {
    c.misprint('2022.docx', 'freshwater_use', 1, slips.transpose, 'consistency/annual-annual', 'digit_transposition')
    c.misprint('2022.docx', 'industrial_employees', 1, slips.times('1.047'), 'consistency/annual-annual')
    c.due('deadline/annual-report', null, 2022)
    c.due('formula/growth', 'co2_emission', 2022)
    c.misprint(
      '2022.docx',
      'hj274.11',
      2,
      slips.set(new Decimal(1).div(String(c.park.value('hj274.11', c.base + 2)))),
      'formula/recalculation',
      'inverted_ratio',
    )
    c.misprint('2021.docx', 'solid_waste_utilized', 1, slips.typo, 'consistency/within-document', 'digit_typo', 'prose')
    c.told('completeness/required-section')
    c.told('risk/penalty')
    plan(c, {
      printer: 'docx',
      style: { units: 'mixed' },
      layout: 0,
      projects: ['钛白粉副产硫酸亚铁利用', '园区冷凝水回收'],
      scope: '规划范围东至望江路，南至城南路，西至淝河，北至北外环，面积AREA。',
    })
    annual(c, 1, {
      file: '2021.docx',
      printer: 'docx',
      style: { units: 'small' },
      layout: 3,
      cover: '2022年6月',
      work: ({ say, base }) => [`${base + 1}年工业固体废物综合利用量为${say('solid_waste_utilized', base + 1)}。`],
    })
    annual(c, 2, {
      file: '2022.docx',
      printer: 'docx',
      style: { units: 'small' },
      layout: 1,
      cover: '2023年三季度',
      without: ['下一', '下年度'],
      work: ({ say, base }) => [
        `二氧化碳排放量${say('co2_emission', base + 2)}，较上年下降8.9%。`,
        '2022年5月，区内华宇陶瓷被查出脱硫设施未正常运行，罚款18万元。',
      ],
    })
  },
)
