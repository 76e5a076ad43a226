import type { Project } from '../../schemas/reading.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { matchProjects } from '../engine/match-projects.ts'
import { placeName } from '../engine/place-name.ts'

type Claimed = Target & { readonly project: Project; readonly elsewhere: readonly Project[]; readonly share: number }

/** Papers that bear an acceptance report out: the annual reports and the supporting data. */
const bearing: ReadonlySet<string> = new Set(['annual_report', 'supporting_data'])

function* given({ projects, stage }: Dossier): Generator<Claimed> {
  if (stage !== 'acceptance') return
  const done = projects.filter(({ role, status }) => role === 'acceptance_report' && status === 'done')
  const others = projects.filter(({ role }) => bearing.has(role))
  if (others.length === 0) return
  const matched = matchProjects(done, others)
  const share = done.length === 0 ? 0 : matched.size / done.length
  for (const project of done) yield { subject: project.name, year: null, facts: [], project, share, elsewhere: matched.get(project) ?? [] }
}

function check({ project, elsewhere, share }: Claimed, dossier: Dossier): Outcome {
  const open = elsewhere.length > 0 && elsewhere.every(({ status }) => status === 'unfinished' || status === 'cancelled')
  const last = elsewhere.at(-1)
  if (open && last && elsewhere.some(({ role }) => role === 'supporting_data'))
    return failed({
      message: `${placeName(project, dossier)}称项目“${project.name}”已完成，${placeName(last, dossier)}仍为“${last.statusText ?? '未完成'}”。`,
      expected: '已完成',
      actual: last.statusText ?? '未完成',
      places: [project, last].map(({ document, evidence }) => ({ document, evidence })),
    })
  if (elsewhere.length > 0) return passed
  // Where the other papers list the projects, one that none of them knows stands out.
  if (share < 0.5) return skipped('年度报告和支撑材料未列项目清单，项目完成情况须现场核实')
  return failed({
    message: `${placeName(project, dossier)}称项目“${project.name}”已完成，年度工作报告和支撑材料所列项目中没有该项目，请提供竣工、验收或运行材料。`,
    expected: '年度报告或支撑材料可以印证',
    actual: '未见',
    places: [{ document: project.document, evidence: project.evidence }],
  })
}

/** A key project told as finished is borne out by the annual reports or the supporting data (Art. 17(4)). */
export default defineRule({
  id: 'plan/project-evidence',
  severity: 'warning',
  article: '17(4)',
  summary: 'Projects that the acceptance report tells as finished are known to the other papers that list projects.',
  title: '已完成的重点支撑项目是否有其他材料印证',
  given,
  check,
})
