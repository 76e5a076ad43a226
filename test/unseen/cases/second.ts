import { Decimal } from '../../../rules/engine/decimal.ts'
import { p } from '../../variants/document.ts'
import { slips } from '../../variants/dossier/slips.ts'
import { unitFor } from '../../variants/measures.ts'
import { thresholds } from '../../variants/names.ts'
import { change, rises } from '../../variants/prose.ts'
import { unseen } from '../casebook.ts'
import { acceptance } from '../papers/acceptance.ts'
import { annual } from '../papers/annual.ts'
import { applyForAcceptance, applyForCreation, commitment, planningEia, supporting, supportReport } from '../papers/letters.ts'
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

export const q02 = unseen(
  {
    id: 'q02-clean-annual',
    about: 'no defect; one annual report alone, still under construction',
    stage: 'annual',
    base: 2021,
    manifest: {},
  },
  (c) => {
    annual(c, 2, {
      file: '年度报告.docx',
      printer: 'docx',
      style: { units: 'mixed', wording: 1 },
      layout: 1,
      cover: '2024年6月28日',
      work: ({ say, base, s }) => [
        `化学需氧量排放量${say('cod_emission', base + 2)}，同比${rises(change(s, 'cod_emission', base + 1, base + 2))}。`,
        '全市通报的3起环境违法案件均不在本园区。',
      ],
      projects: ['余热利用项目已开工，年底可建成；污泥处置项目因选址原因推迟到下一年度实施。'],
    })
  },
)

export const q03 = unseen(
  {
    id: 'q03-mixed-faults',
    about: 'a unit slip in the text, a typing error, sent late, a project stopped, a subtotal wrong, too little disclosed',
    stage: 'acceptance',
    base: 2019,
  },
  (c) => {
    const { final, park } = c
    const projects = ['锌冶炼浸出渣综合利用', '选矿废水闭路循环', '园区铁路专用线电气化', '尾砂充填站']
    const optional = [1, 2, 6, 8, 11, 12, 14, 15, 28]
    const due = Number(park.value('disclosure_due', final))
    c.misprint('验收报告.docx', 'reclaimed_water_use', 3, slips.tenThousand, 'consistency/within-document', 'unit_slip', 'prose')
    c.misprint('2020年度工作报告.docx', 'industrial_land_area', 1, slips.typo, 'consistency/annual-acceptance', 'digit_typo')
    c.due('deadline/annual-report', null, 2021)
    c.due('plan/project-status', projects[2], null)
    c.told('risk/penalty')
    c.told('formula/component-sum')
    c.due('standard/misquoted', 'hj274.10', null)
    c.due('formula/growth', 'energy_consumption', 2022)
    for (const file of ['2022年度工作报告.docx', '验收报告.docx', '数据.xlsx']) {
      c.slip(file, `disclosure_done:${final}`, () => String(due - 4))
      c.slip(file, `hj274.30:${final}`, () => (((due - 4) / due) * 100).toFixed(1))
    }
    c.due('standard/threshold', 'hj274.30', final)
    c.may('plan/target-missed', 'hj274.30', final)
    plan(c, {
      printer: 'docx',
      style: { units: 'large', wording: 1 },
      layout: 0,
      projects,
      optional,
      scope: '规划范围：东起矿区公路，西至白石山，南起河滨路，北至工业大道，规划面积AREA。',
    })
    annual(c, 1, { printer: 'docx', style: { units: 'mixed' }, layout: 2, optional, cover: '2021年5月20日' })
    annual(c, 2, {
      printer: 'docx-plain',
      style: { units: 'large' },
      layout: 0,
      optional,
      cover: '2022年6月',
      work: () => [
        '本年度工作报告经省级审核后已于2022年7月15日报送办公室。',
        '因粉尘无组织排放问题，市生态环境局对园区一家水泥粉磨站下达处罚决定，罚款9万元。',
      ],
    })
    annual(c, 3, {
      printer: 'docx',
      style: { units: 'large', wording: 2 },
      layout: 3,
      optional,
      cover: '2023年4月',
      basics: ({ say, base }) => [
        `全年综合能耗总量${say('energy_consumption', base + 3)}，比上年的${say('energy_consumption', base + 2)}增长14.7%。`,
      ],
    })
    acceptance(c, {
      printer: 'docx',
      style: { units: 'large' },
      layout: 0,
      optional,
      table: { quoted: { 'hj274.10': '≤0.5' } },
      scope: '园区东起矿区公路，西至白石山，南起河滨路，北至工业大道，规划面积AREA。',
      history: ['2020年3月25日获批创建。'],
      tasks: ({ say }) => [
        `${final}年再生水回用量达到${say('reclaimed_water_use', final)}，污水处理厂处理水量${say('sewage_treated', final)}。`,
      ],
      more: (pen) => [
        parts(
          pen,
          '绿化投入情况',
          ['类别', '面积（公顷）', '投入（万元）'],
          [
            ['道路绿化', '12.4', '310'],
            ['公园绿地', '20.1', '640'],
            ['公共小计', '32.5', '970'],
            ['企业绿化', '41.0', '520'],
            ['合计', '73.5', '1490'],
          ],
        ),
      ],
      projects: projects.map((name, i) => [name, i === 2 ? '2021年停建' : '已建成']),
    })
    supporting(c, { file: '数据.xlsx', printer: 'xlsx', style: { units: 'large', wording: 1 }, layout: 0 })
    applyForAcceptance(c, '2023年3月25日')
  },
)

