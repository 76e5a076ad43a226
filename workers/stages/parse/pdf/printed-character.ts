import data from './radicals.json' with { type: 'json' }

const letters = [...data.radicals]
const radicals = new Map(letters.flatMap((letter, index) => (index % 2 === 0 ? [[letter, letters[index + 1] ?? letter] as const] : [])))

/** Private-use code points of Adobe's Symbol font, which Word leaves in a PDF for its signs. */
const symbols = new Map([
  [0xf02b, '+'],
  [0xf02d, '−'],
  [0xf03c, '<'],
  [0xf03d, '='],
  [0xf03e, '>'],
  [0xf0a3, '≤'],
  [0xf0b0, '°'],
  [0xf0b1, '±'],
  [0xf0b3, '≥'],
  [0xf0b4, '×'],
  [0xf0b7, '•'],
  [0xf0b8, '÷'],
  [0xf0b9, '≠'],
  [0xf0bb, '≈'],
])

const isLineEndHyphen = (code: number) => code === 0x02 || code === 0xfffe || code === 0xad
const isInvisible = (code: number) => code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x200b && code <= 0x200f) || code === 0xfeff

/**
 * The character as a reader sees it: line-end hyphens that PDFium gives as U+0002 or U+FFFE become "-", radicals and
 * compatibility ideographs their normal CJK character; superscripts and full-width signs stay. '' for what has no ink.
 */
export function printedCharacter(code: number, font: string): string {
  if (isLineEndHyphen(code)) return '-'
  if (isInvisible(code) || code > 0x10ffff) return ''
  if (code < 0x2e80) return String.fromCodePoint(code)
  if (code <= 0x2fd5) {
    const letter = String.fromCodePoint(code)
    return radicals.get(letter) ?? letter.normalize('NFKC')
  }
  if (code >= 0xf900 && code <= 0xfaff) return String.fromCodePoint(code).normalize('NFC')
  if (code >= 0xf000 && code <= 0xf0ff && /symbol/i.test(font)) return symbols.get(code) ?? String.fromCodePoint(code)
  if (code >= 0xd800 && code <= 0xdfff) return ''
  return String.fromCodePoint(code)
}

/** Whether it is set in a full square, so that no space parts it from its neighbours: ideographs, kana, CJK and full-width signs. */
export function isWide(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  return (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe4f) || isWideLate(code)
}

function isWideLate(code: number): boolean {
  return (code >= 0xff00 && code <= 0xffef) || code >= 0x20000 || wideSigns.has(code)
}

const wideSigns = new Set([...'—…“”‘’①②③④⑤⑥⑦⑧⑨⑩'].map((sign) => sign.codePointAt(0) ?? 0))

export const isBlank = (letter: string) => /^\s*$/.test(letter)
