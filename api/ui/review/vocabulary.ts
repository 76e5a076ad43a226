import { get } from '../client/http.ts'
import type { Vocabulary } from '../client/review-types.ts'
import { roles } from '../parts/choices.ts'
import { chosenLanguage, t } from '../words/index.ts'

/** What the ids of a review mean to a reader. */
export type Names = {
  readonly vocabulary: Vocabulary
  readonly subject: (id: string | null) => string
  readonly rule: (id: string) => string
  readonly chapter: (rule: string) => string
  readonly article: (article: string) => string
}

const other = 'other'
const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const numeral = (number: number) =>
  `${number >= 20 ? numerals[Math.floor(number / 10)] : ''}${number >= 10 ? '十' : ''}${numerals[number % 10]}`
/** 17(5) → 第十七条（五） */
function articleName(text: string): string {
  const [, article, item] = /^(\d{1,2})(?:\((\d{1,2})\))?$/.exec(text) ?? []
  if (article === undefined) return text
  if (chosenLanguage() === 'en') return `Art. ${text}`
  return `第${numeral(Number(article))}条${item === undefined ? '' : `（${numeral(Number(item))}）`}`
}

/** 17(5)、17(7) → 第十七条（五）、第十七条（七） */
export const articleNames = (text: string): string => text.split('、').map(articleName).join('、')

export function namesOf(vocabulary: Vocabulary): Names {
  const subjects = new Map(vocabulary.subjects.map((subject) => [subject.id, subject]))
  const rules = new Map(vocabulary.rules.map(({ id, title }) => [id, title]))
  const chapters = new Map(vocabulary.chapters.flatMap(({ id, rules: own }) => own.map((rule) => [rule, id] as const)))
  const role = (id: string) => ((roles as string[]).includes(id) ? t(`common.role.${id}`) : id)
  return {
    vocabulary,
    subject: (id) => (id === null ? '' : (subjects.get(id)?.zh ?? role(id))),
    rule: (id) => rules.get(id) ?? id,
    chapter: (rule) => chapters.get(rule) ?? other,
    article: articleNames,
  }
}

export const fetchNames = async (revision: string): Promise<Names> => namesOf(await get<Vocabulary>(`/revisions/${revision}/vocabulary`))
