import type { Dossier } from '../../../rules/dossier.ts'
import { compareSinceNaming } from '../../../rules/engine/compare-since-naming.ts'
import { findStanding } from '../../../rules/engine/find-standing.ts'
import { fillForm } from '../../../rules/engine/form/fill-form.ts'
import { rules as everyRule } from '../../../rules/index.ts'
import type { Regulation, Standard } from '../../../schemas/edition.ts'
import { filesOf, type ReadFile } from '../../../schemas/files-of.ts'
import type { Check, Finding } from '../../../schemas/finding.ts'
import type { Reading } from '../../../schemas/reading.ts'
import type { Assessment, Report, ReportDocument } from '../../../schemas/report.ts'
import { placedInFiles } from './placed-in-files.ts'

type Reviewed = {
  dossier: Dossier
  checks: readonly Check[]
  findings: readonly Finding[]
  assessment: readonly Assessment[]
  /** The rules that were asked, for their titles; all of them where none are named. */
  rules?: readonly { id: string; title: string }[]
}

/** The report of one review. It holds plain data only, in the order given, so that the same review gives the same bytes. */
export function assembleReport({ dossier, checks, findings, assessment, rules = everyRule }: Reviewed): Report {
  const { standard, regulation } = dossier
  const report: Report = {
    schemaVersion: 1,
    standard: standard.shortName,
    editions: [
      { id: regulation.id, name: regulation.name, kind: 'regulation', note: regulationNote(regulation) },
      { id: standard.id, name: standard.name, kind: 'standard', note: standardNote(standard) },
    ],
    dossier: {
      park: dossier.park,
      stage: dossier.stage,
      region: dossier.region,
      baseYear: dossier.baseYear,
      finalYear: dossier.finalYear,
    },
    documents: inFileOrder(dossier.documents.flatMap(documentsOf)),
    facts: [...dossier.facts],
    findings: [...findings],
    checks: checks.map(({ rule, subject, year, outcome, why }) => ({ rule, subject, year, outcome, why })),
    assessment: [...assessment],
    standing: findStanding(dossier),
    evaluation: compareSinceNaming(dossier),
    form: fillForm({ dossier, findings, assessment }),
    forPerson: regulation.forPerson
      .filter(({ stages }) => stages.includes(dossier.stage))
      .map(({ id, zh, clause }) => ({ id, zh, clause })),
    subjects: [
      ...standard.quantities.map(({ id, zh, unit }) => ({ id, zh, unit, formula: null })),
      ...standard.indicators.map(({ id, zh, unit, formula }) => ({ id, zh, unit, formula })),
    ],
    rules: rules.map(({ id, title }) => ({ id, title })),
    chapters: regulation.chapters.map(({ id, zh, clause, rules: own }) => ({ id, zh, clause, rules: [...own] })),
    summary: {
      errors: count(findings, ({ severity }) => severity === 'error'),
      warnings: count(findings, ({ severity }) => severity === 'warning'),
      infos: count(findings, ({ severity }) => severity === 'info'),
      checksPassed: count(checks, ({ outcome }) => outcome === 'passed'),
      checksFailed: count(checks, ({ outcome }) => outcome === 'failed'),
      checksSkipped: count(checks, ({ outcome }) => outcome === 'skipped'),
    },
  }
  return placedInFiles(report, dossier.documents)
}

const count = <T>(items: readonly T[], holds: (item: T) => boolean): number => items.filter(holds).length

/** An entry for each file: a document that came in several has several. */
function documentsOf(reading: Reading): ReportDocument[] {
  const { files, identity, weakPages, hiddenSheets } = reading
  return filesOf(reading).map((own) => {
    const { id, file, status, pages, ocrPages, sha256, firstPage } = own
    const weak = weakPages
      ?.filter(({ page }) => page >= firstPage && page < firstPage + pages)
      .map((one) => ({ ...one, page: one.page - firstPage + 1 }))
    return {
      ...{ id, file, role: identity.role, year: identity.year, status, pages, ocrPages, sha256 },
      ...(files === undefined ? {} : { partOf: { document: reading.id, firstPage } }),
      ...{ problem: problemOf(own), hiddenSheets },
      ...(weak === undefined ? {} : { weakPages: weak }),
    }
  })
}

const placeIn = ({ id }: ReportDocument): number => Number(/\d+$/.exec(id)?.[0] ?? 0)

/** Files keep their order, wherever the document that they are pages of begins. */
const inFileOrder = (documents: readonly ReportDocument[]): ReportDocument[] =>
  documents.some(({ partOf }) => partOf !== undefined) ? [...documents].sort((a, b) => placeIn(a) - placeIn(b)) : [...documents]

/** All faults met while reading, as one Chinese sentence; equal ones once. */
function problemOf({ problems }: ReadFile): string | null {
  const told = problems.map(({ message, page }) => `${page === null ? '' : `第${page}页：`}${message.trim().replace(/[。；;.]+$/, '')}`)
  return told.length === 0 ? null : `${[...new Set(told)].join('；')}。`
}

function standardNote(standard: Standard): string | null {
  const unverified = standard.indicators.filter(({ verified }) => !verified)
  const numbers = ranges(unverified.map(({ no }) => no))
  const note =
    unverified.length === 0
      ? null
      : `${standard.indicators.length}项指标中有${unverified.length}项（第${numbers}项）的限值或公式尚未与标准正式文本核对，据其作出的判定请对照原文复核`
  return sentences(standard.note, note)
}

/** 1、2、3、5 as 1—3、5. */
function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`)).join('、')
}

function regulationNote(regulation: Regulation): string | null {
  const data = [...regulation.requiredDocuments, ...regulation.outlines.flatMap(({ sections }) => sections), ...regulation.deadlines]
  const unverified = count(data, ({ verified }) => !verified)
  return sentences(
    regulation.note,
    unverified === 0 ? null : `材料清单、章节提纲和时限共${data.length}条，其中${unverified}条尚未与正式文本核对`,
  )
}

function sentences(...parts: readonly (string | null)[]): string | null {
  const told = parts.flatMap((part) => (part === null || part.trim() === '' ? [] : [`${part.trim().replace(/。$/, '')}。`]))
  return told.length === 0 ? null : told.join('')
}
