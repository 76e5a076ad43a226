import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { applyForCreation, commitment, supportReport } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

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
