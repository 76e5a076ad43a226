import rule from '../../../rules/standing/plan-expired.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate } from '../told.ts'

const period = (to: string, year: number) => {
  const raw = `2018—${to}年`
  const day = (what: 'plan_from' | 'plan_to', on: string) => {
    const date = toldDate(what, on, 'plan')
    return { ...date, raw, evidence: { ...date.evidence, text: raw } }
  }
  return {
    stage: 'annual' as const,
    documents: [
      document({ identity: { role: 'plan' as const }, dates: [day('plan_from', '2018'), day('plan_to', to)] }),
      document({ identity: { role: 'annual_report' as const, year } }),
    ],
  }
}

testRule(rule, [
  { name: 'a year within the plan passes', ...period('2025', 2023), outcomes: ['passed'] },
  { name: 'a year after it is told', ...period('2022', 2023), outcomes: ['failed'], tells: ['至2022年', '2023年度', '建设规划.pdf'] },
  { name: 'at acceptance nothing is asked', documents: period('2022', 2023).documents, outcomes: [] },
  {
    name: 'a plan without a period leaves it open',
    stage: 'annual',
    documents: [document({ identity: { role: 'annual_report', year: 2023 } })],
    outcomes: ['skipped'],
  },
])
