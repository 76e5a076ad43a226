import { scoredRules as before } from '../variants/dossier/specs.ts'
import type { Unseen } from './casebook.ts'
import { n01 } from './cases/n01.ts'
import { n02 } from './cases/n02.ts'
import { n03 } from './cases/n03.ts'
import { n04 } from './cases/n04.ts'
import { n05 } from './cases/n05.ts'
import { n06 } from './cases/n06.ts'
import { n07 } from './cases/n07.ts'
import { q01 } from './cases/q01.ts'
import { q02 } from './cases/q02.ts'
import { q03 } from './cases/q03.ts'
import { q04 } from './cases/q04.ts'
import { q05 } from './cases/q05.ts'
import { q06 } from './cases/q06.ts'
import { s01 } from './cases/s01.ts'
import { s02 } from './cases/s02.ts'
import { s03 } from './cases/s03.ts'
import { s04 } from './cases/s04.ts'
import { s05 } from './cases/s05.ts'
import { s06 } from './cases/s06.ts'
import { s07 } from './cases/s07.ts'
import { s08 } from './cases/s08.ts'
import { s09 } from './cases/s09.ts'
import { s10 } from './cases/s10.ts'
import { s11 } from './cases/s11.ts'
import { s12 } from './cases/s12.ts'

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
export const secondDossiers: readonly Unseen[] = [q01, q02, q03, q04, q05, q06]

/** Every rule of the report contract. */
export const scoredRules = [
  ...before,
  'completeness/required-section',
  'completeness/missing-year',
  'source/conflicting-citation',
  'standard/undetermined',
  'trend/outlier',
]
