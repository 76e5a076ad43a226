import type { Reading } from '../../../schemas/reading.ts'
import { Report } from '../../../schemas/report.ts'
import type { Dossier, Revision, Store } from '../../../workers/store/index.ts'
import { document } from '../../rules/make-dossier.ts'

const evidence = { page: 5, bbox: null, table: null, row: null, column: null, sheet: null, cell: null, section: null, paragraph: null }

/** A report with so many facts and findings; the first finding is an error, the others are warnings. */
export function makeReport(facts: number, findings: number): Report {
  return Report.parse({
    schemaVersion: 1,
    standard: 'HJ 274-2015',
    editions: [],
    dossier: { park: '东湖园区', stage: 'acceptance', region: '江苏省', baseYear: 2019, finalYear: 2022 },
    documents: [],
    facts: Array.from({ length: facts }, (_, i) => ({
      id: `f${i + 1}`,
      document: `d${(i % 2) + 1}`,
      role: 'acceptance_report',
      subject: i % 3 === 0 ? 'industrial_value_added' : `hj274.${(i % 32) + 1}`,
      year: i % 5 === 0 ? null : 2018 + (i % 5),
      kind: 'actual',
      raw: `${i}.10亿元`,
      value: `${i}.10`,
      unit: '亿元',
      canonical: { value: `${i}1000`, unit: '万元' },
      interval: { low: `${i}.095`, high: `${i}.105` },
      operator: null,
      approximate: false,
      text: null,
      priceBasis: null,
      priceBasisFrom: null,
      source: null,
      sourceExpected: false,
      statedIn: 'table',
      evidence: { ...evidence, text: `工业增加值 ${i}.10` },
      confidence: 0.99,
    })),
    findings: Array.from({ length: findings }, (_, i) => ({
      id: `x${i + 1}`,
      rule: i % 2 === 0 ? 'consistency/annual-acceptance' : 'formula/recalculation',
      severity: i === 0 ? 'error' : 'warning',
      subject: i % 2 === 0 ? 'industrial_value_added' : null,
      year: 2021,
      article: '17(7)',
      message: `第${i + 1}个问题`,
      facts: ['f1'],
      expected: null,
      actual: null,
      tolerance: null,
      diagnosis: null,
      alsoFails: [],
      places: [],
    })),
    checks: [
      { rule: 'formula/recalculation', subject: 'hj274.11', year: 2022, outcome: 'passed', why: null },
      { rule: 'formula/growth', subject: null, year: null, outcome: 'skipped', why: '没有可比的数据' },
    ],
    assessment: [],
    summary: {
      errors: Math.min(findings, 1),
      warnings: Math.max(findings - 1, 0),
      infos: 0,
      checksPassed: 1,
      checksFailed: 0,
      checksSkipped: 1,
    },
  })
}

/** What was read of one small document. */
export const makeReading = (id: string, file: string): Reading =>
  document({
    ...{ id, file, format: 'pdf', status: 'partial', pages: 12, ocrPages: 1 },
    problems: [{ code: 'pdf.page', message: '第3页无法识别。', page: 3 }],
    identity: { role: 'annual_report', year: 2021 },
  })

/** A park of an office with one province, and a dossier of its with two documents, submitted. */
export async function makeSubmitted(store: Store): Promise<{ organisationId: string; dossier: Dossier; revision: Revision }> {
  const office = await store.organisations.create({ kind: 'office', name: '领导小组办公室', parentId: null })
  const province = await store.organisations.create({ kind: 'province', name: '江苏省', parentId: office.id })
  const park = await store.organisations.create({ kind: 'park', name: '东湖园区', parentId: province.id })
  const { dossier, revision } = await store.dossiers.create({ organisationId: park.id, title: '东湖园区验收' })
  for (const fileName of ['验收报告.pdf', '年度报告.docx']) {
    const blob = await store.blobs.put(Buffer.from(fileName))
    await store.documents.add({ revisionId: revision.id, fileName, ...blob })
  }
  return { organisationId: park.id, dossier, revision: await store.revisions.submit(revision.id) }
}
