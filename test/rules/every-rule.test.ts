import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ruleById, rules } from '../../rules/index.ts'
import { RuleId } from '../../schemas/finding.ts'

/** Folders under rules/ that hold no rules. */
const notRules = new Set(['engine', 'standards', 'regulations'])
const families = readdirSync('rules', { withFileTypes: true }).filter((entry) => entry.isDirectory() && !notRules.has(entry.name))
const ruleFiles = families.flatMap(({ name }) =>
  readdirSync(`rules/${name}`)
    .filter((file) => readFileSync(`rules/${name}/${file}`, 'utf8').includes('export default defineRule'))
    .map((file) => `${name}/${file.replace(/\.ts$/, '')}`),
)

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('has its file and its test where its id says', () => {
    expect(existsSync(`rules/${id}.ts`)).toBe(true)
    expect(existsSync(`test/rules/${id}.test.ts`)).toBe(true)
  })

  test('tells what it is: an id, an article, a Chinese title, an English sentence', () => {
    expect(RuleId.safeParse(id).success).toBe(true)
    expect(rule.article).toMatch(/\d/)
    expect(rule.title).toMatch(/[\u4e00-\u9fff]{4}/)
    expect(rule.summary).toMatch(/^[A-Z][^\u4e00-\u9fff]+\.$/)
  })
})

test('every rule file is in the list, once', () => {
  expect(rules.map((rule) => rule.id as string).sort()).toEqual(ruleFiles.sort())
})

test('a rule is found by its id, and an unknown id is refused', () => {
  expect(ruleById('consistency/within-document').severity).toBe('error')
  expect(() => ruleById('consistency/nothing')).toThrow('consistency/nothing')
})
