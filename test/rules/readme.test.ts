import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rules } from '../../rules/index.ts'

const FILE = 'rules/README.md'
const severities = { error: '错误', warning: '警告', info: '提示' } as const
const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

/** The table of rules as their own metadata tell it. */
const generated = () =>
  [
    '# Rules',
    '',
    'Generated from the metadata of the rules: `UPDATE=1 npx vitest run test/rules/readme.test.ts` rewrites it. A rule’s id is its path; its test stands under the same name in `test/rules/`.',
    '',
    'Articles are those of 《生态文明建设示范区（生态工业园区）管理办法（征求意见稿）》; `17(6)` is 第十七条（六）. The severity is that of the usual case: a rule may grade single findings lower.',
    '',
    row(['rule', 'article', 'severity', 'what it checks', 'holds when']),
    row(['---', '---', '---', '---', '---']),
    ...rules.map(({ id, article, severity, title, summary }) =>
      row([`[\`${id}\`](${id}.ts)`, article, severities[severity], title, summary]),
    ),
    '',
    '## One cause, one finding',
    '',
    'A wrong number that several rules reach is one finding (`engine/fold.ts`), under the first of within-document, annual-acceptance, plan-acceptance, supporting-data, annual-annual, formula, threshold, group, target. What follows from it is found by asking the rules again with the number corrected. An indicator that is wrong because it was wrongly calculated is told under formula/recalculation. The likely cause is tested against the printed digits (`engine/diagnose/`), in the order recognition, prices, swapped rows, another year’s value, unit or point or percent sign, a tail cut off, two digits swapped, one digit changed, rounding.',
    '',
  ].join('\n')

/** The formatter pads tables: what counts is what stands in their cells. */
const unpadded = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---')

test('rules/README.md says what the rules say of themselves', () => {
  if (process.env['UPDATE'] === '1') writeFileSync(FILE, generated())
  expect(unpadded(readFileSync(FILE, 'utf8'))).toBe(unpadded(generated()))
})
