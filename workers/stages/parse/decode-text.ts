import iconv from 'iconv-lite'

/** How much is looked at to judge whether bytes are text. */
const sampleSize = 64 * 1024
/** Text has no control characters but tab, line feed, carriage return and form feed; a stray one is forgiven. */
const mostControlShare = 0.002

const controlShare = (text: string) => {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if ((code < 32 && ![9, 10, 12, 13, 26].includes(code)) || code === 0xfffd || (code >= 0x7f && code < 0xa0)) controls++
  }
  return text.length === 0 ? 0 : controls / text.length
}

/** UTF-16 without a mark: every other byte of its digits, line ends and Latin letters is zero. */
function utf16Without(sample: Buffer) {
  let even = 0
  let odd = 0
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at] === 0) even++
    if (sample[at + 1] === 0) odd++
  }
  const pairs = sample.length / 2
  if (odd > pairs * 0.05 && even < pairs * 0.005) return 'utf16le'
  return even > pairs * 0.05 && odd < pairs * 0.005 ? 'utf16-be' : undefined
}

function isUtf8(bytes: Buffer) {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function findMark(buffer: Buffer) {
  if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) return 'utf8'
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'utf16le'
  return buffer[0] === 0xfe && buffer[1] === 0xff ? 'utf16-be' : undefined
}

/**
 * The text of bytes in UTF-8, UTF-16 or GB18030 (which holds GBK and GB 2312), or undefined if they are no text. `declared`
 * is an encoding that the content names itself (an HTML charset); it counts only where the bytes do not decide.
 */
export function findText(bytes: Uint8Array, declared?: string): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sample = buffer.subarray(0, sampleSize)
  const certain = findMark(buffer) ?? utf16Without(sample)
  if (certain === undefined && sample.includes(0)) return undefined
  const named = declared !== undefined && iconv.encodingExists(declared) ? declared : 'gb18030'
  const text = iconv.decode(buffer, certain ?? (isUtf8(buffer) ? 'utf8' : named))
  return controlShare(text.slice(0, sampleSize)) > mostControlShare ? undefined : text
}
