import { z } from 'zod'

const megabyte = 1024 ** 2

const whole = (name: string, low: number, high: number, otherwise: number) => {
  const error = `环境变量 ${name} 应为 ${low} 至 ${high} 之间的整数。`
  return z.coerce.number({ error }).int({ error }).min(low, { error }).max(high, { error }).default(otherwise)
}

const Environment = z.object({
  METRICS_TOKEN: z.string().min(16, { error: '环境变量 METRICS_TOKEN 应至少有 16 个字符。' }).optional(),
  UPLOAD_MAX_MB: whole('UPLOAD_MAX_MB', 1, 2_000, 512),
  DOSSIER_MAX_MB: whole('DOSSIER_MAX_MB', 1, 100_000, 8_192),
  ORGANISATION_MAX_GB: whole('ORGANISATION_MAX_GB', 1, 1_000_000, 200),
  ORGANISATION_MAX_FILES: whole('ORGANISATION_MAX_FILES', 1, 10_000_000, 100_000),
  RATE_PER_MINUTE: whole('RATE_PER_MINUTE', 10, 1_000_000, 3_000),
  LOGINS_PER_MINUTE: whole('LOGINS_PER_MINUTE', 1, 1_000_000, 20),
  SESSION_HOURS: whole('SESSION_HOURS', 1, 720, 12),
})

/** The environment variables that the API reads for itself. */
export const settingNames: readonly string[] = Object.keys(Environment.shape)

/** How the API behaves, beside what the service as a whole is told (workers/config.ts). Sizes in bytes. */
export type ApiSettings = {
  /** Who asks for /metrics must bear this; null: only this machine may ask. */
  readonly metricsToken: string | null
  readonly largestFile: number
  /** All files of one revision together. */
  readonly largestDossier: number
  /** All dossiers of one organisation together, equal files counted once. */
  readonly largestOrganisation: { readonly bytes: number; readonly files: number }
  readonly ratePerMinute: number
  readonly loginsPerMinute: number
  readonly sessionHours: number
}

/** Something in the environment is wrong: one Chinese sentence for each fault, naming the variable. */
export class SettingError extends Error {
  override readonly name = 'SettingError'
}

/** Reads the API's own settings; an empty variable counts as not set. Throws a SettingError that tells every fault. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): ApiSettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) throw new SettingError([...new Set(read.error.issues.map(({ message }) => message))].join('\n'))
  const { data } = read
  return {
    metricsToken: data.METRICS_TOKEN ?? null,
    largestFile: data.UPLOAD_MAX_MB * megabyte,
    largestDossier: data.DOSSIER_MAX_MB * megabyte,
    largestOrganisation: { bytes: data.ORGANISATION_MAX_GB * 1024 * megabyte, files: data.ORGANISATION_MAX_FILES },
    ratePerMinute: data.RATE_PER_MINUTE,
    loginsPerMinute: data.LOGINS_PER_MINUTE,
    sessionHours: data.SESSION_HOURS,
  }
}
