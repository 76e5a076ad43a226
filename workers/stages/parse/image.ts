import { buildDocument, type PageRecord } from './pdf/build-document.ts'
import { recordOf } from './pdf/parse-pages.ts'
import { ReadError } from './read-error.ts'
import { type Parts, problem } from './reader.ts'
import { readImageFacts } from './scan/decode-image.ts'
import { mostFrames } from './scan/limits.ts'
import type { Recognise } from './scan/scan.ts'

/** Reads a picture file, each of its pages, by recognising its print. A page that cannot be read is a problem of its own. */
export async function readImage(bytes: Uint8Array, recognise: Recognise): Promise<Parts> {
  const { frames } = await readImageFacts(bytes)
  if (frames > mostFrames) throw new ReadError('image.too-many-pages', `图片有 ${frames} 页，超过 ${mostFrames} 页的上限。请拆分后再提交。`)
  const records: PageRecord[] = []
  const problems: Parts['problems'] = []
  const read = async (page: number) => {
    try {
      records.push(recordOf({ ...(await recognise({ page })), page }))
    } catch {
      const message = `第${page}页的文字识别（OCR）没有成功。请重新扫描，或提供文字可以选中复制的版本。`
      problems.push({ ...problem('page.unrecognised', message), page })
    }
  }
  await Promise.all(Array.from({ length: frames }, (_, index) => read(index + 1)))
  records.sort((a, b) => a.page - b.page)
  problems.sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  const built = buildDocument(records)
  if (built.blocks.length === 0 && problems.length === 0)
    problems.push(problem('image.no-text', '图片中没有识别出文字。请核对是否交错了文件，或重新扫描得更清晰。'))
  const status = built.blocks.length === 0 ? 'failed' : problems.length > 0 ? 'partial' : 'parsed'
  return { status, problems, pages: frames, ocrPages: records.length, ...built }
}
