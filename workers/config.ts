import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

/** The environment is wrong: every fault is one Chinese sentence that names the variable and what it should hold. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

const url = (name: string, protocols: readonly string[], example: string) =>
  z.string().refine(
    (text) => {
      const protocol = URL.canParse(text) ? new URL(text).protocol.slice(0, -1) : null
      return protocol !== null && protocols.includes(protocol)
    },
    { error: `环境变量 ${name} 不是有效的地址，应形如 ${example}。` },
  )

const integer = (name: string, from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: `环境变量 ${name} 应为 ${from} 至 ${to} 之间的整数。` })
    .transform(Number)
    .refine((value) => value >= from && value <= to, { error: `环境变量 ${name} 应为 ${from} 至 ${to} 之间的整数。` })

const flag = (name: string) =>
  z
    .enum(['true', 'false', '1', '0'], { error: `环境变量 ${name} 应为 true 或 false。` })
    .transform((text) => text === 'true' || text === '1')

const Environment = z.object({
  PORT: integer('PORT', 0, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: '环境变量 HOST 应为主机名或 IP 地址，例如 127.0.0.1 或 0.0.0.0。' })
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: url('DATABASE_URL', ['postgres', 'postgresql'], 'postgresql://用户:口令@主机:5432/数据库').optional(),
  REDIS_URL: url('REDIS_URL', ['redis', 'rediss'], 'redis://主机:6379').optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, {
      error: '环境变量 S3_BUCKET 不是有效的存储桶名（3 至 63 位小写字母、数字、点或连字符）。',
    })
    .optional(),
  S3_ENDPOINT: url('S3_ENDPOINT', ['http', 'https'], 'https://minio.example.cn:9000').optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PREFIX: z
    .string()
    .regex(/^[\w./-]*$/, { error: '环境变量 S3_PREFIX 只能含字母、数字、点、斜线、下划线和连字符。' })
    .default(''),
  S3_FORCE_PATH_STYLE: flag('S3_FORCE_PATH_STYLE').default(true),
  PUBLIC_URL: url('PUBLIC_URL', ['http', 'https'], 'https://yuanhe.example.cn').optional(),
  TRUST_PROXY: flag('TRUST_PROXY').default(false),
  WORKER_CONCURRENCY: integer('WORKER_CONCURRENCY', 1, 64).optional(),
  WEBHOOKS_ALLOW_PRIVATE: flag('WEBHOOKS_ALLOW_PRIVATE').default(false),
  OIDC_ISSUER: url('OIDC_ISSUER', ['http', 'https'], 'https://sso.example.cn').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  CHROMIUM: z.string().optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: '环境变量 LOG_LEVEL 应为 fatal、error、warn、info、debug、trace、silent 之一。',
    })
    .default('info'),
})

/** The environment variables that it reads. */
export const settingNames: readonly string[] = Object.keys(Environment.shape)

/** Where the S3-compatible store is. Without keys the machine's own (role, profile) are used. */
export type S3Config = {
  readonly bucket: string
  readonly endpoint: string | null
  readonly region: string
  readonly prefix: string
  readonly forcePathStyle: boolean
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null
}

export type OidcConfig = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string | null }

export type Config = {
  readonly port: number
  readonly host: string
  /** Absolute. Holds the embedded database, blobs and temporary files. */
  readonly dataDir: string
  /** null: an embedded PostgreSQL in dataDir. */
  readonly databaseUrl: string | null
  /** null: the queue lives in PostgreSQL. */
  readonly redisUrl: string | null
  /** null: blobs lie in dataDir. */
  readonly s3: S3Config | null
  /** How users reach the service, without a slash at the end; null: http://HOST:PORT. */
  readonly publicUrl: string | null
  /** True behind a reverse proxy whose X-Forwarded-… headers are to be believed. */
  readonly trustProxy: boolean
  /** Documents read at the same time by one worker process; null: one for each core. */
  readonly workerConcurrency: number | null
  readonly webhooksAllowPrivate: boolean
  /** The browser that prints reports as PDF; null: the one that the system has, where it has one. */
  readonly chromium: string | null
  readonly oidc: OidcConfig | null
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
}

type Checked = z.infer<typeof Environment>

/** Settings that only make sense together, or only with what this machine has. */
function findGaps(env: Checked): string[] {
  const faults: string[] = []
  if (env.S3_BUCKET === undefined && env.S3_ENDPOINT !== undefined) faults.push('设置了 S3_ENDPOINT，但没有设置存储桶 S3_BUCKET。')
  if ((env.S3_ACCESS_KEY_ID === undefined) !== (env.S3_SECRET_ACCESS_KEY === undefined))
    faults.push('S3_ACCESS_KEY_ID 和 S3_SECRET_ACCESS_KEY 应同时设置，或同时不设。')
  if (env.OIDC_ISSUER !== undefined && env.OIDC_CLIENT_ID === undefined) faults.push('设置了 OIDC_ISSUER，但没有设置 OIDC_CLIENT_ID。')
  if (env.OIDC_ISSUER === undefined && env.OIDC_CLIENT_ID !== undefined) faults.push('设置了 OIDC_CLIENT_ID，但没有设置 OIDC_ISSUER。')
  if (env.OIDC_ISSUER !== undefined && env.PUBLIC_URL === undefined)
    faults.push('单点登录（OIDC_ISSUER）需要设置 PUBLIC_URL，即用户访问本系统的地址。')
  if (env.CHROMIUM !== undefined && !existsSync(env.CHROMIUM))
    faults.push('环境变量 CHROMIUM 指向的文件不存在，应为 Chromium 浏览器的路径，例如 /usr/bin/chromium。')
  return faults
}

const s3Of = (env: Checked): S3Config | null =>
  env.S3_BUCKET === undefined
    ? null
    : {
        bucket: env.S3_BUCKET,
        endpoint: env.S3_ENDPOINT ?? null,
        region: env.S3_REGION,
        prefix: env.S3_PREFIX === '' || env.S3_PREFIX.endsWith('/') ? env.S3_PREFIX : `${env.S3_PREFIX}/`,
        forcePathStyle: env.S3_FORCE_PATH_STYLE,
        credentials:
          env.S3_ACCESS_KEY_ID === undefined || env.S3_SECRET_ACCESS_KEY === undefined
            ? null
            : { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY },
      }

const oidcOf = (env: Checked): OidcConfig | null =>
  env.OIDC_ISSUER === undefined || env.OIDC_CLIENT_ID === undefined
    ? null
    : { issuer: env.OIDC_ISSUER, clientId: env.OIDC_CLIENT_ID, clientSecret: env.OIDC_CLIENT_SECRET ?? null }

/** Reads the settings; an empty variable counts as not set. Throws a ConfigError that names every fault. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const checked = Environment.safeParse(given)
  if (!checked.success) throw new ConfigError([...new Set(checked.error.issues.map(({ message }) => message))])
  const env = checked.data
  const faults = findGaps(env)
  if (faults.length > 0) throw new ConfigError(faults)
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL ?? null,
    redisUrl: env.REDIS_URL ?? null,
    s3: s3Of(env),
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustProxy: env.TRUST_PROXY,
    workerConcurrency: env.WORKER_CONCURRENCY ?? null,
    webhooksAllowPrivate: env.WEBHOOKS_ALLOW_PRIVATE,
    oidc: oidcOf(env),
    chromium: env.CHROMIUM ?? null,
    logLevel: env.LOG_LEVEL,
  }
}
