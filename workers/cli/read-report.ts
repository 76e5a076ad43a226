import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Report } from '../../schemas/report.ts'
import { CannotRun } from './exit-codes.ts'

/** A report beyond this is none that a review wrote. */
const MOST_BYTES = 1024 ** 3

/** The report.json of a result folder, or the file itself. Throws CannotRun where there is none or it is no report. */
export async function readReport(path: string): Promise<{ report: Report; folder: string }> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new CannotRun(`没有“${path}”；请给出核查结果文件夹，或其中的 report.json`)
  const [file, folder] = found.isDirectory() ? [join(path, 'report.json'), path] : [path, join(path, '..')]
  const size = await stat(file).then(
    (one) => one.size,
    () => null,
  )
  if (size === null) throw new CannotRun(`“${path}”中没有 report.json；请先用 ecopark review 核查`)
  if (size > MOST_BYTES) throw new CannotRun(`“${file}”过大，不是核查写出的 report.json`)
  try {
    return { report: Report.parse(JSON.parse(await readFile(file, 'utf8'))), folder }
  } catch {
    throw new CannotRun(`“${file}”不是核查写出的 report.json，或出自不相容的版本；请重新核查`)
  }
}
