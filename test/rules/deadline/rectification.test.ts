import rule from '../../../rules/deadline/rectification.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate } from '../told.ts'

const mended = (signed: string | null, feedback: string | null) =>
  document({
    identity: { role: 'rectification' },
    dates: [
      ...(signed === null ? [] : [toldDate('signed', signed, 'rectification')]),
      ...(feedback === null ? [] : [toldDate('feedback', feedback, 'rectification')]),
    ],
  })

testRule(rule, [
  { name: 'mended papers within a month pass', documents: [mended('2023-08-10', '2023-07-12')], outcomes: ['passed'] },
  {
    name: 'later ones fail',
    documents: [mended('2023-08-22', '2023-07-12')],
    outcomes: ['failed'],
    tells: ['2023年7月12日', '2023年8月22日', '1个月'],
  },
  { name: 'without mended papers nothing is asked', documents: [document()], outcomes: [] },
  { name: 'the month that ends in a holiday ends after it', documents: [mended('2023-10-07', '2023-09-01')], outcomes: ['passed'] },
  { name: 'without the day of the feedback it is left open', documents: [mended('2023-08-22', null)], outcomes: ['skipped'] },
  { name: 'a month of feedback leaves its days open', documents: [mended('2023-08-15', '2023-07')], outcomes: ['skipped'] },
])
