import { expect, test } from 'vitest'
import { surveyOf, unreviewed } from '../../../../../rules/engine/survey/survey-park.ts'
import type { SurveyedPark } from '../../../../../schemas/survey.ts'
import { writeSurvey } from '../../../../../workers/stages/report/survey/write-survey.ts'

const park = (over: Partial<SurveyedPark>): SurveyedPark => ({
  ...unreviewed('甲', ''),
  ...{ park: '青禾经济开发区', stage: 'acceptance', readiness: 'ripe', met: 30, problem: null },
  ...over,
})

test('each park stands with its degree in shape and word, its obstacles and its classes', () => {
  const page = writeSurvey(
    surveyOf([
      park({}),
      park({
        folder: '乙',
        park: '云泽<i>经开区',
        readiness: 'unripe',
        errors: 1,
        classes: ['criminal'],
        obstacles: [{ rule: 'risk/criminal-case', message: '负责人以污染环境罪被判处有期徒刑' }],
      }),
      unreviewed('丙', '没有可读的文件'),
    ]),
  )
  for (const words of [
    '3 个园区',
    '✓ 条件成熟',
    '✕ 条件不成熟',
    '○ 无法判断',
    '没有可读的文件',
    '负责人以污染环境罪被判处有期徒刑',
    '云泽&lt;i&gt;经开区',
  ])
    expect(page).toContain(words)
  expect(page).toContain('发生涉刑环境案件 1 个')
  expect(page).toContain('验收支撑材料准备严重不足 0 个')
})
