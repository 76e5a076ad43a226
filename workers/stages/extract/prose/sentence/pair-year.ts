import type { Kind, State } from './state.ts'

/** 由A增加到B under 2019—2022年: the first is of the first year, the second of the last. */
export function pairYear(state: State, kind: Kind): number | null | undefined {
  if (kind !== 'actual' || state.attached) return undefined
  const starts = state.gap.some((token) => token.kind === 'from')
  const whole = (state.time ?? state.frame.time)?.ends
  if (whole && (starts || state.pair.from !== null)) return starts ? whole[0] : whole[1]
  if (!starts && state.time === null && isOwnYearNow(state)) return state.frame.own.own
  if (starts && state.time?.shape !== 'span') return startYear(state)
  if (state.time?.shape !== 'span') return undefined
  const ends = state.pair.from !== null || (state.last === 'number' && state.gap.some((token) => token.kind === 'state'))
  return starts ? state.time.years[0] : ends && state.pair.from ? state.time.years[1] : undefined
}

/** 从2022年的A降为B in an annual report: the second is its own year's. */
const isOwnYearNow = ({ pair, frame }: State): boolean =>
  pair.from !== null &&
  pair.to === null &&
  frame.ownYearHolds &&
  frame.own.own !== null &&
  (pair.from.year ?? frame.own.own) === frame.own.own - 1

/** 与2018年相比，由A降到B: the first is of the year compared with, else of no known year. */
function startYear({ compared, startYear: before }: State): number | null {
  return compared !== null && compared !== 'previous' && compared.shape === 'one' && !compared.partial
    ? (compared.years[0] ?? before)
    : before
}
