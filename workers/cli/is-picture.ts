import { open } from 'node:fs/promises'

/** What file types are told from. */
const headBytes = 4_100

/** Whether a file's first bytes are those of a picture, whatever its name says. A file that cannot be opened is none. */
export async function isPicture(path: string): Promise<boolean> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
      const { fileTypeFromBuffer } = await import('file-type')
      return (await fileTypeFromBuffer(buffer.subarray(0, bytesRead)))?.mime.startsWith('image/') ?? false
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}
