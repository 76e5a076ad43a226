import { normalise } from '../../../../rules/engine/normalise.ts'
import type { Fact } from '../../../../schemas/fact.ts'
import { findPriceBasis } from '../price-basis.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** A clause that says in which prices the document gives its money: that of these subjects, or all that no other clause names. */
export type BasisStatement = { readonly subjects: readonly string[] | 'other money'; readonly basis: string }

const prices = /(?:(?:19|20)\d{2}年?)?(?:为基期的?)?(?:价格)?(?:不变价格?|可比价格?|当年价格?|现行价格?|现价|当期价格?)/
const states = /(?:采用|按照?|以|均为|均系|为|用|使用|执行|统一为|基于)[^,;。]{0,6}$/
const value = /\d(?:[\d,.]{0,20})(?:亿|万|千|百)?(?:元|吨|%|人|立方|平方|t|m)/
const sweeping =
  /其余|其他|其它|其余各处|价值量|货币|金额|产值类|经济指标|经济数据|各项|所有|全部|本报告|本规划|全文|文中|报告中|下文|数据均|指标均|以下|上述|同口径/
const elsewhere = /全国|全省|全市|统计局曾|此前|以往|曾|公司|集团|\d{4}年(?:及)?以前/

/** The price statements of one normalised sentence: 工业增加值采用2019年不变价; 本年度工业总产值按当年价格填报，其余价值量指标采用2019年不变价. */
export function basisStatementsIn(sentence: string, vocabulary: Vocabulary): BasisStatement[] {
  return sentence.split(/[;。]/).flatMap((segment) => {
    const clauses = segment.split(',')
    return clauses.flatMap(
      (clause, index) => statementIn(clause, clauses[index + 1] ?? '', index > 0 ? segment : clause, segment, vocabulary) ?? [],
    )
  })
}

function statementIn(clause: string, next: string, context: string, segment: string, vocabulary: Vocabulary): BasisStatement | undefined {
  const named = prices.exec(clause)
  const basis = named === null ? null : findPriceBasis(named[0])
  if (!named || basis === null) return undefined
  const head = clause.slice(0, named.index)
  const below = /下同/.test(segment)
  const ofOneValue = value.test(clause) || (value.test(next) && !prices.test(next))
  if (elsewhere.test(head) || (!below && (ofOneValue || !states.test(head)))) return undefined
  const subjects = moneySubjects(below ? segment : head, vocabulary)
  if (subjects.length > 0) return /其余|其他|其它/.test(head) ? undefined : { subjects, basis }
  return sweeping.test(head.length < 6 ? context : head) ? { subjects: 'other money', basis } : undefined
}

const moneySubjects = (text: string, vocabulary: Vocabulary): string[] => [
  ...new Set(
    vocabulary.namesIn(text).flatMap(({ subject }) => (subject !== null && vocabulary.subjects.get(subject)?.money ? [subject] : [])),
  ),
]

/** The price statements of any text of a document, in its original print. */
export const readBasisStatements = (print: string, vocabulary: Vocabulary): BasisStatement[] =>
  basisStatementsIn(normalise(print).text, vocabulary)

/**
 * Facts with the document's price statements applied: a money fact without a printed basis takes the one named for its subject,
 * else the one named for all other money. Statements at odds with each other apply to nothing. Other facts are left as they are.
 */
export function applyBasisStatements(facts: readonly Fact[], statements: readonly BasisStatement[], vocabulary: Vocabulary): Fact[] {
  const sure = (bases: readonly string[]): string | undefined => (new Set(bases).size === 1 ? bases[0] : undefined)
  const general = sure(statements.filter(({ subjects }) => subjects === 'other money').map(({ basis }) => basis))
  return facts.map((fact) => {
    if (fact.priceBasis !== null || !vocabulary.subjects.get(fact.subject)?.money) return fact
    const own = statements.filter(({ subjects }) => subjects !== 'other money' && subjects.includes(fact.subject)).map(({ basis }) => basis)
    const basis = own.length > 0 ? sure(own) : general
    return basis === undefined ? fact : { ...fact, priceBasis: basis, priceBasisFrom: 'statement' }
  })
}
