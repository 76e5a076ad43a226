import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { commitment, planningEia, supportReport } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

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
