import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { gunzipSync } from 'node:zlib'
import type { Gray } from '../picture.ts'
import type { Engine, LineReading, NumberReader } from './engine.ts'

const load = createRequire(import.meta.url)

/** Tesseract in WebAssembly, as far as it is used here. */
type Api = {
  Init(path: null, language: string, engine: number, config: string): number
  SetVariable(name: string, value: string): void
  SetImageFile(): number
  Recognize(monitor: null): number
  GetUTF8Text(): string
  GetJSONText(): string
}
type Core = { FS: { writeFile(path: string, data: Uint8Array | string): void; unlink(path: string): void }; TessBaseAPI: new () => Api }
type StartCore = (options: { print(): void; printErr(): void; TesseractProgress(): void }) => Promise<Core>

/** The builds of Tesseract, quickest first: which of them runs depends on what the machine and this version of Node can do. */
const builds = ['tesseract-core-relaxedsimd-lstm', 'tesseract-core-simd-lstm', 'tesseract-core-lstm']
/** The engine's own number for its neural network, and for a picture that is one line, not to be looked through for others. */
const neural = 1
const rawLine = '13'

const silent = () => {}

/** The first build that runs here. Node 20 has the quickest one's instructions behind a flag. */
async function startCore(): Promise<Core> {
  setFlagsFromString('--experimental-wasm-relaxed-simd')
  for (const build of builds) {
    try {
      const start: StartCore = load(`tesseract.js-core/${build}`)
      return await start({ print: silent, printErr: silent, TesseractProgress: silent })
    } catch {}
  }
  throw new Error('no build of Tesseract runs here')
}

const dataOf = (language: string) =>
  join(dirname(load.resolve(`@tesseract.js-data/${language}/package.json`)), '4.0.0_best_int', `${language}.traineddata.gz`)

/** A line as a portable grey map, the simplest picture that Tesseract opens. */
const portable = ({ width, height, pixels }: Gray) => Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels])

/** Tesseract with one language's data (two in one read worse than either alone): recognises a line, to be asked for what it read. */
async function start(language: string, config: string, whitelist: string): Promise<(line: Gray) => Api> {
  const { FS, TessBaseAPI } = await startCore()
  const data = `${language}.traineddata`
  FS.writeFile(data, gunzipSync(readFileSync(dataOf(language))))
  FS.writeFile('/config', config)
  const api = new TessBaseAPI()
  if (api.Init(null, language, neural, '/config') !== 0) throw new Error(`Tesseract did not start with ${language}`)
  FS.unlink(data)
  const settings = { tessedit_char_whitelist: whitelist, tessedit_pageseg_mode: rawLine, user_defined_dpi: '300', debug_file: '/dev/null' }
  for (const [name, value] of Object.entries(settings)) api.SetVariable(name, value)
  return (line) => {
    FS.writeFile('/input', portable(line))
    if (api.SetImageFile() !== 0) throw new Error('Tesseract did not open a picture')
    api.Recognize(null)
    return api
  }
}

/** Starts when there is something to read. What threw once is not read with again: its memory can no longer be trusted. */
function startWhenAsked(...settings: Parameters<typeof start>) {
  let running: ReturnType<typeof start> | undefined
  return {
    readAll: async <Result>(lines: readonly Gray[], resultOf: (api: Api) => Result): Promise<Result[]> => {
      if (lines.length === 0) return []
      running ??= start(...settings)
      try {
        const read = await running
        return lines.map((line) => resultOf(read(line)))
      } catch (error) {
        running = undefined
        throw error
      }
    },
    close: async () => {
      running = undefined
    },
  }
}

/** No dictionary: numbers are no words, and a word list would make them what they should be. */
const noDictionaries = 'load_system_dawg 0\nload_freq_dawg 0\nload_number_dawg 0\nload_punc_dawg 0\n'

/** The second reader of numbers. */
export function startNumberReader(): NumberReader {
  const { readAll, close } = startWhenAsked('eng', noDictionaries, '0123456789.,%-')
  return { name: 'tesseract', readNumbers: (pictures) => readAll(pictures, (api) => api.GetUTF8Text().replace(/\s/g, '')), close }
}

type Letters = { text: string; bbox: { x0: number; x1: number }; confidence: number }[]
type Page = { blocks: { paragraphs: { lines: { words: { symbols: Letters }[] }[] }[] }[] | null }

/** Letters are told only through a tree of blocks; a raw line has one of each. */
function readingOf(api: Api): LineReading {
  const { blocks } = JSON.parse(api.GetJSONText()) as Page
  const words = (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.words)))
  const letters = words.flatMap(({ symbols }) => symbols)
  return {
    letters: letters.map(({ text, bbox, confidence }) => ({ text, left: bbox.x0, right: bbox.x1, odds: confidence / 100, others: [] })),
  }
}

/** The only reader where no native runtime can be loaded: Chinese and Latin lines. */
export function startTesseract(): Engine {
  const { readAll, close } = startWhenAsked('chi_sim', '', '')
  return { name: 'tesseract', readLines: (lines) => readAll(lines, readingOf), close }
}
