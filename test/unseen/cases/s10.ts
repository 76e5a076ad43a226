import { Decimal } from '../../../rules/engine/decimal.ts'
import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { applyForCreation, planningEia, supportReport } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

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
