const digits = '〇一二三四五六七八九'
const legalDigits = '零壹贰叁肆伍陆柒捌玖'
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

/** 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百〇五, up to 9999. */
function counting(value: number, numerals = digits, units = ['', '十', '百', '千']) {
  let text = ''
  let gap = false
  const places = String(value)
  for (const [at, place] of [...places].entries()) {
    const digit = Number(place)
    if (digit === 0) {
      gap = true
      continue
    }
    if (gap) text += numerals[0]
    gap = false
    text += (numerals[digit] ?? '') + (units[places.length - 1 - at] ?? '')
  }
  return text.replace(/^一十/, '十')
}

function roman(value: number) {
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let text = ''
  for (const [step, letters] of steps)
    while (rest >= step) {
      text += letters
      rest -= step
    }
  return text
}

/** a … z, aa … zz, aaa: Word repeats the letter. */
const letter = (value: number) => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)
const fromBlock = (value: number, first: number, count: number) =>
  value <= count ? String.fromCodePoint(first + value - 1) : String(value)
const cycle = (value: number, signs: string) => signs[(value - 1) % signs.length] ?? ''
const fullWidth = (value: number) => String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
const spelled = (value: number) => String(value).replace(/\d/g, (digit) => digits[Number(digit)] ?? '')
const legal = (value: number) => counting(value, legalDigits, ['', '拾', '佰', '仟'])

const formats: Record<string, (value: number) => string> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerLetter: letter,
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  ideographDigital: spelled,
  taiwaneseDigital: spelled,
  japaneseDigitalTenThousand: spelled,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: (value) => cycle(value, stems),
  ideographZodiac: (value) => cycle(value, branches),
  decimalEnclosedCircle: (value) => fromBlock(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => fromBlock(value, 0x2460, 20),
  decimalEnclosedParen: (value) => fromBlock(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => fromBlock(value, 0x2488, 20),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  none: () => '',
  bullet: () => '',
}

/** A list number as Word prints it in one of its number formats (ST_NumberFormat); decimal where the format is not known. */
export function numberText(value: number, format: string): string {
  if (value < 1 || value > 9999) return String(value)
  return (formats[format] ?? String)(value)
}
