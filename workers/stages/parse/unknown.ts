import { failedParts, type Parts } from './reader.ts'

/** What the bytes are is not known, so nothing is guessed from them. */
export const readUnknown = (): Promise<Parts> =>
  Promise.resolve(failedParts('format.unknown', '无法识别文件的格式。请另存为 PDF、Word（.docx）或 Excel（.xlsx）后再提交。'))
