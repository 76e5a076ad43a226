import { p } from '../../variants/document.ts'
import { unitFor } from '../../variants/measures.ts'
import { thresholds } from '../../variants/names.ts'
import { change, rises } from '../../variants/prose.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, supporting } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'
import { parts } from '../papers/tables.ts'
import type { Pen } from '../pen.ts'

/** Each chosen indicator told in a sentence of its own. */
const told = (pen: Pen, list: string[]): string[] =>
  list.map((id, i) => {
    const unit = unitFor(pen.options.units, id)
    return `（${i + 1}）${pen.name(id)}。规划目标值为${pen.s.target(id, unit)}${unit.unit}，${pen.final}年实际完成值为${pen.say(id, pen.final)}，标准要求${thresholds[id]}${unit.unit}，达到要求。`
  })

export const q01 = unseen(
  {
    id: 'q01-clean',
    about: 'no defect; indicators told in sentences too, subtotals, an extension granted',
    stage: 'acceptance',
    base: 2018,
  },
  (c) => {
    const projects = ['冷轧废酸再生工程', '焦炉煤气制氢项目（原焦炉煤气综合利用项目）', '园区中水管网二期', '钢渣热闷处理线']
    const optional = [1, 2, 6, 8, 11, 14, 15, 27]
    plan(c, {
      printer: 'docx',
      style: { units: 'mixed', wording: 2, heading: 1 },
      layout: 2,
      projects: projects.map((name) => name.replace(/（.*/, '')),
      optional,
      scope: '园区规划面积AREA，四至范围为东到钢城路、西到环城河、南到站前大道、北到矿山铁路。',
      status: ({ base }) => [`园区在${base - 6}年前后曾有两家小冶炼企业被责令关闭，均早于本次申请。`],
    })
    annual(c, 1, {
      printer: 'docx',
      style: { units: 'large', wording: 2 },
      layout: 1,
      optional,
      cover: '编制日期：2020年6月12日',
      work: () => ['认真吸取外地园区粉尘爆炸的教训，组织应急推演4次。', '完成重点支撑项目投资2.1亿元，占计划的38%。'],
    })
    annual(c, 2, {
      printer: 'pdf',
      file: '2020年度工作报告.pdf',
      style: { units: 'small', wording: 1 },
      layout: 3,
      optional,
      cover: '2021年6月30日',
      basics: ({ say, base, s }) => [
        `全年氮氧化物排放${say('nox_emission', base + 2)}，与上年的${say('nox_emission', base + 1)}相比${rises(change(s, 'nox_emission', base + 1, base + 2))}。`,
        '统计部门测算的全市工业增加值为1265.4亿元。',
      ],
    })
    annual(c, 3, { printer: 'docx-plain', style: { units: 'mixed' }, layout: 2, optional, cover: '2022年一季度' })
    acceptance(c, {
      printer: 'docx',
      style: { units: 'small', wording: 2, heading: 3 },
      layout: 3,
      optional,
      scope: '园区东到钢城路、西到环城河、南到站前大道、北到矿山铁路，总面积AREA。',
      history: ['2018年11月，园区获批复同意创建。2021年8月，经省厅同意建设期延长一年。'],
      tasks: ({ say, base, final }) => [
        `工业用地面积由${say('industrial_land_area', base)}增加到${say('industrial_land_area', final)}，其中建成区新增不足一成。`,
        '对照同类园区平均水平（0.62吨标准煤/万元），园区能效水平较好。',
      ],
      more: (pen) => [
        ...told(pen, ['hj274.6', 'hj274.8', 'hj274.11', 'hj274.14', 'hj274.29']).map(p),
        parts(
          pen,
          '创建资金来源',
          ['渠道', '金额（万元）'],
          [
            ['中央资金', '1200'],
            ['省级资金', '860'],
            ['财政资金小计', '2060'],
            ['企业自筹', '9340'],
            ['银行贷款', '5100'],
            ['合计', '16500'],
          ],
        ),
        p('全区绿色工厂中，国家级3家、省级7家、市级11家，共计21家。'),
      ],
      projects: [
        ['冷轧废酸再生工程', '2021年9月投产'],
        ['焦炉煤气制氢项目（原焦炉煤气综合利用项目）', '已投产'],
        ['园区中水管网工程（二期）', '完工并交付使用'],
        ['钢渣热闷处理生产线', '正常运行'],
      ],
      law: ['园区及企业三年来无突发环境事件、无环境刑案、无环保处罚。'],
    })
    supporting(c, { printer: 'xlsx', style: { units: 'small', wording: 1 }, layout: 1 })
    applyForAcceptance(c, '二〇二二年十月十日')
  },
)
