import { expect, test } from 'vitest'
import { matchProjects } from '../../../rules/engine/match-projects.ts'
import type { Project } from '../../../schemas/reading.ts'
import { evidence } from '../rule-tester.ts'

const project = (name: string): Project => ({
  document: 'd',
  role: 'plan',
  name,
  status: null,
  statusText: null,
  investment: null,
  evidence: evidence(),
})

const match = (wanted: string, listed: string[]) =>
  matchProjects([project(wanted)], listed.map(project))
    .values()
    .next()
    .value?.map((one: Project) => one.name)

test.each([
  ['恒泰化纤余热梯级利用项目', ['恒泰化纤余热梯级利用 项目'], '恒泰化纤余热梯级利用 项目'],
  ['恒泰化纤余热梯级利用项目', ['恒泰化纤余热梯级利用工程'], '恒泰化纤余热梯级利用工程'],
  ['恒泰化纤余热梯级利用项目', ['百川热电余热利用项目', '恒泰化纤公司余热梯级利用项目'], '恒泰化纤公司余热梯级利用项目'],
  ['恒泰化纤余热梯级利用项目', ['欣欣印染中水回用改造项目'], undefined],
  ['分布式光伏（20兆瓦）项目', ['分布式光伏（30兆瓦）项目'], undefined],
])('%s among %j is %s', (wanted, listed, found) => {
  expect(match(wanted, listed)?.[0]).toBe(found)
})
