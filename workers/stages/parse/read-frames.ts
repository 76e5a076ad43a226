import type { Problem } from '../../../schemas/document.ts'
import type { PageRecord } from './pdf/build-document.ts'
import { recordOf } from './pdf/parse-pages.ts'
import { ReadError } from './read-error.ts'
import { problem } from './reader.ts'
import { readImageFacts } from './scan/decode-image.ts'
import { mostFrames } from './scan/limits.ts'
import type { Recognise } from './scan/scan.ts'

/** How many pages a picture file holds. Throws a ReadError that says what to do where it cannot be opened. */
export async function countFrames(bytes: Uint8Array): Promise<number> {
  const { frames } = await readImageFacts(bytes)
  if (frames > mostFrames) throw new ReadError('image.too-many-pages', `图片有 ${frames} 页，超过 ${mostFrames} 页的上限。请拆分后再提交。`)
  return frames
}

/** Reads the pages of a picture file, which are pages `firstPage` and on of their document. One that cannot be read is a problem of its own. */
export async function readFrames(
  frames: number,
  recognise: Recognise,
  firstPage = 1,
): Promise<{ records: PageRecord[]; problems: Problem[] }> {
  const records: PageRecord[] = []
  const problems: Problem[] = []
  const read = async (frame: number) => {
    const page = firstPage + frame - 1
    try {
      records.push(recordOf({ ...(await recognise({ page: frame })), page }))
    } catch {
      const message = `第${page}页的文字识别（OCR）没有成功。请重新扫描，或提供文字可以选中复制的版本。`
      problems.push({ ...problem('page.unrecognised', message), page })
    }
  }
  await Promise.all(Array.from({ length: frames }, (_, index) => read(index + 1)))
  return { records, problems }
}
