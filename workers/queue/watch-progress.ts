import type { ChangeListener } from './announce.ts'
import { isOver, type ReviewProgress } from './progress.ts'

/** Announcements may get lost with a connection; what is stored is looked at this often anyway. */
const lookEveryMs = 3_000

/**
 * Tells the present progress, then each change, once and in order, until the function returned is called. A change that comes
 * while one is being told is told after it. Once the review is over only announcements are waited for.
 */
export function watchProgress(
  revisionId: string,
  find: () => Promise<ReviewProgress | undefined>,
  changes: ChangeListener,
  listener: (progress: ReviewProgress) => void,
): () => void {
  let told = ''
  let asked = false
  let busy = false
  let ended = false
  let over = false
  const tell = (progress: ReviewProgress | undefined) => {
    const said = JSON.stringify(progress)
    if (progress === undefined || said === told || ended) return
    told = said
    over = isOver(progress)
    listener(progress)
  }
  const look = async () => {
    asked = true
    if (busy) return
    busy = true
    while (asked && !ended) {
      asked = false
      tell(await find().catch(() => undefined))
    }
    busy = false
  }
  const stop = changes.on(revisionId, () => void look())
  const timer = setInterval(() => void (over || look()), lookEveryMs)
  void look()
  return () => {
    ended = true
    clearInterval(timer)
    stop()
  }
}
