import { p } from '../../variants/document.ts'
import { unseen } from '../casebook.ts'
import { annual } from '../papers/annual.ts'
import { letter, supporting } from '../papers/letters.ts'

export const n07 = unseen(
  { id: 'n07-clean-evaluation', about: 'no defect; evaluation three years after naming', stage: 'evaluation', base: 2019 },
  (c) => {
    const optional = [1, 2, 6, 7, 8, 11, 14, 15, 27]
    annual(c, 1, {
      file: '2020.docx',
      printer: 'docx',
      style: { units: 'mixed', wording: 1 },
      layout: 3,
      optional,
      cover: '2021年5月',
      work: () => ['2019年12月园区获得命名。年内未发生环境违法案件。'],
    })
    annual(c, 2, {
      file: '2021.docx',
      printer: 'docx',
      style: { units: 'mixed', wording: 1 },
      layout: 1,
      optional,
      cover: '2022年3月',
      more: () => [p('快报显示，2021年工业总产值较初步核算数有小幅修正，以统计年报为准。')],
    })
    annual(c, 3, {
      file: '2022.pdf',
      printer: 'pdf',
      style: { units: 'large', wording: 2 },
      layout: 2,
      optional,
      cover: '2023年1月',
      work: () => ['省级生态环保督察期间，园区无被通报问题。', '全市查处环境违法案件57起，罚款640万元，园区范围内为零。'],
    })
    supporting(c, { printer: 'xlsx', style: { units: 'large' }, layout: 0, years: [c.base + 1, c.base + 2, c.base + 3] })
    letter(
      c,
      'other',
      '绩效评价自评报告.docx',
      'docx',
      `${c.park.name}国家生态工业示范园区绩效评价自评报告`,
      [
        '园区自2019年12月获得命名以来，持续提升建设水平。',
        '三年来未发生突发环境事件，未受到行政处罚。',
        '园区名称、管理机构、范围均未变化。',
      ],
      [c.park.name, '2023年2月'],
    )
  },
)
