import type { RequiredDocument } from '../../schemas/edition.ts'
import type { Reading } from '../../schemas/reading.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'

type Wanted = Target & { required: RequiredDocument }

const yearOf = (date: string | null): number | null => (date === null ? null : Number(date.slice(0, 4)))

/** The years that need an annual report: from approval, or from the year after the base year, to the end of the construction period. */
function constructionYears({ baseYear, finalYear, approvedOn, documents }: Dossier): number[] {
  const approved =
    yearOf(approvedOn) ?? documents.map((document) => yearOf(document.identity.approvedOn)).find((year) => year !== null) ?? null
  const first = Math.max(baseYear === null ? Number.NEGATIVE_INFINITY : baseYear + 1, approved ?? Number.NEGATIVE_INFINITY)
  if (finalYear === null || !Number.isFinite(first) || finalYear - first > 10) return []
  return Array.from({ length: Math.max(0, finalYear - first + 1) }, (_, index) => first + index)
}

function* given(dossier: Dossier): Generator<Wanted> {
  for (const required of dossier.regulation.requiredDocuments.filter((one) => one.stage === dossier.stage)) {
    const years = required.perYear ? constructionYears(dossier) : []
    for (const year of years.length > 0 ? years : [null]) yield { subject: required.role, year, facts: [], required }
  }
}

/** A file that could not be read still stands for its role where its name or the manifest tells it. */
const present = (documents: readonly Reading[], { role }: RequiredDocument) =>
  documents.filter((document) => document.identity.role === role)

/** "2021年度工作报告" */
const dated = (name: string, year: number | null): string =>
  year === null ? name : name.startsWith('年') ? `${year}${name}` : `${year}年${name}`

function check({ required, year }: Wanted, dossier: Dossier): Outcome {
  const found = present(dossier.documents, required)
  if (year !== null && found.some((document) => document.identity.year === year)) return passed
  if (year !== null && found.some((document) => document.identity.year === null))
    return skipped(`有年份未能识别的${required.zh}，无法判断是否缺少${dated(required.zh, year)}`)
  if (year === null && found.length > 0) return passed
  const unknown = dossier.documents
    .filter((document) => document.status === 'failed' && document.identity.role === 'other')
    .map((document) => document.file)
  const hint = unknown.length > 0 ? `（另有无法读取、未能识别的文件：${unknown.join('、')}，请确认是否即为该材料）` : ''
  return failed({
    message: `材料中缺少${dated(required.zh, year)}（第${required.clause}条要求提交）${hint}。`,
    expected: required.zh,
    actual: '未提交',
  })
}

export default defineRule({
  id: 'completeness/required-document',
  severity: 'error',
  article: '9、15、23',
  summary: 'Every document that the regulation asks for at this stage is in the dossier, and an annual report for each construction year.',
  title: '申请材料是否齐全（含建设期各年度工作报告）',
  given,
  check,
})
