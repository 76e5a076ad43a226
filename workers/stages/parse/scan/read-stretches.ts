import type { Recognition } from '../../../../schemas/document.ts'
import type { Engine, Letter } from './engines/engine.ts'
import { textOf } from './engines/engine.ts'
import { findNumbers } from './find-numbers.ts'
import type { Stretch } from './group-lines.ts'
import { judgeNumber, judgeWords } from './judge-number.ts'
import type { ReadStretch } from './make-glyphs.ts'
import { type Area, type Gray, heightOf, join, widthOf } from './picture.ts'
import { readMark } from './read-marks.ts'
import { findSign, type Sign } from './read-sign.ts'
import { crop } from './resize.ts'

export type Engines = { first: Engine; second: Engine | null }

/** Pixels of page kept around a stretch: its soft edges. */
const soft = 3
/** White around a line, in letter heights. */
const margin = 0.15
/** A line lower than this many letter heights is shown in its usual height. */
const lowest = 0.8

function pictureOf(gray: Gray, area: Area, usual: number) {
  const lift = soft + Math.max(0, Math.round((usual * lowest - heightOf(area)) / 2))
  const white = Math.round(usual * margin)
  const shown = { left: area.left - soft, right: area.right + soft, top: area.top - lift, bottom: area.bottom + lift }
  return { picture: crop(gray, shown, white), left: Math.max(0, shown.left) - white }
}

/** The places of letters in a line's picture, on the page. */
const placed = (letters: readonly Letter[], left: number): Letter[] =>
  letters.map((letter) => ({ ...letter, left: letter.left + left, right: letter.right + left }))

/** The ink of some letters of a stretch: whole patches, so that no digit is cut. */
function inkOf({ area, patches }: Stretch, letters: readonly Letter[], from: number, to: number): Area {
  const middle = (letter: Letter | undefined, side: number) => (letter === undefined ? side : (letter.left + letter.right) / 2)
  const left = from === 0 ? area.left : (middle(letters[from - 1], area.left) + middle(letters[from], area.left)) / 2
  const right = to >= letters.length ? area.right : (middle(letters[to - 1], area.right) + middle(letters[to], area.right)) / 2
  const own = patches.filter((patch) => (patch.left + patch.right) / 2 > left && (patch.left + patch.right) / 2 < right)
  if (own.length === 0) return { ...area, left: Math.round(left), right: Math.round(right) }
  return {
    left: Math.min(...own.map((patch) => patch.left)),
    top: Math.min(...own.map((patch) => patch.top)),
    right: Math.max(...own.map((patch) => patch.right)),
    bottom: Math.max(...own.map((patch) => patch.bottom)),
  }
}

/** How sure shapes are: nothing else looks like them. */
const sure = { mark: 0.95, sign: 0.93 }
/** Signs of comparison are looked for before numbers, which are no longer than this many letter heights. */
const longestNumber = 9

const markLetters = (text: string, { left, right }: Area, odds: number): Letter[] => [{ text, left, right, odds, others: [] }]

/** The rest of a stretch behind its sign. */
function without(stretch: Stretch, sign: Sign | undefined): Stretch {
  if (sign === undefined) return stretch
  const patches = stretch.patches.filter((patch) => !sign.patches.includes(patch))
  const [first, ...rest] = patches
  return first === undefined ? stretch : { area: rest.reduce<Area>((whole, patch) => join(whole, patch), first), patches }
}

/**
 * Reads every stretch of print on a page: marks by their shape, lines with the first engine, and every number once more with
 * the second. A stretch in which nothing is legible has no letters.
 */
export async function readStretches(
  gray: Gray,
  stretches: readonly Stretch[],
  usual: number,
  { first, second }: Engines,
): Promise<ReadStretch[]> {
  const marks = stretches.map((stretch) => readMark(gray, stretch, usual))
  const signs = stretches.map(({ area, patches }, at) =>
    marks[at] === undefined && widthOf(area) <= usual * longestNumber ? findSign(gray, patches, usual) : undefined,
  )
  const bodies = stretches.map((stretch, at) => without(stretch, signs[at]))
  const pictures = bodies.map(({ area }, at) => (marks[at] === undefined ? pictureOf(gray, area, usual) : undefined))
  const asked = pictures.flatMap((own) => own ?? [])
  const answers = await first.readLines(
    asked.map(({ picture }) => picture),
    'any',
  )
  const answerOf = new Map(asked.map((own, at) => [own, answers[at]]))
  const lines = stretches.map((stretch, at) => {
    const mark = marks[at]
    if (mark !== undefined)
      return { stretch, body: stretch, sign: undefined, letters: markLetters(mark, stretch.area, sure.mark), runs: [] }
    const own = pictures[at]
    const letters = own === undefined ? [] : placed(answerOf.get(own)?.letters ?? [], own.left)
    const body = bodies[at] ?? stretch
    return { stretch, body, sign: signs[at], letters, runs: findNumbers(letters) }
  })
  const numbers = lines.flatMap(({ body, letters, runs }) =>
    runs.map(({ from, to }) => crop(gray, grown(inkOf(body, letters, from, to)), 0)),
  )
  const seconds = second === null ? [] : (await second.readLines(numbers, 'number')).map(textOf)
  let next = 0
  return lines.map(({ stretch, sign, letters, runs }) => {
    const recognitions: Recognition[] = []
    const addWords = (from: number, to: number) => {
      const words = judgeWords(letters.slice(from, to))
      for (let at = from; at < to; at++) recognitions.push(words)
    }
    for (const { from, to } of runs) {
      addWords(recognitions.length, from)
      const number = judgeNumber(letters.slice(from, to), seconds[next++] ?? null)
      for (let at = from; at < to; at++) recognitions.push(number)
    }
    addWords(recognitions.length, letters.length)
    if (sign === undefined) return { stretch, letters, recognitions }
    const mark = markLetters(sign.text, sign.area, sure.sign)
    return { stretch, letters: [...mark, ...letters], recognitions: [judgeWords(mark), ...recognitions] }
  })
}

const grown = (area: Area): Area => ({ left: area.left - soft, top: area.top - soft, right: area.right + soft, bottom: area.bottom + soft })
