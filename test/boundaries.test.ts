import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { afterEach, expect, test } from 'vitest'
// @ts-expect-error the configuration is plain JavaScript
import configuration from '../.dependency-cruiser.mjs'

const { forbidden, options } = configuration as { forbidden: NonNullable<ICruiseOptions['ruleSet']>['forbidden']; options: ICruiseOptions }

/** Cruises a tree with the project's own rules and tells which rules were broken, and how many modules were seen. */
async function cruiseTree(baseDir: string) {
  const { output } = await cruise(['.'], { ...options, baseDir, validate: true, ruleSet: { forbidden } } as ICruiseOptions)
  const { modules, summary } = output as ICruiseResult
  const own = modules.filter(({ source }) => /^(schemas|rules|workers|api|test)\//.test(source))
  return { own, broken: [...new Set(summary.violations.map(({ rule }) => rule.name))], violations: summary.violations }
}

const planted: string[] = []
afterEach(() => Promise.all(planted.splice(0).map((folder) => rm(folder, { recursive: true }))))

const pack = (name: string) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'index.js' }),
  [`node_modules/${name}/index.js`]: 'module.exports = {}\n',
})

/** A small tree of its own, with stand-ins for a few packages. */
async function plant(own: Record<string, string>) {
  const files = { ...own, ...pack('zod'), ...pack('sharp'), ...pack('vitest') }
  const folder = await mkdtemp(join(tmpdir(), 'boundaries-'))
  planted.push(folder)
  await writeFile(
    join(folder, 'package.json'),
    '{ "type": "module", "dependencies": { "zod": "4", "sharp": "0" }, "devDependencies": { "vitest": "4" } }',
  )
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

test('the whole tree is seen, and nothing in it breaks a boundary', async () => {
  const { own, violations } = await cruiseTree(process.cwd())
  expect(own.length).toBeGreaterThan(60)
  expect(own.some(({ dependencies }) => dependencies.length > 3)).toBe(true)
  expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
})

test('a tree that keeps the boundaries breaks none', async () => {
  const folder = await plant({
    'schemas/fact.ts': "import { z } from 'zod'\nexport const fact = z.string()\n",
    'rules/one/rule.ts': "import { fact } from '../../schemas/fact.ts'\nexport const rule = fact\n",
  })
  const { own, broken } = await cruiseTree(folder)
  expect(own).toHaveLength(2)
  expect(broken).toEqual([])
})

test.each<[string, Record<string, string>]>([
  [
    'schemas-know-nobody',
    {
      'schemas/fact.ts': "import { rule } from '../rules/rule.ts'\nexport const fact = rule\n",
      'rules/rule.ts': 'export const rule = 1\n',
    },
  ],
  [
    'rules-know-no-workers',
    {
      'rules/rule.ts': "import { line } from '../workers/review.ts'\nexport const rule = line\n",
      'workers/review.ts': 'export const line = 1\n',
    },
  ],
  ['rules-are-pure', { 'rules/rule.ts': "import { readFileSync } from 'node:fs'\nexport const rule = readFileSync\n" }],
  ['rules-import-little', { 'rules/rule.ts': "import sharp from 'sharp'\nexport const rule = sharp\n" }],
  [
    'rules-do-not-call-each-other',
    { 'rules/formula/a.ts': "import { b } from '../standard/b.ts'\nexport const a = b\n", 'rules/standard/b.ts': 'export const b = 1\n' },
  ],
  [
    'stages-are-functions',
    {
      'workers/stages/parse.ts': "import { pool } from '../pool.ts'\nexport const parse = pool\n",
      'workers/pool.ts': 'export const pool = 1\n',
    },
  ],
  [
    'the-line-knows-no-wiring',
    { 'workers/review.ts': "import { pool } from './pool.ts'\nexport const review = pool\n", 'workers/pool.ts': 'export const pool = 1\n' },
  ],
  [
    'api-only-enqueues',
    {
      'api/app.ts': "import { review } from '../workers/review.ts'\nexport const app = review\n",
      'workers/review.ts': 'export const review = 1\n',
    },
  ],
  [
    'files-are-opened-in-children',
    {
      'workers/queue/run.ts': "import { rule } from '../../rules/rule.ts'\nexport const run = rule\n",
      'rules/rule.ts': 'export const rule = 1\n',
    },
  ],
  [
    'ui-speaks-http',
    { 'api/ui/page.ts': "import { app } from '../app.ts'\nexport const page = app\n", 'api/app.ts': 'export const app = 1\n' },
  ],
  [
    'ui-speaks-http',
    {
      'api/ui/page.vue':
        '<script setup lang="ts">\nimport { app } from \'../app.ts\'\nconst page = app\n</script>\n<template>{{ page }}</template>\n',
      'api/app.ts': 'export const app = 1\n',
    },
  ],
  [
    'ui-loads-no-server-code',
    {
      'api/ui/page.ts': "import { shape } from '../show/shape.ts'\nexport const page = shape\n",
      'api/show/shape.ts': 'export const shape = 1\n',
    },
  ],
  [
    'nobody-imports-tests-or-samples',
    { 'workers/line.ts': "import { fake } from '../test/fake.ts'\nexport const line = fake\n", 'test/fake.ts': 'export const fake = 1\n' },
  ],
  ['no-test-packages-in-the-product', { 'workers/line.ts': "import { test } from 'vitest'\nexport const line = test\n" }],
  ['everything-resolves', { 'workers/line.ts': "import { gone } from './gone.ts'\nexport const line = gone\n" }],
  [
    'no-cycles',
    {
      'workers/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
      'workers/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
    },
  ],
])('a planted violation of %s is caught', async (rule, files) => {
  const { broken } = await cruiseTree(await plant(files))
  expect(broken).toContain(rule)
})

test('every boundary says why, and has a planted violation above', () => {
  const rules = forbidden ?? []
  expect(rules.every(({ comment, severity }) => (comment?.length ?? 0) > 30 && severity === 'error')).toBe(true)
  expect(rules).toHaveLength(15)
})
