import { expect, test } from 'vitest'
import { Catalogue } from '../../../schemas/catalogue.ts'
import { run } from '../../../workers/render/list-editions-job.ts'

test('every indicator is told with its limits, formula and clause in words; nothing of the program’s own names is left', async () => {
  const catalogue = await run()
  expect(Catalogue.parse(catalogue)).toEqual(catalogue)
  const [standard] = catalogue.standards
  const of = (no: number) => standard?.indicators.find((one) => one.no === no)
  expect(standard?.indicators).toHaveLength(32)
  expect(of(1)).toMatchObject({
    limits: [{ when: null, limit: '≥30%' }],
    group: 'A',
    clause: '表1第1项',
    unverified: ['threshold', 'formula'],
  })
  expect(of(16)?.limits).toEqual([
    { when: '北京、天津、河北', limit: '≥30%' },
    { when: '缺水城市', limit: '≥20%' },
    { when: '其他', limit: '≥10%' },
  ])
  expect(of(10)?.limits[0]?.when).toMatch(/工业增加值的年均增长率＞0$/)
  expect(of(3)?.formula).toMatch(/工业增加值的三年年均增长率×100$/)
  for (const { formula, limits } of standard?.indicators ?? []) {
    for (const words of [formula, ...limits.map(({ when }) => when)]) expect(words ?? '').not.toMatch(/[a-z_]{3,}|[<>=*/]/)
    for (const { limit } of limits) expect(limit).not.toMatch(/[<>=*_]/)
  }
  expect(catalogue.rules.length).toBeGreaterThan(40)
  expect(catalogue.regulations.map(({ id }) => id)).toEqual(['2015', 'draft', '2026'])
})
