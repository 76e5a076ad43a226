import { AlignmentType, Paragraph, type Table } from 'docx'
import type { Report } from '../../../../schemas/report.ts'
import type { Chapter } from '../chapters.ts'
import { shorten } from '../plain-text.ts'
import { roleWords, stageWords, statusWords } from '../wording.ts'
import { heading, hei, paragraph, run, table } from './elements.ts'

/** Title and the facts of the dossier. */
export function renderFront({ dossier, editions }: Report, generatedAt: string | null): (Paragraph | Table)[] {
  const { park, stage, region, baseYear, finalYear } = dossier
  const rows: [string, string][] = [
    ['园区名称', park ?? '未识别'],
    ['所在地区', region ?? '未识别'],
    ['核查阶段', stageWords[stage]],
    ['建设期', `${baseYear ?? '？'}年（基准年）至${finalYear ?? '？'}年（验收年）`],
    ['依据', editions.map(({ name }) => name).join('；')],
    ...(generatedAt === null ? [] : ([['生成日期', generatedAt]] as [string, string][])),
  ]
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 120, after: 240 },
      children: [run(`${park ?? ''}${stageWords[stage]}材料核查意见`, { font: hei, size: 36 })],
    }),
    table(
      [{ width: 18 }, { width: 82 }],
      rows.map(([name, text]) => ({ cells: [[run(name, { bold: true, size: 21 })], [run(text, { size: 21 })]] })),
    ),
  ]
}

/** How much was found and asked, in a sentence and by chapter. */
export function renderOverview({ summary, documents }: Report, chapters: readonly Chapter[]): (Paragraph | Table)[] {
  const { errors, warnings, infos, checksPassed, checksFailed, checksSkipped } = summary
  const read = documents.filter(({ status }) => status !== 'failed').length
  return [
    heading('一、总体情况'),
    paragraph(
      `收到材料${documents.length}份，读取${read}份。共作${checksPassed + checksFailed + checksSkipped}项检查：一致${checksPassed}项，未通过${checksFailed}项，因材料不足未查${checksSkipped}项。形成核查发现${errors + warnings + infos}条，其中错误${errors}条、提醒${warnings}条、提示${infos}条。`,
      { indent: true, after: 120 },
    ),
    table(
      [{ width: 55 }, ...Array.from({ length: 5 }, () => ({ width: 9, align: 'center' as const }))],
      [
        { cells: ['核查内容', '■错误', '▲提醒', 'ⓘ提示', '一致', '未查'], look: { header: true } },
        ...chapters.map((chapter) => ({ cells: chapterCells(chapter) })),
      ],
    ),
  ]
}

function chapterCells({ zh, clause, findings, checks }: Chapter): string[] {
  const found = (severity: string) => String(findings.filter(({ finding }) => finding.severity === severity).length)
  const asked = (outcome: string) => (checks.length === 0 ? '–' : String(checks.filter((check) => check.outcome === outcome).length))
  return [clause === '' ? zh : `${zh}　${clause}`, found('error'), found('warning'), found('info'), asked('passed'), asked('skipped')]
}

/** The files of the dossier, how well they could be read, and what in them was not used. */
export function renderDocuments({ documents }: Report): (Paragraph | Table)[] {
  return [
    heading('二、材料'),
    table(
      [
        { width: 5, align: 'center' },
        { width: 34 },
        { width: 17 },
        { width: 8, align: 'center' },
        { width: 8, align: 'center' },
        { width: 28 },
      ],
      [
        { cells: ['序', '文件', '性质', '年度', '页数', '读取情况'], look: { header: true } },
        ...documents.map(({ file, role, year, pages, status, problem, hiddenSheets }, at) => ({
          cells: [
            `${at + 1}`,
            shorten(file, 160),
            roleWords[role],
            year === null ? '–' : `${year}`,
            `${pages}`,
            [
              statusWords[status].word,
              ...(problem === null ? [] : [shorten(problem, 400)]),
              ...(hiddenSheets.length === 0 ? [] : [`隐藏工作表未采用：${shorten(hiddenSheets.join('、'), 200)}`]),
            ].join('；'),
          ],
        })),
      ],
    ),
  ]
}
