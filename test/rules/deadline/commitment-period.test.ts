import rule from '../../../rules/deadline/commitment-period.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate } from '../told.ts'

const period = (from: string, to: string, submittedOn: string | null = '2021-03-12') => {
  const raw = `${from}至${to}`
  const day = (what: 'commitment_from' | 'commitment_to', on: string) => {
    const date = toldDate(what, on, 'commitment')
    return { ...date, raw, evidence: { ...date.evidence, text: raw } }
  }
  return {
    stage: 'creation' as const,
    submittedOn,
    documents: [document({ identity: { role: 'commitment' as const }, dates: [day('commitment_from', from), day('commitment_to', to)] })],
  }
}

testRule(rule, [
  { name: 'the three years to the day pass', ...period('2018-03-12', '2021-03-12'), outcomes: ['passed'] },
  {
    name: 'two years only fail with the period wanted',
    ...period('2019-03-12', '2021-03-12'),
    outcomes: ['failed'],
    tells: ['2019年3月12日至2021年3月12日', '前三年', '承诺书.docx'],
  },
  { name: 'at acceptance nothing is asked', documents: period('2019-03-12', '2021-03-12').documents, outcomes: [] },
  {
    name: 'three calendar years before are told as such',
    ...period('2018-01-01', '2020-12-31'),
    outcomes: ['failed'],
    tells: ['三个自然年'],
  },
  { name: 'an unknown application leaves it open', ...period('2018-01-01', '2020-12-31', null), outcomes: ['skipped'] },
])
