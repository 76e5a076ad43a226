import type { Indicator } from '../../schemas/edition.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'

type Wanted = Target & { readonly members: readonly Indicator[] }

/** A plan with goals for fewer indicators than this has no table of goals that was read. */
const ENOUGH = 10

const planned = ({ facts }: Dossier): Set<string> =>
  new Set(
    facts.filter(({ role, kind }) => (role === 'plan' || role === 'support_report') && kind === 'target').map(({ subject }) => subject),
  )

function* given(dossier: Dossier): Generator<Wanted> {
  const all = dossier.standard.indicators
  const goals = planned(dossier)
  if (all.filter(({ id }) => goals.has(id)).length < ENOUGH) return
  for (const one of all) {
    const members = one.group === undefined ? [one] : all.filter(({ group }) => group === one.group)
    if (members[0] === one) yield { subject: one.id, year: null, facts: [], members }
  }
}

function check({ members }: Wanted, dossier: Dossier): Outcome {
  const goals = planned(dossier)
  if (members.some(({ id }) => goals.has(id))) return passed
  const plans = dossier.documents.filter(({ identity }) => identity.role === 'plan')
  if (plans.some(({ status }) => status !== 'parsed')) return skipped('建设规划未能完整读取')
  const unread = plans.flatMap((plan) => plan.unread).find(({ subject }) => subject === null || members.some(({ id }) => id === subject))
  if (unread !== undefined) return skipped(`规划中有未能识别的行“${unread.label}”，不能断定缺少该指标`)
  const [first, ...others] = members
  return failed({
    message:
      others.length === 0
        ? `《建设规划》未给出必选指标“${first?.zh ?? ''}”的目标值。`
        : `《建设规划》未给出可选指标组（${members.map(({ zh }) => zh).join('、')}）中任何一项的目标值。`,
    expected: members.map(({ zh }) => zh).join('、'),
    actual: '未见目标值',
  })
}

/** The plan sets a goal for each mandatory indicator and for one of each either-or group (Art. 8). */
export default defineRule({
  id: 'plan/indicator-set',
  severity: 'warning',
  article: '8、12',
  summary: 'The plan sets a goal for every mandatory indicator and for one indicator of each either-or group.',
  title: '规划是否为全部必选指标和每组可选指标设定目标',
  given,
  check,
})
