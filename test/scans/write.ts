import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { picture } from './damage/scanner.ts'
import { sheets } from './pages/index.ts'

/** node --import tsx test/scans/write.ts FOLDER [ID…]: the scanned files, their pages as pictures, and their truth. */
const [folder, ...ids] = process.argv.slice(2)
if (!folder) throw new Error('usage: node --import tsx test/scans/write.ts FOLDER [ID…]')
mkdirSync(folder, { recursive: true })
for (const { id, make } of sheets) {
  if (ids.length > 0 && !ids.includes(id)) continue
  const { name, bytes, leaves, truth } = await make()
  writeFileSync(join(folder, name), bytes)
  writeFileSync(join(folder, `${id}.truth.json`), `${JSON.stringify(truth, null, 1)}\n`)
  for (const [index, { raster }] of leaves.entries())
    await picture(raster)
      .png()
      .toFile(join(folder, `${id}-${index + 1}.page.png`))
}
