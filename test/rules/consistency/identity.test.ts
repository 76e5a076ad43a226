import rule from '../../../rules/consistency/identity.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldEvent } from '../told.ts'

const named = (role: 'plan' | 'acceptance_report', park: string, events: ReturnType<typeof toldEvent>[] = []) =>
  document({ identity: { role, park }, events })

testRule(rule, [
  {
    name: 'longer and shorter forms of one name pass',
    documents: [named('plan', '青禾经开区'), named('acceptance_report', '湖南青禾经济开发区')],
    outcomes: ['passed'],
  },
  {
    name: 'two parks are told with their papers',
    documents: [named('plan', '云泽高新技术产业园'), named('acceptance_report', '青禾经济开发区')],
    outcomes: ['failed'],
    tells: ['建设规划.pdf', '云泽高新技术产业园', '青禾经济开发区'],
  },
  { name: 'with one paper there is nothing to compare', documents: [named('plan', '青禾经济开发区')], outcomes: [] },
  {
    name: 'a told change of name is another rule’s matter',
    documents: [
      named('plan', '云泽高新技术产业园'),
      named('acceptance_report', '青禾经济开发区', [toldEvent('organisation_change', '更名为青禾经济开发区', { aspect: 'name' })]),
    ],
    outcomes: ['skipped'],
  },
])
