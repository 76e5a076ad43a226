import type { Paragraph, Table } from 'docx'
import type { Report } from '../../../../schemas/report.ts'
import { tellVerdicts } from '../../../../schemas/told-verdict.ts'
import { shorten } from '../plain-text.ts'
import { countVerdicts } from '../verdicts.ts'
import { thresholdWords, unitWords, verdictWords } from '../wording.ts'
import { heading, paragraph, run, table } from './elements.ts'

/** The Standard's indicators with threshold, target, value and verdict. */
export function renderAssessment({ assessment, standard }: Report): (Paragraph | Table)[] {
  const verdicts = tellVerdicts(assessment)
  const counts = countVerdicts(verdicts.values()).map(([verdict, times]) => `${verdictWords[verdict].word}${times}项`)
  return [
    heading('三、指标判定'),
    ...(assessment.length === 0
      ? [paragraph('本次没有指标可以判定。', { indent: true })]
      : [
          paragraph(`按${standard}逐项判定${assessment.length}项指标：${counts.join('，')}。同一字母的指标为一组，组内任一项达标即可。`, {
            indent: true,
            after: 120,
          }),
          table(
            [
              { width: 6, align: 'center' },
              { width: 7, align: 'center' },
              { width: 43 },
              { width: 11, align: 'right' },
              { width: 11, align: 'right' },
              { width: 11, align: 'right' },
              { width: 13 },
            ],
            [
              { cells: ['序', '必/组', '指标', '标准', '目标', '值', '判定'], look: { header: true } },
              ...assessment.map((row, at) => {
                const { shape, word } = verdictWords[verdicts.get(row.subject) ?? row.verdict]
                const unit = unitWords(row.unit)
                return {
                  cells: [
                    `${at + 1}`,
                    row.group ?? (row.mandatory ? '必' : ''),
                    `${row.name}${unit === '' ? '' : `（${unit}）`}`,
                    row.threshold === null ? '–' : thresholdWords(row.threshold),
                    row.target === null ? '–' : thresholdWords(shorten(row.target, 40)),
                    [run(row.value === null ? '–' : shorten(row.value, 40), { size: 19, bold: true })],
                    `${shape} ${word}`,
                  ],
                }
              }),
            ],
          ),
        ]),
  ]
}
