import iconv from 'iconv-lite'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { findFormat } from '../../../../workers/stages/parse/find-format.ts'
import { seeded } from '../../../variants/random.ts'
import { makeDocx, paragraph } from './make-docx.ts'
import { makeXlsx } from './make-xlsx.ts'
import { makeZip } from './make-zip.ts'
import { parseBytes } from './printed.ts'

const formatOf = async (bytes: Uint8Array, name?: string) => (await parseBytes(bytes, name)).format
const codeOf = async (bytes: Uint8Array) => (await parseBytes(bytes)).problems[0]?.code
const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001080600000', 'latin1')

test('the bytes decide what a file is, never its name', async () => {
  expect(await formatOf(makeDocx(paragraph('正文。')), '报告.pdf')).toBe('docx')
  expect(await formatOf(await makeXlsx({ 表: [['项目', 1]] }), '报告.docx')).toBe('xlsx')
  expect(await formatOf(Buffer.from('项目,2021年\n能耗,1\n水耗,2\n'), '数据.xlsx')).toBe('csv')
  expect(await formatOf(Buffer.from('<html><body><p>正文</p></body></html>'), '报告.doc')).toBe('html')
  expect(await formatOf(Buffer.from('一、概况\n园区面积12平方公里。\n'), '报告.docx')).toBe('text')
})

test('text is known in UTF-8, UTF-16 and GBK, and anything else is unknown', async () => {
  const text = '园区概况\n工业增加值356.42亿元。\n'
  for (const encoding of ['utf8', 'utf16le', 'utf16be', 'gbk', 'gb18030']) {
    const parsed = await parseBytes(iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf16') }))
    expect([encoding, parsed.format, parsed.blocks.length]).toEqual([encoding, 'text', 2])
    expect(parsed.blocks[1]).toMatchObject({ text: '工业增加值356.42亿元。' })
  }
  const noise = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3)) % 256))
  expect(await parseBytes(noise)).toMatchObject({ format: 'unknown', status: 'failed', problems: [{ code: 'format.unknown' }] })
})

test('a TIFF is a picture even where its directory stands at its end', async () => {
  const [width, height] = [600, 400]
  const { int } = seeded('grain')
  const pixels = Buffer.from(Array.from({ length: width * height }, () => int(0, 255)))
  const tiff = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .tiff({ compression: 'lzw' })
    .toBuffer()
  expect(tiff.readUInt32LE(4)).toBeGreaterThan(64 * 1024)
  expect(await findFormat(tiff)).toBe('image')
})

test('a picture cut short is told as damaged', async () => {
  expect(await parseBytes(Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), png]))).toMatchObject({
    format: 'image',
    status: 'failed',
    problems: [{ code: 'image.damaged' }],
  })
})

test('files that are known and not read say what to do', async () => {
  const zip = (name: string) => makeZip([{ name, content: 'x' }])
  expect(await codeOf(zip('照片/1.jpg'))).toBe('format.archive')
  expect(await codeOf(zip('ppt/presentation.xml'))).toBe('format.unsupported')
  expect(await codeOf(zip('OFD.xml'))).toBe('format.unsupported')
  expect(await codeOf(zip('xl/workbook.bin'))).toBe('format.unsupported')
  expect(await codeOf(Buffer.from('{\\rtf1\\ansi text}'))).toBe('format.unsupported')
  expect(await codeOf(Buffer.from('Rar!\x1a\x07\x01\x00 rest of it', 'latin1'))).toBe('format.archive')
  expect(await codeOf(new Uint8Array())).toBe('file.empty')
})

/** An OLE file of nothing but a directory with the given streams. */
function makeOle(...streams: string[]) {
  const file = Buffer.alloc(512 * 3)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(1, 48)
  file.fill(0xff, 76, 512)
  file.writeUInt32LE(0, 76)
  file.writeUInt32LE(0xfffffffd, 512)
  file.writeUInt32LE(0xfffffffe, 516)
  for (const [at, name] of ['Root Entry', ...streams].entries()) {
    file.write(name, 1024 + 128 * at, 'utf16le')
    file.writeUInt16LE(2 * name.length + 2, 1024 + 128 * at + 64)
  }
  return file
}

test('an encrypted office file asks for a copy without a password', async () => {
  const { status, problems } = await parseBytes(makeOle('EncryptionInfo', 'EncryptedPackage'))
  expect([status, problems[0]?.code, problems[0]?.message]).toEqual([
    'failed',
    'format.encrypted',
    '文件有打开密码。请换成没有密码的副本。',
  ])
})

test('old office files are told apart by their streams; damaged ones fail with a reason', async () => {
  expect(await parseBytes(makeOle('WordDocument', '1Table'))).toMatchObject({ format: 'doc', status: 'failed' })
  expect(await parseBytes(makeOle('Workbook'))).toMatchObject({ format: 'xls', status: 'failed' })
  expect(await parseBytes(makeOle('PowerPoint Document'))).toMatchObject({ status: 'failed', problems: [{ code: 'format.unsupported' }] })
})

test('nothing thrown at it makes it throw, and every failure says what to do', async () => {
  const whole = makeDocx(paragraph('正文。'))
  const broken = [
    whole.subarray(0, 30),
    whole.subarray(0, 200),
    Buffer.from('PK\x03\x04'),
    Buffer.from('%PDF-1.7 nothing'),
    makeOle(),
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  ]
  for (const bytes of broken) {
    const parsed = await parseBytes(bytes)
    expect(parsed.status).toBe('failed')
    expect(parsed.problems[0]?.message).toMatch(/请.*。$/)
  }
})
