import { reactive } from 'vue'
import { errorText } from '../words/error-text.ts'
import type { FoundFile } from './find-files.ts'
import { sendFile } from './send-file.ts'

/** A file on its way. `share` runs from 0 to 1; `problem` says why it was not taken. */
export type Upload = FoundFile & { state: 'waiting' | 'sending' | 'done' | 'refused'; share: number; problem: string }

/** As many at once as keep a line busy without starving each other. */
const atOnce = 3

/** Sends files one after the other, a few at a time; each has a row of its own until it is taken. `taken` is told of each. */
export function useUploads(dossier: () => string, taken: () => void) {
  const rows = reactive<Upload[]>([])
  let running = 0

  const send = async (row: Upload) => {
    running += 1
    row.state = 'sending'
    try {
      await sendFile(dossier(), row.file, row.path, (share) => {
        row.share = share
      })
      row.state = 'done'
      const place = rows.indexOf(row)
      if (place >= 0) rows.splice(place, 1)
      taken()
    } catch (error) {
      row.state = 'refused'
      row.problem = errorText(error)
    }
    running -= 1
    go()
  }
  const go = () => {
    while (running < atOnce) {
      const next = rows.find(({ state }) => state === 'waiting')
      if (next === undefined) return
      void send(next)
    }
  }
  const add = (found: readonly FoundFile[]) => {
    for (const { file, path } of found) {
      const former = rows.findIndex((row) => row.path === path)
      if (former >= 0) rows.splice(former, 1)
      rows.push({ file, path, state: 'waiting', share: 0, problem: '' })
    }
    go()
  }
  const again = (row: Upload) => {
    row.state = 'waiting'
    row.share = 0
    row.problem = ''
    go()
  }
  const drop = (row: Upload) => void rows.splice(rows.indexOf(row), 1)
  return { rows, add, again, drop, isBusy: () => rows.some(({ state }) => state === 'waiting' || state === 'sending') }
}
