import type { Fact, Span } from '../../../schemas/fact.ts'
import type { Diagnosis } from '../../../schemas/finding.ts'
import type { CheckResult } from '../../define-rule.ts'
import type { Dossier } from '../../dossier.ts'
import { SURE } from '../agree-facts.ts'
import { Decimal } from '../decimal.ts'
import { fromSpan, overlap } from '../interval.ts'
import { placeName } from '../place-name.ts'
import { showFact } from '../show-fact.ts'

/** What is added to the sentence of a finding that leans on a doubtful reading. */
export const doubtWords = '；识别可信度低，请对照原件核对'

/**
 * The diagnosis of a failure that leans on print which was read from a picture and not surely so: a value, or any other place
 * that the rule names. undefined where all that it leans on was read surely. Such a failure asks; it never accuses.
 */
export function doubtReading({ failure, facts }: CheckResult, dossier: Dossier): Diagnosis | undefined {
  const values = failure?.odds ?? [...(failure?.suspect ? [failure.suspect] : []), ...facts]
  const lost = failure?.suspect && lostSign(failure.suspect, failure.expectedValue) ? failure.suspect : undefined
  const value = lost ?? values.find(({ recognition, confidence }) => recognition !== undefined && confidence < SURE)
  const place = failure?.places?.find(({ evidence }) => (evidence.confidence ?? 1) < SURE)
  if (value === undefined && place === undefined) return undefined
  const where = value ?? place
  const what = value ? showFact(value) : `“${shorten(place?.evidence.text ?? '')}”`
  return {
    cause: 'ocr_suspect',
    explanation: `${where ? placeName(where, dossier) : ''}的${what}由扫描件识别得到，${lost ? '与应得之数只差正负号，扫描件上负号易漏识' : '可信度低，可能是识别错误'}。`,
    suggestion: '对照扫描件原图核对。',
  }
}

/** A minus is the thinnest of strokes, and the first that recognition loses: both readers may miss it. */
const lostSign = ({ recognition, interval }: Fact, expected: Span | undefined): boolean =>
  recognition !== undefined &&
  interval !== null &&
  expected !== undefined &&
  new Decimal(interval.low).gt(0) &&
  overlap(
    fromSpan(interval),
    fromSpan({ low: new Decimal(expected.high).neg().toFixed(), high: new Decimal(expected.low).neg().toFixed() }),
  )

const longest = 40
const shorten = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)
