import { addressOf, errorOf } from '../client/http.ts'

/** A page as a picture that the browser holds, and its size in points. */
export type PagePicture = { readonly url: string; readonly width: number; readonly height: number; readonly image: HTMLImageElement }

/** Bitmaps are large: those not looked at for longest are freed. */
const most = 12
const kept = new Map<string, Promise<PagePicture>>()

async function fetchPage(document: string, page: number): Promise<PagePicture> {
  const answer = await fetch(addressOf(`/documents/${document}/pages/${page}/picture`))
  if (!answer.ok) throw errorOf(answer.status, await answer.text())
  const [width, height] = (answer.headers.get('x-page-size') ?? '595x842').split('x').map(Number)
  const url = URL.createObjectURL(await answer.blob())
  const image = new Image()
  image.src = url
  await image.decode()
  return { url, width: width ?? 595, height: height ?? 842, image }
}

const free = (key: string) => {
  const dropped = kept.get(key)
  kept.delete(key)
  dropped?.then(({ url }) => URL.revokeObjectURL(url)).catch(() => undefined)
}

/** The page's picture, decoded and ready to show. Asked for ahead of time it is there at once. */
export function openPage(document: string, page: number): Promise<PagePicture> {
  const key = `${document} ${page}`
  const known = kept.get(key)
  kept.delete(key)
  const asked = known ?? fetchPage(document, page)
  if (known === undefined) asked.catch(() => kept.delete(key))
  kept.set(key, asked)
  for (const oldest of kept.keys()) if (kept.size > most) free(oldest)
  return asked
}
