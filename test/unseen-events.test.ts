import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tell } from './unseen/events/tell.ts'

type Row = [sentence: string, expected: string[], kind: string]
const sentences = (name: string): Row[] => JSON.parse(readFileSync(new URL(`./unseen/events/${name}.json`, import.meta.url), 'utf8'))

/** The kinds of event that the report contract names. */
const kinds = new Set(['environmental-incident', 'criminal-case', 'penalty', 'organisation-change'])

const sets = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh']

describe.each(sets)('event sentences, set %s', (name) => {
  test.each(sentences(name))('%s', async (sentence, expected) => {
    const { told, severe } = await tell(sentence)
    const due = expected.filter((one) => one !== 'error').sort()
    expect(told.filter((one) => kinds.has(one))).toEqual(due)
    if (expected.includes('error')) expect(severe).toContain('environmental-incident')
  })
})
