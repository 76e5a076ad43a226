/** Text in one spelling, and for each of its characters the index in the original that it came from. */
export type Normalised = { readonly text: string; readonly at: readonly number[] }

/** What NFKC leaves apart and readers of numbers hold for one. */
const alike: Readonly<Record<string, string>> = {
  '−': '-',
  '‐': '-',
  '‑': '-',
  '⁻': '-',
  '˗': '-',
  '〜': '~',
  '∼': '~',
  '∶': ':',
  '〔': '(',
  '〕': ')',
  '【': '(',
  '】': ')',
  '［': '(',
  '］': ')',
  '⻓': '长',
  '⻋': '车',
  '⻅': '见',
  '⻔': '门',
  '⻘': '青',
  '⻛': '风',
  '⻚': '页',
  '⻢': '马',
  '⻥': '鱼',
  '⺠': '民',
  '⻄': '西',
  '⻆': '角',
  '⻝': '食',
  '⻣': '骨',
  '⻤': '鬼',
  '⻬': '齐',
  '⻰': '龙',
}
const thin = /[\u2006-\u200a\u202f]/
const space = /\s|[\u00a0\u2000-\u200f\u202f\u205f\u3000\ufeff]/
const latin = /[0-9A-Za-z.]/

/** What a UTF-16 unit becomes, character by character; an empty list for white space. At most 65,536 entries, asked for millions of times. */
const folded = new Map<string, readonly string[]>()

function fold(character: string): readonly string[] {
  const known = folded.get(character)
  if (known) return known
  const plain = space.test(character) ? '' : (alike[character] ?? character.normalize('NFKC').replace(/\s/g, ''))
  const parts = Array.from(plain, (part) => alike[part] ?? part)
  folded.set(character, parts)
  return parts
}

/**
 * Brings print to one spelling: full-width to half-width, super- and subscripts to the line (m³ → m3, CO₂ → CO2),
 * the several minus signs to one, spaces dropped except between two Latin letters or digits, where one stays
 * (a thin space, a thousands mark, stays thin).
 */
export function normalise(original: string): Normalised {
  let text = ''
  const at: number[] = []
  let pending = ''
  let last = ''
  for (let i = 0; i < original.length; i++) {
    const character = original[i] ?? ''
    const parts = fold(character)
    if (parts.length === 0) {
      if (space.test(character)) pending ||= thin.test(character) ? '\u2009' : ' '
      continue
    }
    if (pending && latin.test(last) && latin.test(parts[0] ?? '')) {
      text += pending
      at.push(i - 1)
    }
    pending = ''
    for (const part of parts) {
      last = part
      text += part
      at.push(i)
    }
  }
  return { text, at }
}

/** The same without the places, and without any space left. */
export const compact = (original: string): string => normalise(original).text.replace(/\s/g, '')