export const q04 = unseen(
  {
    id: 'q04-pdf-faults',
    about:
      'last year’s value in the acceptance report, another base value, a target missed, no application, a case, an authority changed without report',
    stage: 'acceptance',
    base: 2019,
  },
  (c) => {
    const { final, base, park } = c
    const projects = ['食品园区余热回收', '食品废液制有机原料', '冷凝水集中回用工程']
    const optional = [1, 2, 6, 7, 8, 11, 14, 16, 27]
    c.misprint(
      '报告.pdf',
      'sewage_treated',
      2,
      { subject: 'sewage_treated', year: base + 1 },
      'consistency/annual-acceptance',
      'wrong_year',
    )
    c.misprint('规划.pdf', 'industrial_employees', 0, slips.transpose, 'consistency/plan-acceptance', 'digit_transposition')
    const goal = new Decimal(String(park.value('hj274.6', final))).plus('3.2').toFixed(1)
    for (const file of ['规划.pdf', '报告.pdf', '2022.docx']) c.slip(file, 'hj274.6:target', () => goal)
    c.due('plan/target-missed', 'hj274.6', final)
    c.due('completeness/required-document', 'application', null)
    c.told('risk/criminal-case')
    c.told('risk/organisation-change')
    c.misprint('报告.pdf', 'hj274.16', 3, slips.fraction, 'formula/recalculation', 'percent_fraction')
    c.slip('2022.docx', `hj274.16:${final}`, slips.fraction)
    c.due('source/missing-citation', 'hj274.32', null, { anyYear: true })
    plan(c, {
      file: '规划.pdf',
      printer: 'pdf',
      style: { units: 'small' },
      layout: 1,
      projects,
      optional,
      scope: '规划范围东至文化路，南至人民路，西至工业西路，北至江南大道，面积AREA。',
    })
    annual(c, 1, { file: '2020.pdf', printer: 'pdf', style: { units: 'large' }, layout: 0, optional, cover: '2021年4月26日' })
    annual(c, 2, {
      file: '2021.docx',
      printer: 'docx',
      style: { units: 'small' },
      layout: 3,
      optional,
      cover: '2022年5月6日',
      work: () => [
        '2021年4月，园区改由市国资集团代管，原管委会人员整体转隶。',
        '园区内1家废油处置企业违法排污，涉案人员已被公安机关立案侦查。',
      ],
    })
    annual(c, 3, { file: '2022.docx', printer: 'docx', style: { units: 'mixed', wording: 1 }, layout: 2, optional, cover: '2023年3月' })
    acceptance(c, {
      file: '报告.pdf',
      printer: 'pdf',
      style: { units: 'small', wording: 1 },
      layout: 2,
      optional,
      table: { sourceless: ['hj274.32'] },
      scope: '园区东至文化路，南至人民路，西至工业西路，北至江南大道，面积AREA。',
      history: ['2020年7月9日批复同意创建。'],
      projects: projects.map((name) => [name, '已投产运行']),
      projectsAs: 'list',
    })
    supporting(c, { file: '台账.xlsx', printer: 'xlsx-text', style: { units: 'small' }, layout: 1 })
  },
)

