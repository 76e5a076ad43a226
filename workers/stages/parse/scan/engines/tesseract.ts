import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Gray } from '../picture.ts'
import type { Alphabet, Engine, LineReading } from './engine.ts'

/** The language data that suits each alphabet. Both in one worker would read worse than either alone. */
const languages: Record<Alphabet, 'chi_sim' | 'eng'> = { any: 'chi_sim', number: 'eng' }

const dataOf = (language: string) =>
  join(dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`)), '4.0.0_best_int')

/** A line as a portable grey map, the simplest picture that Tesseract opens. */
const portable = ({ width, height, pixels }: Gray) => Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels])

type Worker = Awaited<ReturnType<typeof import('tesseract.js')['createWorker']>>

/** No dictionary: numbers are no words, and a word list would make them what they should be. */
const noDictionaries = { load_system_dawg: '0', load_freq_dawg: '0', load_number_dawg: '0', load_punc_dawg: '0' }

async function startWorker(alphabet: Alphabet): Promise<Worker> {
  const { createWorker, OEM, PSM } = await import('tesseract.js')
  const language = languages[alphabet]
  const options = { langPath: dataOf(language), gzip: true, cacheMethod: 'none' as const, errorHandler: () => {} }
  const worker = await createWorker(language, OEM.LSTM_ONLY, options, alphabet === 'number' ? noDictionaries : {})
  await worker.setParameters({
    tessedit_char_whitelist: alphabet === 'number' ? '0123456789.,%-' : '',
    tessedit_pageseg_mode: PSM.RAW_LINE,
    user_defined_dpi: '300',
    debug_file: '/dev/null',
  })
  return worker
}

/** Tesseract tells letters only through a tree of blocks; a raw line has one of each. */
async function readLine(worker: Worker, line: Gray): Promise<LineReading> {
  const { data } = await worker.recognize(portable(line), {}, { text: true, blocks: true })
  const symbols = (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.flatMap((paragraph) => paragraph.lines.flatMap(({ words }) => words.flatMap((word) => word.symbols))),
  )
  return {
    letters: symbols.map(({ text, bbox, confidence }) => ({ text, left: bbox.x0, right: bbox.x1, odds: confidence / 100, others: [] })),
  }
}

/** Tesseract in WebAssembly: the second reader of numbers, and the only one where no native runtime can be loaded. */
export function startTesseract(): Engine {
  const workers = new Map<Alphabet, Promise<Worker>>()
  const workerOf = (alphabet: Alphabet) => {
    const running = workers.get(alphabet) ?? startWorker(alphabet)
    workers.set(alphabet, running)
    return running
  }
  return {
    name: 'tesseract',
    readLines: async (lines, alphabet) => {
      if (lines.length === 0) return []
      const worker = await workerOf(alphabet)
      return Promise.all(lines.map((line) => readLine(worker, line)))
    },
    close: async () => {
      for (const worker of workers.values()) await (await worker).terminate()
      workers.clear()
    },
  }
}
