/** What a compound file's free and end-of-chain sectors are marked with: anything from here on is no sector. */
const firstMarker = 0xfffffffa
const entrySize = 128
/** A Word or Excel file has tens of streams; a chain longer than this is a loop. */
const mostDirectorySectors = 4_096

/**
 * The names of the streams in an OLE compound file ([MS-CFB] 2.6), read from its directory alone. Damaged files give
 * the names found before the damage.
 */
export function oleStreamNames(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.length < 512) return []
  const sectorSize = file.readUInt16LE(30) === 12 ? 4096 : 512
  const offsetOf = (sector: number) => (sector + 1) * sectorSize
  const readSectorNumber = (at: number) => (at + 4 <= file.length ? file.readUInt32LE(at) : firstMarker)
  const perSector = sectorSize / 4
  const fatSectors = Array.from({ length: 109 }, (_, at) => readSectorNumber(76 + 4 * at))
  const follow = (sector: number) => {
    const fat = fatSectors[Math.floor(sector / perSector)] ?? firstMarker
    return fat >= firstMarker ? firstMarker : readSectorNumber(offsetOf(fat) + 4 * (sector % perSector))
  }

  const names: string[] = []
  let sector = readSectorNumber(48)
  for (let read = 0; sector < firstMarker && read < mostDirectorySectors; read++) {
    const start = offsetOf(sector)
    for (let at = start; at < start + sectorSize && at + entrySize <= file.length; at += entrySize) {
      const length = Math.min(file.readUInt16LE(at + 64), 64)
      if (length > 2) names.push(file.toString('utf16le', at, at + length - 2))
    }
    sector = follow(sector)
  }
  return names
}
