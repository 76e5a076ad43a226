import type { NumberReader } from './engines/engine.ts'
import { numberPicture } from './line-pictures.ts'
import { type Area, type Gray, heightOf, widthOf } from './picture.ts'
import type { ReadLine } from './read-lines.ts'

/** A raised figure is so much smaller than its line, and its foot so high above the line's. */
const small = { least: 0.25, most: 0.68 }
const lifted = 0.3
const nearest = 0.5
const powers = new Map([
  ['2', '²'],
  ['3', '³'],
])

type Raised = { line: ReadLine; at: number; area: Area }

/** The raised figure right behind a letter m (m², m³, km²): the only powers that units have. */
function findRaised(line: ReadLine): Raised[] {
  const { area, patches } = line.stretch
  const high = heightOf(area)
  const isRaised = (patch: Area) =>
    heightOf(patch) >= high * small.least &&
    heightOf(patch) <= high * small.most &&
    widthOf(patch) <= heightOf(patch) * 1.3 &&
    area.bottom - patch.bottom >= high * lifted
  return line.letters.flatMap((letter, at) => {
    if (letter.text !== 'm' && letter.text !== 'M') return []
    const middle = (letter.left + letter.right) / 2
    const own = patches.find((patch) => patch.left <= middle && patch.right >= middle)
    if (own === undefined) return []
    const next = patches.find((patch) => patch.left >= own.right - 1 && patch.left - own.right <= high * nearest && isRaised(patch))
    return next === undefined ? [] : [{ line, at, area: next }]
  })
}

/**
 * Reads the powers of units with the engine of numbers: the first engine knows no raised 3 and takes it for a raised 2 or
 * overlooks it, which would make an area of a volume.
 */
export async function readRaised(gray: Gray, lines: readonly ReadLine[], reader: NumberReader): Promise<void> {
  const found = lines.flatMap(findRaised)
  const readings = await reader.readNumbers(found.map(({ area }) => numberPicture(gray, area)))
  // From the right, so that what is put in does not move what is still to come.
  for (const [index, { line, at, area }] of [...found.entries()].reverse()) {
    const power = powers.get(readings[index] ?? '')
    if (power === undefined) continue
    const after = line.letters[at + 1]
    const isPower = after !== undefined && /^[²³23]$/.test(after.text)
    const raised = {
      text: power,
      left: area.left,
      right: area.right,
      odds: sureOfPower,
      others: isPower && after.text !== power ? [after.text] : [],
    }
    line.letters.splice(at + 1, isPower ? 1 : 0, raised)
  }
}

const sureOfPower = 0.9
