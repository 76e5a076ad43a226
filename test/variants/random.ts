/** A seeded stream of numbers: the same seed gives the same documents on every machine. */
export type Random = {
  /** A number in [0, 1). */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number
  /** A number in [low, high). */
  between: (low: number, high: number) => number
  pick: <T>(from: readonly T[]) => T
  shuffle: <T>(from: readonly T[]) => T[]
}

/** mulberry32, started from a hash of the seed text. */
export function seeded(seed: string): Random {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => {
    const one = from[int(0, from.length - 1)]
    if (one === undefined) throw new Error('pick from nothing')
    return one
  }
  const shuffle = <T>(from: readonly T[]): T[] => {
    const all = [...from]
    for (let i = all.length - 1; i > 0; i--) {
      const j = int(0, i)
      const held = all[i] as T
      all[i] = all[j] as T
      all[j] = held
    }
    return all
  }
  return { next, int, between: (low, high) => low + next() * (high - low), pick, shuffle }
}
