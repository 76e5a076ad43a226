import { Regulation } from '../../schemas/edition.ts'
import y2015 from './2015.json' with { type: 'json' }
import y2026 from './2026.json' with { type: 'json' }
import draft from './draft.json' with { type: 'json' }

/** Every edition of the regulation. A new edition is one JSON file and one line here. */
export const regulations: readonly Regulation[] = [y2015, draft, y2026].map((edition) => Regulation.parse(edition))

/** The edition that reviews follow unless another is asked for by its id. */
const DEFAULT = 'draft'

/** The edition with this id. Throws where there is none. */
export function readRegulation(id: string, editions: readonly Regulation[] = regulations): Regulation {
  const regulation = editions.find((edition) => edition.id === id)
  if (regulation === undefined) throw new Error(`没有管理办法版本 ${id}；现有：${editions.map((edition) => edition.id).join('、')}`)
  return regulation
}

/** The edition that was law on a day (ISO), or undefined before the first. The draft never was. */
export const findRegulationInForce = (on: string, editions: readonly Regulation[] = regulations): Regulation | undefined =>
  editions.filter((one) => one.effectiveOn !== null && one.effectiveOn <= on && (one.supersededOn === null || on < one.supersededOn)).at(-1)

/**
 * The edition that a dossier approved on a day is reviewed under: the draft, which is the one implemented in full; the
 * final edition once it is in force, since it replaced the draft.
 */
export function regulationFor(on: string | null): Regulation {
  const draftEdition = readRegulation(DEFAULT)
  const replaced = on !== null && draftEdition.supersededOn !== null && on >= draftEdition.supersededOn
  return (replaced ? findRegulationInForce(on) : undefined) ?? draftEdition
}
