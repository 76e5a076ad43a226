import rule from '../../../rules/standard/undetermined.ts'
import { fact, testRule } from '../rule-tester.ts'

const inputs = (energy: string) => [fact({ subject: 'energy_consumption', printed: energy }), fact({ printed: '1000.0' })]

testRule(rule, [
  { name: 'digits that settle the verdict pass', facts: [fact({ subject: 'hj274.29', printed: '14.0' })], outcomes: ['passed'] },
  {
    name: 'print on the limit whose inputs lie beyond it is told: 504 ÷ 1000 prints as 0.5',
    facts: [fact({ subject: 'hj274.11', printed: '0.5' }), ...inputs('504.0')],
    outcomes: ['failed'],
    tells: ['0.5', '≤0.5', '0.504'],
  },
  { name: 'words have no digits', facts: [fact({ subject: 'hj274.17', text: '达标' })], outcomes: [] },
  {
    name: 'print on the limit is told where nothing can be recomputed: it may stand for 0.54 as well as for 0.46',
    facts: [fact({ subject: 'hj274.11', printed: '0.5' })],
    outcomes: ['failed'],
    tells: ['≤0.5'],
  },
  {
    name: 'a counted number on the limit is what it is',
    facts: [fact({ subject: 'hj274.5', unit: '个', printed: '6', interval: { low: '6', high: '6' } })],
    outcomes: ['passed'],
  },
  {
    name: 'print on the limit passes where the inputs bear it out',
    facts: [fact({ subject: 'hj274.11', printed: '0.5' }), ...inputs('496.0')],
    outcomes: ['passed'],
  },
  {
    name: 'print coarser than the limit is told',
    facts: [
      fact({ subject: 'hj274.25', printed: '0.3', interval: { low: '0.2', high: '0.4' }, canonical: { value: '0.29', unit: '1' } }),
      fact({ year: 2019, printed: '1000' }),
      fact({ printed: '1200' }),
    ],
    outcomes: ['failed'],
  },
])
