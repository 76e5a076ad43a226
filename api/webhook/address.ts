import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { Problem } from '../problem.ts'

/** Addresses that lead into this machine or its own network, or nowhere: RFC 6890 and what has joined it. */
const inner = new BlockList()
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inner.addSubnet(net, prefix, 'ipv4')

/** Only 2000::/3 is routed at all; within it these lead elsewhere (documentation, tunnels that hold an IPv4 address). */
const outer = new BlockList()
outer.addSubnet('2000::', 3, 'ipv6')
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inner.addSubnet(net, prefix, 'ipv6')

/** Whether an address is on the public net, so that a webhook may be sent there. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !inner.check(address, 'ipv4')
  // An IPv4 address dressed as IPv6 (::ffff:10.0.0.1) lies outside 2000::/3 and is refused with the rest.
  return family === 6 && outer.check(address, 'ipv6') && !inner.check(address, 'ipv6')
}

export type Resolve = (host: string) => Promise<readonly { address: string; family: number }[]>
const resolveByDns: Resolve = (host) => lookup(host, { all: true, verbatim: true })

const refuse = (detail: string) => new Problem('webhook.address', detail)

/** A webhook's address as its owner may give it: http or https, no user or password in it. Throws `webhook.address`. */
export function readWebhookUrl(text: string): URL {
  if (!URL.canParse(text)) throw refuse('回调地址不是有效的网址。')
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse('回调地址只能以 https:// 或 http:// 开头。')
  if (url.username !== '' || url.password !== '') throw refuse('回调地址中不能含有用户名或密码。')
  return url
}

/**
 * The addresses that a webhook's host stands for, every one of them public unless private ones are allowed. The caller must
 * connect to one of these and not resolve again: between two look-ups an attacker may change the answer. Throws `webhook.address`.
 */
export async function resolveWebhook(url: URL, { allowPrivate, resolve = resolveByDns }: { allowPrivate: boolean; resolve?: Resolve }) {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host).catch(() => [])
  const [first] = found
  if (first === undefined) throw refuse('回调地址的主机名无法解析。')
  if (!allowPrivate && !found.every(({ address }) => isPublic(address))) throw refuse('回调地址指向内部网络，不允许使用。')
  return first
}
