import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dossier } from '../../../rules/dossier.ts'
import { diagnose } from '../../../rules/engine/diagnose.ts'
import { rules } from '../../../rules/index.ts'
import type { Role } from '../../../schemas/dossier.ts'
import type { Fact } from '../../../schemas/fact.ts'
import { Finding } from '../../../schemas/finding.ts'
import type { Growth } from '../../../schemas/reading.ts'
import { dossier, evidence, type FactOver, fact } from '../rule-tester.ts'

/** The findings of a dossier about numbers, without those about what it lacks. */
const review = (facts: readonly Fact[], over: Partial<Dossier> = {}) => {
  const all = dossier({ facts: [...facts], ...over })
  return diagnose(
    rules.flatMap((rule) => rule.run(all)),
    all,
  ).filter((finding) => !finding.rule.startsWith('completeness/'))
}
const told = (facts: readonly Fact[], over: Partial<Dossier> = {}) =>
  review(facts, over).map(({ rule, subject, year }) => `${rule} ${subject} ${year}`)

const said = (role: Role, subject: string, year: number, printed: string, unit: string, over: FactOver = {}) =>
  fact({ role, subject, year, printed, unit, ...over })

/** 71.28万吨标煤 ÷ 356.42亿元 = 0.200; 78.41 ÷ 370.00 = 0.212. */
const energyOf = (role: Role, year: number, energy: string, added: string, intensity: string) => [
  said(role, 'energy_consumption', year, energy, '万吨标煤'),
  said(role, 'industrial_value_added', year, added, '亿元'),
  said(role, 'hj274.11', year, intensity, 'tce/万元'),
]
const acceptance = [
  ...energyOf('acceptance_report', 2021, '71.28', '356.42', '0.200'),
  ...energyOf('acceptance_report', 2022, '78.41', '370.00', '0.212'),
]

