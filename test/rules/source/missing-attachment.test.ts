import rule from '../../../rules/source/missing-attachment.ts'
import { document, evidence, fact, testRule } from '../rule-tester.ts'

const subjects = ['hj274.1', 'hj274.2', 'hj274.6', 'hj274.11']
const dossierOf = (cited: string[], files: string[]) => ({
  facts: cited.map((text, index) =>
    fact({ subject: subjects[index] ?? 'hj274.1', printed: '12.5', unit: null, source: { text, evidence: evidence() } }),
  ),
  documents: files.map((file) => document({ id: file, file, identity: { role: 'supporting_data' as const } })),
})

testRule(rule, [
  {
    name: 'every number among the files passes',
    ...dossierOf(['统计年鉴（附件1）', '附件2-1', '附件3'], ['附件1.xlsx', '附件2.pdf', '附件3 环境统计.xls']),
    outcomes: ['passed', 'passed', 'passed'],
  },
  {
    name: 'one that is not there fails with the place that cites it',
    ...dossierOf(['附件1', '附件2', '附件3', '附件7'], ['附件1.xlsx', '附件2.pdf', '附件3.xls']),
    outcomes: ['passed', 'passed', 'passed', 'failed'],
    tells: ['支撑材料7', '没有找到'],
  },
  { name: 'sources without numbers are not asked for', ...dossierOf(['统计年鉴', '环境统计'], ['附件1.xlsx']), outcomes: [] },
  {
    name: 'where most numbers are nowhere the system is not known',
    ...dossierOf(['附件1', '附件2', '附件3', '附件4'], ['附件1.xlsx']),
    outcomes: ['passed', 'skipped', 'skipped', 'skipped'],
  },
  {
    name: 'a year is no number of an attachment',
    ...dossierOf(['附表2021年统计', '附表2022年统计', '附表2020年统计'], ['附件1.xlsx']),
    outcomes: [],
  },
])
