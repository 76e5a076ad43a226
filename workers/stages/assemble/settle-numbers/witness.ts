import type { Standard } from '../../../../schemas/edition.ts'
import type { Fact } from '../../../../schemas/fact.ts'
import type { Reading } from '../../../../schemas/reading.ts'

/** What a doubtful value may be held against: all that was surely read in its own document and in the others. */
export type Surroundings = {
  readonly standard: Standard
  readonly reading: Reading
  /** Surely read values of the same document. */
  readonly own: readonly Fact[]
  /** Surely read values of the other documents. */
  readonly others: readonly Fact[]
}

/**
 * Something that does not depend on the print in question and says what should stand there. `says` is true where a value agrees with
 * it, false where it does not, undefined where it has nothing to say. `why` says in Chinese what a value agrees with.
 */
export type Witness = {
  readonly why: string
  says(value: Fact, surroundings: Surroundings): boolean | undefined
}

/** Several answers as one: true where none objects, undefined where there is none. */
export const together = (said: readonly (boolean | undefined)[]): boolean | undefined => {
  const answers = said.filter((one) => one !== undefined)
  return answers.length === 0 ? undefined : answers.every(Boolean)
}
