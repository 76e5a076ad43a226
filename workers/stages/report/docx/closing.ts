import type { Paragraph, Table } from 'docx'
import type { Chapter } from '../chapters.ts'
import { shorten } from '../plain-text.ts'
import type { ReportIndex } from '../report-index.ts'
import { fabricationNote } from '../wording.ts'
import { heading, paragraph, table } from './elements.ts'

/** What could not be asked and why, what the reader must know of the data, and the place to sign. */
export function renderClosing(index: ReportIndex, chapters: readonly Chapter[]): (Paragraph | Table)[] {
  const rows = skippedRows(index, chapters)
  return [
    heading('五、未查的项目'),
    ...(rows.length === 0
      ? [paragraph('没有因材料不足而未查的项目。', { indent: true })]
      : [
          table(
            [{ width: 40 }, { width: 50 }, { width: 10, align: 'center' }],
            [{ cells: ['检查', '原因', '项数'], look: { header: true } }, ...rows.map((cells) => ({ cells }))],
          ),
        ]),
    heading('六、须由人工核实的事项'),
    ...(index.report.forPerson.length === 0 ? [paragraph('所依据的管理办法未另列须人工核实的事项。', { indent: true })] : []),
    ...index.report.forPerson.map(({ zh, clause }, at) => paragraph(`${at + 1}. ${zh}（第${clause}条）。`, { indent: true })),
    heading('七、说明'),
    paragraph(fabricationNote, { indent: true }),
    paragraph('未查的项目既不表示正确，也不表示有误。标黄加下划线的是换算到同一单位后不同的数字。', { indent: true }),
    ...index.report.editions.flatMap(({ name, note }) => (note === null ? [] : [paragraph(`${name}：${note}`, { indent: true })])),
    heading('八、核查结论与签字'),
    table(
      [{ width: 24 }, { width: 36 }, { width: 10 }, { width: 30 }],
      [
        { cells: ['核查结论', ''], look: { height: 1500, keepNext: true } },
        { cells: ['核查人员（签字）', '', '日期', '　　年　　月　　日'], look: { height: 700, keepNext: true } },
        { cells: ['核查组长（签字）', '', '日期', '　　年　　月　　日'], look: { height: 700, keepNext: true } },
        { cells: ['园区管理机构（盖章）', '', '日期', '　　年　　月　　日'], look: { height: 900 } },
      ],
    ),
  ]
}

function skippedRows(index: ReportIndex, chapters: readonly Chapter[]): string[][] {
  const times = new Map<string, { rule: string; why: string; count: number }>()
  for (const { rule, why, outcome } of chapters.flatMap(({ checks }) => checks)) {
    if (outcome !== 'skipped') continue
    const key = `${rule} ${why}`
    times.set(key, { rule, why: why ?? '未说明', count: (times.get(key)?.count ?? 0) + 1 })
  }
  const most = [...times.values()].slice(0, 60)
  const rest = times.size > most.length ? [['其他', `另有${times.size - most.length}种原因，见 report.xlsx 的“检查记录”`, '']] : []
  return [...most.map(({ rule, why, count }) => [index.ruleTitle(rule), shorten(why, 240), `${count}`]), ...rest]
}
