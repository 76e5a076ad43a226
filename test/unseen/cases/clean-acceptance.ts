import { Decimal } from '../../../rules/engine/decimal.ts'
import { p } from '../../variants/document.ts'
import { change, rises } from '../../variants/prose.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, letter, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'
import { parts } from '../papers/tables.ts'

const early = (value: unknown): string => new Decimal(String(value)).mul('0.0000997').toFixed(1)

/** Nothing is wrong here; much looks as if. Rounded prose, other units, labelled price bases, old events, denials, names that vary a little. */
export const n01 = unseen(
  { id: 'n01-clean-office', about: 'no defect; word processor; three years to the day', stage: 'acceptance', base: 2018 },
  (c) => {
    const projects = [
      '磷石膏综合利用示范工程',
      '集中供热管网改造项目（一期）',
      '电镀园区废水“零排放”工程',
      '危险废物综合处置中心',
      '分布式屋顶光伏项目',
      '园区智慧环保平台',
    ]
    plan(c, {
      printer: 'docx',
      style: { units: 'large', heading: 1 },
      layout: 0,
      projects,
      optional: [1, 2, 6, 8, 11, 12, 14, 15, 27, 28],
      scope: '园区规划范围东至沿江大道，南至创业南路，西至环山公路，北至铁路专用线，规划面积AREA，与管理范围一致。',
      status: () => [
        '2016年以前，园区统计口径为规模以上工业企业，2016年规模以上工业增加值为96.3亿元，与本规划口径不同。',
        '园区2012年曾发生一起酸罐泄漏事件，处置完毕后未再发生类似情况。',
      ],
      goals: ['展望远期，工业增加值力争再翻一番，综合能耗控制目标以上级下达为准。'],
    })
    annual(c, 1, {
      printer: 'docx',
      style: { units: 'small', wording: 1 },
      layout: 1,
      cover: '云溪编制组　2020年6月',
      signed: '报送日期：2020年6月30日',
      basics: ({ say, base, s }) => [
        `截至${base + 1}年底，园区完成工业增加值约${say('industrial_value_added', base + 1, { unit: '亿元', digits: 1 })}，比上年${rises(change(s, 'industrial_value_added', base, base + 1))}。`,
        '其中上半年完成工业增加值41.2亿元。',
      ],
    })
    annual(c, 2, {
      printer: 'docx-plain',
      style: { units: 'mixed', wording: 2, table: 'three-line' },
      layout: 0,
      cover: '2021年6月',
      work: ({ say, base, s }) => [
        `据快报数据，${base + 2}年工业总产值为${early(s.park.value('industrial_output_value', base + 2))}亿元（初步数），以年报核定数为准。`,
        `全年化学需氧量排放量${say('cod_emission', base + 2)}，低于核定的总量控制指标900吨。`,
        '未发生突发环境事件，未受到环境行政处罚，也没有涉环境刑事案件。',
      ],
    })
    annual(c, 3, {
      printer: 'docx',
      style: { units: 'latin' },
      layout: 3,
      cover: '二〇二二年六月二十八日',
      basics: ({ say, final }) => [
        `按当年价格计算，${final}年全部工业增加值名义增速为11.9%；除特别注明外，本报告均按2018年不变价。`,
        `全年综合能源消费量${say('energy_consumption', final, { unit: '万吨标准煤', digits: 1 })}左右。`,
      ],
    })
    acceptance(c, {
      printer: 'docx',
      style: { units: 'mixed', heading: 1 },
      layout: 0,
      optional: [1, 2, 6, 8, 11, 12, 14, 15, 27, 28],
      scope: '园区四至为：东起沿江大道，西至环山公路，南临创业南路，北抵铁路专用线，总面积AREA。',
      history: ['2019年6月18日，省生态环境厅会同商务、科技部门批复同意园区开展创建（批准建设期三年）。'],
      tasks: ({ say, base, final, s }) => [
        `${final}年，工业增加值约${say('industrial_value_added', final, { unit: '亿元', digits: 0 })}，工业用地${say('industrial_land_area', final, { unit: '亩', digits: 0 })}。`,
        `二氧化碳排放总量较${base}年${rises(change(s, 'co2_emission', base, final))}，${base}年为${say('co2_emission', base)}，${final}年为${say('co2_emission', final)}。`,
        '同期全国单位工业增加值能耗下降11.2%，全省工业用水重复利用率平均为91.3%。',
      ],
      more: (pen) => [
        p('园区主导产业产值构成为：新材料42.3%，装备制造31.1%，食品加工14.2%，其他12.5%，合计100%（因四舍五入，分项之和与合计略有出入）。'),
        parts(
          pen,
          '部分企业废水纳管情况',
          ['企业', '纳管量（万吨）', '占比（%）'],
          [
            ['甲源化学', '41.2', '18.3'],
            ['润泽纺织', '30.7', '13.6'],
            ['丰利食品', '22.9', '10.2'],
          ],
        ),
      ],
      projects: [
        ['磷石膏综合利用示范项目', '已建成投产'],
        ['集中供热管网改造项目(一期)', '2020年完工，通过竣工验收'],
        ['电镀园区废水零排放工程', '已完成'],
        ['危险废物综合处置中心建设', '已建成运行'],
        ['分布式屋顶光伏项目', '已并网发电'],
        ['园区智慧环保平台', '已上线运行'],
      ],
      law: [
        '建设期内园区未发生特别重大、重大突发环境事件；无企业和个人被追究环境刑事责任。',
        '2021年邻县化工园爆炸事故发生后，园区立即开展隐患排查。',
      ],
    })
    supporting(c, { printer: 'xlsx', style: { units: 'small' }, layout: 0 })
    applyForAcceptance(c, '2022年6月18日')
  },
)

