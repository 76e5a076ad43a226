import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { endWithParent } from '../queue/end-with-parent.ts'
import { startEngine } from '../stages/parse/pdf/engine.ts'
import { isPdf } from '../stages/parse/pdf/open-pdf.ts'
import { type Drawing, type DrawnPage, openDrawing } from '../stages/parse/pdf/render-page.ts'
import { drawImage } from '../stages/parse/scan/cut-image.ts'

endWithParent()
// A child that is started ahead of the first reader has the engine ready by then.
startEngine().catch(() => undefined)

/** A page to draw, counted from 1. `sha256` names the document; `path` null: the one that was sent under this name before. */
export const DrawPageJob = z.object({ sha256: z.string(), path: z.string().nullable(), page: z.number().int().positive() })
export type DrawPageJob = z.infer<typeof DrawPageJob>
/** The page, null where there is no such page or no picture can be made; or that the file must be sent along. */
export type DrawnOrWanted = { readonly drawn: DrawnPage | null } | { readonly wants: 'file' }
export type { DrawnPage }

/** A reader goes back and forth between a few documents: they stay open, as hashing, reading and opening a hundred megabytes takes too long. */
const most = { documents: 4, bytes: 200 * 1024 ** 2, pages: 400 }
type Kept = { readonly drawing: Drawing; readonly inEngine: boolean; readonly bytes: number; drawn: number }
const kept = new Map<string, Kept>()

function close(sha256: string): void {
  kept.get(sha256)?.drawing.close()
  kept.delete(sha256)
}

async function open({ sha256, path }: DrawPageJob): Promise<Kept | undefined> {
  const known = kept.get(sha256)
  // Opened anew now and then, so that what the engine remembers of its pages does not grow without end.
  if (known !== undefined && known.drawn >= most.pages) close(sha256)
  else if (known !== undefined) {
    kept.delete(sha256)
    kept.set(sha256, known)
    return known
  }
  if (path === null) return undefined
  const bytes = await readFile(path)
  const inEngine = isPdf(bytes)
  const drawing = inEngine ? await openDrawing(bytes) : { page: (page: number) => drawImage(bytes, page), close: () => {} }
  const opened = { drawing, inEngine, bytes: bytes.length, drawn: 0 }
  const sizeOf = () => [...kept.values()].reduce((sum, one) => sum + one.bytes, opened.bytes)
  for (const oldest of kept.keys()) if (kept.size >= most.documents || sizeOf() > most.bytes) close(oldest)
  kept.set(sha256, opened)
  return opened
}

/** A whole page as a picture, in a process of its own. */
export async function run(data: unknown): Promise<DrawnOrWanted> {
  const job = DrawPageJob.parse(data)
  const found = await open(job)
  if (found === undefined) return { wants: 'file' }
  found.drawn += 1
  try {
    return { drawn: await found.drawing.page(job.page) }
  } catch (fault) {
    // The engine was dropped, and with it whatever it held open.
    for (const [sha256, { inEngine }] of kept) if (inEngine) kept.delete(sha256)
    throw fault
  }
}
