import { normalise } from '../../../rules/engine/normalise.ts'
import type { Correction } from '../../../schemas/correction.ts'
import type { Standard } from '../../../schemas/edition.ts'
import type { Fact } from '../../../schemas/fact.ts'
import { makeFact, makeQualitativeFact, type Print } from '../extract/make-fact.ts'
import { readNumberCell } from '../extract/numbers.ts'
import { findQualitative, type Subject, vocabularyOf } from '../extract/vocabulary.ts'
import { CorrectionError } from './correction-error.ts'

const noNumber = (raw: string) => new CorrectionError(`“${raw}”不是一个数值。请按原文填写数字，单位可以写在数字后面，例如 356.42亿元。`)
const noState = (raw: string) => new CorrectionError(`“${raw}”不是这项指标的表述。请按原文填写，例如“达标”“具备”“全部完成”。`)
const noMeasure = (unit: string | null, { zh, unit: own }: Subject) =>
  new CorrectionError(`${unit === null ? '没有单位' : `单位“${unit}”`}不能用于“${zh}”。请填写原文的单位，例如“${own}”。`)

/** The fact as a reviewer says it is printed. A person has looked: it is certain, and says what was read before. */
export function correctFact(fact: Fact, { raw, unit, year }: Correction, standard: Standard): Fact {
  const subject = vocabularyOf(standard).subjects.get(fact.subject)
  if (subject === undefined) throw new CorrectionError('这个数值所属的项目不在现行标准中，不能更正。')
  const print: Print = { ...fact, subject, raw, year: year === undefined ? fact.year : year, confidence: 1 }
  const owner = { document: fact.document, role: fact.role }
  const misread = { raw: fact.raw, value: fact.value, unit: fact.unit, text: fact.text, year: fact.year }
  return { ...make(owner, print, unit ?? fact.unit), id: fact.id, misread }
}

function make(owner: { document: string; role: Fact['role'] }, print: Print, unit: string | null): Fact {
  const { raw, subject } = print
  if (subject.qualitative) {
    const text = findQualitative(raw)
    if (text === undefined) throw noState(raw)
    return makeQualitativeFact(owner, print, text)
  }
  const number = readNumberCell(normalise(raw).text)
  if (number === undefined || number.range) throw noNumber(raw)
  const given = number.unit ?? unit
  const fact = makeFact(owner, print, number, given)
  if (fact === undefined) throw noMeasure(given, subject)
  return fact
}
