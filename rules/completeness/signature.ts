import type { Reading } from '../../schemas/reading.ts'
import { defineRule, failed, type Outcome, passed, skipped, type Target } from '../define-rule.ts'
import type { Dossier } from '../dossier.ts'
import { saidIn } from '../engine/required-contents.ts'

type Letter = Target & { readonly letter: Reading }

function* given({ documents }: Dossier): Generator<Letter> {
  for (const letter of documents)
    if (letter.identity.role === 'application' || letter.identity.role === 'commitment')
      yield { subject: letter.identity.role, year: null, facts: [], letter }
}

function check({ letter }: Letter): Outcome {
  if (letter.status !== 'parsed') return skipped(`${letter.file}未能完整读取`)
  const dated = letter.identity.datedOn !== null || letter.dates.some(({ what }) => what === 'signed')
  const addressed = letter.identity.role !== 'application' || saidIn(letter, 'addressee').length > 0
  if (dated && addressed) return passed
  const missing = [dated ? '' : '落款日期', addressed ? '' : '所报送的主管部门'].filter(Boolean).join('和')
  return failed({ message: `${letter.file}中未读到${missing}，请核对原件的落款与印章。`, expected: missing, actual: '未见' })
}

/** Applications and letters of commitment are dated, an application is addressed to the department (Art. 9, 15). */
export default defineRule({
  id: 'completeness/signature',
  severity: 'warning',
  article: '9(1)、9(3)、15(1)',
  summary: 'An application is dated and names the department that it is for; a letter of commitment is dated.',
  title: '申请与承诺书是否有落款日期和主送部门',
  given,
  check,
})
