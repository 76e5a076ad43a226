import { acceptances } from './documents/acceptance.ts'
import { annuals } from './documents/annual.ts'
import { data } from './documents/data.ts'
import type { Variant } from './documents/draft.ts'
import { harder } from './documents/harder.ts'
import { plans } from './documents/plans.ts'
import { unusual } from './documents/unusual.ts'

/** Every variant document that is printed when the tests run. */
export const variants: readonly Variant[] = [...plans, ...annuals, ...acceptances, ...data, ...harder, ...unusual]
