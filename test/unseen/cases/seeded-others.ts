import { Decimal } from '../../../rules/engine/decimal.ts'
import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { annual } from '../papers/annual.ts'
import { applyForCreation, commitment, letter, planningEia, supporting, supportReport } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'
import { parts } from '../papers/tables.ts'

export const s09 = unseen(
  {
    id: 's09-creation-no-eia',
    about: 'creation: no planning EIA, a unit slip, a threshold quoted wrongly, a fine told, a section missing, a jump that is a slip',
    stage: 'creation',
    base: 2021,
    set: {
      'renewable_resource_collected:-2': '21300',
      'renewable_resource_collected:-1': '234000',
      'renewable_resource_collected:0': '24100',
      'renewable_resource_recycled:0': '20950',
    },
  },
  (c) => {
    c.due('completeness/required-document', 'planning_eia', null)
    c.misprint('规划.pdf', 'energy_consumption', 0, slips.tenThousand, 'consistency/within-document', 'unit_slip', 'prose')
    c.due('source/missing-citation', 'hj274.27', null, { anyYear: true })
    c.due('standard/misquoted', 'hj274.29', null)
    c.told('risk/penalty')
    c.told('completeness/required-section')
    c.due('trend/outlier', 'renewable_resource_collected', 2020, { anyYear: true })
    c.may('formula/recalculation', 'hj274.7', 2020)
    plan(c, {
      file: '规划.pdf',
      printer: 'pdf',
      style: { units: 'mixed', wording: 1 },
      layout: 0,
      without: ['保障'],
      projects: ['园区供水管网分区计量', '化工废料再生项目'],
      scope: '规划范围东至东海大道，南至南河，西至西环路，北至北山，面积AREA。',
      sourceless: ['hj274.27'],
      table: { quoted: { 'hj274.29': '≥20' } },
      status: ({ say, base }) => [
        `${base}年综合能源消费量${say('energy_consumption', base)}。`,
        '2021年，区内华通化工因环评手续不全被市生态环境局罚款12万元。',
      ],
    })
    supportReport(c, { printer: 'docx', style: { units: 'mixed' } })
    commitment(c)
    applyForCreation(c, '2022年5月9日')
  },
)

export const s10 = unseen(
  {
    id: 's10-creation-no-commitment',
    about: 'creation: no commitment, the EIA covers another area, a case and an incident told, a wrong total',
    stage: 'creation',
    base: 2022,
  },
  (c) => {
    c.due('completeness/required-document', 'commitment', null)
    c.due('scope/boundary', 'park_area', null, { anyYear: true })
    c.misprint('规划.docx', 'industrial_value_added', 0, slips.shift, 'consistency/within-document', 'decimal_shift', 'prose')
    c.told('risk/criminal-case')
    c.told('risk/environmental-incident')
    c.told('formula/component-sum')
    c.due('source/missing-citation', 'hj274.30', null, { anyYear: true })
    plan(c, {
      file: '规划.docx',
      printer: 'docx',
      style: { units: 'large' },
      layout: 1,
      projects: ['危废焚烧余热发电', '磷化工产业链延伸项目', '中低品位磷矿浮选'],
      sourceless: ['hj274.30'],
      scope: '规划范围东至花园路，南至磷城大道，西至大青山，北至青龙河，规划面积AREA。',
      status: ({ say, base }) => [
        `${base}年园区实现工业增加值${say('industrial_value_added', base)}。`,
        '2021年9月，园区一磷酸生产企业渗滤液泄漏，造成青龙河总磷超标，属一般突发环境事件。该企业环保负责人后因污染环境罪被判处拘役。',
      ],
      tasks: ['园区现有规模企业中，磷化工23家，建材11家，机械制造8家，共计44家。'],
    })
    supportReport(c, { printer: 'pdf', file: '支撑报告.pdf', style: { units: 'small' } })
    const larger = new Decimal(String(c.park.value('park_area', c.base))).mul('1.31').toFixed(2)
    planningEia(c, `规划范围东至花园路，南至磷城大道，西至大青山，北至青龙河，规划面积${larger}平方公里。`, '环评意见.pdf', 'pdf')
    applyForCreation(c, '2023年4月20日')
  },
)

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

export const s12 = unseen(
  {
    id: 's12-evaluation',
    about: 'evaluation: a unit slip in a restated year, workbook against report, last year’s value, another year’s input, a merger, a case',
    stage: 'evaluation',
    base: 2019,
    broken: { '附表.xlsx': 'PK\u0003\u0004no' },
  },
  (c) => {
    const { base, park } = c
    const optional = [1, 2, 6, 7, 8, 11, 14, 15, 27]
    c.misprint('年报2.docx', 'energy_consumption', 1, slips.tenThousand, 'consistency/supporting-data', 'unit_slip')
    c.misprint('台账.xlsx', 'cod_emission', 3, slips.transpose, 'consistency/supporting-data', 'digit_transposition')
    c.misprint('台账.xlsx', 'co2_emission', 2, { subject: 'co2_emission', year: base + 1 }, 'consistency/supporting-data', 'wrong_year')
    c.misprint(
      '年报3.docx',
      'hj274.8',
      3,
      slips.set(
        new Decimal(String(park.value('industrial_value_added', base + 3)))
          .div(10000)
          .div(String(park.value('industrial_land_area', base + 2))),
      ),
      'formula/recalculation',
      'wrong_input',
    )
    c.told('risk/organisation-change')
    c.told('risk/criminal-case')
    c.told('completeness/unreadable-document', { subject: '附表.xlsx' })
    annual(c, 1, {
      file: '年报1.docx',
      printer: 'docx',
      style: { units: 'small' },
      layout: 0,
      optional,
      cover: '2021年4月',
      work: () => ['2019年11月园区获命名。'],
    })
    annual(c, 2, {
      file: '年报2.docx',
      printer: 'docx',
      style: { units: 'small' },
      layout: 1,
      optional,
      cover: '2022年3月',
      work: () => ['2021年10月，园区与城东工业园合并，由新组建的管委会统一管理。'],
    })
    annual(c, 3, {
      file: '年报3.docx',
      printer: 'docx',
      style: { units: 'latin' },
      layout: 3,
      optional,
      cover: '2023年5月',
      work: () => ['年内公安机关侦破园区一起非法排放含镍废水案，两名嫌疑人被移送起诉。'],
      more: (pen) => [
        parts(
          pen,
          '用能企业节能改造投资',
          ['企业', '投资（万元）'],
          [
            ['华康', '1200'],
            ['正泰', '860'],
            ['其他', '310'],
            ['合计', '2370'],
          ],
        ),
      ],
    })
    supporting(c, { file: '台账.xlsx', printer: 'xlsx', style: { units: 'small' }, layout: 0, years: [base + 1, base + 2, base + 3] })
    letter(
      c,
      'other',
      '绩效评价自评报告.docx',
      'docx',
      `${park.name}国家生态工业示范园区绩效评价自评报告`,
      ['园区建设水平持续提升。', '三年内未发生突发环境事件。'],
      [park.name, '2023年6月'],
    )
  },
)