describe('one cause, one finding', () => {
  test('documents that agree are not found fault with', () => {
    expect(told([...acceptance, ...energyOf('annual_report', 2021, '71.28', '356.42', '0.200')])).toEqual([])
  })

  test('a wrong input and the indicators that do not follow from it are one', () => {
    const findings = review([...acceptance, ...energyOf('annual_report', 2021, '712800', '356.42', '0.200')])
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      rule: 'consistency/annual-acceptance',
      subject: 'energy_consumption',
      year: 2021,
      diagnosis: { cause: 'unit_slip' },
    })
    expect(findings[0]?.alsoFails).toMatchObject([{ rule: 'formula/recalculation', subject: 'hj274.11', year: 2021 }])
  })

  test('a wrong sentence in the report is told within the report, the annual report being further evidence', () => {
    const facts = [
      ...acceptance,
      ...energyOf('annual_report', 2021, '71.28', '356.42', '0.200'),
      said('acceptance_report', 'energy_consumption', 2021, '17.28', '万吨标煤', { statedIn: 'prose' }),
    ]
    const [finding, ...others] = review(facts)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ rule: 'consistency/within-document', diagnosis: { cause: 'digit_transposition' } })
    expect(finding?.alsoFails.map(({ rule }) => rule)).toEqual(['consistency/annual-acceptance'])
    expect(finding?.facts[0]).toBe(facts.at(-1)?.id)
  })

  test('a value that two reports share and the data do not is the data’s', () => {
    const facts = [
      ...acceptance,
      ...energyOf('annual_report', 2021, '71.28', '356.42', '0.200'),
      said('supporting_data', 'energy_consumption', 2021, '77.28', '万吨标煤'),
    ]
    const [finding, ...others] = review(facts)
    expect(others).toEqual([])
    expect(finding).toMatchObject({
      rule: 'consistency/supporting-data',
      actual: '77.28万吨标煤',
      expected: '71.28万吨标煤',
      diagnosis: { cause: 'digit_typo' },
    })
  })

  test('a value that is wrong in the report fails against all others, and is told under the first rule', () => {
    const [first, ...rest] = acceptance
    const facts = [
      { ...first, ...said('acceptance_report', 'energy_consumption', 2021, '77.28', '万吨标煤') },
      ...rest,
      ...energyOf('annual_report', 2021, '71.28', '356.42', '0.200'),
      said('supporting_data', 'energy_consumption', 2021, '71.28', '万吨标煤'),
    ]
    const findings = review(facts)
    expect(findings.map(({ rule }) => rule)).toEqual(['consistency/annual-acceptance'])
    expect(findings[0]?.alsoFails.map(({ rule }) => rule).sort()).toEqual(['consistency/supporting-data', 'formula/recalculation'])
  })

  test('two wrong values of one subject and year are two findings', () => {
    const facts = [
      ...acceptance,
      ...energyOf('annual_report', 2021, '77.28', '356.42', '0.200'),
      said('supporting_data', 'energy_consumption', 2021, '41.28', '万吨标煤'),
    ]
    expect(told(facts).sort()).toEqual([
      'consistency/annual-acceptance energy_consumption 2021',
      'consistency/supporting-data energy_consumption 2021',
    ])
  })

  test('swapped rows are two findings with one cause', () => {
    const pair = (role: Role, cod: string, ammonia: string) => [
      said(role, 'cod_emission', 2022, cod, 't'),
      said(role, 'ammonia_nitrogen_emission', 2022, ammonia, 't'),
    ]
    const findings = review([...pair('acceptance_report', '297.34', '30.68'), ...pair('annual_report', '30.7', '297.3')])
    expect(findings.map(({ rule, subject, diagnosis }) => [rule, subject, diagnosis?.cause])).toEqual([
      ['consistency/annual-acceptance', 'cod_emission', 'swapped_rows'],
      ['consistency/annual-acceptance', 'ammonia_nitrogen_emission', 'swapped_rows'],
    ])
  })

  test('a mistake in calculating is told as that, the other document’s value being further evidence', () => {
    const share = (role: Role, printed: string) => [
      said(role, 'renewable_energy_use', 2022, '10.89', '万吨标煤'),
      said(role, 'energy_consumption', 2022, '82.28', '万吨标煤'),
      said(role, 'hj274.12', 2022, printed, '%'),
    ]
    const findings = review([...share('annual_report', '13.24'), ...share('acceptance_report', '0.1324')])
    expect(findings.map(({ rule, subject, diagnosis }) => [rule, subject, diagnosis?.cause])).toEqual([
      ['formula/recalculation', 'hj274.12', 'percent_fraction'],
    ])
    expect(findings[0]?.alsoFails.map(({ rule }) => rule)).toContain('consistency/annual-acceptance')
  })

  test('a slip in copying an indicator stays a contradiction', () => {
    const findings = review([...acceptance, ...energyOf('annual_report', 2022, '78.41', '370.00', '0.221')])
    expect(findings.map(({ rule, subject, diagnosis }) => [rule, subject, diagnosis?.cause])).toEqual([
      ['consistency/annual-acceptance', 'hj274.11', 'digit_transposition'],
    ])
  })

  test('the same miscalculation in two documents is one finding that names both', () => {
    const facts = ['annual_report', 'acceptance_report'].flatMap((role) => energyOf(role as Role, 2022, '78.41', '370.00', '0.412'))
    const findings = review(facts)
    expect(findings.map(({ rule }) => rule)).toEqual(['formula/recalculation'])
    expect(findings[0]?.facts).toEqual(expect.arrayContaining([facts[2]?.id, facts[5]?.id]))
  })

  test('a wrong input does not hide a miscalculation that its correction would not mend', () => {
    expect(told([...acceptance, ...energyOf('annual_report', 2021, '77.28', '356.42', '0.512')]).sort()).toEqual([
      'consistency/annual-acceptance energy_consumption 2021',
      'consistency/annual-acceptance hj274.11 2021',
    ])
  })

  test('a goal missed by a value that misses the Standard is one finding', () => {
    const green = [
      said('acceptance_report', 'hj274.29', 2022, '14.00', '%'),
      said('plan', 'hj274.29', 2022, '16', '%', { kind: 'target', operator: '>=' }),
    ]
    const findings = review(green)
    expect(findings.map(({ rule }) => rule)).toEqual(['standard/threshold'])
    expect(findings[0]?.alsoFails.map(({ rule }) => rule)).toEqual(['plan/target-missed'])
  })

  test('a goal missed by a value that meets the Standard stands for itself', () => {
    expect(
      told([
        said('acceptance_report', 'hj274.29', 2022, '37.45', '%'),
        said('plan', 'hj274.29', 2022, '40', '%', { kind: 'target', operator: '>=' }),
      ]),
    ).toEqual(['plan/target-missed hj274.29 2022'])
  })

  test('a growth that follows from the wrong level in its own sentence is further evidence', () => {
    const wrong = said('acceptance_report', 'cod_emission', 2022, '397.34', 't', { statedIn: 'prose' })
    const facts = [
      said('acceptance_report', 'cod_emission', 2022, '297.34', 't'),
      said('acceptance_report', 'cod_emission', 2021, '308.11', 't'),
      wrong,
    ]
    const growth: Growth = {
      document: 'acceptance_report',
      subject: 'cod_emission',
      year: 2022,
      fromYear: 2021,
      measure: 'rate',
      value: '-3.5',
      interval: { low: '-3.55', high: '-3.45' },
      raw: '下降3.5%',
      level: wrong.interval,
      fromLevel: null,
      priceBasis: null,
      approximate: false,
      evidence: evidence(),
    }
    const findings = review(facts, { growths: [growth] })
    expect(findings.map(({ rule }) => rule)).toEqual(['consistency/within-document'])
    expect(findings[0]?.alsoFails).toMatchObject([{ rule: 'formula/growth', subject: 'cod_emission', year: 2022 }])
  })

  test('a wrong area is a matter of scope, and what was computed with it follows', () => {
    const area = (role: Role, printed: string) => said(role, 'park_area', 2022, printed, 'km2')
    const facts = [
      area('plan', '43.71'),
      area('supporting_data', '43.71'),
      area('acceptance_report', '34.71'),
      said('acceptance_report', 'green_area', 2022, '7.20', 'km2'),
      said('acceptance_report', 'hj274.29', 2022, '16.47', '%'),
    ]
    expect(told(facts)).toEqual(['scope/boundary park_area null'])
  })
})

