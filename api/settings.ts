import { z } from 'zod'

const megabyte = 1024 ** 2
/** An empty variable counts as one that is not set: compose files pass them so. */
const text = (shape: z.ZodType<string>) => z.preprocess((value) => (value === '' ? undefined : value), shape.optional())
const whole = (low: number, high: number, otherwise: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().int().min(low).max(high).default(otherwise))
const yes = z.enum(['', '0', '1', 'true', 'false']).default('').transform((value) => value === '1' || value === 'true')

const faults: Record<string, string> = {
  PUBLIC_URL: '应是用户访问本系统的网址，如 https://review.example.gov.cn',
  TRUST_PROXY: '应是反向代理的地址或网段，如 127.0.0.1 或 10.0.0.0/8，多个用逗号分隔',
  METRICS_TOKEN: '应至少 16 个字符',
  UPLOAD_MAX_MB: '应是 1 至 2000 之间的整数（兆字节）',
  DOSSIER_MAX_MB: '应是 1 至 100000 之间的整数（兆字节）',
  RATE_PER_MINUTE: '应是 10 至 1000000 之间的整数',
  SESSION_HOURS: '应是 1 至 720 之间的整数（小时）',
  WEBHOOK_ALLOW_PRIVATE: '只能是 1 或 0',
  OIDC_ISSUER: '应是身份提供方的网址，如 https://sso.example.gov.cn',
}

const Environment = z.object({
  PUBLIC_URL: text(z.url({ protocol: /^https?$/ })),
  TRUST_PROXY: text(z.string().regex(/^[0-9a-f.:/, ]+$/i)),
  METRICS_TOKEN: text(z.string().min(16)),
  UPLOAD_MAX_MB: whole(1, 2_000, 512),
  DOSSIER_MAX_MB: whole(1, 100_000, 8_192),
  RATE_PER_MINUTE: whole(10, 1_000_000, 600),
  SESSION_HOURS: whole(1, 720, 12),
  WEBHOOK_ALLOW_PRIVATE: yes,
  OIDC_ISSUER: text(z.url({ protocol: /^https?$/ })),
  OIDC_CLIENT_ID: text(z.string()),
  OIDC_CLIENT_SECRET: text(z.string()),
})

/** How the API behaves, beside what the store and the queue need. */
export type ApiSettings = {
  /** Where users reach the system; decides whether cookies are for https only, and where single sign-on comes back to. */
  readonly publicUrl: string | null
  readonly trustProxy: readonly string[]
  readonly metricsToken: string | null
  readonly largestFile: number
  readonly largestDossier: number
  readonly ratePerMinute: number
  readonly sessionHours: number
  readonly webhookAllowPrivate: boolean
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null
}

/** Something in the environment is wrong: one Chinese sentence that names the variable. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}

function readOidc({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, PUBLIC_URL }: z.infer<typeof Environment>) {
  if (issuer === undefined) return null
  if (clientId === undefined || clientSecret === undefined || PUBLIC_URL === undefined)
    throw new SettingError('启用单点登录（OIDC_ISSUER）时，还要设置 OIDC_CLIENT_ID、OIDC_CLIENT_SECRET 和 PUBLIC_URL。')
  return { issuer, clientId, clientSecret }
}

/** Reads the API's settings from the environment. Throws a SettingError at the first that is wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): ApiSettings {
  const read = Environment.safeParse(environment)
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0])
    throw new SettingError(`环境变量 ${name} 的取值“${environment[name] ?? ''}”无效：${faults[name] ?? '取值不合要求'}。`)
  }
  const { data } = read
  return {
    publicUrl: data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustProxy: (data.TRUST_PROXY ?? '').split(',').map((one) => one.trim()).filter((one) => one !== ''),
    metricsToken: data.METRICS_TOKEN ?? null,
    largestFile: data.UPLOAD_MAX_MB * megabyte,
    largestDossier: data.DOSSIER_MAX_MB * megabyte,
    ratePerMinute: data.RATE_PER_MINUTE,
    sessionHours: data.SESSION_HOURS,
    webhookAllowPrivate: data.WEBHOOK_ALLOW_PRIVATE,
    oidc: readOidc(data),
  }
}
