import type { Indicator } from '../../schemas/edition.ts'
import type { Fact } from '../../schemas/fact.ts'
import { Decimal } from './decimal.ts'
import { fromSpan, type Interval } from './interval.ts'
import { type Limit, type Operator, satisfies } from './threshold.ts'

/** pass and fail hold for every value that the digits may stand for; undetermined means that both are possible. */
export type Judgement = 'pass' | 'fail' | 'undetermined'

/** Whether every, none or some of the values of an interval meet a limit; an interval that only touches it does not reach over it. */
export function judgeInterval({ low, high }: Interval, operator: Operator, limit: Decimal): Judgement {
  if (operator === '=') return low.eq(limit) && high.eq(limit) ? 'pass' : low.lte(limit) && high.gte(limit) ? 'undetermined' : 'fail'
  const upward = operator === '>=' || operator === '>'
  if (upward ? satisfies(low, operator, limit) : satisfies(high, operator, limit)) return 'pass'
  return (upward ? high.gt(limit) : low.lt(limit)) ? 'undetermined' : 'fail'
}

/** The verdict on a printed number: print equal to the limit is taken at its word (15.0 meets >=15), else its digits decide. */
export function judgeNumber(value: Decimal, interval: Interval, operator: Operator, limit: Decimal): Judgement {
  if (value.eq(limit)) return satisfies(value, operator, limit) ? 'pass' : 'fail'
  return judgeInterval(interval, operator, limit)
}

const negated = /^(?:未|不|没|无|否|部分|基本|尚|×|✗)|未(?:能|全部|完全|达|完成)|不(?:达|具|满足|符合)/

/** The verdict on a word: the limit's own or one that the edition holds for the same passes, a negated one fails. */
export function judgeWord(text: string, word: string, indicator: Pick<Indicator, 'passWords'>): Judgement {
  const said = text.replace(/\s/g, '')
  if (negated.test(said)) return 'fail'
  return [word, ...indicator.passWords].some((one) => said.includes(one)) ? 'pass' : 'undetermined'
}

/** The verdict on a fact under one limit. A number where a word is asked for is undetermined unless it is a full 100 %. */
export function judgeFact(fact: Fact, limit: Limit, indicator: Pick<Indicator, 'passWords'>): Judgement {
  if (limit.word !== null) {
    if (fact.text !== null) return judgeWord(fact.text, limit.word, indicator)
    return fact.value !== null && new Decimal(fact.value).eq(100) ? 'pass' : 'undetermined'
  }
  if (limit.value === null || fact.canonical === null || fact.interval === null) return 'undetermined'
  return judgeNumber(new Decimal(fact.canonical.value), fromSpan(fact.interval), limit.operator, limit.value)
}

/** The one verdict under several limits of which any may apply. */
export function judgeUnder(fact: Fact, limits: readonly Limit[], indicator: Pick<Indicator, 'passWords'>): Judgement {
  const verdicts = new Set(limits.map((limit) => judgeFact(fact, limit, indicator)))
  return verdicts.size === 1 ? ([...verdicts][0] ?? 'undetermined') : 'undetermined'
}
