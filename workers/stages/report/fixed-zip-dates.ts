const end = 0x06054b50
const central = 0x02014b50
const local = 0x04034b50
/** 1 January 1980, 00:00: the first moment that a ZIP file can name. */
const firstDay = 0x0021

/**
 * Sets the date of every entry of a ZIP file to one fixed day, in place, so that equal contents give equal bytes.
 * Throws where the bytes are no ZIP file with its directory.
 */
export function fixZipDates(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let tail = bytes.length - 22
  while (tail >= 0 && view.getUint32(tail, true) !== end) tail -= 1
  if (tail < 0) throw new Error('no ZIP directory')
  let at = view.getUint32(tail + 16, true)
  for (let entries = view.getUint16(tail + 10, true); entries > 0; entries -= 1) {
    if (view.getUint32(at, true) !== central) throw new Error('damaged ZIP directory')
    setDate(view, at + 12)
    const header = view.getUint32(at + 42, true)
    if (view.getUint32(header, true) === local) setDate(view, header + 10)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return bytes
}

function setDate(view: DataView, at: number): void {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, firstDay, true)
}
