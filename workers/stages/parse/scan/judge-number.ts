import type { Recognition } from '../../../../schemas/document.ts'
import type { Letter } from './engines/engine.ts'

/**
 * How sure a reading is. Engines think well of their own mistakes, so no engine alone is believed: 0.9 and more, from which
 * a value may accuse, takes two that read the same.
 */
const trust = { agreed: 0.97, agreedFaint: 0.92, alone: 0.85, odds: 0.6 }
const clear = 0.85
const faint = 0.5

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s，]/g, (sign) => (sign === '，' ? ',' : ''))
    .replace(/：/g, ':')

const leastSure = (letters: readonly Letter[]) => letters.reduce((least, { odds }) => Math.min(least, odds), 1)

/** The other texts that the first engine held possible: one letter changed at a time, the least sure letter first. */
function othersOf(letters: readonly Letter[]): string[] {
  return [...letters.entries()]
    .sort(([, a], [, b]) => a.odds - b.odds)
    .flatMap(([at, letter]) => letter.others.map((other) => letters.map(({ text }, place) => (place === at ? other : text)).join('')))
}

const textOf = (letters: readonly Letter[]) => letters.map(({ text }) => text).join('')

/** A number read once or twice: sure only where both readings have the same digits and points. */
export function judgeNumber(letters: readonly Letter[], second: string | null): Recognition {
  const read = textOf(letters)
  const odds = leastSure(letters)
  const others = [...new Set(othersOf(letters))].filter((text) => text !== read)
  if (second === null) return { read, second, others, confidence: Math.min(trust.alone, odds) }
  if (plain(second) !== plain(read))
    return { read, second, others: [...new Set([second, ...others])].filter((text) => text !== ''), confidence: Math.min(trust.odds, odds) }
  const confidence = odds >= clear ? trust.agreed : odds >= faint ? trust.agreedFaint : trust.alone
  return { read, second, others, confidence }
}

const mostOthers = 12

/** Words: read once; their meaning is checked against the vocabulary later. */
export function judgeWords(letters: readonly Letter[]): Recognition {
  const odds = leastSure(letters)
  const mean = letters.length === 0 ? 0 : letters.reduce((sum, letter) => sum + letter.odds, 0) / letters.length
  return {
    read: textOf(letters),
    second: null,
    others: [...new Set(othersOf(letters))].slice(0, mostOthers),
    confidence: Math.min(0.98, (mean + Math.max(odds, 0.5)) / 2 + 0.01),
  }
}
