import rule from '../../../rules/plan/project-status.ts'
import type { Role } from '../../../schemas/dossier.ts'
import type { Project } from '../../../schemas/reading.ts'
import { document, evidence, testRule } from '../rule-tester.ts'

const project = (role: Role, name: string, status: Project['status'] = null, statusText: string | null = null): Project => ({
  document: role,
  role,
  name,
  status,
  statusText,
  investment: null,
  evidence: evidence({ text: name }),
})

const lists = (planned: string[], reported: [string, Project['status'], string?][]) => ({
  documents: [
    document({ identity: { role: 'plan' }, projects: planned.map((name) => project('plan', name)) }),
    document({ projects: reported.map(([name, status, text]) => project('acceptance_report', name, status, text ?? null)) }),
  ],
})

/** Projects told as lines of text, not in a table. */
const lines = (planned: string[], reported: string[]) => {
  const line = (role: Role, name: string) => ({ ...project(role, name, 'done'), evidence: { ...evidence({ text: name }), table: null } })
  return {
    documents: [
      document({ identity: { role: 'plan' }, projects: planned.map((name) => line('plan', name)) }),
      document({ projects: reported.map((name) => line('acceptance_report', name)) }),
    ],
  }
}

testRule(rule, [
  {
    name: 'one that no line of the report names fails where the lines name all others',
    ...lines(['再生水厂二期工程', '余热梯级利用项目', '废盐资源化项目'], ['再生水厂二期工程', '余热梯级利用项目']),
    outcomes: ['passed', 'passed', 'failed'],
  },
  {
    name: 'it stays open where a line may name it otherwise',
    ...lines(['再生水厂二期工程', '余热梯级利用项目', '废盐资源化项目'], ['再生水厂二期工程', '余热梯级利用项目', '氯化钠综合利用中心']),
    outcomes: ['passed', 'passed', 'skipped'],
  },
  { name: 'a finished project passes', ...lists(['园区再生水厂二期工程'], [['园区再生水厂二期工程', 'done']]), outcomes: ['passed'] },
  {
    name: 'one that the report does not list fails',
    ...lists(['园区再生水厂二期工程', '余热梯级利用项目'], [['余热梯级利用项目', 'done']]),
    outcomes: ['failed', 'passed'],
    tells: ['园区再生水厂二期工程', '未列入验收报告.pdf', '建设规划.pdf 第1页'],
  },
  {
    name: 'without a plan nothing is due',
    documents: [document({ projects: [project('acceptance_report', '余热利用', 'done')] })],
    outcomes: [],
  },
  {
    name: 'one that is still being built fails',
    ...lists(['余热梯级利用项目'], [['余热梯级利用项目', 'unfinished', '主体工程在建']]),
    outcomes: ['failed'],
    tells: ['主体工程在建', '尚未完成'],
  },
  {
    name: 'one that was cancelled fails',
    ...lists(['余热梯级利用项目'], [['余热梯级利用项目', 'cancelled', '取消']]),
    outcomes: ['failed'],
    tells: ['已取消'],
  },
  { name: 'a report without a list of projects is not accused', ...lists(['余热梯级利用项目'], []), outcomes: ['skipped'] },
  {
    name: 'a project without a printed state is left open',
    ...lists(['余热梯级利用项目'], [['余热梯级利用项目', null]]),
    outcomes: ['skipped'],
  },
  {
    name: 'brackets, spaces and full-width digits do not make another project',
    ...lists(['分布式屋顶光伏一期（20兆瓦）项目'], [['分布式屋顶光伏一期 (２０兆瓦) 项目', 'done']]),
    outcomes: ['passed'],
  },
  {
    name: 'nor does a longer or slightly other name',
    ...lists(
      ['雨污分流及应急池建设工程', '危险废物收集贮存中心'],
      [
        ['园区雨污分流及应急池建设工程', 'done'],
        ['危险废物集中收集贮存中心', 'done'],
      ],
    ),
    outcomes: ['passed', 'passed'],
  },
  {
    name: 'but a second phase is not the first',
    ...lists(['园区再生水厂二期工程'], [['园区再生水厂一期工程', 'done']]),
    outcomes: ['failed'],
  },
  {
    name: 'one entry does not serve two projects',
    ...lists(['鼎新铝业铝灰渣资源化项目', '鼎新铝业铝灰资源化项目'], [['鼎新铝业铝灰渣资源化项目', 'done']]),
    outcomes: ['passed', 'failed'],
  },
  {
    name: 'at creation the projects are still to come',
    stage: 'creation',
    ...lists(['余热梯级利用项目'], [['别的项目', 'done']]),
    outcomes: [],
  },
])
