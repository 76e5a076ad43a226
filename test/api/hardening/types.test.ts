import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeZip } from '../../workers/stages/parse/make-zip.ts'
import { makeService, type Service } from '../make-service.ts'
import { makeSubmitter, type Submitter } from '../make-submitter.ts'

let service: Service
let park: Submitter
beforeAll(async () => {
  service = await makeService()
  park = await makeSubmitter(service)
})
afterAll(() => service.close())

const refused = { outcome: 'refused', code: 'upload.type' }

test.each(['病毒.exe', '脚本.js', '图.svg', '页面.php', '压缩.zip', '压缩.rar', '无扩展名', '.htaccess', '报告.pdf.exe'])(
  'wrong types: %s is refused by its ending',
  async (name) => {
    expect(await park.uploadOne(name)).toMatchObject(refused)
  },
)

test.each([
  ['a Windows program', Buffer.from('MZ\u0090\u0000', 'latin1')],
  ['a Linux program', Buffer.from('\u007fELF\u0002\u0001\u0001', 'latin1')],
  ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /\n')],
  ['a packed archive', gzipSync('x'.repeat(10_000))],
  ['a RAR archive', Buffer.from('Rar!\u001a\u0007\u0001\u0000', 'latin1')],
])('wrong types: %s under the name of a document is refused by its bytes', async (_what, bytes) => {
  expect(await park.uploadOne('报告.pdf', bytes)).toMatchObject(refused)
  expect(await park.names()).not.toContain('报告.pdf')
})

test('the type that the sender claims decides nothing', async () => {
  // Every part of these requests claims application/octet-stream; a real PDF passes, a program does not.
  expect(await park.uploadOne('真.pdf', '%PDF-1.7')).toMatchObject({ outcome: 'added' })
  expect(await park.uploadOne('表.xlsx', makeZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }]))).toMatchObject({
    outcome: 'added',
  })
})

test('an empty file is refused, and leaves nothing behind', async () => {
  expect(await park.uploadOne('空.pdf', '')).toMatchObject({ outcome: 'refused', code: 'upload.empty' })
  expect(await park.names()).not.toContain('空.pdf')
})

test('a request without files, and one that is no multipart request, are refused', async () => {
  const empty = await park.upload([])
  expect([empty.statusCode, empty.json().code]).toEqual([422, 'upload.none'])
  const json = await park.send({ method: 'POST', url: park.url, payload: { file: 'x' } })
  expect([json.statusCode, json.json().code]).toEqual([415, 'request.type'])
})
