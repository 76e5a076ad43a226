/** A file of a multipart request; `name` is put into the header as it is. */
export type FormFile = { readonly name: string; readonly bytes: string | Uint8Array }

const boundary = '----ecopark-test'
export const multipartType = `multipart/form-data; boundary=${boundary}`

export const partHead = (name: string) =>
  `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
export const multipartEnd = `--${boundary}--\r\n`

/** A request's headers and body that send these files. */
export function makeMultipart(files: readonly FormFile[]) {
  const parts = files.flatMap(({ name, bytes }) => [Buffer.from(partHead(name)), Buffer.from(bytes), Buffer.from('\r\n')])
  return { headers: { 'content-type': multipartType }, payload: Buffer.concat([...parts, Buffer.from(multipartEnd)]) }
}
