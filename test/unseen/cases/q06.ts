import { Decimal } from '../../../rules/engine/decimal.ts'
import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { annual } from '../papers/annual.ts'
import { plan } from '../papers/plan.ts'

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
