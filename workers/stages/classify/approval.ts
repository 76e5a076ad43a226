import { findDates } from './dates.ts'

/** Which words tell of the go-ahead to build the demonstration park, and which of another permission. */
const granted = /批复|批准|获批|同意|准予/
const matter = /创建|示范园区|示范区建设|开展建设|建设工作|批准建设|同意(?:其|园区|该园区|我区)?(?:开展)?建设(?=$|[,。;国生示])/
const other =
  /设立|成立|升级|升格|环境影响|环评|立项|总体规划|扩区|更名|可研|核准|验收|调整|控制性|产业规划|土地|(?:建设)?规划(?:通过|经)[^。]{0,12}(?:论证|评审)/

/** From the date to the matter that was permitted. */
const permission = new RegExp(`^.*?(?:${granted.source}).*?(?:${matter.source})`)

const clauses = (text: string) => text.split(/[。;\n]/)

/** The span of a clause around a date in which its own verb must stand: up to the neighbouring dates. */
function around(clause: string, start: number, end: number): { before: string; after: string } {
  const dates = findDates(clause)
  const previous = dates.filter((date) => date.end <= start).at(-1)?.end ?? 0
  const next = dates.find((date) => date.start >= end)?.start ?? clause.length
  return { before: clause.slice(Math.max(previous, start - 24), start), after: clause.slice(end, Math.min(next, end + 60)) }
}

/** The day on which building the demonstration park was approved, as this text tells it; null where it does not. */
export function findApproval(text: string): string | null {
  const found: { on: string; exact: boolean }[] = []
  for (const clause of clauses(text).filter((one) => granted.test(one) && matter.test(one))) {
    for (const date of findDates(clause)) {
      const { before, after } = around(clause, date.start, date.end)
      const verb = permission.exec(after)?.[0]
      const told = verb !== undefined && !other.test(verb)
      const dated =
        /(?:批复|批准|获批|同意)[^,]{0,12}(?:时间|日期|之日)?[为是于:(]*$/.test(before) &&
        matter.test(before + after) &&
        !other.test(before)
      if (told || dated) found.push(date)
    }
  }
  return (found.find((one) => one.exact) ?? found[0])?.on ?? null
}
