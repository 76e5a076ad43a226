import { readRegulation } from '../../rules/regulations/index.ts'
import { writeProof } from '../stages/report/proof/write-text.ts'
import type { ExplainCommand } from './arguments.ts'
import { CannotRun } from './exit-codes.ts'
import { readReport } from './read-report.ts'

/** The chain from print to verdict of one fact or finding, for a terminal. Throws CannotRun where the report holds no such id. */
export async function explainId({ report: path, id }: ExplainCommand): Promise<string> {
  const { report } = await readReport(path)
  const edition = report.editions.find(({ kind }) => kind === 'regulation')?.id
  const proof = writeProof(report, readRegulation(edition ?? 'draft'), id)
  if (proof !== undefined) return proof
  throw new CannotRun(
    `报告中没有编号“${id}”；发现的编号是 ${report.findings.length > 0 ? `x1 至 x${report.findings.length}` : '（没有发现）'}，数值的编号是 f1 至 f${report.facts.length}`,
  )
}
