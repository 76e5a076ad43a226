import { Standard } from '../../schemas/edition.ts'
import hj274y2015 from './hj274-2015.json' with { type: 'json' }

/** Every edition of the Standard, oldest first. A new edition is one JSON file and one line here. */
export const standards: readonly Standard[] = [hj274y2015].map((edition) => Standard.parse(edition))

/** The edition with this id. Throws where there is none. */
export function readStandard(id: string): Standard {
  const standard = standards.find((edition) => edition.id === id)
  if (standard === undefined) throw new Error(`没有标准版本 ${id}；现有：${standards.map((edition) => edition.id).join('、')}`)
  return standard
}

/** The edition in force on a day (ISO); the latest where the day is unknown, the first where it lies before all. */
export function standardFor(on: string | null): Standard {
  const inForce = on === null ? standards : standards.filter((edition) => edition.effectiveOn <= on)
  const standard = inForce.at(-1) ?? standards[0]
  if (standard === undefined) throw new Error('没有任何标准版本')
  return standard
}
