import { describe, expect, test } from 'vitest'
import { assemble } from '../../../../workers/stages/assemble/index.ts'
import { document, fact } from '../../../rules/rule-tester.ts'

const acceptance = document({
  identity: {
    role: 'acceptance_report',
    park: '云泽经济开发区',
    region: '湖南省',
    baseYear: 2019,
    finalYear: 2022,
    approvedOn: '2020-06-18',
  },
})
const plan = document({ identity: { role: 'plan', park: '云泽经开区', baseYear: 2018, finalYear: 2022 } })
const application = document({ identity: { role: 'application', park: '云泽经济开发区', stage: 'acceptance', datedOn: '2023-04-20' } })

test('facts are counted through over all documents, in their order', () => {
  const one = document({ identity: { role: 'plan' }, facts: [fact({ id: 'f1' }), fact({ id: 'f2' })] })
  const two = document({ identity: { role: 'acceptance_report' }, facts: [fact({ id: 'f1' })] })
  const dossier = assemble([one, two], null)
  expect(dossier.facts.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3'])
  expect(dossier.documents[1]?.facts[0]?.id).toBe('f3')
})

test('the acceptance report has the first word on years, the most and weightiest documents on the park', () => {
  const dossier = assemble([plan, acceptance, application], null)
  expect(dossier).toMatchObject({
    park: '云泽经济开发区',
    region: '湖南省',
    stage: 'acceptance',
    baseYear: 2019,
    finalYear: 2022,
    approvedOn: '2020-06-18',
    submittedOn: '2023-04-20',
  })
})

test('dossier.json goes before all documents', () => {
  const manifest = {
    park: '云泽园',
    region: '广西壮族自治区',
    stage: 'evaluation',
    waterScarce: true,
    approvedOn: '2019-01-02',
    submittedOn: '2023-05-06',
  } as const
  expect(assemble([plan, acceptance, application], manifest)).toMatchObject(manifest)
})

test('an unstated region, water scarcity or date stays open, not guessed', () => {
  expect(assemble([document({ identity: { role: 'plan' } })], null)).toMatchObject({
    park: null,
    region: null,
    waterScarce: false,
    approvedOn: null,
    submittedOn: null,
  })
})

describe('the procedure', () => {
  test.each([
    ['an acceptance report', [{ role: 'acceptance_report' }], 'acceptance'],
    ['an application for acceptance alone', [{ role: 'application', stage: 'acceptance' }], 'acceptance'],
    [
      'plan, commitment and an application for creation',
      [{ role: 'plan' }, { role: 'commitment' }, { role: 'application', stage: 'creation' }],
      'creation',
    ],
    ['a plan alone', [{ role: 'plan' }], 'creation'],
    ['annual reports alone', [{ role: 'annual_report', year: 2021 }], 'annual'],
    [
      'the old application beside the acceptance report',
      [{ role: 'application', stage: 'creation' }, { role: 'acceptance_report' }],
      'acceptance',
    ],
    ['an application for evaluation', [{ role: 'application', stage: 'evaluation' }, { role: 'acceptance_report' }], 'evaluation'],
  ] as const)('%s', (_, identities, stage) => {
    expect(
      assemble(
        identities.map((identity) => document({ identity })),
        null,
      ).stage,
    ).toBe(stage)
  })
})

describe('years that no document states follow from its values', () => {
  const facts = (kind: 'actual' | 'target', ...years: number[]) => years.map((year) => fact({ year, kind }))

  test('of an acceptance: first and last year of the report’s values', () => {
    const report = document({ identity: { role: 'acceptance_report' }, facts: facts('actual', 2019, 2020, 2021, 2022) })
    expect(assemble([report], null)).toMatchObject({ baseYear: 2019, finalYear: 2022 })
  })

  test('a year told of once in passing is not among them', () => {
    const report = document({
      identity: { role: 'acceptance_report' },
      facts: facts('actual', 2015, ...Array<number>(5).fill(2019), ...Array<number>(5).fill(2022)),
    })
    expect(assemble([report], null)).toMatchObject({ baseYear: 2019, finalYear: 2022 })
  })

  test('of a creation: the last year reached and the year aimed at', () => {
    const own = document({ identity: { role: 'plan' }, facts: [...facts('actual', 2018, 2019, 2020), ...facts('target', 2023)] })
    expect(assemble([own], null)).toMatchObject({ stage: 'creation', baseYear: 2020, finalYear: 2023 })
  })

  test('one year alone is no span', () => {
    const report = document({ identity: { role: 'acceptance_report' }, facts: facts('actual', 2022) })
    expect(assemble([report], null)).toMatchObject({ baseYear: null, finalYear: 2022 })
  })
})
