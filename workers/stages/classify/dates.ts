const digits = '〇一二三四五六七八九'
const digitOf = (character: string) => Math.max(digits.indexOf(character), 0)

/** 十二 → 12, 二十 → 20, 三 → 3. Only what a month or a day can be. */
function smallNumber(printed: string): number {
  const [tens, units] = printed.includes('十') ? printed.split('十') : ['', printed]
  const high = printed.includes('十') ? (tens ? digitOf(tens) : 1) : 0
  return high * 10 + (units ? digitOf(units) : 0)
}

/** Years, months and days in Chinese numerals (二〇二一年四月十二日) brought to digits; the rest of the text stays. */
export function arabicDates(text: string): string {
  return text
    .replace(/二[〇零○OoΟ0][〇零○OoΟ0一二三四五六七八九]{2}(?=年)/g, (year) => Array.from(year, digitOf).join(''))
    .replace(/(?<=年)([一二三四五六七八九十]{1,2})(?=月)/g, (month) => String(smallNumber(month)))
    .replace(/(?<=月)([一二三四五六七八九十]{1,3})(?=[日号])/g, (day) => String(smallNumber(day)))
}

/** A date as printed in compact text: where it stands, and its ISO form; the first day where no day is printed. */
export type PrintedDate = { readonly start: number; readonly end: number; readonly on: string; readonly exact: boolean }

const date = /(?<!\d)(20\d{2})(?:年(\d{1,2})月(?:(\d{1,2})[日号])?|([-./])(\d{1,2})\4(\d{1,2})(?!\d))/g

const pad = (value: number) => String(value).padStart(2, '0')

const isDay = (year: number, month: number, day: number) => {
  const moment = new Date(Date.UTC(year, month - 1, day))
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
}

/** Every date of a compact text (spaces gone, numerals brought to digits by arabicDates) that the calendar knows. */
export function findDates(text: string): PrintedDate[] {
  return Array.from(text.matchAll(date)).flatMap((match) => {
    const [year, month, day] = [Number(match[1]), Number(match[2] ?? match[5]), Number(match[3] ?? match[6] ?? 1)]
    const exact = match[3] !== undefined || match[6] !== undefined
    if (!isDay(year, month, day)) return []
    return [{ start: match.index, end: match.index + match[0].length, on: `${year}-${pad(month)}-${pad(day)}`, exact }]
  })
}
