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
    ['2023年9月11日至13日，办公室组织核查组开展现场技术核查。', ['reviewed', '2023-09-11', '2023-09-11', null]],
    ['2023年12月8日，办公室在京召开园区验收会。', ['meeting', '2023-12-08', '2023-12-08', null]],
    ['2019年4月，三部门联合发文予以命名。', ['named', '2019-04-01', '2019-04-30', null]],
    ['2022年园区接受了第一次绩效评价。', ['evaluated', '2022-01-01', '2022-12-31', null]],
    ['2021年5月20日，领导小组办公室对园区提出警告。', ['warned', '2021-05-20', '2021-05-20', null]],
    ['2018年7月3日，领导小组撤销其示范园区称号。', ['withdrawn', '2018-07-03', '2018-07-03', null]],
    ['2017年11月，省厅出具了规划环境影响报告书审查意见。', ['eia_reviewed', '2017-11-01', '2017-11-30', null]],
  ])('%s', (sentence, expected) => expect(read(sentence)).toContainEqual(expected))

  test('the day an annual report says it was sent on', () =>
    expect(read('报送日期：2022年7月6日', { role: 'annual_report', year: 2021 })).toEqual([
      ['annual_report_submitted', '2022-07-06', '2022-07-06', 2021],
    ]))

  test.each([
    '年度工作报告应于次年6月30日前报送办公室。',
    '园区计划于2023年5月提交整改后的验收材料。',
    '2020年6月，省政府批复同意园区扩区。',
    '园区未申请延期。',
    '2021年度工作报告已报送。',
    '2023年9月，园区完成现场核查意见中三项问题的梳理。',
    '绩效评价未达到要求的，提出警告。',
    '2021年5月园区拟申请命名。',
    '2020年3月，市生态环境局撤销某公司的绿色企业称号申请。',
  ])('none in: %s', (sentence) => expect(read(sentence)).toEqual([]))
})
