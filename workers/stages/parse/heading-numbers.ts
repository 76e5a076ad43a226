const longestHeading = 50
/** A numbered line this short, without inner punctuation, is a heading even in the body's own type. */
const longestPlainHeading = 25

const patterns: readonly { pattern: RegExp; level: number; strong: boolean }[] = [
  { pattern: /^第[一二三四五六七八九十百\d]+[章篇部]/, level: 1, strong: true },
  { pattern: /^第[一二三四五六七八九十百\d]+节/, level: 2, strong: true },
  { pattern: /^附(?:件|录)\s*[一二三四五六七八九十\dA-Z]/, level: 1, strong: false },
  { pattern: /^[一二三四五六七八九十]+[、．.]/, level: 1, strong: true },
  { pattern: /^[（(][一二三四五六七八九十]+[）)]/, level: 2, strong: true },
  { pattern: /^\d{1,2}(?:[.．]\d{1,2}){3}(?![\d.．%％])/, level: 4, strong: false },
  { pattern: /^\d{1,2}(?:[.．]\d{1,2}){2}(?![\d.．%％])/, level: 3, strong: false },
  { pattern: /^\d{1,2}[.．]\d{1,2}(?![\d.．%％])\s*[^\d\s]/, level: 2, strong: false },
  { pattern: /^\d{1,2}[、．.\s]\s*[^\d\s]/, level: 3, strong: false },
]

/** The level that a line's own number gives it as a heading (第一章, 一、, （二）, 1.2), or null; too long a line, or a sentence, is none. */
export function levelOfNumber(text: string): number | null {
  if (text.length > longestHeading || /[。；;，,、：:！？]$/.test(text)) return null
  return patterns.find(({ pattern }) => pattern.test(text))?.level ?? null
}

/** Whether a line is so short and so numbered that it is a heading even where nothing else sets it apart. */
export function isStronglyNumbered(text: string): boolean {
  const strong = patterns.find(({ pattern }) => pattern.test(text))?.strong ?? false
  return strong && text.length <= longestPlainHeading && !/[，。；：,;:]/.test(text)
}
