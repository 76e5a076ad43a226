import { createHmac } from 'node:crypto'
import { isSame } from '../sign-in/secrets.ts'

/**
 * The signature of a delivery, `t=SECONDS,v1=HEX`: HMAC-SHA256 over "SECONDS.BODY" with the webhook's secret. The moment is
 * signed too, so that a receiver can refuse what is old.
 */
export const sign = (secret: string, body: string, seconds: number): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`

/** Whether a receiver should believe a delivery: signed with the secret, and no older than `withinSeconds`. */
export function isSigned(secret: string, body: string, signature: string, now: number, withinSeconds = 300): boolean {
  const seconds = Number(/^t=(\d{1,12}),v1=[0-9a-f]{64}$/.exec(signature)?.[1] ?? Number.NaN)
  return Math.abs(now - seconds) <= withinSeconds && isSame(signature, sign(secret, body, seconds))
}
