/** npm run bench: whole reviews as the user runs them, each beside a yardstick that reads the same file in the same run. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { makeBrowserPdf, makePdf, makeWorkbook } from './make-inputs.ts'
import { table } from './print-table.ts'
import { measure, type Run } from './process-tree.ts'

const PAGES = [30, 60, 120, 240]
const CELLS = 1_000_000
const GOALS = { pdf: 3, workbook: 1.5, megabytes: 500 }

const folder = await mkdtemp(join(tmpdir(), 'bench-'))
const rows: string[][] = [['input', 'review s', 'yardstick s', 'ratio', 'goal', 'peak MB', 'largest process MB', 'goal MB']]

/** The quicker of two runs: what the machine does beside it only ever slows one down. */
async function best(command: string, args: readonly string[]): Promise<Run> {
  const runs = [await measure(command, args), await measure(command, args)]
  if (runs.some(({ code }) => code !== 0))
    throw new Error(`${command} ${args.join(' ')} ended with ${runs.map(({ code }) => code).join(', ')}`)
  const [quicker] = runs.sort((a, b) => a.seconds - b.seconds)
  if (quicker === undefined) throw new Error('nothing ran')
  return {
    ...quicker,
    peakMb: Math.max(...runs.map(({ peakMb }) => peakMb)),
    largestMb: Math.max(...runs.map(({ largestMb }) => largestMb)),
  }
}

const review = (dossier: string) =>
  best(process.execPath, ['workers/ecopark.mjs', 'review', dossier, '--out', join(folder, 'out'), '--quiet'])

function tell(name: string, run: Run, yardstick: Run, goal: number): void {
  const ratio = run.seconds / yardstick.seconds
  rows.push([
    name,
    run.seconds.toFixed(2),
    yardstick.seconds.toFixed(2),
    `${ratio.toFixed(2)}x`,
    `${ratio <= goal ? 'met' : 'MISSED'} (<= ${goal}x)`,
    run.peakMb.toFixed(0),
    run.largestMb.toFixed(0),
    run.peakMb <= GOALS.megabytes ? 'met' : 'MISSED',
  ])
}

async function place(name: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  return path
}

try {
  for (const [printer, make] of Object.entries({ browser: makeBrowserPdf, pdfkit: makePdf }))
    for (const pages of PAGES) {
      const path = await place(`${printer}-${pages}/report.pdf`)
      await make(pages, path)
      const yardstick = await best('pdftotext', ['-bbox-layout', path, join(folder, 'bbox.html')])
      tell(`PDF by ${printer}, ${pages} sheets`, await review(dirname(path)), yardstick, GOALS.pdf)
    }
  const path = await place('workbook/data.xlsx')
  await makeWorkbook(CELLS, path)
  const yardstick = await best(process.execPath, ['--import', 'tsx', 'test/bench/stream-workbook.ts', path])
  tell(`workbook, ${CELLS} cells`, await review(dirname(path)), yardstick, GOALS.workbook)
  process.stdout.write(`${table(rows)}\n`)
} finally {
  await rm(folder, { recursive: true })
}
