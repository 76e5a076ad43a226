import { describe, expect, test } from 'vitest'
import { normalise } from '../../../../../rules/engine/normalise.ts'
import type { Identity } from '../../../../../schemas/reading.ts'
import { readDates } from '../../../../../workers/stages/extract/events/read-dates.ts'
import { document } from '../../../../rules/rule-tester.ts'

const identity = (over: Partial<Identity> = {}): Identity => document({ identity: over }).identity
const read = (sentence: string, over: Partial<Identity> = {}) =>
  readDates(normalise(sentence).text.replace(/。$/, ''), identity(over)).map(({ what, on, year }) => [what, on?.from, on?.to, year])

describe('dates that limits hang on', () => {
  test.each([
    ['2020年6月18日，省生态环境厅会同省级商务、科技主管部门批复同意园区开展创建。', ['approved', '2020-06-18', '2020-06-18', null]],
    ['2020年6月，省生态环境厅会同有关部门批复同意园区开展创建。', ['approved', '2020-06-01', '2020-06-30', null]],
    ['2021年度工作报告于2022年7月20日报送省生态环境厅。', ['annual_report_submitted', '2022-07-20', '2022-07-20', 2021]],
    ['2023年5月8日，省生态环境厅同意园区延期一年。', ['extension_granted', '2023-05-08', '2023-05-08', null]],
    ['2022年3月10日，管委会就上述调整向省生态环境厅书面报告。', ['change_reported', '2022-03-10', '2022-03-10', null]],
    ['2023年7月12日，办公室反馈核查意见。', ['feedback', '2023-07-12', '2023-07-12', null]],
    ['园区于2023年8月10日提交整改后的验收材料。', ['rectified', '2023-08-10', '2023-08-10', null]],
  ])('%s', (sentence, expected) => expect(read(sentence)).toContainEqual(expected))

  test.each([
    '年度工作报告应于次年6月30日前报送办公室。',
    '园区计划于2023年5月提交整改后的验收材料。',
    '2020年6月，省政府批复同意园区扩区。',
    '园区未申请延期。',
    '2021年度工作报告已报送。',
  ])('none in: %s', (sentence) => expect(read(sentence)).toEqual([]))
})
