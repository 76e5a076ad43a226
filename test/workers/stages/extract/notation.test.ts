import { expect, test } from 'vitest'
import { spellings } from '../../../../workers/stages/extract/notation.ts'

test('optional, alternative and named parts are spelled out', () => {
  expect([...spellings('[总]量', {})].sort()).toEqual(['总量', '量'])
  expect([...spellings('{产生|排放}量', {})].sort()).toEqual(['产生量', '排放量'])
  expect([...spellings('<固废>产生[总]量', { 固废: '{固废|固体废物}' })].sort()).toEqual([
    '固体废物产生总量',
    '固体废物产生量',
    '固废产生总量',
    '固废产生量',
  ])
})

test('a fragment that nobody defined is told', () => {
  expect(() => spellings('<水>量', {})).toThrow('<水>')
})
