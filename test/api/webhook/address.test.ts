import { expect, test } from 'vitest'
import { isPublic, readWebhookUrl, resolveWebhook } from '../../../api/webhook/address.ts'

test.each([
  '127.0.0.1',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  'localhost',
])('%s is no public address', (address) => {
  expect(isPublic(address)).toBe(false)
})

test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2400:3200::1', '2606:4700::1111'])('%s is a public address', (address) => {
  expect(isPublic(address)).toBe(true)
})

const code = { code: 'webhook.address' }

test.each(['file:///etc/passwd', 'ftp://example.cn/', 'javascript:alert(1)', 'https://user:pass@example.cn/', 'not a url', ''])(
  '%s is no address of a webhook',
  (text) => {
    expect(() => readWebhookUrl(text)).toThrow(expect.objectContaining(code))
  },
)

// However the number is written, the URL's own reading makes it the same address.
test.each(['http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/', 'http://[::ffff:127.0.0.1]/'])(
  '%s leads to this machine and is refused',
  async (text) => {
    await expect(resolveWebhook(readWebhookUrl(text), { allowPrivate: false })).rejects.toMatchObject(code)
  },
)

test('a name is refused as soon as one of its addresses is private, unless private ones are allowed', async () => {
  const resolve = async () => [
    { address: '8.8.8.8', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ]
  const url = new URL('https://hook.example.cn/')
  await expect(resolveWebhook(url, { allowPrivate: false, resolve })).rejects.toMatchObject(code)
  expect(await resolveWebhook(url, { allowPrivate: true, resolve })).toEqual({ address: '8.8.8.8', family: 4 })
  await expect(resolveWebhook(url, { allowPrivate: true, resolve: async () => [] })).rejects.toMatchObject(code)
})
