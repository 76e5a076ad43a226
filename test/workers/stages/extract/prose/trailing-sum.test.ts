import { expect, test } from 'vitest'
import { read } from './read-prose.ts'

const shown = (text: string): string[] =>
  read(text).sums.map(({ parts, total, completeness }) => `${parts.map((part) => part.raw).join('+')}=${total.raw} ${completeness}`)

test.each([
  ['园区现有规模企业中，磷化工23家，建材11家，机械制造8家，共计42家。', ['23家+11家+8家=42家 all']],
  ['强制性审核14家、自愿性审核9家、提升审核3家，合计26家次。', ['14家+9家+3家=26家 all']],
  ['能源消费结构中，煤炭占41.2%、天然气占22.5%、电力占36.3%，合计100%。', ['41.2%+22.5%+36.3%=100% all']],
  ['包括磷化工23家、建材11家等，共计42家。', []],
  ['新增企业3家、关停企业2家，共计40家。', []],
  ['项目12个，其中技改5个、新建6个，合计12个。', []],
  ['磷化工23家、建材约11家，共计34家。', []],
  ['磷化工23家、投资1.2亿元，共计42家。', []],
])('%s', (text, sums) => expect(shown(text)).toEqual(sums))

test('firms counted one by one are exact', () => {
  const [sum] = read('磷化工23家，建材11家，共计35家。').sums
  expect(sum?.total.interval).toEqual({ low: '35', high: '35' })
})
