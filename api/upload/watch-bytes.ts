import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { Problem } from '../problem.ts'
import { demandDocument, headBytes } from './file-type.ts'

/** Counts down what may still be received, over all the files of a request. */
export type Allowance = { left: number }

/**
 * Looks at a file as it flows by: ends the flow with `upload.too-large`, `upload.quota` or `upload.type` as soon as that is certain,
 * and with `upload.empty` where nothing came. Afterwards `size` and `sha256` tell what went through. Nothing is gathered but the head.
 */
export function watchBytes({ name, largest, allowance }: { name: string; largest: number; allowance: Allowance }) {
  const hash = createHash('sha256')
  let size = 0
  let head: Buffer | null = Buffer.alloc(0)
  const judge = async (rest: Buffer) => {
    head = null
    await demandDocument(rest, name)
  }
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      allowance.left -= chunk.length
      if (size > largest)
        return done(new Problem('upload.too-large', `单个文件最大 ${Math.floor(largest / 1024 ** 2)} MB。请拆分或压缩图片后再提交。`))
      if (allowance.left < 0) return done(new Problem('upload.quota'))
      hash.update(chunk)
      if (head === null) return done(null, chunk)
      head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)])
      if (head.length < headBytes) return done(null, chunk)
      judge(head).then(() => done(null, chunk), done)
    },
    flush(done) {
      if (size === 0) return done(new Problem('upload.empty'))
      if (head === null) return done()
      judge(head).then(() => done(), done)
    },
  })
  return { stream, seen: () => ({ size, sha256: hash.copy().digest('hex') }) }
}
