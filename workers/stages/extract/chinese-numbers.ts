const digits = '零一二三四五六七八九'
const digit = '[一二两三四五六七八九]'
const whole = `(?:${digit}千)?零?(?:${digit}百)?零?(?:${digit}?十)?${digit}?`
const decimals = '(?:点([零〇一二三四五六七八九]+))?'
const percent = new RegExp(`百分之(${whole})${decimals}`, 'g')
const counted = new RegExp(`(?<![第几数多零〇一二两三四五六七八九十百千万\\d])(${whole})(家|个|次|件|起|项|人|条|户)`, 'g')

/** A number in Chinese numerals with its unit: 百分之九十二点五, 三十五家. [start, end) spans all, digits and unit. */
export type ChineseNumber = { readonly start: number; readonly end: number; readonly value: string; readonly unit: string }

const digitOf = (character: string): number => Math.max(0, digits.indexOf(character.replace('两', '二').replace('〇', '零')))

/** What Chinese numerals stand for: 三十五 → 35. */
export function numberOf(print: string): number {
  let sum = 0
  let last = 0
  for (const character of print) {
    const size = { 千: 1000, 百: 100, 十: 10 }[character]
    if (size === undefined) last = digitOf(character)
    else {
      sum += (last || 1) * size
      last = 0
    }
  }
  return sum + last
}

/** The percentages and counts that a normalised text prints in Chinese numerals. 一个, 一次 and the like say "a", not one. */
export function chineseNumbersIn(text: string): ChineseNumber[] {
  const found: ChineseNumber[] = []
  for (const { 0: print, 1: number = '', 2: part, index } of text.matchAll(percent))
    if (number !== '')
      found.push({
        start: index,
        end: index + print.length,
        value: `${numberOf(number)}${part ? `.${[...part].map(digitOf).join('')}` : ''}`,
        unit: '%',
      })
  for (const { 0: print, 1: number = '', 2: unit = '', index } of text.matchAll(counted))
    if (number !== '' && number !== '一') found.push({ start: index, end: index + print.length, value: String(numberOf(number)), unit })
  return found
}
