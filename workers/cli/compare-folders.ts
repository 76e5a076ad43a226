import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Answer } from '../../schemas/comparison.ts'
import { compareReports } from '../compare/compare-reports.ts'
import { writeComparisonHtml } from '../stages/report/comparison/write-html.ts'
import { writeComparisonText } from '../stages/report/comparison/write-text.ts'
import type { CompareCommand } from './arguments.ts'
import { CannotRun } from './exit-codes.ts'
import { readReport } from './read-report.ts'
import { writeAtomically } from './write-atomically.ts'

/** Answers to the findings of a result folder, as { "x1": { "verdict", "comment" } }; none where the file is not there. */
async function readAnswers(folder: string): Promise<Map<string, Answer>> {
  const file = join(folder, 'dispositions.json')
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return new Map()
  try {
    return new Map(Object.entries(z.record(z.string(), Answer).parse(JSON.parse(text))))
  } catch {
    throw new CannotRun(`“${file}”的格式不对；应为 {"x1": {"verdict": "confirmed、dismissed 或 needs_explanation", "comment": "…"}}`)
  }
}

/** Compares two reviews of one dossier; gives what to print, and with `out` also writes compare.html and compare.json there. */
export async function compareFolders({ old, current, json, out }: CompareCommand): Promise<string> {
  const [before, after] = [await readReport(old), await readReport(current)]
  const comparison = compareReports(before.report, after.report, await readAnswers(before.folder))
  const asJson = `${JSON.stringify(comparison, null, 1)}\n`
  if (out !== null) {
    await mkdir(out, { recursive: true }).catch(() => {
      throw new CannotRun(`不能建立结果文件夹“${out}”；请换一个可写的位置`)
    })
    await writeAtomically(join(out, 'compare.json'), asJson)
    await writeAtomically(join(out, 'compare.html'), writeComparisonHtml(comparison))
  }
  return json ? asJson : writeComparisonText(comparison)
}
