import { describe, expect, test } from 'vitest'
import { scoredRules, secondDossiers, unseenDossiers } from './unseen/index.ts'
import { reviewUnseen } from './unseen/run.ts'
import { type FindingScore, scoreFindings } from './unseen/score-findings.ts'

/** Run on every change; `node --import tsx test/unseen/measure.ts` runs all. These miss the slow prints. */
const slow = new Set([
  'n02-clean-pdf',
  'n03-clean-changed',
  's02-swapped-and-short',
  's04-formulas',
  's06-water-and-fire',
  's08-many',
  'q01-clean',
  'q04-pdf-faults',
])
const dossiers = [...unseenDossiers, ...secondDossiers].filter(({ head }) => !slow.has(head.id))
const scores: FindingScore[] = []

describe('whole dossiers written before the rules were read', () => {
  test.each(dossiers)('$head.id: $head.about', async (dossier) => {
    const { findings, dues } = await reviewUnseen(dossier)
    const score = scoreFindings(dues, findings, scoredRules)
    scores.push(score)
    expect(score.falseErrors, score.notes.join('\n')).toBe(0)
  })

  test('what is planted is found, with its cause, and nothing else', () => {
    const sum = (pick: (one: FindingScore) => number): number => scores.reduce((total, one) => total + pick(one), 0)
    const notes = scores.flatMap((one) => one.notes).join('\n')
    const [hit, missed, extra] = [sum((one) => one.hit), sum((one) => one.missed), sum((one) => one.extra)]
    expect(hit + missed).toBeGreaterThanOrEqual(50)
    expect((2 * hit) / (2 * hit + missed + extra), notes).toBeGreaterThanOrEqual(0.95)
    expect(sum((one) => one.causesRight) / sum((one) => one.causesAsked), notes).toBeGreaterThanOrEqual(0.9)
  })
})
