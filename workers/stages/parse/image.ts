import { failedParts, type Parts } from './reader.ts'

/** Pictures hold no text of their own: they wait for character recognition. */
export const readImage = (): Promise<Parts> =>
  Promise.resolve(
    failedParts(
      'image.needs-ocr',
      '这是图片，文字需要识别，目前尚不能读取。请提供文字可以选中复制的版本（Word、Excel 或由其直接导出的 PDF）。',
    ),
  )
