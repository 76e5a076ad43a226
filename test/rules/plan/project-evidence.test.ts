import rule from '../../../rules/plan/project-evidence.ts'
import type { Role } from '../../../schemas/dossier.ts'
import type { Project } from '../../../schemas/reading.ts'
import { document, evidence, testRule } from '../rule-tester.ts'

const project = (role: Role, name: string, status: Project['status'], statusText: string | null = null): Project => ({
  ...{ document: role, role, name, status, statusText, investment: null },
  evidence: evidence({ text: name }),
})
const lists = (reported: string[], others: [string, Project['status'], string?][], role: Role = 'supporting_data') => ({
  documents: [
    document({ projects: reported.map((name) => project('acceptance_report', name, 'done')) }),
    document({ identity: { role }, projects: others.map(([name, status, text]) => project(role, name, status, text ?? null)) }),
  ],
})

testRule(rule, [
  {
    name: 'a project that the data list as finished passes',
    ...lists(['余热梯级利用项目'], [['余热梯级利用项目', 'done']]),
    outcomes: ['passed'],
  },
  {
    name: 'one that they list as being built fails with both states',
    ...lists(['余热梯级利用项目'], [['余热梯级利用项目', 'unfinished', '在建']]),
    outcomes: ['failed'],
    tells: ['已完成', '“在建”', '数据支撑材料.xlsx'],
  },
  {
    name: 'where no other paper lists projects nothing is asked',
    documents: [document({ projects: [project('acceptance_report', '余热利用', 'done')] })],
    outcomes: [],
  },
  {
    name: 'one that the lists do not know stands out',
    ...lists(['余热梯级利用项目', '污泥干化焚烧工程'], [['余热梯级利用项目', 'done']]),
    outcomes: ['passed', 'failed'],
    tells: ['污泥干化焚烧工程'],
  },
  {
    name: 'an annual report from before may still tell of building',
    ...lists(['余热梯级利用项目'], [['余热梯级利用项目', 'unfinished', '在建']], 'annual_report'),
    outcomes: ['passed'],
  },
])
