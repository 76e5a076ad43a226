import { unitFor } from '../../variants/measures.ts'
import { thresholds } from '../../variants/names.ts'
import { change, rises } from '../../variants/prose.ts'
import { unseen } from '../casebook.ts'
import { annual } from '../papers/annual.ts'
import type { Pen } from '../pen.ts'

/** Each chosen indicator told in a sentence of its own. */
const _told = (pen: Pen, list: string[]): string[] =>
  list.map((id, i) => {
    const unit = unitFor(pen.options.units, id)
    return `（${i + 1}）${pen.name(id)}。规划目标值为${pen.s.target(id, unit)}${unit.unit}，${pen.final}年实际完成值为${pen.say(id, pen.final)}，标准要求${thresholds[id]}${unit.unit}，达到要求。`
  })

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
