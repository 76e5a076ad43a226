import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { Regulation } from '../../../../schemas/edition.ts'
import type { Report } from '../../../../schemas/report.ts'
import { chaptersOf } from '../chapters.ts'
import { fixZipDates } from '../fixed-zip-dates.ts'
import type { Made } from '../html/write-html.ts'
import { visible } from '../plain-text.ts'
import { indexReport } from '../report-index.ts'
import { stageWords } from '../wording.ts'
import { renderAssessment } from './assessment-table.ts'
import { renderClosing } from './closing.ts'
import { hei, run, song } from './elements.ts'
import { renderFindings } from './findings.ts'
import { renderDocuments, renderFront, renderOverview } from './front.ts'
import { renderEvaluation, renderStanding } from './procedure.ts'
import { coreProperties } from './properties.ts'

/**
 * The opinion on the dossier (核查意见) as a Word document to edit and sign: the findings with both values and places, and room
 * for the reviewer's answer. Equal reports give equal bytes.
 */
export async function writeDocx(report: Report, regulation: Regulation, { generatedAt }: Made = {}): Promise<Uint8Array> {
  const index = indexReport(report, regulation)
  const chapters = chaptersOf(report, regulation)
  const title = visible(`${report.dossier.park ?? ''}${stageWords[report.dossier.stage]}材料核查意见`)
  const document = new Document({
    title,
    creator: '园核',
    styles: {
      default: { document: { run: { font: song, size: 22 }, paragraph: { spacing: { line: 340 } } } },
      paragraphStyles: [headingStyle('Heading1', 'heading 1', 28, 320), headingStyle('Heading2', 'heading 2', 24, 240)],
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1361, bottom: 1361, left: 1304, right: 1304 } } },
        headers: { default: new Header({ children: [line([run(title, { size: 18, color: '5E6876' })])] }) },
        footers: { default: new Footer({ children: [line(pageNumbers())] }) },
        children: [
          ...renderFront(report, generatedAt ?? null),
          ...renderOverview(report, chapters),
          ...renderDocuments(report),
          ...renderStanding(report),
          ...renderAssessment(report),
          ...renderEvaluation(report),
          ...renderFindings(chapters, index),
          ...renderClosing(index, chapters),
        ],
      },
    ],
  })
  return fixZipDates(await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: coreProperties(title) }]))
}

const headingStyle = (id: string, name: string, size: number, before: number) => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run: { font: hei, size, color: '18202B' },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
})

const line = (children: TextRun[]): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, children })

const pageNumbers = (): TextRun[] => [
  new TextRun({ font: song, size: 18, children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'] }),
]
