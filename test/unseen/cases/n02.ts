import { change, rises } from '../../variants/prose.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, letter, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'
import { parts } from '../papers/tables.ts'

/** Nothing is wrong here; much looks as if. Rounded prose, other units, labelled price bases, old events, denials, names that vary a little. */

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
