import { Decimal } from '../../../rules/engine/decimal.ts'
import { p } from '../../variants/document.ts'
import { change, rises } from '../../variants/prose.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, supporting } from '../papers/letters.ts'
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
