import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { settingNames as apiSettingNames } from '../api/settings.ts'
import { settingNames } from '../workers/config.ts'

/* What `npm run compose:check` does not look at: whether the parts fit each other and the code. */

type Service = {
  image: string
  command?: string[]
  user?: string
  read_only?: boolean
  cap_drop?: string[]
  security_opt?: string[]
  restart?: string
  healthcheck?: { test: string[] }
  environment?: Record<string, string>
  depends_on?: Record<string, { condition: string }>
  deploy?: { replicas?: string; resources?: { limits?: Record<string, string | number> } }
}

const services = (parse(await readFile('docker-compose.yml', 'utf8'), { merge: true }) as { services: Record<string, Service> }).services
const dockerfile = await readFile('Dockerfile', 'utf8')
const ignored = (await readFile('.dockerignore', 'utf8')).split('\n')
const own = ['api', 'worker'] as const

/** Everything that the service can be told, but for what the image itself decides. */
const settings = [...settingNames, ...apiSettingNames].filter((name) => !['HOST', 'PORT', 'DATA_DIR'].includes(name))
const workerSettings = settingNames.filter((name) => /^(DATABASE_URL|REDIS_URL|S3_|LOG_LEVEL|WORKER_)/.test(name))

const megabytes = (size: string | number | undefined) => {
  const [, number, unit] = /^(\d+)(mb?|gb?)$/.exec(String(size)) ?? []
  return Number(number) * (unit?.startsWith('g') ? 1024 : 1)
}

test('the parts are PostgreSQL, Redis, the API and workers, all of them watched, limited and started again', () => {
  expect(Object.keys(services).sort()).toEqual(['api', 'postgres', 'redis', 'worker'])
  for (const [name, { image, restart, healthcheck, deploy, security_opt }] of Object.entries(services)) {
    expect([name, /:\d+\.\d+/.test(image)]).toEqual([name, true])
    expect([name, restart, healthcheck?.test.length]).toEqual([name, 'unless-stopped', expect.any(Number)])
    expect([name, Object.keys(deploy?.resources?.limits ?? {}).sort()]).toEqual([name, ['cpus', 'memory', 'pids']])
    expect([name, megabytes(deploy?.resources?.limits?.['memory'])]).toEqual([name, expect.any(Number)])
    expect(megabytes(deploy?.resources?.limits?.['memory'])).toBeGreaterThan(0)
    expect([name, security_opt]).toEqual([name, ['no-new-privileges:true']])
    for (const { condition } of Object.values(services[name]?.depends_on ?? {})) expect(condition).toBe('service_healthy')
  }
  expect(services['worker']?.deploy?.replicas).toMatch(/^[$][{]WORKERS:-[2-9][}]$/)
})

test.each(own)('%s runs as nobody special and cannot change its own programs', (name) => {
  expect(services[name]).toMatchObject({ user: '1000:1000', read_only: true, cap_drop: ['ALL'] })
})

test('Redis keeps jobs on disk and throws none away', () => {
  const { command = [], deploy } = services['redis'] ?? {}
  const told = (name: string) => command[command.indexOf(name) + 1]
  expect(told('--appendonly')).toBe('yes')
  expect(told('--maxmemory-policy')).toBe('noeviction')
  // Rewriting its file takes Redis up to as much again.
  expect(megabytes(told('--maxmemory')) * 2).toBeLessThanOrEqual(megabytes(deploy?.resources?.limits?.['memory']))
})

test('every setting can be given to the containers that read it, and none that nobody reads', () => {
  const given = (name: string) => Object.keys(services[name]?.environment ?? {}).sort()
  expect(given('api')).toEqual(settings.filter((name) => name !== 'WORKER_CONCURRENCY').sort())
  expect(given('worker')).toEqual([...workerSettings].sort())
})

test('the image is built from pinned versions and what the context holds, and runs as an ordinary user', () => {
  const lines = dockerfile.split('\n')
  for (const line of lines.filter((one) => one.startsWith('FROM'))) expect(line).toMatch(/^FROM node:20\.\d+\.\d+-\w+-slim( AS \w+)?$/)
  const copied = lines.filter((line) => /^COPY (?!--from)/.test(line)).flatMap((line) => line.split(' ').slice(1, -1))
  expect(copied.length).toBeGreaterThan(5)
  for (const path of copied) expect([path, existsSync(path), ignored.includes(`!${path}`)]).toEqual([path, true, true])
  for (const { command = [] } of own.map((name) => services[name] ?? expect.unreachable()))
    expect(copied.some((path) => command.at(-1)?.startsWith(`${path}/`)) && existsSync(command.at(-1) ?? '')).toBe(true)
  expect(lines.findLast((line) => line.startsWith('USER'))).toBe('USER node')
})
