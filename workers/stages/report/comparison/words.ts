import type { ChangedDocument, ChangedValue, Comparison, FindingStatus, FollowedFinding } from '../../../../schemas/comparison.ts'

/** In the order in which a reader needs them: what is left to do first. */
export const statuses: readonly { readonly status: FindingStatus; readonly word: string; readonly note: string }[] = [
  { status: 'open', word: '仍然存在', note: '新一次核查仍有此项' },
  { status: 'new', word: '新出现', note: '上一次核查没有此项' },
  { status: 'unverified', word: '未能确认', note: '不再出现，但相应内容这次没有可以核对的数据，不能当作已整改' },
  { status: 'resolved', word: '已整改', note: '同一项检查重新做过，两处已经一致' },
]

export const answerWords = { confirmed: '属实', dismissed: '排除', needs_explanation: '需说明' } as const
export const changeWords: Record<ChangedDocument['change'], string> = { added: '新增', removed: '撤下', replaced: '替换' }
export const becauseWords: Record<ChangedValue['because'], string> = {
  unasked: '未经要求而改动的数值',
  follows: '随整改数值改变的计算结果',
  asked: '按要求改动的数值',
}

export const summaryWords = ({ summary }: Comparison): string =>
  [...statuses.map(({ status, word }) => `${word} ${summary[status]}`), `未经要求而改动的数值 ${summary.unasked}`].join(' · ')

/** The numbers of a finding in the two reports: x3→x2. */
export const numbersOf = ({ old, new: current }: FollowedFinding): string =>
  old && current ? `${old.id}→${current.id}` : `${(current ?? old)?.id ?? ''}`

export const valueWords = ({ document, name, year, kind, from, to }: ChangedValue): string =>
  `${document.file}：${name}${kind === 'target' ? '目标值' : ''}${year === null ? '' : `（${year}年）`}由${from}${to === null ? '改为不再给出' : `改为${to}`}`

/** What a reader must know of an open finding besides its sentence. */
export function noteOf({ status, valuesChanged, answer }: FollowedFinding): string | null {
  const notes = [
    status === 'open' && valuesChanged ? '所涉数值已经改动，但仍不一致' : null,
    answer === null
      ? null
      : `上次意见：${answerWords[answer.verdict]}${answer.comment === '' ? '' : `（${answer.comment}）`}${answer.again ? '；数值已变，请重新处理' : status === 'open' ? '，沿用' : ''}`,
  ].filter((note) => note !== null)
  return notes.length === 0 ? null : notes.join('；')
}
