import { expect, test } from 'vitest'
import { keepPictures } from '../../../workers/render/picture-cache.ts'

const picture = (bytes: number) => new Uint8Array(bytes)

test('the pictures last asked for stay, within the bytes allowed', () => {
  const { find, keep } = keepPictures(1_000)
  for (const key of ['a', 'b', 'c', 'd']) keep(key, picture(250))
  expect(find('a')).toBeDefined()
  keep('e', picture(250))
  expect(find('b')).toBeUndefined()
  expect(['a', 'c', 'd', 'e'].every((key) => find(key) !== undefined)).toBe(true)
})

test('one large picture does not drive out all others, and a picture kept twice counts once', () => {
  const { find, keep } = keepPictures(1_000)
  keep('a', picture(200))
  keep('large', picture(900))
  expect(find('large')).toBeUndefined()
  for (let at = 0; at < 10; at += 1) keep('b', picture(200))
  expect(find('a')).toBeDefined()
})
