import type { FormOutline } from '../../../schemas/edition.ts'
import type { Form } from '../../../schemas/form.ts'
import type { Dossier } from '../../dossier.ts'
import { showDays } from '../date-days.ts'
import { approvalOf, datesOf, dayedOf, placesOf } from '../deadline-told.ts'
import { groupEvents } from '../event-groups.ts'
import { placeName } from '../place-name.ts'
import { saidIn } from '../required-contents.ts'
import { type Filled, open, type Reviewed, rows, text } from './field.ts'
import { fillArea, fillBoundary, fillIndicators, fillProjects, fillQuantity } from './fill-values.ts'

type Outline = FormOutline['fields'][number]

const byHand = '由省级部门或园区填写'

function fillStatement(what: string, { documents }: Dossier): Filled {
  const said = documents.flatMap((document) => saidIn(document, what))
  const [first] = said
  if (first === undefined) return open('材料中未读到，请填写')
  const value = what === 'industries' ? (first.text.split(/[。;]/)[0] ?? '') : what === 'approving_body' ? first.evidence.text : first.text
  return text(value, [first], { documents })
}

function fillApproval(dossier: Dossier): Filled {
  const approved = approvalOf(dossier)
  return approved === null ? open('材料中未读到，请填写') : text(showDays(approved.days), placesOf(approved), dossier)
}

function fillExtension({ documents }: Dossier): Filled {
  const told = datesOf(documents, 'extension_granted', 'extended_until', 'extension_requested')
  const [first] = told
  if (first === undefined) return text('材料未述及延期')
  return text(first.on === null ? first.raw : `${first.raw}（${showDays(first.on)}）`, told, { documents })
}

function fillEia({ documents }: Dossier): Filled {
  const papers = documents.filter(({ identity }) => identity.role === 'planning_eia')
  if (papers.length === 0) return open('未提交规划环评及审查意见')
  const [reviewed] = dayedOf(documents, 'eia_reviewed')
  return text(`${papers.map(({ file }) => file).join('、')}${reviewed ? `，审查意见日期${showDays(reviewed.on)}` : ''}`)
}

/** At creation what the letter commits to; later what the papers tell of events, or that they tell of none. */
function fillCompliance({ dossier, findings }: Reviewed): Filled {
  const told = findings.filter(({ rule }) => rule.startsWith('risk/') && rule !== 'risk/organisation-change')
  const commitments = dossier.documents
    .filter(({ identity }) => identity.role === 'commitment')
    .flatMap((letter) => saidIn(letter, 'commitment_incident', 'commitment_discharge', 'commitment_total', 'commitment_risk'))
  const lines = [...new Set(commitments.map(({ evidence }) => evidence.text)), ...told.map(({ id, message }) => `${id}：${message}`)]
  if (lines.length > 0) return rows([['内容'], ...lines.map((line) => [line])], [], '请对照执法、信访与监测记录核实')
  return open('材料未述及违法或污染事件，请对照执法、信访与监测记录核实后填写')
}

function fillChanges(dossier: Dossier): Filled {
  const groups = groupEvents(dossier, 'organisation_change')
  if (groups.length === 0) return text('材料未述及重大调整')
  return rows([
    ['时间', '内容', '出处'],
    ...groups.map(([event]) => [event.on === null ? '未印' : showDays(event.on), event.evidence.text, placeName(event, dossier)]),
  ])
}

function fillAnnualReports({ documents }: Dossier): Filled {
  const reports = documents.filter(({ identity }) => identity.role === 'annual_report')
  if (reports.length === 0) return open('未提交年度工作报告')
  const on = (id: string) => dayedOf(documents, 'annual_report_submitted', 'signed').find(({ document }) => document === id)
  return rows([
    ['年度', '文件', '日期'],
    ...reports.map(({ id, file, identity }) => [
      String(identity.year ?? '？'),
      file,
      on(id) === undefined ? '未印' : showDays(on(id)?.on ?? { from: '', to: '' }),
    ]),
  ])
}

function fill({ from, quantity }: Outline, reviewed: Reviewed): Filled {
  const { dossier } = reviewed
  switch (from) {
    case 'park':
      return dossier.park === null ? open('未识别园区名称') : text(dossier.park)
    case 'region':
      return dossier.region === null ? open('未识别所在地区') : text(dossier.region)
    case 'area':
      return fillArea(reviewed)
    case 'boundary':
      return fillBoundary(dossier)
    case 'approval':
      return fillApproval(dossier)
    case 'extension':
      return fillExtension(dossier)
    case 'quantity':
      return fillQuantity(quantity ?? '', reviewed)
    case 'eia':
      return fillEia(dossier)
    case 'compliance':
      return fillCompliance(reviewed)
    case 'indicators':
      return fillIndicators(reviewed)
    case 'projects':
      return fillProjects(dossier)
    case 'changes':
      return fillChanges(dossier)
    case 'annual_reports':
      return fillAnnualReports(dossier)
    case 'blank':
      return open(byHand)
    default:
      return fillStatement(from, dossier)
  }
}

/** The form that the regulation has filled at the dossier's stage, as far as its papers allow; conflicting facts leave a field open. */
export function fillForm(reviewed: Reviewed): Form | null {
  const outline = reviewed.dossier.regulation.forms.find(({ stage }) => stage === reviewed.dossier.stage)
  if (outline === undefined) return null
  const { id, zh, clause, sourceNote, verified } = outline
  return {
    ...{ id, zh, clause, note: verified ? null : (sourceNote ?? null) },
    fields: outline.fields.map((field) => ({ id: field.id, zh: field.zh, ...fill(field, reviewed) })),
  }
}
