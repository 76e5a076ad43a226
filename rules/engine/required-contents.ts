import type { RequiredContent } from '../../schemas/edition.ts'
import type { Reading } from '../../schemas/reading.ts'
import type { Statement } from '../../schemas/told.ts'
import { failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { datesOf } from './deadline-told.ts'

/** One thing that papers must say, and the papers that are asked. */
export type Content = Target & { readonly content: RequiredContent; readonly papers: readonly Reading[] }

/** What a document says of one thing that the regulation wants said, in the document's order. */
export const saidIn = ({ statements }: Reading, ...what: readonly string[]): Statement[] =>
  statements.filter((statement) => what.includes(statement.what))

const isNamed = ({ stage, documents }: Dossier) => stage === 'evaluation' || datesOf(documents, 'named').length > 0

/** A target for each thing of a kind that the edition wants said at this stage, where the dossier holds a paper to say it. */
export function* contentsOf(dossier: Dossier, kind: RequiredContent['kind']): Generator<Content> {
  for (const content of dossier.regulation.requiredContents) {
    if (content.kind !== kind || !content.stages.includes(dossier.stage) || (content.when === 'named' && !isNamed(dossier))) continue
    for (const role of content.roles) {
      const papers = dossier.documents.filter(({ identity }) => identity.role === role)
      if (papers.length > 0) yield { subject: content.id, year: null, facts: [], content, papers }
    }
  }
}

/** "9(3)四" as 第9条（三）四. */
const showClause = (clause: string): string =>
  clause.replace(
    /^(\d+)(?:\((\d)\))?/,
    (_, article: string, item?: string) => `第${article}条${item === undefined ? '' : `（${'一二三四五六七八九'[Number(item) - 1]}）`}`,
  )

/** Said by any of the papers; open where one of them could not be read in full. */
export function judgeContent({ content, papers }: Content): Outcome {
  if (papers.some((paper) => saidIn(paper, ...content.statements).length > 0)) return passed
  const unread = papers.filter(({ status }) => status !== 'parsed').map(({ file }) => file)
  if (unread.length > 0) return skipped(`${unread.join('、')}未能完整读取`)
  return failed({
    message: `${papers.map(({ file }) => file).join('、')}中未见“${content.zh}”的内容（${showClause(content.clause)}），请人工核实。`,
    expected: content.zh,
    actual: '未见',
    ...(content.severity === undefined ? {} : { severity: content.severity }),
  })
}
