import type { Engine, NumberReader } from './engine.ts'
import { startPpOcr } from './pp-ocr.ts'
import { startNumberReader, startTesseract } from './tesseract.ts'

/** Who reads everything, and who reads the numbers once more; nobody does where the same engine would only repeat itself. */
export type Engines = { first: Engine; second: NumberReader | null }

let running: Promise<Engines> | undefined

/**
 * The engines of this process, started when first asked for. Where native code cannot be loaded (another system, a missing
 * library), Tesseract reads alone, and no number reaches the confidence of two readers.
 */
export function startEngines(): Promise<Engines> {
  running ??= startPpOcr().then(
    (first) => ({ first, second: startNumberReader() }),
    () => ({ first: startTesseract(), second: null }),
  )
  return running
}