export const n02 = unseen(
  {
    id: 'n02-clean-pdf',
    about: 'no defect; PDF; three years end on a Saturday, mended on the day after the holiday',
    stage: 'acceptance',
    base: 2018,
  },
  (c) => {
    const projects = [
      '废旧动力电池梯次利用项目',
      '印染废水深度处理及回用工程',
      '热电联产机组超低排放改造',
      '有机固废与市政污泥协同处置项目',
      '再生塑料高值化利用项目',
    ]
    plan(c, {
      file: '01规划.pdf',
      printer: 'pdf',
      style: { units: 'mixed', wording: 1 },
      layout: 1,
      projects,
      projectsAs: 'list',
      optional: [1, 4, 6, 7, 8, 9, 11, 14, 16, 27],
      scope: '规划区东邻京华路、南接规划二路、西临白水河、北依省道S205，总面积AREA。',
      goals: ['规划实施三年，单位工业增加值综合能耗持续下降。'],
    })
    annual(c, 1, {
      file: 'A1.pdf',
      printer: 'pdf',
      style: { units: 'large', none: '/' },
      layout: 0,
      optional: [1, 4, 6, 7, 8, 11, 14, 16, 27],
      cover: '2020年二季度',
      work: () => ['组织氨气泄漏应急演练两次，模拟疏散280人。', '据报道，外省某开发区因督察通报的问题被限批。'],
    })
    annual(c, 2, {
      file: 'A2.docx',
      printer: 'docx',
      style: { units: 'large', wording: 2 },
      layout: 2,
      optional: [1, 4, 6, 7, 8, 11, 14, 16, 27],
      cover: '2021年6月底',
      basics: ({ say, base, s }) => [
        `${base + 2}年工业废水排放总量为${say('wastewater_discharge', base + 2)}，比${base + 1}年的${say('wastewater_discharge', base + 1)}${rises(change(s, 'wastewater_discharge', base + 1, base + 2))}。`,
      ],
    })
    annual(c, 3, {
      file: 'A3.pdf',
      printer: 'pdf-wide',
      style: { units: 'small', table: 'filled' },
      layout: 1,
      optional: [1, 4, 6, 7, 8, 11, 14, 16, 27],
      cover: '2022年4月',
      work: () => ['依法对3家企业开展“复查”，未发现违法行为，未实施处罚。'],
    })
    acceptance(c, {
      file: '验收主报告.pdf',
      printer: 'pdf',
      style: { units: 'large', wording: 1, none: '－' },
      layout: 2,
      optional: [1, 4, 6, 7, 8, 9, 11, 14, 16, 27],
      scope: '园区东至京华路，南至规划二路，西至白水河，北至省道S205，面积为AREA。',
      history: [
        '2019年6月15日获批开展国家生态工业示范园区建设，批复文号为省环函〔2019〕214号。',
        '2022年8月31日，办公室反馈技术核查意见；园区全面整改，于2022年9月30日提交整改说明。',
      ],
      tasks: ({ say, base, final }) => [
        `建设期内，化学需氧量排放量由${base}年的${say('cod_emission', base)}降至${final}年的${say('cod_emission', final)}，二氧化硫由${say('so2_emission', base)}降至${say('so2_emission', final)}。`,
      ],
      more: (pen) => [
        parts(
          pen,
          '部分重点用能企业能源消费结构',
          ['品种', '折标量（吨标准煤）', '比重（%）'],
          [
            ['煤品', '61,204', '33.3'],
            ['天然气', '61,250', '33.3'],
            ['电力', '61,231', '33.3'],
            ['合计', '183,685', '100.0'],
          ],
        ),
      ],
      projects: projects.map((name) => [name, '已于2021年建成并稳定运行']),
      projectsAs: 'list',
    })
    supporting(c, { printer: 'xlsx-text', style: { units: 'mixed', wording: 2 }, layout: 1 })
    applyForAcceptance(c, '2022年6月15日')
    letter(
      c,
      'rectification',
      '整改说明.docx',
      'docx',
      '关于技术核查意见整改情况的说明',
      [
        '2022年8月31日，贵办反馈了技术核查意见。我区对提出的问题全面整改，现将整改情况说明如下。',
        '一、补充了清洁生产审核验收文件。',
        '二、完善了数据来源说明。',
      ],
      [`${c.park.name}管理委员会`, '2022年9月30日'],
    )
  },
)

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
