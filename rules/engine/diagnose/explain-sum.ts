import type { Diagnosis } from '../../../schemas/finding.ts'
import type { Sum } from '../../../schemas/reading.ts'
import type { CheckResult } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { Decimal } from '../decimal.ts'
import { minus, plus } from '../evaluate-interval.ts'
import { exactly, fromSpan, type Interval } from '../interval.ts'
import type { Candidate, Question } from './candidate.ts'
import { chooseCause, tellCause, tellSeveral } from './choose-cause.ts'
import { mistyped, transposed } from './digits.ts'
import { scale } from './scale.ts'

const MOST_TOLD = 3

/** The digits of a print, without marks between thousands. */
const digitsOf = (raw: string): string | undefined =>
  /-?\d+(?:\.\d+)?/.exec(raw.normalize('NFKC').replace(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, ''))?.[0]

/** Each print of a sum with what the others say it should be. */
function questionsOf({ parts, total, unit }: Sum, dossier: Dossier): Question[] {
  const all = parts.map(({ interval }) => fromSpan(interval))
  const added = all.reduce(plus, exactly(0))
  const ask = ({ raw, label, interval }: Sum['total'], should: Interval, from: string): Question[] => {
    const digits = digitsOf(raw)
    const against = { interval: should, fact: null, what: from }
    const print = { factor: new Decimal(1), interval: fromSpan(interval), unit }
    return digits === undefined ? [] : [{ fact: null, print: { ...print, digits }, what: `“${label}”`, against, dossier }]
  }
  return [
    ...ask(total, added, '各分项之和'),
    ...parts.flatMap((part, at) =>
      ask(
        part,
        minus(fromSpan(total.interval), all.filter((_, other) => other !== at).reduce(plus, exactly(0))),
        `${total.label}减其余各项`,
      ),
    ),
  ]
}

/**
 * The likeliest cause of a total that is not the sum of its parts: a slip in any one of these prints that makes them all fit. The more prints
 * there are, the more often one fits by chance. Where several would, the cause is named and all of them are told.
 */
export function explainSum({ failure }: CheckResult, dossier: Dossier): Diagnosis | undefined {
  const sum = dossier.sums.find(({ total }) => total.evidence === failure?.places?.[0]?.evidence)
  if (sum?.completeness !== 'all') return undefined
  const questions = questionsOf(sum, dossier)
  const candidates = questions.flatMap((question) =>
    [scale, transposed, mistyped].flatMap((test): Candidate[] => {
      const found = test(question)
      return found ? [{ ...found, chance: Math.min(1, found.chance * questions.length) }] : []
    }),
  )
  const { named, several } = chooseCause(candidates)
  if (!named)
    return {
      cause: 'unknown',
      explanation: several.length > 0 ? tellSeveral(several) : '未发现单独一处笔误能使合计与各分项相符，可能有分项漏列、重复或口径不同。',
      suggestion: '请核对各分项是否齐全、口径是否一致，并提供计算过程。',
    }
  const alike = candidates.filter(({ cause }) => cause === named.cause)
  if (alike.length === 1) return tellCause(named)
  return {
    cause: named.cause,
    explanation: tellSeveral(alike.slice(0, MOST_TOLD)),
    suggestion: '请逐项对照原始数据，确认是哪一处有误。',
  }
}
