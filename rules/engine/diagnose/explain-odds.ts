import type { Diagnosis } from '../../../schemas/finding.ts'
import { SURE } from '../agree-facts.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'
import type { Odds, Test } from './cause.ts'
import { cutOff, mistyped, rounded, transposed } from './digits.ts'
import { swappedRows, wrongYear } from './other-cell.ts'
import { perhapsPrices, prices } from './prices.ts'
import { scale } from './scale.ts'

/** Poor recognition is named before any fault of the author's. */
const recognition: Test<Odds> = ({ wrong, right, dossier }) => {
  const poor = [wrong, right].find((fact) => fact.confidence < SURE)
  if (!poor) return undefined
  return {
    cause: 'ocr_suspect',
    explanation: `${placeName(poor, dossier)}的${showFact(poor)}由扫描件识别得到，可信度低，可能是识别错误。`,
    suggestion: '对照扫描件原图核对该数。',
  }
}

/**
 * From the most specific cause to the least: what the print itself says (recognition, prices), what is found in another cell
 * (two coincidences before one), an exact factor, a tail cut off, then single edits, of which a swap says more than a change, and what is merely near.
 */
const tests: readonly Test<Odds>[] = [
  recognition,
  prices,
  swappedRows,
  wrongYear,
  scale,
  cutOff,
  transposed,
  mistyped,
  rounded,
  perhapsPrices,
]

/** The likeliest cause of two printed values being at odds; `unknown` where none explains it within the printed digits. */
export function explainOdds(odds: Odds): Diagnosis {
  for (const test of tests) {
    const found = test(odds)
    if (found) return found
  }
  const { wrong, right, dossier } = odds
  const what = wrong.kind === 'target' ? '可能是目标值经过调整而未说明，或抄录有误' : '可能是统计口径、数据来源不同或抄录有误'
  return {
    cause: 'unknown',
    explanation: `${showFact(wrong)}与${showFact(right)}之间未发现单一的笔误规律，${what}。`,
    suggestion: `对照原始台账核对${placeName(wrong, dossier)}与${placeName(right, dossier)}。`,
  }
}
