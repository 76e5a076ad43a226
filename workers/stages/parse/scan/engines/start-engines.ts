import type { Engine } from './engine.ts'
import { startPpOcr } from './pp-ocr.ts'
import { startTesseract } from './tesseract.ts'

/** Who reads everything, and who reads the numbers once more; nobody does where the same engine would only repeat itself. */
export type Engines = { first: Engine; second: Engine | null }

let running: Promise<Engines> | undefined

/**
 * The engines of this process, started when first asked for. Where native code cannot be loaded (another system, a missing
 * library), Tesseract reads alone, and no number reaches the confidence of two readers.
 */
export function startEngines(): Promise<Engines> {
  const tesseract = startTesseract()
  running ??= startPpOcr().then(
    (first) => ({ first, second: tesseract }),
    () => ({ first: tesseract, second: null }),
  )
  return running
}