export const q05 = unseen(
  {
    id: 'q05-creation',
    about: 'creation: no application, the EIA within other limits, a typing error, a wrong share, a fine',
    stage: 'creation',
    base: 2021,
    manifest: {},
  },
  (c) => {
    c.due('completeness/required-document', 'application', null)
    c.due('scope/boundary', 'park_area', null, { anyYear: true })
    c.misprint('规划.docx', 'freshwater_use', 0, slips.typo, 'consistency/within-document', 'digit_typo', 'prose')
    c.due('source/missing-citation', 'hj274.18', null, { anyYear: true })
    c.due('standard/misquoted', 'hj274.26', null)
    c.told('formula/component-sum')
    c.told('risk/penalty')
    plan(c, {
      file: '规划.docx',
      printer: 'docx',
      style: { units: 'mixed', wording: 2, heading: 3 },
      layout: 0,
      projects: ['绿电直供项目', '工业固废填埋场封场', '再生铝扩建'],
      projectsAs: 'list',
      sourceless: ['hj274.18'],
      table: { quoted: { 'hj274.26': '≥4' } },
      scope: '规划范围东至东风路，西至运河，南至长江路，北至沈海高速，规划面积AREA。',
      status: ({ say, base }) => [
        `${base}年，园区工业新鲜水用量为${say('freshwater_use', base)}。`,
        '2020年4月，园区内瑞森木业因VOCs直排被查处，处罚金额15万元。',
        '2012年以前园区尚无集中污水处理设施，曾多次被群众投诉。',
      ],
      tasks: ['能源消费结构中，煤炭占41.2%、天然气占22.5%、电力占30.1%、其他占9.2%，合计100%。'],
    })
    supportReport(c, { printer: 'docx', style: { units: 'small', wording: 1 } })
    commitment(c)
    planningEia(c, '规划范围东至东风路，西至运河，南至淮海路，北至沈海高速。')
  },
)

export const q06 = unseen(
  {
    id: 'q06-annual-faults',
    about: 'annual: a restated year, a growth in the text, a wrong ratio, an incident, late, a copy of last year',
    stage: 'annual',
    base: 2019,
  },
  (c) => {
    const { base, park } = c
    c.misprint('年报二.pdf', 'solid_waste_generated', 1, slips.transpose, 'consistency/annual-annual', 'digit_transposition')
    c.misprint(
      '年报二.pdf',
      'hj274.2',
      2,
      slips.set(
        new Decimal(String(park.value('industrial_value_added', base + 2))).div(String(park.value('industrial_employees', base + 1))),
      ),
      'formula/recalculation',
      'wrong_input',
    )
    c.due('formula/growth', 'so2_emission', 2021)
    c.told('risk/environmental-incident')
    c.due('deadline/annual-report', null, 2021)
    c.misprint('年报一.docx', 'co2_emission', 1, slips.shift, 'consistency/within-document', 'decimal_shift', 'prose')
    plan(c, {
      printer: 'docx',
      file: '规划.docx',
      style: { units: 'large', wording: 1 },
      layout: 1,
      projects: ['合成氨尾气回收', '磷酸铁锂前驱体项目'],
      scope: '规划范围东至磷山，西至乌江路，南至化工大道，北至绕城路，面积AREA。',
    })
    annual(c, 1, {
      file: '年报一.docx',
      printer: 'docx',
      style: { units: 'small', wording: 2 },
      layout: 2,
      cover: '2021年3月',
      basics: ({ say }) => [`2020年二氧化碳排放总量${say('co2_emission', base + 1)}。`],
    })
    annual(c, 2, {
      file: '年报二.pdf',
      printer: 'pdf',
      style: { units: 'small' },
      layout: 1,
      cover: '2022年6月',
      signed: '报送时间：2022年7月6日',
      work: ({ say }) => [
        `二氧化硫排放量${say('so2_emission', base + 2)}，比上年减少21.6%。`,
        '2021年9月，园区一磷化工企业原液池失稳，高磷废水流入附近水体，被定为一般突发环境事件。',
      ],
    })
  },
)

export const secondDossiers = [q01, q02, q03, q04, q05, q06]
