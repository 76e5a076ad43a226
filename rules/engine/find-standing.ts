import type { Standing, StandingStep, State } from '../../schemas/standing.ts'
import type { ToldDate } from '../../schemas/told.ts'
import type { Dossier } from '../dossier.ts'
import { applicationOf, approvalOf, dayedOf, type Known } from './deadline-told.ts'
import { groupEvents } from './event-groups.ts'

const names: Readonly<Record<State, string>> = {
  none: '未申请创建',
  creation_applied: '已申请创建',
  creating: '批准建设中',
  extended: '延期建设中',
  applied: '已申请验收',
  verified: '已现场核查',
  rectifying: '整改中',
  noticed: '公示中',
  named: '已命名',
  warned: '被警告、整改中',
  withdrawn: '称号已撤销',
  lapsed: '创建未完成',
}

/** What a told date makes of a park's standing (Art. 9 to 28). */
const steps: readonly { what: ToldDate['what']; event: string; state: State; article: string }[] = [
  { what: 'extension_granted', event: '获准延期', state: 'extended', article: '11' },
  { what: 'reviewed', event: '现场技术核查', state: 'verified', article: '17' },
  { what: 'feedback', event: '反馈核查意见', state: 'rectifying', article: '18' },
  { what: 'rectified', event: '提交整改材料', state: 'verified', article: '18' },
  { what: 'meeting', event: '召开验收会', state: 'verified', article: '18' },
  { what: 'notice_to', event: '公示', state: 'noticed', article: '19' },
  { what: 'named', event: '命名', state: 'named', article: '20' },
  { what: 'evaluated', event: '绩效评价', state: 'named', article: '25' },
  { what: 'warned', event: '提出警告', state: 'warned', article: '26、27' },
  { what: 'mended', event: '整改复核', state: 'named', article: '26' },
  { what: 'withdrawn', event: '撤销称号', state: 'withdrawn', article: '28' },
]

const known = (event: string, state: State, article: string, one: Known | null): StandingStep[] =>
  one === null
    ? []
    : [
        {
          event,
          state,
          article,
          on: one.days,
          place: one.told === null ? null : { document: one.told.document, evidence: one.told.evidence },
        },
      ]

/** Only a named park is evaluated, warned and reviewed again: told without a naming, they are those of another procedure. */
const afterNaming: ReadonlySet<ToldDate['what']> = new Set(['evaluated', 'warned', 'mended'])

/**
 * Where the park stands, from dates and events that the papers tell, in their order; what they do not tell is not assumed,
 * so the last told step decides.
 */
export function findStanding(dossier: Dossier): Standing {
  const { documents, stage } = dossier
  const applied = applicationOf(dossier)
  const named = dayedOf(documents, 'named').length > 0
  const possible = steps.filter(({ what }) => named || !afterNaming.has(what))
  const told = possible.flatMap(({ what, ...step }) =>
    dayedOf(documents, what).map(({ on, document, evidence }): StandingStep => ({ ...step, on, place: { document, evidence } })),
  )
  const failed = groupEvents(dossier, 'evaluation_failed').map(
    ([{ on, document, evidence }]): StandingStep => ({
      event: '绩效评价未达到要求',
      state: 'warned',
      article: '26',
      on,
      place: { document, evidence },
    }),
  )
  const all = [
    ...known('申请创建', 'creation_applied', '9', stage === 'creation' ? applied : null),
    ...known('批准建设', 'creating', '10', approvalOf(dossier)),
    ...known('申请验收', 'applied', '15', stage === 'acceptance' ? applied : null),
    ...told,
    ...(named ? failed : []),
  ].sort((a, b) => (a.on?.from ?? '').localeCompare(b.on?.from ?? ''))
  const unique = all.filter(({ event, on }, index) => all.findIndex((one) => one.event === event && one.on?.from === on?.from) === index)
  const state = unique.at(-1)?.state ?? 'none'
  return { state, zh: unique.length === 0 ? '材料未述及程序的日期，待核实' : names[state], steps: unique }
}
