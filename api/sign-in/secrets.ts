import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 256 random bits, safe in a cookie, a header or an address. */
export const makeSecret = (): string => randomBytes(32).toString('base64url')

/** What the store keeps of a secret: who reads the database can sign in as nobody. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Whether two texts are equal, in a time that tells nothing of where they differ. */
export const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

/** The mark against forged requests that belongs to a session: only who holds the session's secret can make it. */
export const csrfOf = (sessionSecret: string): string => createHmac('sha256', sessionSecret).update('csrf').digest('base64url')

/** No letters that look like others. */
const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A password to be read from a screen and typed once: 20 letters, 115 bits. */
export const makeOneTimePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')).join('-')
