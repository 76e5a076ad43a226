import type { Role } from '../../schemas/dossier.ts'
import { fileOfPage } from '../../schemas/files-of.ts'
import type { Evidence } from '../../schemas/place.ts'
import type { PageFile } from '../../schemas/reading.ts'

/** Anything that knows its document and where in it: a fact, a growth, a project, a part of a sum. */
export type Placed = { readonly document: string; readonly evidence: Evidence }

const roleNames: Readonly<Record<Role, string>> = {
  plan: '建设规划',
  support_report: '技术支撑报告',
  acceptance_report: '验收报告',
  annual_report: '年度工作报告',
  supporting_data: '数据支撑材料',
  application: '申请',
  commitment: '环境守法承诺书',
  planning_eia: '规划环评',
  change_report: '重大调整报告',
  rectification: '整改说明',
  other: '材料',
}

/** What knows the documents by their files: a dossier, or a report. */
export type Files = {
  readonly documents: readonly { readonly id: string; readonly file: string; readonly files?: readonly PageFile[] | undefined }[]
}

/** What a document of this role is called in a sentence. */
export const roleName = (role: Role): string => roleNames[role]

const number = (value: number | null, before: string, after: string) => (value === null ? '' : `${before}${value}${after}`)

const inSheet = ({ sheet, cell, row }: Evidence) => `工作表“${sheet ?? ''}”${cell === null ? number(row, ' 第', '行') : ` ${cell}`}`

const inTable = ({ page, table, row }: Evidence) =>
  [number(page, '第', '页'), number(table, '表', ''), number(row, '第', '行')].filter(Boolean).join(' ')

const inText = ({ page, section, paragraph }: Evidence) =>
  [number(page, '第', '页'), section ? `“${section}”` : '', page === null ? number(paragraph, '第', '段') : ''].filter(Boolean).join(' ')

const within = (evidence: Evidence) =>
  evidence.sheet !== null ? inSheet(evidence) : evidence.table !== null ? inTable(evidence) : inText(evidence)

/** The name of a document as a reader knows it: its file; the id where the dossier does not hold it. */
export const documentName = (id: string, dossier: Files): string => dossier.documents.find((document) => document.id === id)?.file ?? id

/** Where a value stands, in Chinese: "验收报告.pdf 第4页 表1 第14行", "数据.xlsx 工作表“指标” F5", "规划.docx “三、目标” 第12段". */
export function placeName({ document, evidence }: Placed, dossier: Files): string {
  const own = dossier.documents.find(({ id }) => id === document) ?? { id: document, file: document }
  const { file, page } = fileOfPage(own, evidence.page)
  return [file, within({ ...evidence, page })].filter(Boolean).join(' ')
}
