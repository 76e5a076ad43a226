import type { Item, TextItem } from './item.ts'

const longestCaption = 80
/** How many lines over a table are looked at: a title, a second line, and the unit. */
const mostCaptionLines = 3

const tableNumber = /^[（(【]?\s*(?:续|附)?(?:表|附表|表格)\s*(?:[\d０-９A-Za-z]|[一二三四五六七八九十]+[\s、.：:]|[（(：:\-—－]|$)/
const annexTitle = /^(?:续表|附表|附件表)/
const titleEnd =
  /(?:表|一览|汇总|清单|名录|明细|统计|对照|台账)(?:\s*[（(【][^（）()【】]*[）)】])*\s*(?:[（(]?\s*(?:计量)?单位\s*[：:].*)?$/
const unitLine = /(?:计量|金额|数据)?单位\s*[：:]\s*[^\s，。；]/
const sentenceEnd = /[。；;！!]$/
const pointer = /(?:见|如|详见|参见|列于)(?:下|附|上)?表|(?:如下|下表|见表|所示)[：:]?$/

/** Whether a line is only about the units of the table below it (单位：万元). */
export const isUnitLine = (text: string) =>
  text.length <= 60 && unitLine.test(text) && /^[（(【]?\s*(?:计量|金额|数据)?单位/.test(text.trim())

/** Whether a line over a table names it: 表4-1 …, 附表 …, …一览表, or a line that ends in its unit. Sentences that point at a table are not. */
export function isCaption(text: string) {
  const line = text.trim()
  if (line.length === 0 || line.length > longestCaption || sentenceEnd.test(line) || pointer.test(line)) return false
  return tableNumber.test(line) || annexTitle.test(line) || titleEnd.test(line) || unitLine.test(line)
}

/** Whether a line under a table explains it: 注：…, 备注：…, 数据来源：… */
export const isNote = (text: string) =>
  /^[（(【*＊※]?\s*(?:注|备注|附注|说明|填表说明|数据来源|资料来源|数据出处|来源)\s*\d*\s*[：:.．、）)]/.test(text.trim()) ||
  /^[*＊※▲△#]\s*\S/.test(text.trim())

const isText = (item: Item | undefined): item is TextItem => item !== undefined && item.kind !== 'table'

function captionLinesAbove(items: readonly Item[], table: number) {
  const lines: number[] = []
  for (let at = table - 1; at >= 0 && lines.length < mostCaptionLines; at--) {
    const item = items[at]
    if (!isText(item) || item.kind === 'note') break
    const centred = item.captionLike === true && item.text.length <= longestCaption && !sentenceEnd.test(item.text)
    if (!isCaption(item.text) && !centred) break
    lines.unshift(at)
    if (!isUnitLine(item.text) && isCaption(item.text)) break
  }
  return lines
}

/**
 * Gives every table the lines above it that name it or its unit, joined by a space, and marks the lines under a table that
 * explain it as notes. A heading that serves as a caption stays a heading as well; other caption lines leave the text.
 */
export function attachCaptions(items: readonly Item[]): Item[] {
  const taken = new Set<number>()
  const captioned = items.map((item, at) => {
    if (item.kind !== 'table' || item.caption !== null) return item
    const lines = captionLinesAbove(items, at)
    for (const line of lines) if (items[line]?.kind !== 'heading') taken.add(line)
    const caption = lines.map((line) => (items[line] as TextItem).text).join(' ')
    return { ...item, caption: caption === '' ? null : caption }
  })
  return markNotes(captioned.filter((_, at) => !taken.has(at)))
}

function markNotes(items: Item[]): Item[] {
  let underTable = false
  let numbered = false
  return items.map((item) => {
    if (item.kind === 'table') {
      underTable = true
      numbered = false
      return item
    }
    const note = underTable && item.kind === 'paragraph' && (isNote(item.text) || (numbered && /^[（(]?\d+[）).、．]/.test(item.text)))
    numbered = note && (numbered || /[：:]\s*[（(]?1[）).、．]/.test(item.text))
    underTable = note || item.kind === 'note'
    return note ? { ...item, kind: 'note' as const } : item
  })
}
