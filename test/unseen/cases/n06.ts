import { change, rises } from '../../variants/prose.ts'
import { unseen } from '../casebook.ts'
import { annual } from '../papers/annual.ts'
import { plan } from '../papers/plan.ts'
import { parts } from '../papers/tables.ts'

export const n06 = unseen(
  {
    id: 'n06-clean-annual',
    about: 'no defect; two annual reports under construction beside the plan; a value grows by half for a told reason',
    stage: 'annual',
    base: 2019,
    set: {
      'recycling_value_added:2': '48900',
      'recycling_value_added:1': '33100',
      'recycling_value_added:0': '30050',
      'recycling_value_added:-1': '29400',
    },
  },
  (c) => {
    plan(c, {
      printer: 'docx',
      style: { units: 'large' },
      layout: 2,
      projects: ['废钢加工配送中心', '园区蒸汽管网工程', '锂渣综合利用项目'],
      scope: '规划范围东至长虹路，南至南环路，西至人民渠，北至北环路，规划面积AREA。',
    })
    annual(c, 1, {
      printer: 'docx',
      style: { units: 'large', wording: 3 },
      layout: 1,
      signed: '二〇二一年六月三十日',
      projects: ['废钢加工配送中心正在施工，完成投资的四成；园区蒸汽管网工程已开工；锂渣综合利用项目开展前期工作。'],
    })
    annual(c, 2, {
      printer: 'pdf',
      file: '2021年度报告.pdf',
      style: { units: 'small', wording: 1 },
      layout: 1,
      cover: '2022年4月20日',
      basics: ({ say, base, s }) => [
        `2021年，随着锂渣综合利用项目投产，资源再生利用产业增加值由${say('recycling_value_added', base + 1)}增至${say('recycling_value_added', base + 2)}，增长近五成。`,
        `工业新鲜水用量${say('freshwater_use', base + 2)}，较上年${rises(change(s, 'freshwater_use', base + 1, base + 2))}。`,
        `工业用水重复利用率比上年提高${(Number(s.park.value('hj274.15', base + 2)) - Number(s.park.value('hj274.15', base + 1))).toFixed(2)}个百分点。`,
      ],
      more: (pen) => [
        parts(
          pen,
          '园区生活污泥处理方式',
          ['处理方式', '数量（万吨）'],
          [
            ['焚烧发电', '2.41'],
            ['其他处置', '0.36'],
            ['合计', '2.77'],
            ['其中：跨区处理', '0.12'],
          ],
        ),
      ],
      projects: ['废钢加工配送中心已建成；园区蒸汽管网工程在建；锂渣综合利用项目已投产。'],
    })
  },
)
