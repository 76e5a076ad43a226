import { mkdir } from 'node:fs/promises'
import { readRegulation } from '../../rules/regulations/index.ts'
import { readStandard, standardFor } from '../../rules/standards/index.ts'
import type { Manifest } from '../../schemas/dossier.ts'
import type { Regulation, Standard } from '../../schemas/edition.ts'
import type { Reading } from '../../schemas/reading.ts'
import type { Report } from '../../schemas/report.ts'
import { reviewDossier } from '../review.ts'
import type { ReviewCommand } from './arguments.ts'
import { type DossierFile, findDossier } from './dossier-files.ts'
import { CannotRun } from './exit-codes.ts'
import type { Watch } from './progress.ts'
import { startReaders } from './readers.ts'

const edition = <T>(read: (id: string) => T, id: string): T => {
  try {
    return read(id)
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error))
  }
}

async function makeOutFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch {
    throw new CannotRun(`不能建立结果文件夹“${folder}”；请换一个可写的位置`)
  }
}

/**
 * Reviews the dossier in a folder and writes its four reports. Every file is read in a child of its own; a file that
 * cannot be read is part of the report. Throws CannotRun where nothing can be reviewed.
 */
export async function reviewFolder(command: ReviewCommand, watch: Watch, stop: AbortSignal): Promise<Report> {
  const started = process.hrtime.bigint()
  const chosen: { standard?: Standard; regulation?: Regulation } = {}
  if (command.standard !== null) chosen.standard = edition(readStandard, command.standard)
  if (command.regulation !== null) chosen.regulation = edition(readRegulation, command.regulation)
  const { files, manifest } = await findDossier(command.folder, command.out)
  await makeOutFolder(command.out)
  watch({ event: 'start', folder: command.folder, documents: files.length })

  const readers = startReaders(stop)
  const writing = import('./write-reports.ts')
  try {
    const standard = chosen.standard ?? standardFor(manifest?.approvedOn ?? null)
    const readings = await readAll(files, manifest, standard, readers.read, watch)
    if (stop.aborted) throw new CannotRun('核查已中止，没有写出报告')
    if (readings.every(({ status }) => status === 'failed'))
      throw new CannotRun(`“${command.folder}”中没有可读的文件；请放入 PDF、Word、Excel 等材料后重试`)
    watch({ event: 'stage', stage: 'check' })
    const { report, regulation } = reviewDossier(readings, manifest, chosen)
    watch({ event: 'stage', stage: 'write' })
    const paths = new Map(readings.map(({ id }, i) => [id, files[i]?.path ?? '']))
    const { writeReports } = await writing
    await writeReports(command.out, report, regulation, (document, page, bbox, marks) =>
      readers.cut({ path: paths.get(document) ?? '', page, bbox, marks }),
    )
    const pages = readings.reduce((sum, reading) => sum + reading.pages, 0)
    const seconds = Number(process.hrtime.bigint() - started) / 1e9
    watch({ event: 'done', out: command.out, documents: files.length, pages, facts: report.facts.length, seconds, summary: report.summary })
    return report
  } finally {
    readers.close()
  }
}

type Read = (file: DossierFile, id: string, standard: Standard, manifest: Manifest | null, onStart: () => void) => Promise<Reading>

/** Reads every file, some at a time, and tells of each as it is done; the readings keep the files' order. */
async function readAll(
  files: readonly DossierFile[],
  manifest: Manifest | null,
  standard: Standard,
  read: Read,
  watch: Watch,
): Promise<Reading[]> {
  let done = 0
  return Promise.all(
    files.map(async (file, i) => {
      const reading = await read(file, `d${i + 1}`, standard, manifest, () => watch({ event: 'reading', file: file.name }))
      done += 1
      const { status, pages, facts, identity } = reading
      watch({
        event: 'document',
        file: file.name,
        role: identity.role,
        year: identity.year,
        status,
        pages,
        facts: facts.length,
        done,
        of: files.length,
      })
      return reading
    }),
  )
}
