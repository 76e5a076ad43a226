import { describe, expect, test } from 'vitest'
import { normalise } from '../../../../../rules/engine/normalise.ts'
import { readEvents } from '../../../../../workers/stages/extract/events/read-events.ts'
import { namesOfPark } from '../../../../../workers/stages/extract/prose/park-name.ts'
import sentences from './standing.json' with { type: 'json' }
import { standingKinds } from './standing-kinds.ts'

const own = namesOfPark('青禾经济开发区')
const kindsIn = (sentence: string) =>
  readEvents(normalise(sentence).text.replace(/。$/, ''), { own, year: null, section: null, before: '' })
    .map(({ kind }) => kind)
    .filter((kind) => standingKinds.has(kind))

describe('what decides on the standing of the park is read', () => {
  test.each(sentences.told as [string, string][])('%s', (sentence, kind) => {
    expect(kindsIn(sentence)).toContain(kind)
  })
})

describe('denials, rules, wishes and other places’ troubles are none', () => {
  test.each(sentences.untold)('%s', (sentence) => {
    expect(kindsIn(sentence)).toEqual([])
  })
})
