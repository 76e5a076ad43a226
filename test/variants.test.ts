import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { readStandard } from '../rules/standards/index.ts'
import { readDocument } from '../workers/review.ts'
import type { TruthFact } from './variants/document.ts'
import { variants } from './variants/index.ts'
import { print } from './variants/print/index.ts'
import { f1, type Score, score } from './variants/score.ts'

/** Documents in layouts, wordings, units and printers that no rule of the extraction was written for, with what each truly says. */
const fixtures = new URL('./variants/fixtures/', import.meta.url)
const printed = readdirSync(fixtures)
  .filter((file) => file.endsWith('.pdf'))
  .map((file) => ({
    id: file,
    about: 'printed beforehand',
    make: async () => {
      const lines = readFileSync(new URL(file.replace('.pdf', '.jsonl'), fixtures), 'utf8')
        .trim()
        .split('\n')
      return {
        name: file,
        bytes: new Uint8Array(readFileSync(new URL(file, fixtures))),
        facts: lines.map((line) => JSON.parse(line) as TruthFact),
      }
    },
  }))
const written = variants.map(({ id, about, make }) => ({
  id,
  about,
  make: async () => {
    const draft = make()
    return { name: draft.name, bytes: await print(draft), facts: draft.facts, role: draft.role, year: draft.year }
  },
}))

const standard = readStandard('hj274-2015')
const scores: Score[] = []

describe('a document in a layout never seen is read', () => {
  test.each([...written, ...printed])('$id: $about', async ({ make }) => {
    const { name, bytes, facts, ...identity } = await make()
    const reading = await readDocument({ id: 'd1', name, bytes }, standard)
    expect(reading.identity, 'its role and year').toMatchObject(identity)
    const result = score(facts, reading.facts)
    scores.push(result)
    const numbers = `hit ${result.hit}, missed ${result.missed}, extra ${result.extra}`
    expect(result.f1, `facts F1 ${result.f1.toFixed(4)} (${numbers})\n${result.notes.join('\n')}`).toBeGreaterThanOrEqual(0.85)
  })

  test('all of them together at 0.95', () => {
    const sum = (pick: (one: Score) => number): number => scores.reduce((total, one) => total + pick(one), 0)
    expect(scores.length).toBeGreaterThanOrEqual(30)
    const whole = f1(
      sum((one) => one.hit),
      sum((one) => one.missed),
      sum((one) => one.extra),
    )
    expect(whole, scores.flatMap((one) => one.notes).join('\n')).toBeGreaterThanOrEqual(0.95)
  })
})

afterAll(() => void scores.splice(0))
