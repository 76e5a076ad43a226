import { isSure } from '../../../../rules/engine/agree-facts.ts'
import { normalise } from '../../../../rules/engine/normalise.ts'
import type { Fact } from '../../../../schemas/fact.ts'
import { bareNumber } from '../../bare-number.ts'
import { makeFact } from '../../extract/make-fact.ts'
import { readNumberCell } from '../../extract/numbers.ts'
import type { Vocabulary } from '../../extract/vocabulary.ts'

/** A value in whose print two readers saw different numbers: as it stands, and as the other reader has it. */
export type Doubtful = { readonly fact: Fact; readonly other: Fact }

/** The fact as if its print were this one; undefined where that is no single number in a unit of its subject. */
function readAs(fact: Fact, print: string, vocabulary: Vocabulary): Fact | undefined {
  const subject = vocabulary.subjects.get(fact.subject)
  const number = readNumberCell(normalise(print).text)
  if (subject === undefined || number === undefined || number.range || number.operator !== fact.operator) return undefined
  const made = makeFact(fact, { ...fact, subject, raw: print }, number, number.unit ?? fact.unit)
  return made?.unit === fact.unit ? { ...fact, ...made, id: fact.id } : undefined
}

/**
 * The two values between which a reading is open; undefined where there are not two. Both were seen by a reader: what an engine merely
 * held possible beside its own reading is never one of them, nor is anything where both readers saw the same. Quotations of the Standard
 * are left out: documents misquote it, and what it says must not put that right.
 */
export function findDoubt(fact: Fact, vocabulary: Vocabulary): Doubtful | undefined {
  const { recognition, value, kind } = fact
  if (recognition === undefined || kind === 'standard' || recognition.second === null || value === null || isSure(fact) || fact.approximate)
    return undefined
  if (bareNumber(recognition.read) === bareNumber(recognition.second)) return undefined
  for (const print of [recognition.second, recognition.read]) {
    const other = readAs(fact, print, vocabulary)
    if (other !== undefined && other.value !== value) return { fact, other }
  }
  return undefined
}
