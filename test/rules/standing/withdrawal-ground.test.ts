import rule from '../../../rules/standing/withdrawal-ground.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldEvent } from '../told.ts'

const failedIn = (on: string) => toldEvent('evaluation_failed', `${on}年绩效评价结果为不合格`, { on })
const annual = (...events: ReturnType<typeof toldEvent>[]) => ({ stage: 'annual' as const, documents: [document({ events })] })

testRule(rule, [
  { name: 'one failed evaluation is no ground', ...annual(failedIn('2022')), outcomes: ['passed'] },
  {
    name: 'two are',
    ...annual(failedIn('2019'), failedIn('2022')),
    baseYear: 2016,
    outcomes: ['failed'],
    tells: ['2022年绩效评价结果为不合格', '连续两次'],
  },
  { name: 'without documents nothing is asked', documents: [], outcomes: [] },
  {
    name: 'the park’s own request is',
    ...annual(toldEvent('withdrawal_request', '园区主动申请撤销称号')),
    outcomes: ['failed'],
    tells: ['主动'],
  },
  { name: 'a broken treaty is', ...annual(toldEvent('treaty_breach', '违反国际公约')), outcomes: ['failed'], tells: ['公约'] },
])
