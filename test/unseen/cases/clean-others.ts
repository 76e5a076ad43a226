import { p } from '../../variants/document.ts'
import { change, rises } from '../../variants/prose.ts'
import { unseen } from '../casebook.ts'
import { annual } from '../papers/annual.ts'
import { applyForCreation, commitment, commitmentLines, letter, planningEia, supporting, supportReport } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'
import { parts } from '../papers/tables.ts'

export const n04 = unseen(
  { id: 'n04-clean-creation', about: 'no defect; creation; the area in three units', stage: 'creation', base: 2021 },
  (c) => {
    const area = c.park.value('park_area', c.base) as { mul: (n: number) => { toFixed: (d: number) => string } }
    plan(c, {
      printer: 'pdf',
      file: '规划（报批稿）.pdf',
      style: { units: 'large', heading: 2 },
      layout: 0,
      projects: ['园区再生水厂工程', '工业余热供暖项目', '动力电池回收利用基地'],
      scope: '规划范围东至凤鸣大道，西至创业路，南至江口路，北至文化路，面积AREA。',
      status: () => [
        '2019年以来园区未发生突发环境事件。2015年曾有一家企业因超标排放被罚款5万元，现已关停。',
        '上位规划提出，到2035年全市单位GDP能耗较2020年下降三成。',
      ],
      goals: ['建设期内若重点项目发生取消或替换，将依规定报告。'],
    })
    supportReport(c, {
      printer: 'docx',
      style: { units: 'small', wording: 2 },
      more: ['对比同类园区，甲市高新区工业固体废物综合利用率为88.4%，乙市开发区为90.1%。'],
    })
    commitment(c)
    planningEia(c, `规划范围东至凤鸣大道，南至江口路，西至创业路，北至文化路，总面积${area.mul(100).toFixed(0)}公顷。`)
    applyForCreation(c, '2022年3月15日')
  },
)

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

export const n06 = unseen(
  {
    id: 'n06-clean-annual',
    about: 'no defect; two annual reports under construction beside the plan; a value grows by half for a told reason',
    stage: 'annual',
    base: 2019,
    set: {
      'recycling_value_added:2': '48900',
      'recycling_value_added:1': '33100',
      'recycling_value_added:0': '30050',
      'recycling_value_added:-1': '29400',
    },
  },
  (c) => {
    plan(c, {
      printer: 'docx',
      style: { units: 'large' },
      layout: 2,
      projects: ['废钢加工配送中心', '园区蒸汽管网工程', '锂渣综合利用项目'],
      scope: '规划范围东至长虹路，南至南环路，西至人民渠，北至北环路，规划面积AREA。',
    })
    annual(c, 1, {
      printer: 'docx',
      style: { units: 'large', wording: 3 },
      layout: 1,
      signed: '二〇二一年六月三十日',
      projects: ['废钢加工配送中心正在施工，完成投资的四成；园区蒸汽管网工程已开工；锂渣综合利用项目开展前期工作。'],
    })
    annual(c, 2, {
      printer: 'pdf',
      file: '2021年度报告.pdf',
      style: { units: 'small', wording: 1 },
      layout: 1,
      cover: '2022年4月20日',
      basics: ({ say, base, s }) => [
        `2021年，随着锂渣综合利用项目投产，资源再生利用产业增加值由${say('recycling_value_added', base + 1)}增至${say('recycling_value_added', base + 2)}，增长近五成。`,
        `工业新鲜水用量${say('freshwater_use', base + 2)}，较上年${rises(change(s, 'freshwater_use', base + 1, base + 2))}。`,
        `工业用水重复利用率比上年提高${(Number(s.park.value('hj274.15', base + 2)) - Number(s.park.value('hj274.15', base + 1))).toFixed(2)}个百分点。`,
      ],
      more: (pen) => [
        parts(
          pen,
          '园区生活污泥处理方式',
          ['处理方式', '数量（万吨）'],
          [
            ['焚烧发电', '2.41'],
            ['其他处置', '0.36'],
            ['合计', '2.77'],
            ['其中：跨区处理', '0.12'],
          ],
        ),
      ],
      projects: ['废钢加工配送中心已建成；园区蒸汽管网工程在建；锂渣综合利用项目已投产。'],
    })
  },
)

export const n07 = unseen(
  { id: 'n07-clean-evaluation', about: 'no defect; evaluation three years after naming', stage: 'evaluation', base: 2019 },
  (c) => {
    const optional = [1, 2, 6, 7, 8, 11, 14, 15, 27]
    annual(c, 1, {
      file: '2020.docx',
      printer: 'docx',
      style: { units: 'mixed', wording: 1 },
      layout: 3,
      optional,
      cover: '2021年5月',
      work: () => ['2019年12月园区获得命名。年内未发生环境违法案件。'],
    })
    annual(c, 2, {
      file: '2021.docx',
      printer: 'docx',
      style: { units: 'mixed', wording: 1 },
      layout: 1,
      optional,
      cover: '2022年3月',
      more: () => [p('快报显示，2021年工业总产值较初步核算数有小幅修正，以统计年报为准。')],
    })
    annual(c, 3, {
      file: '2022.pdf',
      printer: 'pdf',
      style: { units: 'large', wording: 2 },
      layout: 2,
      optional,
      cover: '2023年1月',
      work: () => ['省级生态环保督察期间，园区无被通报问题。', '全市查处环境违法案件57起，罚款640万元，园区范围内为零。'],
    })
    supporting(c, { printer: 'xlsx', style: { units: 'large' }, layout: 0, years: [c.base + 1, c.base + 2, c.base + 3] })
    letter(
      c,
      'other',
      '绩效评价自评报告.docx',
      'docx',
      `${c.park.name}国家生态工业示范园区绩效评价自评报告`,
      [
        '园区自2019年12月获得命名以来，持续提升建设水平。',
        '三年来未发生突发环境事件，未受到行政处罚。',
        '园区名称、管理机构、范围均未变化。',
      ],
      [c.park.name, '2023年2月'],
    )
  },
)
