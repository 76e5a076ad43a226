/** Keeps the pictures last asked for, up to so many bytes: a reviewer goes back and forth between the same places. */
export function keepPictures(mostBytes: number): {
  readonly find: (key: string) => Uint8Array | undefined
  readonly keep: (key: string, picture: Uint8Array) => void
} {
  const pictures = new Map<string, Uint8Array>()
  let bytes = 0
  const drop = (key: string) => {
    bytes -= pictures.get(key)?.length ?? 0
    pictures.delete(key)
  }
  return {
    find: (key) => {
      const picture = pictures.get(key)
      if (picture === undefined) return undefined
      pictures.delete(key)
      pictures.set(key, picture)
      return picture
    },
    keep: (key, picture) => {
      if (picture.length > mostBytes / 4) return
      drop(key)
      pictures.set(key, picture)
      bytes += picture.length
      for (const oldest of pictures.keys()) {
        if (bytes <= mostBytes) return
        drop(oldest)
      }
    },
  }
}
