import type { Reading } from '../../schemas/reading.ts'
import type { Statement } from '../../schemas/told.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { placeName } from '../engine/place-name.ts'
import { saidIn } from '../engine/required-contents.ts'

type Opinion = Target & { readonly opinion: Statement; readonly answered: boolean; readonly paper: Reading }

/** Opinions and answers in the paper's order: an opinion is answered by what stands before the next one. */
function opinionsOf(paper: Reading): Opinion[] {
  const said = saidIn(paper, 'opinion', 'opinion_answer')
  return said.flatMap((opinion, index) => {
    if (opinion.what !== 'opinion') return []
    return [{ subject: null, year: null, facts: [], opinion, paper, answered: said[index + 1]?.what === 'opinion_answer' }]
  })
}

function* given({ documents }: Dossier): Generator<Opinion> {
  for (const paper of documents) if (paper.identity.role === 'rectification') yield* opinionsOf(paper)
}

function check({ opinion, answered, paper }: Opinion, dossier: Dossier): Outcome {
  if (answered) return passed
  if (paper.status !== 'parsed') return skipped(`${paper.file}未能完整读取`)
  if (opinionsOf(paper).every((one) => !one.answered)) return skipped(`${paper.file}的答复方式未能识别`)
  return failed({
    message: `${placeName(opinion, dossier)}所列核查意见“${opinion.evidence.text.slice(0, 60)}”之后未见整改情况的说明。`,
    expected: '逐条说明整改情况',
    actual: '未见',
    places: [{ document: opinion.document, evidence: opinion.evidence }],
  })
}

/** The explanation of what was mended answers each numbered opinion of the technical verification (Art. 18). */
export default defineRule({
  id: 'completeness/rectification-item',
  severity: 'error',
  article: '18',
  summary: 'The paper that explains the rectification answers every numbered opinion that it lists.',
  title: '整改说明是否逐条答复核查意见',
  given,
  check,
})
