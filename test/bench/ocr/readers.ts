import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from '../../../workers/stages/parse/index.ts'
import { picture } from '../../scans/damage/scanner.ts'
import type { ScannedFile } from '../../scans/pages/sheet.ts'
import type { Read } from './score-page.ts'

/** A reading with its wall time and the processor time of all cores: the latter says what it cost on a busy machine, too. */
export type Timed = { read: Read; seconds: number; processor: number }

/** The product's own reading of a file, and the time from its bytes to its blocks. */
export async function readWithProduct({ name, bytes }: ScannedFile): Promise<Timed> {
  const [start, before] = [process.hrtime.bigint(), process.cpuUsage()]
  const { blocks } = await parse({ name, bytes })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  const { user, system } = process.cpuUsage(before)
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [{ cells: block.cells }] : []))
  const text = blocks.map((block) => (block.kind === 'table' ? (block.caption ?? '') : block.text)).join('\n')
  return { read: { tables, text }, seconds, processor: (user + system) / 1e6 }
}

const run = promisify(execFile)
const command = `TIMEFORMAT='%3R %3U %3S'; time tesseract "$1" stdout -l chi_sim --psm 1 --dpi "$2" 2>/dev/null`
/** Its threads wait for one another in busy loops: one is as quick, and costs less. */
const env = { ...process.env, OMP_THREAD_LIMIT: '1' }

/** Debian's tesseract on the same pages, upright or not (it looks for the orientation itself), from picture to text. */
export async function readWithTesseract({ leaves }: ScannedFile): Promise<Timed> {
  const folder = await mkdtemp(join(tmpdir(), 'tesseract-'))
  try {
    const texts: string[] = []
    let [seconds, processor] = [0, 0]
    for (const { raster, dpi } of leaves) {
      const path = join(folder, 'page.png')
      await picture(raster).png({ compressionLevel: 1 }).withMetadata({ density: dpi }).toFile(path)
      const { stdout, stderr } = await run('bash', ['-c', command, 'tesseract', path, String(dpi)], { maxBuffer: 1 << 24, env })
      const [wall = 0, user = 0, system = 0] = (/\d.*\s*$/.exec(stderr)?.[0] ?? '').split(' ').map(Number)
      seconds += wall
      processor += user + system
      texts.push(stdout)
    }
    return { read: { tables: [], text: texts.join('\n') }, seconds, processor }
  } finally {
    await rm(folder, { recursive: true })
  }
}
