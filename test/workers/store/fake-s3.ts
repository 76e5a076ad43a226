import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** As much of an S3-compatible store as objects need: PUT, GET, HEAD, DELETE under /bucket/. `objects` is what it holds. */
export async function startFakeS3() {
  const objects = new Map<string, Buffer>()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const key = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    const found = objects.get(key)
    const isBucket = key.split('/').filter(Boolean).length === 1
    if (request.method === 'PUT') objects.set(key, Buffer.concat(chunks))
    if (request.method === 'DELETE') objects.delete(key)
    const isThere = found !== undefined || isBucket || request.method === 'PUT' || request.method === 'DELETE'
    response.statusCode = isThere ? (request.method === 'DELETE' ? 204 : 200) : 404
    if (!isThere && request.method === 'GET') response.end('<Error><Code>NoSuchKey</Code></Error>')
    else response.end(request.method === 'GET' ? found : undefined)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { endpoint: `http://127.0.0.1:${port}`, objects, stop }
}
