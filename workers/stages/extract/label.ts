import { compact } from '../../../rules/engine/normalise.ts'
import { findUnit } from '../../../rules/engine/units.ts'
import { findPriceBasis } from './price-basis.ts'
import { remember } from './remember.ts'
import { trimmed, type Vocabulary } from './vocabulary.ts'

/** What a label of a table says: its subject (null: a known other thing), unit, year and price basis. */
export type Label = {
  readonly text: string
  readonly subject: string | null | undefined
  readonly unit: string | null
  readonly year: number | null
  readonly priceBasis: string | null
  /** True where the name is not in the vocabulary and only its core is: the unit must bear the subject out. */
  readonly loose: boolean
  /** What is left of the print without unit, year, basis and numbering: the bare name. */
  readonly name: string
}

const numbering = /^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]?[、.．:：)）](?!\d)|[①-⑳]|第\d+项)/
const childMarks = /^(?:其中(?:[:：])?|#|\+|—|-)+/
const yearAt = /(?<!\d)((?:19|20)\d{2})(?:年度?|(?=\D)|$)/
const bracket = /[(（]([^()（）]*)[)）]/g

const readers = new WeakMap<Vocabulary, (print: string) => Label>()

/** Reads one label cell. `unit` is null where the label prints none; unknown names have subject undefined. */
export function readLabel(print: string, vocabulary: Vocabulary): Label {
  const known = readers.get(vocabulary)
  const reader = known ?? remember((text) => readPrint(text, vocabulary))
  if (!known) readers.set(vocabulary, reader)
  return reader(print)
}

function readPrint(print: string, vocabulary: Vocabulary): Label {
  const text = compact(print)
  let rest = text.replace(numbering, '').replace(childMarks, '')
  const whole = lookUp(rest, vocabulary)
  let unit: string | null = null
  let priceBasis: string | null = null
  if (whole === undefined || /[(（]/.test(rest)) {
    rest = rest.replace(bracket, (all, inner: string) => {
      const basis = findPriceBasis(inner)
      const parts = inner
        .split(/[,，、;；]|单位[:：]?/)
        .map((part) => part.trim())
        .filter(Boolean)
      const units = parts.filter((part) => findUnit(part) && !/^[-/—]+$/.test(part))
      if (basis) priceBasis = basis
      if (units[0]) unit = units[0]
      if (basis || units[0]) return ''
      return all
    })
    rest = rest.replace(/[/,，:：]$/, '')
  }
  const basis = findPriceBasis(rest)
  if (basis) {
    priceBasis ??= basis
    rest = rest.replace(/[,，]?(?:按|以)?(?:\d{4}年)?(?:不变价格?|可比价格?|当年价格?|现行价格?|现价)(?:计算?|核算)?[,，]?/g, '')
  }
  const separated = unit ? undefined : unitBehind(rest, vocabulary)
  if (separated) {
    rest = separated.name
    unit = separated.unit
  }
  const year = yearAt.exec(rest)
  if (year) rest = rest.replace(year[0], '').replace(/^[的:：]/, '')
  const readings = [
    () => whole,
    () => lookUp(rest, vocabulary),
    () => lookUp(rest.replace(bracket, ''), vocabulary),
    () => bracketed(rest, vocabulary),
    () => glued(rest, vocabulary),
  ]
  let subject: string | null | undefined
  for (const reading of readings) if (subject === undefined) subject = reading()
  const guess = subject === undefined && rest.length >= 2 ? vocabulary.loosely(rest) : undefined
  return {
    text,
    subject: subject === undefined ? guess : subject,
    loose: guess !== undefined,
    unit,
    year: year?.[1] ? Number(year[1]) : null,
    priceBasis,
    name: rest,
  }
}

/** 二氧化硫，吨: a unit behind a comma is the name's; behind another mark (吨/万元) only where the name before it is known. */
function unitBehind(print: string, vocabulary: Vocabulary): { name: string; unit: string } | undefined {
  const [, name, mark, unit] = /^(.+?)([/,，:：])([^,，:：]+)$/.exec(print) ?? []
  const dimension = unit === undefined ? undefined : findUnit(unit)?.dimension
  if (!name || !unit || dimension === undefined) return undefined
  const plain = /[,，]/.test(mark ?? '') && dimension !== 'none' && name.length > 1
  return plain || lookUp(name, vocabulary) !== undefined ? { name, unit } : undefined
}

function lookUp(name: string, vocabulary: Vocabulary): string | null | undefined {
  for (const candidate of trimmed(name.toLowerCase())) {
    const subject = vocabulary.named(candidate)
    if (subject !== undefined) return subject
  }
  return undefined
}

/** A footnote digit stuck to the name (综合利用率1), or a unit with no bracket (工业增加值亿元). */
function glued(name: string, vocabulary: Vocabulary): string | null | undefined {
  const bare = name.replace(/[\d*]{1,2}$/, '').replace(/\[\d+\]$/, '')
  return bare === name ? undefined : lookUp(bare, vocabulary)
}

/** A name explained by another in brackets: 产出强度（单位工业用地面积工业增加值）. */
function bracketed(name: string, vocabulary: Vocabulary): string | null | undefined {
  const inner = /[(（]([^()（）]{5,})[)）]$/.exec(name)?.[1]
  return inner === undefined ? undefined : lookUp(inner, vocabulary)
}
