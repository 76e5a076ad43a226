import { scoredRules as before } from '../variants/dossier/specs.ts'
import type { Unseen } from './casebook.ts'
import { n01, n02, n03 } from './cases/clean-acceptance.ts'
import { n04, n05, n06, n07 } from './cases/clean-others.ts'
import { secondDossiers } from './cases/second.ts'
import { s01, s02, s03, s04 } from './cases/seeded-acceptance-1.ts'
import { s05, s06, s07, s08 } from './cases/seeded-acceptance-2.ts'
import { s09, s10, s11, s12 } from './cases/seeded-others.ts'

/** Dossiers written before the code that judges them was read. */
export const unseenDossiers: readonly Unseen[] = [
  n01,
  n02,
  n03,
  n04,
  n05,
  n06,
  n07,
  s01,
  s02,
  s03,
  s04,
  s05,
  s06,
  s07,
  s08,
  s09,
  s10,
  s11,
  s12,
]

/** Written after the first were mended, and measured before anything more was. */
export { secondDossiers }

/** Every rule of the report contract. */
export const scoredRules = [
  ...before,
  'completeness/required-section',
  'completeness/missing-year',
  'source/conflicting-citation',
  'standard/undetermined',
  'trend/outlier',
]
