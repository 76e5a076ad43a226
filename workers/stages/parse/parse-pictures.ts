import { createHash } from 'node:crypto'
import type { ParsedDocument, Problem } from '../../../schemas/document.ts'
import type { PageFile } from '../../../schemas/reading.ts'
import { buildPictures } from './build-pictures.ts'
import { recogniserOf } from './index.ts'
import type { PageRecord } from './pdf/build-document.ts'
import { ReadError } from './read-error.ts'
import { countFrames, readFrames } from './read-frames.ts'
import type { Recognise } from './scan/scan.ts'

/** One of the picture files whose pages make a document together. Its bytes are fetched when its turn comes and not kept. */
export type PictureFile = {
  readonly id: string
  readonly name: string
  readonly open: () => Promise<Uint8Array>
  readonly recognise?: Recognise | undefined
}

const baseName = (file: string) => file.split('/').at(-1) ?? file

/** Counts a file's pages; one that cannot be opened stands for one page, and its problem says so. */
async function measure(file: PictureFile, firstPage: number): Promise<{ own: PageFile; bytes: Uint8Array; fault: Problem | null }> {
  const bytes = await file.open()
  const own = { id: file.id, file: file.name, sha256: createHash('sha256').update(bytes).digest('hex'), firstPage, pages: 1 }
  try {
    return { own: { ...own, pages: await countFrames(bytes) }, bytes, fault: null }
  } catch (error) {
    const { code, message } = error instanceof ReadError ? error : new ReadError('image.damaged', '图片已损坏，无法打开。')
    return { own, bytes, fault: { code, message: `“${baseName(file.name)}”：${message}`, page: firstPage } }
  }
}

/**
 * Reads picture files as the pages of one document, in the order given, and tells which pages each file holds. It never throws for a
 * picture's sake: one that cannot be read is a problem of its page.
 */
export async function parsePictures(pictures: readonly PictureFile[]): Promise<{ document: ParsedDocument; files: PageFile[] }> {
  const files: PageFile[] = []
  const records: PageRecord[] = []
  const problems: Problem[] = []
  const reading: Promise<void>[] = []
  let pages = 0
  for (const picture of pictures) {
    const { own, bytes, fault } = await measure(picture, pages + 1)
    files.push(own)
    pages += own.pages
    if (fault !== null) problems.push(fault)
    else
      reading.push(
        readFrames(own.pages, picture.recognise ?? recogniserOf(bytes), own.firstPage).then((read) => {
          records.push(...read.records)
          problems.push(...read.problems)
        }),
      )
  }
  await Promise.all(reading)
  const [first] = files
  const parts = buildPictures(pages, { records, problems })
  return { document: { file: first?.file ?? '', sha256: first?.sha256 ?? '', format: 'image', hiddenSheets: [], ...parts }, files }
}
