import { mkdir } from 'node:fs/promises'
import { readRegulation } from '../../rules/regulations/index.ts'
import { readStandard, standardFor } from '../../rules/standards/index.ts'
import type { Reading } from '../../schemas/reading.ts'
import type { Report } from '../../schemas/report.ts'
import { reviewDossier } from '../review.ts'
import type { Editions } from '../stages/assemble/index.ts'
import type { ReviewCommand } from './arguments.ts'
import { CannotRun } from './exit-codes.ts'
import type { Watch } from './progress.ts'
import { type Readers, type Source, startReaders } from './readers.ts'
import { findSources } from './sources.ts'

const orCannotRun = <T>(id: string | null, read: (id: string) => T): T | undefined => {
  try {
    return id === null ? undefined : read(id)
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error))
  }
}

/** The editions that the command names, if it names any. */
const chooseEditions = ({ standard, regulation }: ReviewCommand): Editions => ({
  standard: orCannotRun(standard, readStandard),
  regulation: orCannotRun(regulation, readRegulation),
})

const makeFolder = (folder: string) =>
  mkdir(folder, { recursive: true }).catch(() => {
    throw new CannotRun(`不能建立结果文件夹“${folder}”；请换一个可写的位置`)
  })

/**
 * Reviews the dossier in a folder and writes its four reports. Every file is read in a child process; a file that cannot
 * be read is part of the report. Throws CannotRun where nothing can be reviewed or `stop` was raised.
 */
export async function reviewFolder(command: ReviewCommand, watch: Watch, stop: AbortSignal): Promise<Report> {
  const started = performance.now()
  const editions = chooseEditions(command)
  const { sources, manifest } = await findSources(command.folder, command.out)
  await makeFolder(command.out)
  watch({ event: 'start', folder: command.folder, documents: sources.length })

  const readers = startReaders(sources.length, editions.standard ?? standardFor(manifest?.approvedOn ?? null), manifest)
  stop.addEventListener('abort', () => void readers.close(), { once: true })
  const writing = import('./write-reports.ts')
  try {
    const readings = await readAll(sources, readers, watch)
    if (stop.aborted) throw new CannotRun('核查已中止，没有写出报告')
    if (readings.every(({ status }) => status === 'failed')) throw new CannotRun(nothingRead(command.folder, readings))
    watch({ event: 'stage', stage: 'check' })
    const { report, regulation } = reviewDossier(readings, manifest, editions)
    watch({ event: 'stage', stage: 'write' })
    const { writeReports } = await writing
    await writeReports(command.out, report, regulation, picturesOf(sources, readers))
    const pages = readings.reduce((sum, reading) => sum + reading.pages, 0)
    const seconds = (performance.now() - started) / 1000
    watch({
      event: 'done',
      out: command.out,
      documents: sources.length,
      pages,
      facts: report.facts.length,
      seconds,
      summary: report.summary,
    })
    return report
  } finally {
    await readers.close()
  }
}

const nothingRead = (folder: string, readings: readonly Reading[]) =>
  `文件夹“${folder}”中没有可读的文件（${readings[0]?.file ?? ''}：${readings[0]?.problems[0]?.message ?? '无法读取'}）；请放入 PDF、Word、Excel 等材料后重试`

/** Reads every file, some at a time, and tells of each as it begins and ends; the readings keep the files' order. */
async function readAll(sources: readonly Source[], readers: Readers, watch: Watch): Promise<Reading[]> {
  let done = 0
  const readOne = async (source: Source) => {
    const reading = await readers.read(source, () => watch({ event: 'reading', file: source.name }))
    done += 1
    const { status, pages, facts, identity } = reading
    const { role, year } = identity
    watch({ event: 'document', file: source.name, role, year, status, pages, facts: facts.length, done, of: sources.length })
    return reading
  }
  return Promise.all(sources.map(readOne))
}

const picturesOf = (sources: readonly Source[], readers: Readers) => {
  const paths = new Map(sources.map(({ id, path }) => [id, path]))
  return async (document: string, page: number, bbox: [number, number, number, number], marks: [number, number, number, number][]) => {
    const path = paths.get(document) ?? null
    return path === null ? null : readers.cut({ path, page, bbox, marks })
  }
}
