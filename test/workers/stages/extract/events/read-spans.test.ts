import { describe, expect, test } from 'vitest'
import { normalise } from '../../../../../rules/engine/normalise.ts'
import type { Role } from '../../../../../schemas/dossier.ts'
import { readSpans } from '../../../../../workers/stages/extract/events/read-spans.ts'
import { document } from '../../../../rules/rule-tester.ts'

const read = (sentence: string, role: Role = 'other') =>
  readSpans(normalise(sentence).text, document({ identity: { role } }).identity).map(({ what, on }) => [what, on?.from, on?.to])

describe('periods with a first and a last day', () => {
  test.each<[string, Role, string, string]>([
    ['公示期为2023年6月5日至6月9日。', 'other', '2023-06-05', '2023-06-09'],
    ['自2023年6月5日起至2023年6月9日在省厅网站公示。', 'other', '2023-06-05', '2023-06-09'],
    ['2023年6月5日-9日公示5个工作日。', 'other', '2023-06-05', '2023-06-09'],
    ['承诺2018年1月1日至2020年12月31日期间未发生严重污染环境事件。', 'commitment', '2018-01-01', '2020-12-31'],
    ['规划期限为2020—2025年。', 'plan', '2020-01-01', '2025-01-01'],
  ])('%s', (sentence, role, from, to) => {
    const [first, last] = read(sentence, role)
    expect(first?.[1]).toBe(from)
    expect(last?.[1]).toBe(to)
  })

  test.each<[string, Role]>([
    ['公示无异议。', 'other'],
    ['2018年1月1日至2020年12月31日，园区工业增加值年均增长8%。', 'plan'],
    ['公示期自2023年6月9日至2023年6月5日。', 'other'],
    ['承诺2018年1月1日至2020年12月31日期间未发生事件。', 'annual_report'],
  ])('none in: %s', (sentence, role) => expect(read(sentence, role)).toEqual([]))
})
