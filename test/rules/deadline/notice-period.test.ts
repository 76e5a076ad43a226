import rule from '../../../rules/deadline/notice-period.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate } from '../told.ts'

const notice = (from: string, to: string) => {
  const raw = `${from}至${to}`
  const day = (what: 'notice_from' | 'notice_to', on: string) => {
    const date = toldDate(what, on, 'other')
    return { ...date, raw, evidence: { ...date.evidence, text: raw } }
  }
  return { documents: [document({ identity: { role: 'other' as const }, dates: [day('notice_from', from), day('notice_to', to)] })] }
}

testRule(rule, [
  { name: 'six working days pass', ...notice('2023-06-05', '2023-06-12'), outcomes: ['passed'] },
  {
    name: 'the days of the National Day holiday do not count',
    ...notice('2023-09-28', '2023-10-08'),
    outcomes: ['failed'],
    tells: ['3个工作日', '少于5个'],
  },
  { name: 'without a notice nothing is asked', documents: [document()], outcomes: [] },
  {
    name: 'five with the first day are told, for it may not count',
    ...notice('2023-06-05', '2023-06-09'),
    outcomes: ['failed'],
    tells: ['不计首日为4个'],
  },
  { name: 'outside the known calendar it is left open', ...notice('2031-06-05', '2031-06-09'), outcomes: ['skipped'] },
])
