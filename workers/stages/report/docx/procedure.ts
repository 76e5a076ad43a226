import type { Paragraph, Table } from 'docx'
import { showDays } from '../../../../rules/engine/date-days.ts'
import { placeName } from '../../../../rules/engine/place-name.ts'
import type { Report } from '../../../../schemas/report.ts'
import { shorten } from '../plain-text.ts'
import { changeWords } from '../wording.ts'
import { heading, paragraph, table } from './elements.ts'

/** Where the park stands in the procedure, step by step, each with its date and place; nothing where the papers tell of none. */
export function renderStanding({ standing, documents }: Report): (Paragraph | Table)[] {
  if (standing === null || standing.steps.length === 0) return []
  const rows = standing.steps.map(({ event, on, article, place }) => [
    event,
    on === null ? '未印日期' : showDays(on),
    `第${article}条`,
    place === null ? '' : placeName(place, { documents }),
  ])
  return [
    heading('程序进展', 2),
    paragraph(`${standing.zh}。`, { indent: true, after: 120 }),
    table(
      [{ width: 26 }, { width: 20 }, { width: 14 }, { width: 40 }],
      [{ cells: ['程序', '日期', '条文', '出处'], look: { header: true } }, ...rows.map((cells) => ({ cells }))],
    ),
  ]
}

/** Of a performance evaluation (Art. 25): every indicator now against the year of the naming. */
export function renderEvaluation({ evaluation }: Report): (Paragraph | Table)[] {
  const [first] = evaluation
  if (first === undefined) return []
  return [
    heading('指标优化提升情况（第二十五条）', 2),
    table(
      [{ width: 46 }, { width: 18, align: 'right' }, { width: 18, align: 'right' }, { width: 18 }],
      [
        { cells: ['指标', `${first.from.year}年`, `${first.to.year}年`, '变化'], look: { header: true } },
        ...evaluation.map(({ name, from, to, change }) => ({
          cells: [name, shorten(from.raw, 40), shorten(to.raw, 40), changeWords[change]],
        })),
      ],
    ),
  ]
}
