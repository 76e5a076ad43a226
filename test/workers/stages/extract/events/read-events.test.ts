import { describe, expect, test } from 'vitest'
import { normalise } from '../../../../../rules/engine/normalise.ts'
import { readEvents } from '../../../../../workers/stages/extract/events/read-events.ts'
import { namesOfPark } from '../../../../../workers/stages/extract/prose/park-name.ts'
import sentences from './sentences.json' with { type: 'json' }
import { standingKinds } from './standing-kinds.ts'

const own = namesOfPark('青禾经济开发区')
const read = (sentence: string, year: number | null = null, before = '') =>
  readEvents(normalise(sentence).text.replace(/。$/, ''), { own, year, section: null, before })
/** Without complaints, made-up data and the like, which standing.test.ts asks for. */
const kinds = (sentence: string) =>
  read(sentence)
    .filter(({ kind }) => !standingKinds.has(kind))
    .map(({ kind, aspect }) => (aspect === null ? kind : `${kind}/${aspect}`))

describe('an event of the park that is told as having happened is read', () => {
  test.each(sentences.told as [string, string][])('%s', (sentence, kind) => {
    expect([...new Set(kinds(sentence))]).toEqual([kind])
  })
})

describe('a denial, a rule, a plan, a drill, a possibility or another’s event is none', () => {
  test.each(sentences.untold)('%s', (sentence) => {
    expect(kinds(sentence)).toEqual([])
  })
})

describe('what the text places before the approval is marked so', () => {
  test.each(sentences.old)('%s', (sentence) => {
    expect(read(sentence).filter((event) => !event.before)).toEqual([])
  })
})

describe('the grade', () => {
  test('follows the printed numbers where they are graver than the word', () => {
    expect(read('无人员死亡，疏散1.2万人。')[0]).toMatchObject({ countedGrade: '重大' })
    expect(read('某化工企业储罐泄漏，县城取水中断9小时。')[0]).toMatchObject({ countedGrade: '重大' })
    expect(read('2021年发生一般突发环境事件1起，直接经济损失620万元。')[0]).toMatchObject({ printedGrade: '一般', countedGrade: '较大' })
  })
  test('is the printed one where no number is printed, and that of a denial is none', () => {
    expect(read('2021年园区发生较大突发环境事件一起。')[0]).toMatchObject({ printedGrade: '较大', countedGrade: null })
    expect(read('除一起一般事件外未发生重大事件。')[0]).toMatchObject({ printedGrade: '一般' })
    expect(read('2021年某企业非法倾倒造成严重环境污染。')[0]).toMatchObject({ printedGrade: '严重污染' })
  })
  test('a natural disaster is told', () => {
    expect(read('因台风次生泄漏。')[0]).toMatchObject({ forceMajeure: true })
    expect(read('2021年某企业发生储罐泄漏。')[0]).toMatchObject({ forceMajeure: false })
  })
})

describe('when, who and how much', () => {
  test('the days are those told before it', () => {
    expect(read('2021年9月，某企业被罚款32万元。')[0]).toMatchObject({ on: { from: '2021-09-01', to: '2021-09-30' }, amount: '32万元' })
  })
  test('an annual report speaks of its year', () => {
    expect(read('9月，某企业被罚款32万元。', 2021)[0]?.on).toEqual({ from: '2021-09-01', to: '2021-09-30' })
    expect(read('年内某企业被罚款32万元。', 2021)[0]?.on).toEqual({ from: '2021-01-01', to: '2021-12-31' })
  })
  test('what goes on about another place’s accident is not the park’s', () => {
    expect(read('事故造成3人死亡，疏散1.2万人。', null, '2019年，邻市化工园发生爆炸。')).toEqual([])
  })
})
