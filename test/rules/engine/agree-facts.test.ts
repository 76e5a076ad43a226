import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { agree } from '../../../rules/engine/agree-facts.ts'
import { readStandard } from '../../../rules/standards/index.ts'
import { fact } from '../rule-tester.ts'

const standard = readStandard('hj274-2015')
const same = (a: Parameters<typeof fact>[0], b: Parameters<typeof fact>[0]) => agree(fact(a), fact(b), standard)

test('two roundings of one value always agree, whatever the unit and the places', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99_999_999 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 4 }),
      (wan, places, others) => {
        const print = (digits: number) => fact({ printed: (wan / 10_000).toFixed(digits), unit: '亿元' })
        const exact = fact({ printed: String(wan), unit: '万元' })
        return agree(print(places), exact, standard) === true && agree(print(places), print(others), standard) === true
      },
    ),
  )
})

test('prints whose intervals are apart never agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 99_999 }), fc.integer({ min: 2, max: 500 }), (hundredths, apart) => {
      const print = (value: number) => fact({ printed: (value / 100).toFixed(2), unit: '亿元' })
      return agree(print(hundredths), print(hundredths + apart), standard) === false
    }),
  )
})

test('356.4 and 356.6 differ, 356.4 and 3564200万元 do not', () => {
  expect(same({ printed: '356.4', unit: '亿元' }, { printed: '356.6', unit: '亿元' })).toBe(false)
  expect(same({ printed: '356.4', unit: '亿元' }, { printed: '3564200', unit: '万元' })).toBe(true)
})

test('a coarse print of a count fits what it rounds', () => {
  expect(
    same(
      { subject: 'industrial_employees', unit: '人', printed: '57032' },
      { subject: 'industrial_employees', unit: '人', printed: '57033' },
    ),
  ).toBe(false)
  const coarse = {
    ...fact({ subject: 'industrial_employees', unit: '万人', printed: '5.7' }),
    canonical: { value: '57000', unit: '人' },
    interval: { low: '56500', high: '57500' },
  }
  expect(agree(coarse, fact({ subject: 'industrial_employees', unit: '人', printed: '57032' }), standard)).toBe(true)
})

test('a word and a number cannot be compared', () => {
  expect(same({ subject: 'hj274.20', unit: '%', printed: '100' }, { subject: 'hj274.20', text: '完善' })).toBeUndefined()
})
