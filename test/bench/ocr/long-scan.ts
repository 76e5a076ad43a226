import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { noise, skew } from '../../scans/damage/scanner.ts'
import { scan } from '../../scans/page.ts'
import { indicatorTable, mixed, prose, quantityTable } from '../../scans/pages/content.ts'
import { type Leaf, wrap } from '../../scans/wrap/wrap.ts'
import { variant } from '../../variants/documents/draft.ts'

/** Writes an image-only PDF of that many different pages: text, tables and both, each a little askew. */
export async function makeLongScan(pages: number, path: string): Promise<void> {
  const contents = [prose, indicatorTable('large'), quantityTable('mixed'), mixed]
  const leaves: Leaf[] = []
  for (let page = 0; page < pages; page++) {
    const seed = `long-${page}`
    const content = contents[page % contents.length] as (typeof contents)[number]
    const { blocks } = variant(seed, seed, 'acceptance_report', 'pdf', 2019, () => null, content).make()
    const done = await scan(seed, blocks, { dpi: 200, damage: [skew(((page % 7) - 3) / 4), noise(5)], quality: 60 })
    leaves.push(...done.leaves)
  }
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, await wrap('pdf', leaves))
}
