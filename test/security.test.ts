import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSettings } from '../api/settings.ts'
import families from '../api/upload/file-types.json' with { type: 'json' }
import { mostFiles } from '../api/upload/limits.ts'

const text = readFileSync('.github/SECURITY.md', 'utf8')
/** The requirements of chapter V5 of OWASP ASVS 5.0.0. */
const chapter = '5.1.1 5.2.1 5.2.2 5.2.3 5.2.4 5.2.5 5.2.6 5.3.1 5.3.2 5.3.3 5.4.1 5.4.2 5.4.3'.split(' ')

/** Each requirement with the tests named under it, as [file, name]. */
const requirements = [...text.matchAll(/^\*\*(5\.\d\.\d) [^*]+\*\*$(.*?)(?=^\*\*5|^### |(?![\s\S]))/gms)].map(
  ([, number = '', body = '']) => ({
    number,
    tests: [...body.matchAll(/^- `([^`]+)` › (.+)$/gm)].map(([, file = '', name = '']) => [file, name] as const),
  }),
)

const quoted = (name: string) => [`'${name}'`, `"${name}"`, `\`${name}\``]
const hasTest = (file: string, name: string) => {
  const source = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return quoted(name).some((literal) => source.includes(`(${literal},`) || source.includes(`(\n  ${literal},`))
}

test('every requirement of the chapter stands once, in order', () => {
  expect(requirements.map(({ number }) => number)).toEqual(chapter)
})

describe.each(requirements)('$number', ({ tests }) => {
  test('names tests, and each exists', () => {
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.filter(([file, name]) => !hasTest(file, name))).toEqual([])
  })
})

test('a name that no test bears is noticed', () => {
  expect(hasTest('test/api/hardening/names.test.ts', 'path traversal: %s is refused')).toBe(true)
  expect(hasTest('test/api/hardening/names.test.ts', 'path traversal')).toBe(false)
  expect(hasTest('test/api/no-such.test.ts', 'path traversal: %s is refused')).toBe(false)
})

test('the documented limits are those of the code', () => {
  const settings = readSettings({})
  const told = (row: string) => new RegExp(`^\\| ${row} \\| (.+) \\|$`, 'm').exec(text)?.[1] ?? ''
  const megabyte = 1024 ** 2
  expect(told('largest file')).toContain(`${settings.largestFile / megabyte} MB`)
  expect(told('all files of one revision')).toContain(`${(settings.largestDossier / megabyte).toLocaleString('en')} MB`)
  expect(told('all files of one revision')).toContain(`${mostFiles.toLocaleString('en')} files`)
  expect(told('all files of one organisation')).toContain(`${settings.largestOrganisation.bytes / 1024 / megabyte} GB`)
  expect(told('all files of one organisation')).toContain(settings.largestOrganisation.files.toLocaleString('en'))
  const endings =
    told('accepted')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  for (const ending of Object.values(families).flatMap((family) => family.endings)) expect(endings).toContain(ending)
})
