/**
 * Every spelling that a pattern of the vocabulary stands for: [x|y] may stand, {x|y} one must stand, <name> is a fragment.
 * Patterns are finite, so they are spelled out once and looked up as plain strings. Throws on an unknown fragment.
 */
export function spellings(pattern: string, fragments: Readonly<Record<string, string>>): readonly string[] {
  if (!/[[{<]/.test(pattern)) return [pattern]
  let at = 0
  const alternatives = (end: string): string[] => {
    const all: string[] = []
    for (;;) {
      all.push(...sequence(end))
      if (pattern[at] !== '|') return all
      at += 1
    }
  }
  const sequence = (end: string): string[] => {
    let built = ['']
    const append = (tails: readonly string[]) => {
      built = built.flatMap((head) => tails.map((tail) => head + tail))
    }
    while (at < pattern.length && pattern[at] !== end && !(end && pattern[at] === '|')) {
      const character = pattern[at] ?? ''
      at += 1
      if (character === '[') append(['', ...closed(']')])
      else if (character === '{') append(closed('}'))
      else if (character === '<') append(fragment())
      else append([character])
    }
    return built
  }
  const closed = (end: string): string[] => {
    const all = alternatives(end)
    at += 1
    return all
  }
  const fragment = (): readonly string[] => {
    const end = pattern.indexOf('>', at)
    const name = pattern.slice(at, end)
    at = end + 1
    const meaning = fragments[name]
    if (meaning === undefined) throw new Error(`vocabulary: unknown fragment <${name}> in ${pattern}`)
    return spellings(meaning, fragments)
  }
  return [...new Set(alternatives(''))]
}
