import { hash, verify } from '@node-rs/argon2'
import { Problem } from '../problem.ts'

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
export const shortestPassword = 12
/** Longer ones only cost hashing time. */
export const longestPassword = 200

/** A hash to compare against where there is no such user, so that an answer takes as long as for a real one. */
const nobody = hash('nobody has this password', cost)

/** An argon2id hash in the PHC form, salted. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/** Whether the password is right; takes as long where there is no hash (no such user, or one of single sign-on). */
export async function isPassword(hashed: string | null, password: string): Promise<boolean> {
  if (password.length > longestPassword) return false
  const right = await verify(hashed ?? (await nobody), password.normalize('NFKC')).catch(() => false)
  return hashed !== null && right
}

/** Throws `password.weak` where a new password is too short, too long, too even, or holds the user's own name. */
export function demandStrong(password: string, userName: string): void {
  const weak = (detail: string) => new Problem('password.weak', detail)
  if ([...password].length < shortestPassword) throw weak(`密码至少 ${shortestPassword} 个字符。`)
  if (password.length > longestPassword) throw weak(`密码最多 ${longestPassword} 个字符。`)
  if (new Set(password).size < 5) throw weak('密码中不同的字符太少。')
  if (userName.length > 2 && password.toLowerCase().includes(userName.toLowerCase())) throw weak('密码不能含有账号名。')
}
