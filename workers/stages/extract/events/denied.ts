import type { Spot } from './clause.ts'
import { denial, leaked } from './lexicon.ts'

/** Why something happened is no denial of it (因未批先建被罚), and neither is whom it is told of. */
const causes = /(?:因|由于|涉嫌)[^,;]*?(?=被|受到|遭|移送|判|处以|罚|次生)/g

/** A leak, not called an incident, of which the sentence goes on to say that it did the environment no harm. */
const named = /事件|事故/
const harmless = /^(?:但|并|均|亦|也|且)?未(?:对[^,;]{0,10})?(?:造成|产生|引发|引起|带来)[^,;]{0,10}?(?:环境|污染)/

/** A project that is given up is no denial. */
const givenUp = /[不未]再(?=实施|建设|推进|统计|考核|采用|纳入|选用|评价|承担|履行|行使|负责|保留|设立|列入|由|归)/g

const bare = (text: string) =>
  text
    .replace(givenUp, '__')
    .replace(leaked, (print) => '_'.repeat(print.length))
    .replace(causes, (cause) => '_'.repeat(cause.length))

/**
 * True where the sentence denies the event: a negator before it in its clause, a nought after it (事件数量为0起), or a denial in
 * the clause before that carries over 以及, 和, 或 and 被…的情况. 除一起一般事件外 tells what follows 除.
 */
export function isDenied(spot: Spot): boolean {
  const except = denial.except.exec(spot.clause.text)
  const from = spot.clause.start + (except?.index ?? 0)
  if (except && spot.start >= from && spot.start < from + except[0].length) return false
  if (denial.before.test(bare(spot.before + spot.text))) return true
  if (denial.after.test(spot.after) || denial.steady.test(spot.clause.text)) return true
  if (!named.test(spot.text) && spot.next.some((clause) => harmless.test(clause.text))) return true
  const last = spot.previous.at(-1)
  if (spot.after === '' && spot.next[0] !== undefined && /^(?:数量)?(?:均|都)?(?:为|是)(?:0|零)/.test(spot.next[0].text)) return true
  return last !== undefined && denial.carrier.test(bare(last.text)) && denial.carried.test(spot.clause.text)
}
