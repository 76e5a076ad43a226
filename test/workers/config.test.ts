import { isAbsolute } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type ConfigError, readConfig } from '../../workers/config.ts'

const faultsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    return (error as ConfigError).faults
  }
}

describe('readConfig', () => {
  it('runs on this machine alone, with everything embedded, where nothing is set', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: null, redisUrl: null, s3: null, oidc: null })
    expect(isAbsolute(config.dataDir)).toBe(true)
  })

  it('takes an empty variable for one that is not set, as compose files pass them', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', REDIS_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null, redisUrl: null })
  })

  it('tells every fault at once, each in one Chinese sentence with the name of the variable', () => {
    const faults = faultsOf({ PORT: '99999', DATABASE_URL: 'mysql://x', REDIS_URL: 'no url', TRUST_PROXY: 'yes' })
    expect(faults).toHaveLength(4)
    for (const [i, name] of ['PORT', 'DATABASE_URL', 'REDIS_URL', 'TRUST_PROXY'].entries()) {
      expect(faults[i]).toContain(name)
      expect(faults[i]).toMatch(/。$/)
    }
  })

  it('never repeats a secret that stands in a wrong variable', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://user:geheim@host/db' }).join()).not.toContain('geheim')
  })

  it('refuses halves of settings that belong together', () => {
    expect(faultsOf({ S3_ENDPOINT: 'http://minio:9000' })).toEqual(['设置了 S3_ENDPOINT，但没有设置存储桶 S3_BUCKET。'])
    expect(faultsOf({ S3_BUCKET: 'dossiers', S3_ACCESS_KEY_ID: 'a' })).toHaveLength(1)
    expect(faultsOf({ OIDC_ISSUER: 'https://sso.example.cn' })).toHaveLength(2)
  })

  it('reads the object store with its keys, and ends its prefix with a slash', () => {
    const { s3 } = readConfig({ S3_BUCKET: 'dossiers', S3_PREFIX: 'park', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' })
    expect(s3).toMatchObject({
      bucket: 'dossiers',
      prefix: 'park/',
      endpoint: null,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    })
  })
})

describe('CHROMIUM', () => {
  it('is looked for by itself where it is not given, and must be there where it is', () => {
    expect(readConfig({}).chromium).toBeNull()
    expect(readConfig({ CHROMIUM: process.execPath }).chromium).toBe(process.execPath)
    expect(faultsOf({ CHROMIUM: '/no/such/browser' })).toEqual([expect.stringMatching(/CHROMIUM.*不存在.*。$/)])
  })
})
