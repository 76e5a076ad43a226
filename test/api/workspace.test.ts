import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeService, type Service } from './make-service.ts'

let pages: string
let service: Service
beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), 'pages-'))
  await mkdir(join(pages, 'assets'))
  await writeFile(join(pages, 'index.html'), '<!doctype html><title>页面</title>')
  await writeFile(join(pages, 'assets', 'main-1.js'), 'export {}')
  service = await makeService({}, () => ({ pages }))
})
afterAll(async () => {
  await service.close()
  await rm(pages, { recursive: true })
})

const get = (url: string) => service.app.inject({ method: 'GET', url, headers: { accept: 'text/html' } })

test.each(['/', '/sign-in', '/dossiers', '/dossiers/1/findings?at=2'])('%s can be opened and reloaded by anyone', async (url) => {
  const answer = await get(url)
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain('页面')
})

test('a page may run its own scripts and styles only, and load nothing from elsewhere', async () => {
  const policy = String((await get('/dossiers')).headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})

test('files named by their content are kept for ever, the page itself never', async () => {
  expect((await get('/assets/main-1.js')).headers['cache-control']).toContain('immutable')
  expect((await get('/dossiers')).headers['cache-control']).toBe('no-store')
})

test('what is no page is not found, and under /api only told to who is signed in', async () => {
  expect((await get('/nowhere')).statusCode).toBe(404)
  expect((await get('/assets/gone.js')).statusCode).toBe(404)
  expect((await get('/assets/../index.html')).statusCode).toBe(404)
  expect((await get('/api/nowhere')).statusCode).toBe(401)
})
