import type { Fact } from '../../../../../schemas/fact.ts'
import type { Subject } from '../../vocabulary.ts'
import type { Time } from '../times.ts'
import type { Token } from '../tokens.ts'
import type { Kind, State } from './state.ts'

/** True for an indicator over a period, whose year is the period's last. */
const spansYears = (subject: Subject): boolean => /cagr/.test(subject.formula ?? '')

/** The year that a number stands for; null where it is bound to none (an area, a standard's value); undefined where it cannot be told. */
export function yearOf(state: State, subject: Subject, kind: Fact['kind']): number | null | undefined {
  if (kind === 'standard') return null
  if (subject.id === 'park_area') return areaYear(state)
  const { own, ownYearHolds } = state.frame
  const time = state.attached ?? state.time ?? state.frame.time
  if (time !== null) {
    const year = singleYear(time, subject)
    return year ?? (kind === 'target' && !time.partial ? (time.years.at(-1) ?? own.final ?? undefined) : undefined)
  }
  if (kind === 'target') return own.final ?? undefined
  if (spansYears(subject) && own.own !== null && own.own === own.final) return own.own
  if (isSinceBase(state)) return own.own ?? undefined
  if (ownYearHolds) return own.own ?? undefined
  return state.next === 'actual' && own.own !== null ? own.own : undefined
}

/** 与基准年相比 …: what is compared with the base year is the final year's. */
export const isSinceBase = ({ compared, frame }: State): boolean =>
  compared !== null &&
  compared !== 'previous' &&
  compared.shape === 'one' &&
  frame.own.base !== null &&
  compared.years[0] === frame.own.base

function singleYear(time: Time, subject: Subject): number | undefined {
  if (time.partial) return undefined
  if (time.shape === 'one') return time.years[0]
  return time.shape === 'span' && spansYears(subject) ? time.years.at(-1) : undefined
}

/** The park's area holds for no year, unless its own clause prints one. */
function areaYear({ attached, clause }: State): number | null {
  const time = attached ?? clause.findLast((token) => token.kind === 'time')?.time
  return time?.shape === 'one' && !time.partial && time.printed ? (time.years[0] ?? null) : null
}

/**
 * The year of a goal where `told` is the time spoken of: a goal of the plan named beside what an earlier year reached (2019年为36%，低于40%的
 * 规划目标) is the final year's. undefined where that is not known.
 */
export function goalYear({ frame, gap, tokens }: State, number: Token, told: number): number | undefined {
  const { base, final, known } = frame.own
  if (known === null || told > known) return told
  const behind = tokens.slice(tokens.indexOf(number) + 1).slice(0, 3)
  const ofPlan = [...gap, ...behind].some((token) => token.kind === 'goalNoun' && /规划|建设|创建/.test(token.text))
  if (final === null) return undefined
  return ofPlan || (base !== null && told <= base) ? final : told
}

/** What kind of fact a number of a year is: of a year yet to come it is a goal, in whatever words. */
export function factKind({ frame, time }: State, kind: Kind, year: number | null): Kind {
  if (kind !== 'actual' || year === null) return kind
  if (frame.own.known !== null && year > frame.own.known) return 'target'
  return time?.final === true && frame.own.known !== null && frame.own.own === null ? 'target' : 'actual'
}
