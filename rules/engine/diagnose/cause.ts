import type { Fact } from '../../../schemas/fact.ts'
import type { Diagnosis } from '../../../schemas/finding.ts'
import type { Dossier } from '../../dossier.ts'
import type { Interval } from '../interval.ts'
import type { Printed } from './printed.ts'

/** Two printed values at odds. `wrong` is the one held to be wrong; `sure` is false where nothing tells which it is. */
export type Odds = { readonly wrong: Fact; readonly right: Fact; readonly sure: boolean; readonly dossier: Dossier }

/** One printed value at odds with what a calculation gives; `what` and `than` name both in Chinese. */
export type Miscalculated = { readonly print: Printed; readonly expected: Interval; readonly what: string; readonly than: string }

/** Tries one cause: says how it explains the number within its printed digits, or that it does not. */
export type Test<T> = (asked: T) => Diagnosis | undefined
