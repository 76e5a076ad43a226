import { expect, test } from 'vitest'
import rule from '../../../rules/standard/group.ts'
import type { Fact } from '../../../schemas/fact.ts'
import { dossier, fact } from '../rule-tester.ts'

/** The outcome for the group under this first indicator. */
const groupOf = (subject: string, facts: Fact[], over = {}) =>
  rule.run(dossier({ facts, ...over })).find((check) => check.subject === subject)

const one = (subject: string, printed: string, over = {}) => fact({ subject, printed, ...over })

test('each of the six groups is asked once, under its first indicator', () => {
  const checks = rule.run(dossier({ facts: [fact()] }))
  expect(checks.map((check) => check.subject)).toEqual(['hj274.1', 'hj274.6', 'hj274.8', 'hj274.11', 'hj274.14', 'hj274.27'])
})

test('one member that meets the Standard is enough', () => {
  expect(groupOf('hj274.1', [one('hj274.1', '20'), one('hj274.2', '31.98'), one('hj274.3', '7.91')])?.outcome).toBe('passed')
})

test('a group of which every printed member misses fails, telling each', () => {
  const check = groupOf('hj274.11', [one('hj274.11', '0.62'), one('hj274.12', '8.0')])
  expect(check?.outcome).toBe('failed')
  for (const words of ['0.62', '≤0.5', '8.0%', '≥9%']) expect(check?.failure?.message).toContain(words)
  expect(check?.failure?.tolerance).toContain('大于70%')
})

test('a group of which nothing is printed belongs to completeness', () => {
  expect(groupOf('hj274.27', [one('hj274.1', '40')])).toMatchObject({ outcome: 'skipped' })
})

test('a member that cannot be judged leaves the group open', () => {
  expect(groupOf('hj274.11', [one('hj274.11', '0.62'), one('hj274.12', '9', { approximate: true })])?.outcome).toBe('skipped')
})

test('the region decides the limit of 16', () => {
  const facts = [one('hj274.14', '12.0'), one('hj274.16', '22.0')]
  expect(groupOf('hj274.14', facts)?.outcome).toBe('passed')
  expect(groupOf('hj274.14', facts, { region: '河北省' })?.outcome).toBe('failed')
})

test('7 alone does not carry its group where 4 misses, but the unverified footnote accuses nobody', () => {
  expect(groupOf('hj274.6', [one('hj274.4', '3.9'), one('hj274.7', '90')])?.outcome).toBe('skipped')
  expect(groupOf('hj274.6', [one('hj274.4', '33'), one('hj274.7', '90')])?.outcome).toBe('passed')
})

test('at creation no group is asked', () => {
  expect(rule.run(dossier({ facts: [one('hj274.11', '0.62')], stage: 'creation' }))).toEqual([])
})
