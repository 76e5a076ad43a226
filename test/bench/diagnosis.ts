/**
 * npm run bench:diagnosis [TRIALS]: plants each cause into clean dossiers at random places and prints how often the review names
 * the wrong value and the cause, how often it accuses a right one, and how long a dossier takes.
 *
 * "decidable" are the plants of which more speaks for the right value than for the wrong one (test/diagnosis/decidable.ts). Told
 * apart, and not counted for or against: "even" (as much speaks for either: no reader could tell), "silent" (no check looks at the
 * value and finds it at odds), and for the cause "few digits" (the number has so few that the cause must stay `unknown`: more
 * than one in a hundred such numbers would fit it by chance).
 */
import { measureNoise, type Trial, trials } from '../diagnosis/measure.ts'
import { mistakePlants } from '../diagnosis/plant-mistakes.ts'
import { slipPlants } from '../diagnosis/plant-slips.ts'

const GOALS = { named: 0.97, caused: 0.95, accused: 0.005 }
const count = Number(process.argv[2] ?? 200)

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
const number = (all: readonly Trial[], holds: (one: Trial) => boolean): number => all.filter(holds).length
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const table: string[][] = [
  [
    'cause',
    'planted',
    'decidable',
    'even',
    'silent',
    'culprit named',
    'few digits',
    'cause named',
    'right value accused',
    'findings',
    'ms',
    'of it diagnosing',
  ],
]
const whole = { decidable: 0, named: 0, nameable: 0, caused: 0, accused: 0, planted: 0 }

function tell(name: string, all: readonly Trial[]): void {
  const decidable = all.filter((one) => one.decidable === 'decidable')
  const nameable = decidable.filter(({ planted }) => !planted.tooFewDigits)
  const named = number(decidable, (one) => one.named)
  const caused = number(nameable, (one) => one.caused)
  const accused = number(decidable, (one) => one.accused.length > 0)
  whole.planted += all.length
  whole.decidable += decidable.length
  whole.named += named
  whole.nameable += nameable.length
  whole.caused += caused
  whole.accused += accused
  table.push([
    name,
    `${all.length}`,
    `${decidable.length}`,
    `${number(all, (one) => one.decidable === 'even')}`,
    `${number(all, (one) => one.decidable === 'silent')}`,
    share(named, decidable.length),
    `${decidable.length - nameable.length}`,
    share(caused, nameable.length),
    share(accused, decidable.length),
    (all.reduce((sum, one) => sum + one.findings.length, 0) / all.length).toFixed(2),
    median(all.map((one) => one.milliseconds)).toFixed(0),
    median(all.map((one) => one.diagnosing)).toFixed(0),
  ])
}

for (const [name, plant] of Object.entries({ ...slipPlants, ...mistakePlants })) tell(name, [...trials(plant, `bench ${name}`, count)])
const widths = table[0]?.map(({ length }) => length + 2) ?? []
const print = (line: string) => process.stdout.write(`${line}\n`)
for (const row of table) print(row.map((cell, at) => (at === 0 ? cell.padEnd(40) : cell.padStart(widths[at] ?? 0))).join(''))

const noise = measureNoise('bench noise', count * 5)
const met = (holds: boolean): string => (holds ? 'met' : 'MISSED')
print(`
${whole.planted} planted, ${whole.decidable} decidable
culprit named       ${share(whole.named, whole.decidable)} of the decidable (goal >= ${100 * GOALS.named} %: ${met(whole.named >= GOALS.named * whole.decidable)})
cause named         ${share(whole.caused, whole.nameable)} of ${whole.nameable} with digits enough (goal >= ${100 * GOALS.caused} %: ${met(whole.caused >= GOALS.caused * whole.nameable)})
right value accused ${share(whole.accused, whole.decidable)} (goal < ${100 * GOALS.accused} %: ${met(whole.accused < GOALS.accused * whole.decidable)})
rounding noise      ${noise.planted} planted, ${noise.findings} findings (goal 0: ${met(noise.findings === 0)})
full dossier        ${noise.full.facts} facts in 8 documents, a dozen of them wrong: checked in ${noise.full.checking.toFixed(0)} ms, diagnosed in ${noise.full.diagnosing.toFixed(0)} ms`)
