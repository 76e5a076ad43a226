import type { Dossier } from '../../rules/dossier.ts'
import { Decimal } from '../../rules/engine/decimal.ts'
import { intervalOf, toSpan } from '../../rules/engine/interval.ts'
import { regulationFor } from '../../rules/regulations/index.ts'
import { readStandard } from '../../rules/standards/index.ts'
import type { Role } from '../../schemas/dossier.ts'
import type { Standard } from '../../schemas/edition.ts'
import { Fact } from '../../schemas/fact.ts'
import type { Evidence } from '../../schemas/place.ts'
import { Reading } from '../../schemas/reading.ts'

const standard = readStandard('hj274-2015')

/** Factors from units that tests print to canonical units; every other unit is taken as the canonical one. */
const factors: Record<string, string> = {
  '亿元→万元': '10000',
  '万立方米→m3': '10000',
  '万吨→t': '10000',
  '万吨标煤→tce': '10000',
  '公顷→km2': '0.01',
}

const files: Record<Role, string> = {
  plan: '建设规划.pdf',
  support_report: '技术支撑报告.docx',
  acceptance_report: '验收报告.pdf',
  annual_report: '年度工作报告.docx',
  supporting_data: '数据支撑材料.xlsx',
  application: '验收申请.docx',
  commitment: '承诺书.docx',
  planning_eia: '规划环评.pdf',
  change_report: '调整报告.docx',
  rectification: '整改说明.docx',
  other: '其他.docx',
}

/** A place on page 1 unless told otherwise. */
export const evidence = (over: Partial<Evidence> = {}): Evidence => ({
  page: 1,
  bbox: null,
  table: 1,
  row: 2,
  column: 3,
  sheet: null,
  cell: null,
  section: null,
  paragraph: null,
  text: '',
  ...over,
})

export type FactOver = Omit<Partial<Fact>, 'interval'> & {
  printed?: string | null
  standard?: Standard
  interval?: { low: string; high: string } | null
}

let count = 0

const unitOf = (subject: string, edition: Standard) =>
  [...edition.quantities, ...edition.indicators].find((one) => one.id === subject)?.unit ?? '1'

/**
 * A fact as printed, with everything filled in that the test does not care about: `printed` digits in `unit` (the
 * subject's canonical one by default); canonical value and interval follow from them. `printed: null` with `text` is
 * a qualitative statement. Its document is `role`, and `annual_report-2021` for an annual report with a year.
 */
export function fact({ printed = '356.4', standard: edition = standard, ...over }: FactOver = {}): Fact {
  count += 1
  const subject = over.subject ?? 'industrial_value_added'
  const role = over.role ?? 'acceptance_report'
  const year = over.year === undefined ? 2022 : over.year
  const canonicalUnit = unitOf(subject, edition)
  const unit = over.unit === undefined ? canonicalUnit : over.unit
  const digits = over.text != null ? null : printed
  const factor = unit === null ? '1' : (factors[`${unit}→${canonicalUnit}`] ?? '1')
  return Fact.parse({
    id: `f${count}`,
    document: role === 'annual_report' && year !== null ? `${role}-${year}` : role,
    role,
    subject,
    kind: 'actual',
    raw: over.text ?? `${over.operator ?? ''}${digits}${unit === null || unit === '1' || unit === 'qualitative' ? '' : unit}`,
    value: digits,
    canonical: digits === null ? null : { value: new Decimal(digits).times(factor).toFixed(), unit: canonicalUnit },
    interval: digits === null ? null : toSpan(intervalOf(digits, factor)),
    operator: null,
    approximate: false,
    text: null,
    priceBasis: null,
    priceBasisFrom: null,
    source: null,
    sourceExpected: false,
    statedIn: 'table',
    evidence: evidence({ text: over.text ?? digits ?? '' }),
    confidence: 1,
    ...over,
    year,
    unit: over.text != null ? null : unit,
  })
}

/** One document of the dossier, empty but for what is given. */
export function document(over: Omit<Partial<Reading>, 'identity'> & { identity?: Partial<Reading['identity']> } = {}): Reading {
  const role = over.identity?.role ?? 'acceptance_report'
  const year = over.identity?.year ?? null
  return Reading.parse({
    id: role === 'annual_report' && year !== null ? `${role}-${year}` : role,
    file: `${role === 'annual_report' && year !== null ? year : ''}${files[role]}`,
    sha256: '0'.repeat(64),
    format: 'docx',
    status: 'parsed',
    problems: [],
    pages: 1,
    ocrPages: 0,
    hiddenSheets: [],
    facts: [],
    growths: [],
    sums: [],
    projects: [],
    calculations: [],
    boundaries: [],
    headings: [],
    sentences: [],
    unread: [],
    events: [],
    dates: [],
    statements: [],
    generalSource: null,
    ...over,
    identity: {
      role,
      year,
      park: null,
      region: null,
      stage: null,
      baseYear: null,
      finalYear: null,
      datedOn: null,
      approvedOn: null,
      waterScarce: null,
      confidence: 1,
      ...over.identity,
    },
  })
}

/** The documents that facts speak from, one each, where a test gives none of its own. */
function documentsOf(facts: readonly Fact[]): Reading[] {
  return [...new Set(facts.map((one) => one.document))].map((id) => {
    const own = facts.filter((one) => one.document === id)
    const role = own[0]?.role ?? 'other'
    const year = role === 'annual_report' ? Number(id.match(/\d{4}$/)?.[0] ?? Number.NaN) || null : null
    return document({ id, facts: own, identity: { role, year } })
  })
}

/**
 * A dossier of an acceptance 2019 → 2022. Give `facts` and the documents follow from them, or give `documents` (with
 * their facts, growths, sums … inside) and the flat lists follow from those.
 */
export function dossier(over: Partial<Dossier> = {}): Dossier {
  const extra = over.documents ?? []
  const own = documentsOf(over.facts ?? []).filter((one) => extra.every((given) => given.id !== one.id))
  const documents = [...own, ...extra]
  const all = <K extends 'facts' | 'growths' | 'sums' | 'projects' | 'calculations' | 'boundaries'>(key: K) =>
    documents.flatMap((one) => one[key] as Reading[K][number][]) as Reading[K]
  return {
    park: '青禾经济开发区',
    region: '湖南省',
    waterScarce: false,
    stage: 'acceptance',
    baseYear: 2019,
    finalYear: 2022,
    approvedOn: null,
    submittedOn: null,
    standard,
    regulation: regulationFor(null),
    growths: all('growths'),
    sums: all('sums'),
    projects: all('projects'),
    calculations: all('calculations'),
    boundaries: all('boundaries'),
    ...over,
    documents,
    facts: [...(over.facts ?? []), ...extra.flatMap((one) => one.facts.filter((each) => !(over.facts ?? []).includes(each)))],
  }
}
