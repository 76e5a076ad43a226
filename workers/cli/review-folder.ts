import { mkdir } from 'node:fs/promises'
import type { Reading } from '../../schemas/reading.ts'
import type { Report } from '../../schemas/report.ts'
import { giveBackMemory } from '../give-back-memory.ts'
import type { Editions } from '../stages/assemble/index.ts'
import type { ReviewCommand } from './arguments.ts'
import { CannotRun } from './exit-codes.ts'
import { startPictureCutter } from './picture-cutter.ts'
import type { Watch } from './progress.ts'
import { type DocumentSource, type Readers, startReaders } from './readers.ts'
import { findSources } from './sources.ts'

/** The editions that the command names. The data of all editions loads only when one is named. */
async function chooseEditions({ standard, regulation }: ReviewCommand): Promise<Editions> {
  try {
    return {
      standard: standard === null ? undefined : (await import('../../rules/standards/index.ts')).readStandard(standard),
      regulation: regulation === null ? undefined : (await import('../../rules/regulations/index.ts')).readRegulation(regulation),
    }
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error))
  }
}

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
  const editions = await chooseEditions(command)
  const { sources, documents, manifest } = await findSources(command.folder, command.out)
  await makeFolder(command.out)
  watch({ event: 'start', folder: command.folder, documents: documents.length })

  const readers = startReaders(documents.length, { standard: command.standard, on: manifest?.approvedOn ?? null }, manifest)
  const cutter = startPictureCutter(sources)
  const close = () => Promise.all([readers.close(), cutter.close()])
  stop.addEventListener('abort', close, { once: true })
  try {
    const reading = readAll(documents, readers, (event) => stop.aborted || watch(event))
    // The second half loads while the children read.
    const [{ reviewDossier }, { writeReports }] = await Promise.all([import('../review.ts'), import('./write-reports.ts')])
    const readings = await reading
    await readers.close()
    if (stop.aborted) throw new CannotRun('核查已中止，没有写出报告')
    if (readings.every(({ status }) => status === 'failed')) throw new CannotRun(nothingRead(command.folder, readings))
    watch({ event: 'stage', stage: 'check' })
    const { report, regulation } = reviewDossier(readings, manifest, editions)
    giveBackMemory()
    watch({ event: 'stage', stage: 'write' })
    await writeReports(command.out, report, regulation, cutter.cut)
    const pages = readings.reduce((sum, { pages }) => sum + pages, 0)
    const seconds = (performance.now() - started) / 1000
    watch({
      event: 'done',
      out: command.out,
      documents: documents.length,
      pages,
      facts: report.facts.length,
      seconds,
      summary: report.summary,
    })
    return report
  } finally {
    await close()
  }
}

const nothingRead = (folder: string, [first]: readonly Reading[]) =>
  `文件夹“${folder}”中没有可读的文件（${first?.file ?? ''}：${first?.problems[0]?.message ?? '无法读取。'}）请放入 PDF、Word、Excel 等材料后重试`

/** Reads every document, some at a time, and tells of each as it begins and ends; the readings keep the documents' order. */
async function readAll(documents: readonly DocumentSource[], readers: Readers, watch: Watch): Promise<Reading[]> {
  let done = 0
  const readOne = async (document: DocumentSource) => {
    const [{ name: file }, ...others] = document
    const reading = await readers.read(document, (progress) =>
      watch(progress === true ? { event: 'reading', file } : { event: 'pages', file, ...progress }),
    )
    done += 1
    const { status, pages, facts, identity } = reading
    const { role, year } = identity
    const more = others.length === 0 ? {} : { files: others.length + 1 }
    watch({ event: 'document', file, ...more, role, year, status, pages, facts: facts.length, done, of: documents.length })
    return reading
  }
  return Promise.all(documents.map(readOne))
}
