/** Characters that Word keeps as positions in a symbol font. Without them ≥ and a ticked box would silently vanish. */
const symbolFont: Record<string, string> = {
  a3: '≤',
  b3: '≥',
  b1: '±',
  b4: '×',
  b8: '÷',
  b0: '°',
  b9: '≠',
  bb: '≈',
  a5: '∞',
  e5: '∑',
  d7: '·',
  d6: '√',
  '2d': '−',
  '44': 'Δ',
  '61': 'α',
  '62': 'β',
  '6d': 'μ',
}
const tickFonts: Record<string, Record<string, string>> = {
  wingdings: { fe: '☑', fd: '☒', fc: '√', fb: '×', a8: '□', '6f': '□', '71': '□', '72': '□', a1: '○', '6c': '●', '6e': '■' },
  'wingdings 2': { '52': '☑', '53': '☒', '54': '☒', '50': '√', '4f': '×', a3: '□', '2a': '□', '30': '□' },
}

/** The character that a w:sym stands for; nothing when the font is not known, since a wrong character is worse than none. */
export function symbolText(font = '', code = ''): string {
  const position = Number.parseInt(code, 16)
  if (!Number.isFinite(position)) return ''
  const inFont = position >= 0xf000 && position <= 0xf0ff ? position - 0xf000 : position
  const table = font.toLowerCase() === 'symbol' ? symbolFont : tickFonts[font.toLowerCase()]
  const known = table?.[inFont.toString(16).padStart(2, '0')]
  if (known !== undefined) return known
  return position >= 0xe000 && position <= 0xf8ff ? '' : String.fromCodePoint(Math.min(position, 0x10ffff))
}
