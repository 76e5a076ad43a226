import type { Role } from '../../schemas/dossier.ts'
import type { Report } from '../../schemas/report.ts'
import { visible } from '../stages/report/plain-text.ts'
import { roleWords } from '../stages/report/wording.ts'

/** What happens during a review, in order, for whoever watches. */
export type Event =
  | { event: 'start'; folder: string; documents: number }
  | { event: 'reading'; file: string }
  | { event: 'pages'; file: string; recognised: number; of: number }
  | {
      event: 'document'
      file: string
      /** How many files make the document, where it is more than this one. */
      files?: number
      role: Role
      year: number | null
      status: 'parsed' | 'partial' | 'failed'
      pages: number
      facts: number
      done: number
      of: number
    }
  | { event: 'stage'; stage: 'check' | 'write' }
  | { event: 'done'; out: string; documents: number; pages: number; facts: number; seconds: number; summary: Report['summary'] }

export type Watch = (event: Event) => void

/** Where progress is written to: a terminal's live line needs its width, a plain stream gets whole lines. */
export type Sink = { write: (text: string) => unknown; isTTY?: boolean | undefined; columns?: number | undefined }

const marks = { parsed: '✓', partial: '!', failed: '✕' }
const states = { parsed: '', partial: ' · 部分未能读取', failed: ' · 未能读取' }
const stages = { check: '核查', write: '写出报告' }

function documentLine({ file, files, role, year, status, pages, facts, done, of }: Event & { event: 'document' }): string {
  const what = role === 'annual_report' && year !== null ? `${year}${roleWords[role]}` : roleWords[role]
  const counted = status === 'failed' ? '' : ` · ${pages} 页 · ${facts} 个数值`
  return `${marks[status]} [${done}/${of}] ${visible(file)}${files === undefined ? '' : ` 等 ${files} 个图片`} · ${what}${counted}${states[status]}`
}

function doneLine({ out, documents, pages, facts, seconds, summary }: Event & { event: 'done' }): string {
  const { errors, warnings, infos, checksPassed, checksFailed, checksSkipped } = summary
  const checks = checksPassed + checksFailed + checksSkipped
  return [
    `完成：${documents} 份材料，${pages} 页，${facts} 个数值，${checks} 项核查，用时 ${seconds.toFixed(1)} 秒`,
    `发现：错误 ${errors} · 提醒 ${warnings} · 提示 ${infos}；一致 ${checksPassed}，未查 ${checksSkipped}（原因见报告）`,
    `报告：${visible(out)}/report.html`,
  ].join('\n')
}

/** One line an event; on a terminal also a live line with what is being read, wiped before the next. */
export function humanProgress(sink: Sink): Watch {
  const reading = new Map<string, string>()
  const live = sink.isTTY === true
  const wipe = () => live && sink.write('\r\u001b[K')
  const width = () => Math.max(20, Math.floor((sink.columns ?? 80) / 2) - 8)
  const draw = () => {
    if (live && reading.size > 0) sink.write(`  正在读取 ${visible([...reading.values()].join('、')).slice(0, width())}`)
  }
  const line = (text: string) => sink.write(`${text}\n`)
  return (event) => {
    wipe()
    if (event.event === 'start') line(`读取 ${event.documents} 份材料`)
    if (event.event === 'reading') reading.set(event.file, event.file)
    if (event.event === 'pages') reading.set(event.file, `${event.file}（识别 ${event.recognised} / ${event.of} 页）`)
    if (event.event === 'document') {
      reading.delete(event.file)
      line(documentLine(event))
    }
    if (event.event === 'stage') line(`${stages[event.stage]} …`)
    if (event.event === 'done') line(doneLine(event))
    draw()
  }
}

/** One JSON object a line. */
export const jsonProgress =
  (sink: Sink): Watch =>
  (event) => {
    sink.write(`${JSON.stringify(event)}\n`)
  }
