import { addressOf, errorOf, markHeader, RequestError } from '../client/http.ts'

type Result = { fileName: string; outcome: 'added' | 'same' | 'replaced' | 'refused'; message?: string }

/** Sends one file; `sent` is told the share that has gone out. Throws a RequestError where it was not taken. */
export function sendFile(dossier: string, file: File, path: string, sent: (share: number) => void): Promise<Result['outcome']> {
  const body = new FormData()
  body.append('files', file, path)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(`/dossiers/${dossier}/documents`))
    for (const [name, value] of Object.entries(markHeader())) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => sent(total === 0 ? 1 : loaded / total)
    request.onerror = () => reject(new RequestError(0, 'offline', ''))
    request.onload = () => {
      if (request.status >= 300) return reject(errorOf(request.status, request.responseText))
      const [result] = (JSON.parse(request.responseText) as { results: Result[] }).results
      if (result === undefined || result.outcome === 'refused')
        return reject(new RequestError(422, 'upload.refused', result?.message ?? ''))
      resolve(result.outcome)
    }
    request.send(body)
  })
}
