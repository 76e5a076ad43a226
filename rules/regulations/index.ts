import { Regulation } from '../../schemas/edition.ts'
import y2015 from './2015.json' with { type: 'json' }
import y2026 from './2026.json' with { type: 'json' }
import draft from './draft.json' with { type: 'json' }

/** Every edition of the regulation. A new edition is one JSON file and one line here. */
export const regulations: readonly Regulation[] = [y2015, draft, y2026].map((edition) => Regulation.parse(edition))

/** The edition that reviews follow unless another is asked for by id or date. */
const DEFAULT = 'draft'

/** The edition with this id. Throws where there is none. */
export function readRegulation(id: string): Regulation {
  const regulation = regulations.find((edition) => edition.id === id)
  if (regulation === undefined) throw new Error(`没有管理办法版本 ${id}；现有：${regulations.map((edition) => edition.id).join('、')}`)
  return regulation
}

/** The default edition; `inForceOn` gives the edition that was law on a day instead (the draft never was). */
export function regulationFor(_on: string | null): Regulation {
  return readRegulation(DEFAULT)
}

/** The edition that was law on a day (ISO), or undefined before the first. */
export const findRegulationInForce = (on: string): Regulation | undefined =>
  regulations
    .filter(
      (edition) =>
        edition.effectiveOn !== null && edition.effectiveOn <= on && (edition.supersededOn === null || on < edition.supersededOn),
    )
    .at(-1)
