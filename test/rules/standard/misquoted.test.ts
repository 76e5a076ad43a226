import rule from '../../../rules/standard/misquoted.ts'
import { evidence, fact, testRule } from '../rule-tester.ts'

const quote = (subject: string, printed: string, over = {}) => fact({ subject, printed, kind: 'standard', year: null, ...over })

testRule(rule, [
  { name: 'the Standard’s own limit passes', facts: [quote('hj274.29', '15', { operator: '>=' })], outcomes: ['passed'] },
  {
    name: 'another number fails, telling both',
    facts: [quote('hj274.26', '2', { operator: '>=' })],
    outcomes: ['failed'],
    tells: ['单位工业增加值二氧化碳排放量年均削减率', '≥3%', '>=2%', '验收报告.pdf 第1页 表1 第2行', '尚未与标准正式文本核对'],
  },
  { name: 'goals and values are not quotations', facts: [fact({ subject: 'hj274.26', printed: '2', kind: 'target' })], outcomes: [] },
  { name: 'a limit without its sign passes', facts: [quote('hj274.29', '15')], outcomes: ['passed'] },
  { name: 'a limit turned round fails', facts: [quote('hj274.29', '15', { operator: '<=' })], outcomes: ['failed'] },
  { name: 'not below a hundred is a hundred', facts: [quote('hj274.20', '100', { operator: '>=' })], outcomes: ['passed'] },
  {
    name: 'in 河北 16 asks for 30',
    region: '河北省',
    facts: [quote('hj274.16', '10', { operator: '>=' })],
    outcomes: ['failed'],
    tells: ['≥30%'],
  },
  { name: 'elsewhere it asks for 10', facts: [quote('hj274.16', '10', { operator: '>=' })], outcomes: ['passed'] },
  { name: 'or 20, in a city that may be short of water', facts: [quote('hj274.16', '20', { operator: '>=' })], outcomes: ['passed'] },
  { name: 'but not 30', facts: [quote('hj274.16', '30', { operator: '>=' })], outcomes: ['failed'] },
  {
    name: 'one cell that quotes all branches passes',
    facts: ['30', '20', '10'].map((printed) => quote('hj274.16', printed, { operator: '>=' })),
    outcomes: ['passed'],
  },
  {
    name: 'each place of a document is asked',
    facts: [quote('hj274.29', '15'), quote('hj274.29', '18', { evidence: evidence({ row: 9 }) })],
    outcomes: ['failed'],
    tells: ['第9行'],
  },
  {
    name: 'either sign of an elasticity’s limit may be quoted while growth is unknown',
    facts: [quote('hj274.10', '0.6', { operator: '<=' })],
    outcomes: ['passed'],
  },
  { name: 'a word that holds the Standard’s own passes', facts: [quote('hj274.18', '', { text: '完成率100' })], outcomes: ['passed'] },
  {
    name: 'a poorly read sign or digit is left to the reader',
    facts: [quote('hj274.29', '230', { confidence: 0.5 })],
    outcomes: ['skipped'],
  },
])
