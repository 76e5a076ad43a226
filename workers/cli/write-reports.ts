import type { Regulation } from '../../schemas/edition.ts'
import { Report } from '../../schemas/report.ts'
import { writeDocx } from '../stages/report/docx/write-docx.ts'
import { writeForm } from '../stages/report/docx/write-form.ts'
import type { EvidencePictures } from '../stages/report/html/pictures.ts'
import { writeHtml } from '../stages/report/html/write-html.ts'
import { writeXlsx } from '../stages/report/xlsx/write-xlsx.ts'
import { reportPath } from './sources.ts'
import { writeAtomically } from './write-atomically.ts'

/** Writes the four reports, and the draft of the stage's form beside them, each whole or not at all. report.json is held against its schema first: a report out of shape is never written. */
export async function writeReports(folder: string, report: Report, regulation: Regulation, pictures: EvidencePictures): Promise<void> {
  const checked = Report.parse(report)
  await writeAtomically(reportPath(folder, 'report.json'), `${JSON.stringify(checked, null, 1)}\n`)
  await writeAtomically(reportPath(folder, 'report.html'), await writeHtml(checked, pictures, regulation))
  await writeAtomically(reportPath(folder, 'report.docx'), await writeDocx(checked, regulation))
  await writeAtomically(reportPath(folder, 'report.xlsx'), await writeXlsx(checked, regulation))
  const form = await writeForm(checked)
  if (form !== null) await writeAtomically(reportPath(folder, 'form.docx'), form)
}
