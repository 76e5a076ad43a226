import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { readRegulation } from '../../rules/regulations/index.ts'
import { Report } from '../../schemas/report.ts'
import { startPictureCutter } from '../cli/picture-cutter.ts'
import { endWithParent } from '../queue/end-with-parent.ts'
import { writeDocx } from '../stages/report/docx/write-docx.ts'
import { writeForm } from '../stages/report/docx/write-form.ts'
import { writeHtml } from '../stages/report/html/write-html.ts'
import { writeXlsx } from '../stages/report/xlsx/write-xlsx.ts'

endWithParent()

/** Which form of a stored report to make. `sources` are the documents' files by their ids in the report, for pictures of evidence. */
export const RenderReportJob = z.object({
  format: z.enum(['html', 'docx', 'xlsx', 'form']),
  report: z.string(),
  sources: z.array(z.object({ id: z.string(), name: z.string(), path: z.string() })),
})
export type RenderReportJob = z.infer<typeof RenderReportJob>

async function page(report: Report, regulation: ReturnType<typeof readRegulation>, sources: RenderReportJob['sources']): Promise<string> {
  const cutter = startPictureCutter(sources.map((source) => ({ ...source, problem: null })))
  try {
    return await writeHtml(report, cutter.cut, regulation)
  } finally {
    await cutter.close()
  }
}

/** One form of a report, in a process of its own; null where its stage has no form to fill. Equal reports give equal bytes. */
export async function run(data: unknown): Promise<Uint8Array | null> {
  const { format, report: path, sources } = RenderReportJob.parse(data)
  const report = Report.parse(JSON.parse(await readFile(path, 'utf8')))
  if (format === 'form') return writeForm(report)
  const regulation = readRegulation(report.editions.find(({ kind }) => kind === 'regulation')?.id ?? '')
  if (format === 'html') return Buffer.from(await page(report, regulation, sources))
  return format === 'docx' ? writeDocx(report, regulation) : writeXlsx(report, regulation)
}
