import type { Recognition, Repair } from '../../../schemas/document.ts'
import type { Fact } from '../../../schemas/fact.ts'
import type { Report } from '../../../schemas/report.ts'
import type { Region } from './places.ts'

/** A value read from a picture that a person should hold against it: unsure, or with something repaired. */
export type DoubtfulReading = {
  readonly fact: Fact
  readonly unsure: boolean
  /** What else was read or held possible, likeliest first. */
  readonly others: readonly string[]
  readonly repairs: readonly Repair[]
}

const sureFrom = 0.9
const mostOthers = 3

const bare = (print: string) => print.normalize('NFKC').replace(/\s/g, '')

function othersOf({ second, others }: Recognition, raw: string): string[] {
  const all = [...(second === null ? [] : [second]), ...others].filter((other) => other !== '' && bare(other) !== bare(raw))
  return [...new Set(all)].slice(0, mostOthers)
}

/** Reached values matter most, quotations of the Standard least. */
const weight = { actual: 0, target: 1, standard: 2 } as const

/** Every such value, unsure ones first, by kind, document and page; a repair that a whole row shares is told once. */
export function doubtfulReadings({ facts, documents }: Report): DoubtfulReading[] {
  const order = new Map(documents.map(({ id }, at) => [id, at]))
  const told = new Set<string>()
  const found = facts.flatMap((fact): DoubtfulReading[] => {
    const { recognition, confidence, raw, document, evidence } = fact
    if (recognition === undefined) return []
    const unsure = confidence < sureFrom
    const repairs = (recognition.repairs ?? []).filter(({ from, to }) => {
      const key = JSON.stringify([document, evidence.table, evidence.row, from, to])
      const fresh = !told.has(key)
      told.add(key)
      return fresh
    })
    return unsure || repairs.length > 0 ? [{ fact, unsure, others: unsure ? othersOf(recognition, raw) : [], repairs }] : []
  })
  const placeOf = ({ fact, unsure }: DoubtfulReading): number[] => [
    unsure ? weight[fact.kind] : 3,
    order.get(fact.document) ?? 0,
    fact.evidence.page ?? 0,
    fact.evidence.bbox?.[1] ?? 0,
  ]
  return found.sort((a, b) => {
    const [left, right] = [placeOf(a), placeOf(b)]
    return left.map((value, at) => value - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0
  })
}

const around = { across: 56, down: 7 }

/** The value with a little of what stands beside it. undefined where its place has no box. */
export function closeRegion({ document, evidence: { page, bbox } }: Fact): Region | undefined {
  if (page === null || bbox === null) return undefined
  const [x0, y0, x1, y1] = bbox
  return {
    ...{ document, page, marks: [bbox] },
    bbox: [Math.max(0, x0 - around.across), Math.max(0, y0 - around.down), x1 + around.across, y1 + around.down],
  }
}
