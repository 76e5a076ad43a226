import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Clean, cleanDossier } from './diagnosis/clean-dossier.ts'
import { tryPlant } from './diagnosis/measure.ts'
import type { Plant } from './diagnosis/plant.ts'
import { mistakePlants } from './diagnosis/plant-mistakes.ts'
import { noise, slipPlants } from './diagnosis/plant-slips.ts'
import { seeded } from './variants/random.ts'

/** The same in full: npm run bench:diagnosis. */
const RUNS = 4

const parks = new Map<number, Clean>()
/** A few parks serve all causes: to invent one takes longer than to review it. */
function parkOf(number: number): Clean {
  const clean = parks.get(number) ?? cleanDossier(`property-${number}`)
  parks.set(number, clean)
  return clean
}

/** Plants a cause somewhere in one of the parks; the seed decides where. */
function planted(plant: Plant, seed: number) {
  const random = seeded(`place ${seed}`)
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const clean = parkOf(random.int(0, 3))
    const found = plant(clean, random)
    if (found) return tryPlant(clean, found)
  }
  throw new Error('no place found')
}

const tell = ({ findings }: ReturnType<typeof planted>): string =>
  findings.map(({ rule, facts, diagnosis, message }) => `${rule} ${facts[0]} ${diagnosis?.cause}: ${message}`).join('\n')

describe('a planted cause is found where it was planted', () => {
  test.each(Object.entries({ ...slipPlants, ...mistakePlants }))('%s', (_, plant) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const trial = planted(plant, seed)
        fc.pre(trial.decidable === 'decidable')
        expect(trial.named, `the wrong value is named first\n${tell(trial)}`).toBe(true)
        expect(trial.accused, `no right value is accused\n${tell(trial)}`).toEqual([])
        for (const { diagnosis } of trial.findings)
          if (diagnosis && diagnosis.cause !== 'unknown' && !trial.planted.tooFewDigits) expect(diagnosis.cause).toBe(trial.planted.cause)
      }),
      { numRuns: RUNS, seed: 17 },
    )
  })
})

test('a value printed in other digits, correctly rounded, is no finding', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(planted(noise, seed).beyond).toEqual([])
    }),
    { numRuns: 15, seed: 17 },
  )
})
