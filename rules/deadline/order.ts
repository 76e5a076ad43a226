import type { ToldDate } from '../../schemas/told.ts'
import { defineRule, failed, type Outcome, passed, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { showDays } from '../engine/date-days.ts'
import { applicationOf, approvalOf, dayedOf, type Known } from '../engine/deadline-told.ts'
import { placeName } from '../engine/place-name.ts'

type Step = { readonly zh: string; readonly known: Known }
type Steps = Target & { readonly steps: readonly Step[] }

const told = (zh: string, documents: Dossier['documents'], what: ToldDate['what']): Step[] => {
  const [first] = dayedOf(documents, what).sort((a, b) => a.on.from.localeCompare(b.on.from))
  return first === undefined ? [] : [{ zh, known: { days: first.on, told: first } }]
}

const own = (zh: string, known: Known | null): Step[] => (known === null ? [] : [{ zh, known }])

/** The steps of the procedure in their order, as far as the papers date them. */
function stepsOf(dossier: Dossier): Step[] {
  const { documents, stage } = dossier
  const applied = applicationOf(dossier)
  return [
    ...(stage === 'creation' ? own('创建申请', applied) : []),
    ...own('批准建设', approvalOf(dossier)),
    ...(stage === 'acceptance' ? own('验收申请', applied) : []),
    ...told('现场技术核查', documents, 'reviewed'),
    ...told('反馈核查意见', documents, 'feedback'),
    ...told('提交整改材料', documents, 'rectified'),
    ...told('召开验收会', documents, 'meeting'),
    ...told('公示', documents, stage === 'acceptance' ? 'notice_from' : 'named'),
  ]
}

function* given(dossier: Dossier): Generator<Steps> {
  if (dossier.stage !== 'acceptance') return
  const steps = stepsOf(dossier)
  if (steps.length > 1) yield { subject: null, year: null, facts: [], steps }
}

const where = ({ known }: Step, dossier: Dossier) => (known.told === null ? '' : `（${placeName(known.told, dossier)}）`)

function check({ steps }: Steps, dossier: Dossier): Outcome {
  for (const [index, earlier] of steps.entries())
    for (const later of steps.slice(index + 1))
      if (earlier.known.days.from > later.known.days.to)
        return failed({
          message: `${later.zh}的日期${showDays(later.known.days)}${where(later, dossier)}早于${earlier.zh}的日期${showDays(earlier.known.days)}${where(earlier, dossier)}，请核实。`,
          expected: `${earlier.zh}在前，${later.zh}在后`,
          actual: `${showDays(later.known.days)}早于${showDays(earlier.known.days)}`,
          places: [earlier, later].flatMap(({ known }) =>
            known.told === null ? [] : [{ document: known.told.document, evidence: known.told.evidence }],
          ),
        })
  return passed
}

/** The dated steps of an acceptance follow one another as the regulation has them (Art. 9 to 20). */
export default defineRule({
  id: 'deadline/order',
  severity: 'warning',
  article: '9、11、15、18、19',
  summary: 'Approval, application, verification, feedback, rectification, meeting and notice stand in the order of the procedure.',
  title: '各程序的日期先后是否符合办法的顺序',
  given,
  check,
})
