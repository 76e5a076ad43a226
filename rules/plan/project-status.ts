import type { Project } from '../../schemas/reading.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { bareName, matchProjects } from '../engine/match-projects.ts'
import { documentName, placeName } from '../engine/place-name.ts'

type Planned = Target & {
  readonly project: Project
  readonly entries: readonly Project[]
  readonly reported: readonly Project[]
  /** False where the projects stand in lines of text that may not be all, or one of them may be the plan's under another name. */
  readonly whole: boolean
}

/** The plan's projects, each name once. */
const plannedOf = ({ projects }: Dossier): Project[] => [
  ...new Map(projects.filter((one) => one.role === 'plan').map((one) => [bareName(one.name), one])).values(),
]

function* given(dossier: Dossier): Generator<Planned> {
  if (dossier.stage === 'creation' || dossier.stage === 'annual') return
  const reported = dossier.projects.filter((one) => one.role === 'acceptance_report')
  const planned = plannedOf(dossier)
  const matched = matchProjects(planned, reported)
  const tabled = [...planned, ...reported].every(({ evidence }) => evidence.table !== null)
  const known = new Set([...matched.values()].flat())
  const whole = tabled || (matched.size > 1 && reported.every((one) => known.has(one)))
  for (const project of planned)
    yield { subject: project.name, year: null, facts: [], project, reported, whole, entries: matched.get(project) ?? [] }
}

const places = (projects: readonly Project[]) => projects.map(({ document, evidence }) => ({ document, evidence }))

function missing({ project, reported }: Planned, dossier: Dossier): Outcome {
  const report = documentName(reported[0]?.document ?? '', dossier)
  return failed({
    message: `规划重点支撑项目“${project.name}”（${placeName(project, dossier)}）未列入${report}的重点支撑项目。`,
    expected: '验收报告列出该项目并说明完成情况',
    actual: `验收报告所列${reported.length}个项目中没有`,
    places: places([project, ...reported.slice(0, 1)]),
  })
}

function unfinished({ project }: Planned, entry: Project, dossier: Dossier): Outcome {
  const state = entry.statusText ?? (entry.status === 'cancelled' ? '取消' : '未完成')
  return failed({
    message: `规划重点支撑项目“${project.name}”（${placeName(project, dossier)}）${entry.status === 'cancelled' ? '已取消' : '尚未完成'}：验收报告印“${state}”（${placeName(entry, dossier)}）。`,
    expected: '已完成',
    actual: state,
    places: places([project, entry]),
  })
}

/** Every key supporting project of the plan stands in the acceptance report's list as finished (Art. 17(4)); not asked where there is no such list. */
export default defineRule({
  id: 'plan/project-status',
  severity: 'error',
  article: '17(4)',
  summary: 'Every key supporting project of the plan is listed in the acceptance report and finished.',
  title: '规划重点支撑项目在验收报告中是否列出并完成',
  given,
  check: (target, dossier) => {
    const { entries, reported } = target
    if (reported.length === 0) return skipped('未在验收报告中读到重点支撑项目清单')
    if (entries.length === 0)
      return target.whole ? missing(target, dossier) : skipped('规划或验收报告以文字列举重点支撑项目，未能逐一对应，须人工核对')
    const open = entries.find((entry) => entry.status === 'unfinished' || entry.status === 'cancelled')
    if (open !== undefined) return unfinished(target, open, dossier)
    return entries.some((entry) => entry.status === 'done') ? passed : skipped('验收报告未印明该项目的完成情况')
  },
})