describe('what a finding says', () => {
  const facts = [...acceptance, ...energyOf('annual_report', 2021, '712800', '356.42', '0.200')]

  test('it is a finding of the contract, numbered in order', () => {
    const findings = review([...facts, said('supporting_data', 'hj274.11', 2022, '0.312', 'tce/万元')])
    expect(findings.map(({ id }) => id)).toEqual(findings.map((_, index) => `x${Number(findings[0]?.id.slice(1)) + index}`))
    for (const finding of findings) expect(Finding.parse(finding)).toEqual(finding)
  })

  test('the wrong value comes first, with what it should be', () => {
    const [finding] = review(facts)
    expect(finding).toMatchObject({ actual: '712800万吨标煤', expected: '71.28万吨标煤' })
    expect(finding?.facts[0]).toBe(facts.find((one) => one.value === '712800')?.id)
  })

  test('a difference of the last digit is a warning', () => {
    const cut = [
      said('acceptance_report', 'industrial_value_added', 2021, '356.42', '亿元'),
      said('annual_report', 'industrial_value_added', 2021, '3564290', '万元'),
    ]
    expect(review(cut)).toMatchObject([{ rule: 'consistency/annual-acceptance', severity: 'warning', diagnosis: { cause: 'rounding' } }])
  })
})

/** Four years of a park as several documents print them, in units and places of their own. */
function clean(values: readonly number[]): Fact[] {
  const years = [2019, 2020, 2021, 2022]
  const print = (role: Role, subject: string, unit: string, divisor: number, places: number) =>
    years.map((year, index) => said(role, subject, year, ((values[index] ?? 0) / divisor).toFixed(places), unit))
  return [
    ...print('acceptance_report', 'energy_consumption', '万吨标煤', 10_000, 2),
    ...print('supporting_data', 'energy_consumption', 'tce', 1, 0),
    ...print('annual_report', 'energy_consumption', 'tce', 1, 0),
  ]
}

test('rounding noise never fires', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 400_000, max: 700_000 }), { minLength: 4, maxLength: 4 }), (values) => {
      expect(told(clean(values))).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('30 quantities over 5 years in 8 documents, a dozen of them wrong, take seconds at most', () => {
  const subjects = dossier().standard.quantities.filter(({ id }) => id !== 'park_area')
  const roles: Role[] = ['plan', 'support_report', 'acceptance_report', 'supporting_data', 'application']
  const years = [2018, 2019, 2020, 2021, 2022]
  const level = (index: number, year: number) => 1000 + index * 7 + (year - 2018) * 13
  const one = (role: Role, document: string) =>
    years.flatMap((year) => subjects.map(({ id, unit }, index) => said(role, id, year, `${level(index, year)}`, unit, { document })))
  const facts = [
    ...roles.flatMap((role) => one(role, role)),
    ...years.slice(2).flatMap((year) => one('annual_report', `annual_report-${year}`)),
  ]
  const planted = facts.map((each, index) =>
    index % 97 === 0
      ? said(each.role, each.subject, each.year ?? 0, `${Number(each.value) + 5000}`, each.unit ?? '', { document: each.document })
      : each,
  )
  const start = performance.now()
  expect(review(planted).length).toBeGreaterThan(5)
  // Under a second on two busy cores; the bound leaves room for a slower machine, and none for a quadratic scan.
  expect(performance.now() - start).toBeLessThan(8000)
})
