import type { Interval } from '../interval.ts'
import type { Conflict } from './hitting-set.ts'
import type { World } from './world.ts'

/**
 * holds: nothing is at odds · conflict: of these one is wrong as well · open: nobody says what one value is, and it would hold
 * for these (`key` names the value)
 */
export type Answer =
  | { readonly is: 'holds' }
  | { readonly is: 'conflict'; readonly of: Conflict }
  | { readonly is: 'open'; readonly key: string; readonly allowed: Interval; readonly of: Conflict }

/** Something that must hold between printed values. It is asked again whenever one of its inputs is held to be wrong. */
export type Constraint = { readonly inputs: readonly number[]; readonly ask: (world: World) => Answer }

export const holds: Answer = { is: 'holds' }
