import type { Comparison } from '../../../../schemas/comparison.ts'
import { visible } from '../plain-text.ts'
import { severityWords } from '../wording.ts'
import { becauseWords, changeWords, noteOf, numbersOf, statuses, summaryWords, valueWords } from './words.ts'

/** More lines of one kind than these are counted, not listed: the JSON has all. */
const MOST = 40

const list = (lines: readonly string[]): string[] =>
  lines.length > MOST ? [...lines.slice(0, MOST), `  另有 ${lines.length - MOST} 项，见 --json`] : [...lines]

/** The comparison for a terminal. Control characters out of documents are dropped. */
export function writeComparisonText(comparison: Comparison): string {
  const { dossier, findings, values, documents } = comparison
  const lines = [`整改对照：${dossier.park ?? '未识别园区'}`, `  ${summaryWords(comparison)}`]
  for (const { status, word, note } of statuses) {
    const own = findings.filter((one) => one.status === status)
    if (own.length === 0) continue
    const told = own.flatMap((one) => {
      const told = one.new ?? one.old
      const extra = noteOf(one)
      return told
        ? [`  ${numbersOf(one)} ${severityWords[told.severity].word} ${told.message}${extra === null ? '' : `\n      ${extra}`}`]
        : []
    })
    lines.push('', `${word} ${own.length}（${note}）`, ...list(told))
  }
  for (const because of ['unasked', 'follows', 'asked'] as const) {
    const own = values.filter((one) => one.because === because)
    if (own.length > 0) lines.push('', `${becauseWords[because]} ${own.length}`, ...list(own.map((one) => `  ${valueWords(one)}`)))
  }
  if (documents.length > 0) lines.push('', '材料变动', ...list(documents.map(({ change, file }) => `  ${changeWords[change]} ${file}`)))
  return `${lines.map((line) => line.split('\n').map(visible).join('\n')).join('\n')}\n`
}
