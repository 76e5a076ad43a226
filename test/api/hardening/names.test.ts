import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeService, type Service } from '../make-service.ts'
import { makeSubmitter, type Submitter } from '../make-submitter.ts'

let service: Service
let park: Submitter
beforeAll(async () => {
  service = await makeService()
  park = await makeSubmitter(service)
})
afterAll(() => service.close())

const refused = { outcome: 'refused', code: 'upload.name' }

test.each([
  '../../etc/passwd.pdf',
  '..\\..\\windows\\system.pdf',
  '年报/../../x.pdf',
  '/etc/cron.d/x.pdf',
  'C:\\Users\\x.pdf',
  './././x.pdf',
])('path traversal: %s is refused', async (name) => {
  expect(await park.uploadOne(name)).toMatchObject(refused)
})

test.each([
  ['a name of blanks', '   '],
  ['a folder without a file', '年报/'],
  ['a NUL', 'x.pdf\u0000.exe'],
  ['letters that turn the reading direction', '报告\u202efdp.exe'],
  ['a zero-width letter', '报\u200b告.pdf'],
  ['a name too long to be saved', `${'长'.repeat(100)}.pdf`],
  ['folders without end', `${'a/'.repeat(30)}x.pdf`],
])('odd names: %s is refused', async (_what, name) => {
  expect(await park.uploadOne(name)).toMatchObject({ outcome: 'refused' })
})

test.each([
  '验收报告（终稿）.pdf',
  '2021 年度/报告 & 附件.pdf',
  'CON.pdf',
  '..隐藏.pdf',
  "引号'.pdf",
  '%2e%2e%2fpasswd.pdf',
  '<img src=x onerror=alert(1)>.pdf',
  '{{7*7}}.pdf',
  '-rf.pdf',
])('a strange but harmless name is kept as it is: %s', async (name) => {
  expect(await park.uploadOne(name)).toMatchObject({ outcome: 'added', fileName: name })
  expect(await park.names()).toContain(name)
})

test('a name made of other code points for the same letters is the same name', async () => {
  await park.uploadOne('café.pdf'.normalize('NFD'))
  expect(await park.uploadOne('café.pdf'.normalize('NFC'))).toMatchObject({ outcome: 'same' })
})

test('no name is ever a path on the disk: the data folder holds digests only', async () => {
  const files = (await readdir(service.dataDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(files.length).toBeGreaterThan(0)
  for (const { name } of files) expect(name).toMatch(/^[0-9a-f]{64}$/)
})

test('a download bears its name in a header that no name can break', async () => {
  const made = await park.uploadOne('引号" 换行; 中文.pdf'.replace('"', '%22'))
  const { headers } = await park.send({ url: `/api/documents/${made.document}/content` })
  expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~!-]+$/)
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'application/octet-stream' })
  expect(headers['content-security-policy']).toContain('sandbox')
})

test('a file that a virus scanner took away is told as lost, and its neighbours are served', async () => {
  const taken = await park.uploadOne('带毒.pdf', '%PDF-1.7 带毒')
  const kept = await park.uploadOne('无毒.pdf', '%PDF-1.7 无毒')
  const files = await readdir(service.dataDir, { recursive: true, withFileTypes: true })
  for (const file of files.filter(({ name }) => name === taken.sha256)) await rm(join(file.parentPath, file.name))
  const content = (document: string) => park.send({ url: `/api/documents/${document}/content` })
  const lost = await content(taken.document)
  expect([lost.statusCode, lost.json().code]).toEqual([500, 'document.damaged'])
  expect((await content(kept.document)).body).toBe('%PDF-1.7 无毒')
})
