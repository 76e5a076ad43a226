import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDocx, paragraph } from '../../workers/stages/parse/make-docx.ts'
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

const docx = () => makeDocx(paragraph('正文'))
const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
test.each([
  ['a PDF named .docx', '报告.docx', '%PDF-1.7'],
  ['a Word file named .pdf', '报告.pdf', docx()],
  ['text named .pdf', '报告.pdf', '这不是 PDF'],
  ['a web page named .png', '图.png', '<html></html>'],
  ['a picture named .xlsx', '表.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a packed folder named .csv', '表.csv', makeZip([{ name: 'a.txt', content: 'x' }])],
])('wrong types: %s is refused, with a sentence that says what it is and what to do', async (_what, name, bytes) => {
  const answer = await park.uploadOne(name, bytes)
  expect(answer).toMatchObject(refused)
  expect(answer.message).toMatch(/与扩展名“.+”不符。请/)
})

test.each([
  ['a PDF behind a line of something else', '前言.pdf', '\n\n%PDF-1.4'],
  ['an old Word file', '旧.doc', cfb],
  ['a Word file with a password', '加密.docx', cfb],
  ['a Word file named .doc', '新.doc', docx()],
  ['a web page named .xls, as many systems export tables', '导出.xls', '<html><table><tr><td>1</td></tr></table></html>'],
  ['text in GBK', '说明.txt', Buffer.from('cbb5c3f7', 'hex')],
])('what office programs really write passes: %s', async (_what, name, bytes) => {
  expect(await park.uploadOne(name, bytes)).toMatchObject({ outcome: 'added', fileName: name })
})

/** The head of a PNG that says it is so large; its pixels would unpack from nothing. */
const png = (width: number, height: number) => {
  const head = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000080200000000000000', 'hex')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return head
}
test('pixel flood: a picture of more pixels than any page has is refused by its head, a scanned A3 page passes', async () => {
  expect(await park.uploadOne('炸弹.png', png(60_000, 60_000))).toMatchObject({ ...refused, message: expect.stringContaining('像素') })
  expect(await park.uploadOne('图纸.png', png(7_016, 9_921))).toMatchObject({ outcome: 'added' })
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
