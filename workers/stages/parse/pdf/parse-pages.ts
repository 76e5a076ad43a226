import type { Problem } from '../../../../schemas/document.ts'
import type { PageRecord } from './build-document.ts'
import type { Engine } from './engine.ts'
import { findPageRules, withoutPageRules } from './find-page-rules.ts'
import { judgeTextLayer, tellUnusable } from './judge-text-layer.ts'
import type { OpenPdf } from './open-pdf.ts'
import type { FontNames } from './read-glyphs.ts'
import { readPage } from './read-page.ts'
import { readTables } from './read-tables.ts'

/** Gives other work of the process its turn after this many pages. */
const pagesPerTurn = 16

const pause = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Reads every page that has a usable text layer, and tells which have not. `unread` counts those. */
export async function readPages(engine: Engine, pdf: OpenPdf): Promise<{ records: PageRecord[]; problems: Problem[]; unread: number }> {
  const records: PageRecord[] = []
  const problems: Problem[] = []
  const fonts: FontNames = new Map()
  const pageRules = findPageRules(engine, pdf, fonts)
  let unread = 0
  for (let index = 0; index < pdf.pages; index++) {
    if (index % pagesPerTurn === pagesPerTurn - 1) await pause()
    const page = readPage(engine, pdf.document, index, fonts)
    const number = index + 1
    if (page === undefined) {
      unread++
      problems.push({ code: 'page.unreadable', message: `第${number}页已损坏，无法读取。请重新导出该文件。`, page: number })
      continue
    }
    const reason = judgeTextLayer(page)
    if (reason !== undefined) {
      unread++
      problems.push({ code: 'page.no-text', message: tellUnusable(number, reason), page: number })
      continue
    }
    if (page.clipped)
      problems.push({ code: 'page.too-complex', message: `第${number}页内容过多，只读取了一部分。请人工核对该页。`, page: number })
    const { tables, lines } = readTables(withoutPageRules(page, pageRules))
    for (const line of lines) line.glyphs = []
    records.push({ page: number, width: page.width, height: page.height, turns: page.turns, lines, tables })
  }
  return { records, problems, unread }
}
