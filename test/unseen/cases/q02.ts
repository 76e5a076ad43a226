import { change, rises } from '../../variants/prose.ts'
import { unseen } from '../casebook.ts'
import { annual } from '../papers/annual.ts'

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
