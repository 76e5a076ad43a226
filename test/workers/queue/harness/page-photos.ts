import { scan } from '../../../scans/page.ts'
import { jpegOf } from '../../../scans/wrap/wrap.ts'
import type { Block } from '../../../variants/document.ts'
import { p, title } from '../../../variants/document.ts'
import type { File } from './dossiers.ts'

/** An annual report as two photos in one folder: its title on the first, a value on the second. */
export async function pagePhotos(): Promise<File[]> {
  const pages: Block[][] = [
    [title('云泽经济开发区2022年度国家生态工业示范园区建设工作报告'), p('云泽经济开发区位于湖南省云泽市。')],
    [p('2022年，园区工业增加值340.8亿元。')],
  ]
  return Promise.all(
    pages.map(async (blocks, at) => {
      const { leaves } = await scan('page photos', blocks, { dpi: 150, damage: [] })
      const [leaf] = leaves
      if (leaf === undefined) throw new Error('a photo shows one page')
      return { name: `年报/IMG_${at + 1}.jpg`, bytes: await jpegOf(leaf) }
    }),
  )
}
