import type { Problem } from '../../../../schemas/document.ts'
import type { Recognise } from '../scan/scan.ts'
import type { PageRecord } from './build-document.ts'
import type { Engine } from './engine.ts'
import { findPageRules, withoutPageRules } from './find-page-rules.ts'
import { judgeTextLayer, tellUnusable, type Unusable } from './judge-text-layer.ts'
import type { OpenPdf } from './open-pdf.ts'
import type { PageContent } from './page-content.ts'
import type { FontNames } from './read-glyphs.ts'
import { readPage } from './read-page.ts'
import { readTables } from './read-tables.ts'

/** Gives other work of the process its turn after this many pages. */
const pagesPerTurn = 16

const pause = () => new Promise<void>((resolve) => setImmediate(resolve))

export type ReadPages = { records: PageRecord[]; problems: Problem[]; unread: number; recognised: number }

/** What is kept of a page once its characters are set into lines and tables. */
export const recordOf = (page: PageContent): PageRecord => {
  const { tables, lines } = readTables(page)
  for (const line of lines) line.glyphs = []
  const { warp } = page
  return {
    page: page.page,
    width: page.width,
    height: page.height,
    turns: page.turns,
    ...(warp === undefined ? {} : { warp }),
    lines,
    tables,
  }
}

/**
 * Reads every page: from its text layer where that is usable, else from its picture. `recognised` counts the latter,
 * `unread` those that gave nothing either way, each with a problem that says so.
 */
export async function readPages(engine: Engine, pdf: OpenPdf, recognise: Recognise): Promise<ReadPages> {
  const records: PageRecord[] = []
  const problems: Problem[] = []
  const scans: Promise<void>[] = []
  const fonts: FontNames = new Map()
  const pageRules = findPageRules(engine, pdf, fonts)
  let unread = 0
  let recognised = 0
  const readScan = async (page: number, reason: Unusable) => {
    try {
      records.push(recordOf({ ...(await recognise({ page })), page }))
      recognised++
    } catch {
      unread++
      problems.push({ code: 'page.unrecognised', message: tellUnusable(page, reason), page })
    }
  }
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
      scans.push(readScan(number, reason))
      continue
    }
    if (page.clipped)
      problems.push({ code: 'page.too-complex', message: `第${number}页内容过多，只读取了一部分。请人工核对该页。`, page: number })
    records.push(recordOf(withoutPageRules(page, pageRules)))
  }
  await Promise.all(scans)
  records.sort((a, b) => a.page - b.page)
  problems.sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  return { records, problems, unread, recognised }
}
