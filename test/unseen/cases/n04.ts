import { unseen } from '../casebook.ts'
import { applyForCreation, commitment, planningEia, supportReport } from '../papers/letters.ts'
import { plan } from '../papers/plan.ts'

export const n04 = unseen(
  { id: 'n04-clean-creation', about: 'no defect; creation; the area in three units', stage: 'creation', base: 2021 },
  (c) => {
    const area = c.park.value('park_area', c.base) as { mul: (n: number) => { toFixed: (d: number) => string } }
    plan(c, {
      printer: 'pdf',
      file: '规划（报批稿）.pdf',
      style: { units: 'large', heading: 2 },
      layout: 0,
      projects: ['园区再生水厂工程', '工业余热供暖项目', '动力电池回收利用基地'],
      scope: '规划范围东至凤鸣大道，西至创业路，南至江口路，北至文化路，面积AREA。',
      status: () => [
        '2019年以来园区未发生突发环境事件。2015年曾有一家企业因超标排放被罚款5万元，现已关停。',
        '上位规划提出，到2035年全市单位GDP能耗较2020年下降三成。',
      ],
      goals: ['建设期内若重点项目发生取消或替换，将依规定报告。'],
    })
    supportReport(c, {
      printer: 'docx',
      style: { units: 'small', wording: 2 },
      more: ['对比同类园区，甲市高新区工业固体废物综合利用率为88.4%，乙市开发区为90.1%。'],
    })
    commitment(c)
    planningEia(c, `规划范围东至凤鸣大道，南至江口路，西至创业路，北至文化路，总面积${area.mul(100).toFixed(0)}公顷。`)
    applyForCreation(c, '2022年3月15日')
  },
)
