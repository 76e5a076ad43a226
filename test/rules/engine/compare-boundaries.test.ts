import { expect, test } from 'vitest'
import { sideContradicts } from '../../../rules/engine/compare-boundaries.ts'

test.each([
  ['东环路', '东环路', false],
  ['东环路', '东环大道', false],
  ['东至东环路', '东环路为界', false],
  ['清水河、东环路', '清水河', false],
  ['清水河（东岸）', '清水河', false],
  ['京沪铁路', '西干渠', true],
  ['迎宾大道', '长江路', true],
  ['', '长江路', false],
])('%s beside %s: contradiction %s', (a, b, expected) => {
  expect(sideContradicts(a, b)).toBe(expected)
  expect(sideContradicts(b, a)).toBe(expected)
})
