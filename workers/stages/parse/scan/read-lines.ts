import type { Engine, Letter } from './engines/engine.ts'
import type { Stretch } from './group-lines.ts'
import { linePicture } from './line-pictures.ts'
import { type Area, type Gray, join, widthOf } from './picture.ts'
import { readMark } from './read-marks.ts'
import { findSign, type Sign } from './read-sign.ts'

/** A stretch of print with what the first engine read in it. */
export type ReadLine = { stretch: Stretch; letters: Letter[] }

/** The places of letters in a line's picture, on the page. */
const placed = (letters: readonly Letter[], left: number): Letter[] =>
  letters.map((letter) => ({ ...letter, left: letter.left + left, right: letter.right + left }))

/** How sure shapes are, alone and where the engine reads the same. */
const sure = { mark: 0.95, sign: 0.91, confirmed: 0.97 }
/** A digit that the engine is so sure of is no sign, whatever its shape. */
const surelyDigit = 0.9
/** A number whose letters are less sure than this is read once more without its sign. */
const badlyRead = 0.8
/** Signs of comparison are looked for before numbers, which are no longer than this many letter heights. */
const longestNumber = 9

const shaped = (text: string, { left, right }: Area, odds: number, others: string[]): Letter => ({ text, left, right, odds, others })

/** Puts the sign that the shapes show in the place of what the engine took it for. */
function withSign(letters: Letter[], sign: Sign | undefined): Letter[] {
  if (sign === undefined) return letters
  const stands = (letter: Letter) => (letter.left + letter.right) / 2 < sign.area.right
  const taken = letters.filter(stands)
  if (taken.some(({ text, odds }) => /[0-9]/.test(text) && odds >= surelyDigit)) return letters
  const read = taken.map(({ text }) => text).join('')
  const odds = read.normalize('NFKC') === sign.text ? sure.confirmed : sure.sign
  return [
    shaped(sign.text, sign.area, odds, read === '' || read === sign.text ? [] : [read]),
    ...letters.filter((letter) => !stands(letter)),
  ]
}

/** What stands behind the sign, where the engine was so taken by the sign that it read it badly or not at all. */
function unreadRest({ patches }: Stretch, letters: readonly Letter[], sign: Sign): Area | undefined {
  const rest = letters.slice(1)
  if (rest.length > 0 && rest.every(({ odds }) => odds >= badlyRead)) return undefined
  const own = patches.filter((patch) => patch.left >= sign.area.right)
  return own.reduce<Area | undefined>((whole, patch) => (whole === undefined ? patch : join(whole, patch)), undefined)
}

async function readAreas(gray: Gray, areas: readonly Area[], usual: number, engine: Engine): Promise<Letter[][]> {
  const pictures = areas.map((area) => linePicture(gray, area, usual))
  const readings = await engine.readLines(pictures.map(({ picture }) => picture))
  return pictures.map(({ left }, at) => placed(readings[at]?.letters ?? [], left))
}

/** Reads stretches of print: marks and signs by their shape, all else with the engine. */
export async function readLines(gray: Gray, stretches: readonly Stretch[], usual: number, engine: Engine): Promise<ReadLine[]> {
  const marks = stretches.map((stretch) => readMark(gray, stretch, usual))
  const words = stretches.filter((_, at) => marks[at] === undefined)
  const readings = await readAreas(
    gray,
    words.map(({ area }) => area),
    usual,
    engine,
  )
  const lettersOf = new Map(words.map((stretch, at) => [stretch, readings[at] ?? []]))
  const again: { line: ReadLine; rest: Area }[] = []
  const lines = stretches.map((stretch, at): ReadLine => {
    const mark = marks[at]
    if (mark !== undefined) return { stretch, letters: [shaped(mark, stretch.area, sure.mark, [])] }
    const read = lettersOf.get(stretch) ?? []
    const sign = widthOf(stretch.area) <= usual * longestNumber ? findSign(gray, stretch.patches, usual) : undefined
    const line = { stretch, letters: withSign(read, sign) }
    const rest = sign === undefined || line.letters === read ? undefined : unreadRest(stretch, line.letters, sign)
    if (rest !== undefined) again.push({ line, rest })
    return line
  })
  const seconds = await readAreas(
    gray,
    again.map(({ rest }) => rest),
    usual,
    engine,
  )
  for (const [at, { line }] of again.entries())
    if ((seconds[at]?.length ?? 0) > 0) line.letters = [...line.letters.slice(0, 1), ...(seconds[at] ?? [])]
  return lines
}
