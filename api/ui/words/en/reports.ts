import type { Words } from '../shape.ts'
import type { overview as zhOverview, reports as zhReports } from '../zh/reports.ts'

export const reports: Words<typeof zhReports> = {
  which: 'Which submission',
  of: 'Submission {number}, reviewed {time}',
  names: {
    docx: 'Verification opinion (Word)',
    xlsx: 'Findings and values (Excel)',
    pdf: 'Full report (PDF)',
    html: 'Full report (web page)',
    json: 'Machine-readable result (JSON)',
  },
  leads: {
    docx: 'By the items of Article 17, for editing.',
    xlsx: 'Findings, values, verdicts and checks, with filters.',
    pdf: 'With cut-outs of the pages; for print and archive.',
    html: 'With cut-outs of the pages; prints to PDF from the browser.',
    json: 'For other programs; its fields are stable.',
  },
  form: '{name}, draft (Word)',
  formLead: '{id}: filled as far as the documents allow; grey notes tell the source or why a field is open. Check before use.',
  open: 'Open',
  download: 'Download',
  making: 'Making it…',
}
export const overview: Words<typeof zhOverview> = {
  passed: 'agree',
  skipped: 'not checked',
  reviewedAt: 'Reviewed',
  chapters: 'Checks by item',
  chaptersLead: 'No finding does not make it right: see how much agrees and how much was not checked',
  chapter: 'Item',
  findings: 'Findings',
  open: 'Open',
  checks: 'Checks',
  notChecked: 'Why not checked',
  allChecked: 'Everything was checked.',
  editions: 'Editions',
}
