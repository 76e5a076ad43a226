import type { Fact } from '../../../schemas/fact.ts'
import type { Cause } from '../../../schemas/finding.ts'
import type { Dossier } from '../../dossier.ts'
import type { Interval } from '../interval.ts'
import type { Printed } from './printed.ts'

/** Two printed values at odds. `wrong` is the one held to be wrong; `sure` is false where nothing tells which it is. */
export type Odds = { readonly wrong: Fact; readonly right: Fact; readonly sure: boolean; readonly dossier: Dossier }

/** What a print should say: another print, or what a calculation gives (then `fact` is null). `what` names it in Chinese. */
export type Against = { readonly interval: Interval; readonly fact: Fact | null; readonly what: string }

/** One suspected print and what it is held against. */
export type Question = {
  readonly fact: Fact | null
  readonly print: Printed
  readonly what: string
  readonly against: Against
  readonly dossier: Dossier
}

/** One cause that explains a print exactly, and how many of all prints of as many digits it would explain by chance. */
export type Candidate = { readonly cause: Cause; readonly chance: number; readonly explanation: string; readonly suggestion: string }

/** Tries one cause: how it explains the print within its digits, or that it does not. */
export type Test = (question: Question) => Candidate | undefined
