import { Decimal } from '../../../rules/engine/decimal.ts'
import { slips } from '../../variants/dossier/slips.ts'
import { unseen } from '../casebook.ts'
import { annual } from '../papers/annual.ts'
import { letter, supporting } from '../papers/letters.ts'
import { parts } from '../papers/tables.ts'

export const s12 = unseen(
  {
    id: 's12-evaluation',
    about: 'evaluation: a unit slip in a restated year, workbook against report, last year’s value, another year’s input, a merger, a case',
    stage: 'evaluation',
    base: 2019,
    broken: { '附表.xlsx': 'PK\u0003\u0004no' },
  },
  (c) => {
    const { base, park } = c
    const optional = [1, 2, 6, 7, 8, 11, 14, 15, 27]
    c.misprint('年报2.docx', 'energy_consumption', 1, slips.tenThousand, 'consistency/supporting-data', 'unit_slip')
    c.misprint('台账.xlsx', 'cod_emission', 3, slips.transpose, 'consistency/supporting-data', 'digit_transposition')
    c.misprint('台账.xlsx', 'co2_emission', 2, { subject: 'co2_emission', year: base + 1 }, 'consistency/supporting-data', 'wrong_year')
    c.misprint(
      '年报3.docx',
      'hj274.8',
      3,
      slips.set(
        new Decimal(String(park.value('industrial_value_added', base + 3)))
          .div(10000)
          .div(String(park.value('industrial_land_area', base + 2))),
      ),
      'formula/recalculation',
      'wrong_input',
    )
    c.told('risk/organisation-change')
    c.told('risk/criminal-case')
    c.told('completeness/unreadable-document', { subject: '附表.xlsx' })
    annual(c, 1, {
      file: '年报1.docx',
      printer: 'docx',
      style: { units: 'small' },
      layout: 0,
      optional,
      cover: '2021年4月',
      work: () => ['2019年11月园区获命名。'],
    })
    annual(c, 2, {
      file: '年报2.docx',
      printer: 'docx',
      style: { units: 'small' },
      layout: 1,
      optional,
      cover: '2022年3月',
      work: () => ['2021年10月，园区与城东工业园合并，由新组建的管委会统一管理。'],
    })
    annual(c, 3, {
      file: '年报3.docx',
      printer: 'docx',
      style: { units: 'latin' },
      layout: 3,
      optional,
      cover: '2023年5月',
      work: () => ['年内公安机关侦破园区一起非法排放含镍废水案，两名嫌疑人被移送起诉。'],
      more: (pen) => [
        parts(
          pen,
          '用能企业节能改造投资',
          ['企业', '投资（万元）'],
          [
            ['华康', '1200'],
            ['正泰', '860'],
            ['其他', '310'],
            ['合计', '2370'],
          ],
        ),
      ],
    })
    supporting(c, { file: '台账.xlsx', printer: 'xlsx', style: { units: 'small' }, layout: 0, years: [base + 1, base + 2, base + 3] })
    letter(
      c,
      'other',
      '绩效评价自评报告.docx',
      'docx',
      `${park.name}国家生态工业示范园区绩效评价自评报告`,
      ['园区建设水平持续提升。', '三年内未发生突发环境事件。'],
      [park.name, '2023年6月'],
    )
  },
)
