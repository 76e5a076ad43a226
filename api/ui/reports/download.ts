import { addressOf, errorOf } from '../client/http.ts'

/** The browser takes its time to write a file before its bytes may go. */
const keptMs = 60_000

/** Fetches a file and hands it to the reader under the name that the server gives it. Throws a RequestError where there is none. */
export async function download(path: string): Promise<void> {
  const answer = await fetch(addressOf(path, { download: 1 }))
  if (!answer.ok) throw errorOf(answer.status, await answer.text())
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  const url = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = url
  link.download = encoded === undefined ? '' : decodeURIComponent(encoded)
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), keptMs)
}
