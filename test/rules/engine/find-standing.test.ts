import { expect, test } from 'vitest'
import { compareSinceNaming } from '../../../rules/engine/compare-since-naming.ts'
import { findStanding } from '../../../rules/engine/find-standing.ts'
import { document, dossier, fact } from '../rule-tester.ts'
import { toldDate, toldEvent } from '../told.ts'

const named = (...dates: ReturnType<typeof toldDate>[]) =>
  dossier({
    stage: 'annual',
    baseYear: 2013,
    documents: [document({ dates: [toldDate('named', '2018-04-10', 'acceptance_report'), ...dates] })],
  })

test('the steps stand in the order of their dates, and the last one decides', () => {
  const standing = findStanding(
    dossier({
      approvedOn: '2020-06-18',
      submittedOn: '2023-04-20',
      documents: [
        document({
          dates: [toldDate('feedback', '2023-07-20', 'acceptance_report'), toldDate('reviewed', '2023-07-03', 'acceptance_report')],
        }),
      ],
    }),
  )
  expect(standing.steps.map(({ event }) => event)).toEqual(['批准建设', '申请验收', '现场技术核查', '反馈核查意见'])
  expect(standing).toMatchObject({ state: 'rectifying', zh: '整改中' })
  expect(standing.steps[3]?.place?.document).toBe('acceptance_report')
})

test('a named park that was warned, mended and lost its title', () => {
  expect(findStanding(named()).state).toBe('named')
  expect(findStanding(named(toldDate('warned', '2021-05-20', 'acceptance_report'))).state).toBe('warned')
  expect(
    findStanding(named(toldDate('warned', '2021-05-20', 'acceptance_report'), toldDate('mended', '2022-03', 'acceptance_report'))).state,
  ).toBe('named')
  expect(findStanding(named(toldDate('withdrawn', '2022-07-03', 'acceptance_report'))).state).toBe('withdrawn')
})

test('an evaluation below par warns a named park', () => {
  const failed = toldEvent('evaluation_failed', '绩效评价结果为不合格', { on: '2021' })
  const documents = [document({ events: [failed], dates: [toldDate('named', '2018-04-10', 'acceptance_report')] })]
  expect(findStanding(dossier({ stage: 'annual', baseYear: 2013, documents })).state).toBe('warned')
})

test('papers without dates leave it open', () => {
  expect(findStanding(dossier({ documents: [document()] }))).toMatchObject({ steps: [], zh: expect.stringContaining('待核实') })
})

test('since the naming, more is better for a floor and less for a ceiling', () => {
  const value = (subject: string, printed: string, year: number) => fact({ subject, printed, unit: null, year, role: 'annual_report' })
  const facts = [
    value('hj274.1', '38', 2018),
    value('hj274.1', '42', 2021),
    value('hj274.11', '0.42', 2018),
    value('hj274.11', '0.47', 2021),
    value('hj274.29', '16', 2018),
    value('hj274.29', '16.3', 2021),
  ]
  const changes = compareSinceNaming(
    dossier({
      stage: 'evaluation',
      finalYear: 2021,
      documents: [
        document({
          id: 'annual_report-2021',
          identity: { role: 'annual_report', year: 2021 },
          facts: facts.map((one) => ({ ...one, document: 'annual_report-2021' })),
          dates: [toldDate('named', '2018-04-10', 'annual_report-2021')],
        }),
      ],
    }),
  )
  expect(changes.map(({ subject, change }) => [subject, change])).toEqual([
    ['hj274.1', 'better'],
    ['hj274.11', 'worse'],
    ['hj274.29', 'same'],
  ])
})

test('before an evaluation nothing is compared', () => {
  expect(compareSinceNaming(named())).toEqual([])
})
