import rule from '../../../rules/standing/title-use.ts'
import { document, testRule } from '../rule-tester.ts'
import { toldDate, toldEvent } from '../told.ts'

const used = toldEvent('title_use', '园区荣获“国家生态工业示范园区”称号')

testRule(rule, [
  { name: 'a park that does not claim the title passes', documents: [document()], outcomes: ['passed'] },
  {
    name: 'a claim before naming is quoted',
    documents: [document({ events: [used] })],
    outcomes: ['failed'],
    tells: ['荣获“国家生态工业示范园区”称号', '尚未命名'],
  },
  { name: 'a named park is not asked', stage: 'annual', documents: [document({ events: [used] })], outcomes: [] },
  {
    name: 'where a naming is told a person decides',
    documents: [document({ events: [used], dates: [toldDate('named', '2015-04', 'acceptance_report')] })],
    outcomes: ['skipped'],
  },
])
