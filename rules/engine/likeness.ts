const pairs = (text: string): string[] => Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2))

/** How alike two names are, from 0 to 1: twice their shared pairs of characters over all their pairs. */
export function likeness(a: string, b: string): number {
  const rest = pairs(b)
  const all = pairs(a).length + rest.length
  let shared = 0
  for (const pair of pairs(a)) {
    const at = rest.indexOf(pair)
    if (at < 0) continue
    rest.splice(at, 1)
    shared += 1
  }
  return all === 0 ? 0 : (2 * shared) / all
}
