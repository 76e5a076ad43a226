import type { Package } from '../ooxml/package.ts'
import { type Attributes, readXml } from '../ooxml/xml.ts'
import { numberText } from './number-text.ts'
import type { Styles } from './styles.ts'

type Level = { start: number; format: string; text: string; legal: boolean; restart: number | null; style: string | null }
type List = { levels: Map<number, Level>; styleLink: string | null }
type Num = { list: string; starts: Map<number, number>; levels: Map<number, Level> }
type Definitions = { lists: Map<string, List>; nums: Map<string, Num> }

const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '', legal: false, restart: null, style: null })

const levelSetters: Record<string, (level: Level, value: string) => void> = {
  'w:start': (level, value) => {
    level.start = Number(value) || 0
  },
  'w:numFmt': (level, value) => {
    level.format = value
  },
  'w:lvlText': (level, value) => {
    level.text = value
  },
  'w:isLgl': (level) => {
    level.legal = true
  },
  'w:lvlRestart': (level, value) => {
    level.restart = Number(value)
  },
  'w:pStyle': (level, value) => {
    level.style = value
  },
}

async function readDefinitions(source: Package, part: string): Promise<Definitions> {
  const lists = new Map<string, List>()
  const nums = new Map<string, Num>()
  let list: List | undefined
  let num: Num | undefined
  let level: Level | undefined
  let override = 0
  const open: Record<string, (value: string, attributes: Attributes) => void> = {
    'w:abstractNum': (_, attributes) => {
      list = { levels: new Map(), styleLink: null }
      num = undefined
      lists.set(attributes['w:abstractNumId'] ?? '', list)
    },
    'w:num': (_, attributes) => {
      num = { list: '', starts: new Map(), levels: new Map() }
      list = undefined
      nums.set(attributes['w:numId'] ?? '', num)
    },
    'w:abstractNumId': (value) => {
      if (num) num.list = value
    },
    'w:numStyleLink': (value) => {
      if (list) list.styleLink = value
    },
    'w:lvlOverride': (_, attributes) => {
      override = Number(attributes['w:ilvl']) || 0
    },
    'w:startOverride': (value) => {
      num?.starts.set(override, Number(value) || 0)
    },
    'w:lvl': (_, attributes) => {
      level = newLevel()
      const levels = num ? num.levels : list?.levels
      levels?.set(Number(attributes['w:ilvl']) || 0, level)
    },
  }
  await readXml(source.stream(part), {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? ''
      open[name]?.(value, attributes)
      if (level) levelSetters[name]?.(level, value)
    },
    close: (name) => {
      if (name === 'w:lvl') level = undefined
    },
  })
  return { lists, nums }
}

/** Counts list paragraphs in document order. */
export type Numbering = {
  /** The number that Word prints before the next paragraph of that list and level: '一、', '1.1', '' for a bullet. */
  next: (numId: string, level: number) => string
  /** The level that a list binds to a style, or 0. */
  levelOfStyle: (numId: string, style: string) => number
}

/** Reads word/numbering.xml. Lists that share their definition count on together, unless one overrides its start (as in Word). */
export async function readNumbering(source: Package, part: string | undefined, styles: Styles): Promise<Numbering> {
  const none: Definitions = { lists: new Map(), nums: new Map() }
  const { lists, nums } = part !== undefined && source.has(part) ? await readDefinitions(source, part) : none
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  const listOf = (num: Num): { id: string; list: List | undefined } => {
    const list = lists.get(num.list)
    if (!list?.styleLink) return { id: num.list, list }
    const linked = nums.get(styles.find(list.styleLink).numbering?.id ?? '')?.list ?? num.list
    return { id: linked, list: lists.get(linked) }
  }
  const levelOf = (num: Num, list: List | undefined, level: number) => num.levels.get(level) ?? list?.levels.get(level)

  const count = (numId: string, num: Num, listId: string, list: List | undefined, level: number) => {
    const counter = counters.get(listId) ?? []
    counters.set(listId, counter)
    const first = begun.has(`${numId}/${level}`) ? undefined : num.starts.get(level)
    begun.add(`${numId}/${level}`)
    const before = counter[level]
    const start = levelOf(num, list, level)?.start ?? 1
    counter[level] = first ?? (before === undefined ? start : before + 1)
    for (let deeper = level + 1; deeper < 9; deeper++) {
      const restart = levelOf(num, list, deeper)?.restart
      if (restart !== 0 && (restart === null || restart === undefined || level < restart)) counter[deeper] = undefined
    }
    return counter
  }

  return {
    next: (numId, level) => {
      const num = nums.get(numId)
      if (!num || level < 0 || level > 8) return ''
      const { id, list } = listOf(num)
      const counter = count(numId, num, id, list, level)
      const shown = levelOf(num, list, level)
      if (!shown || shown.format === 'bullet') return ''
      return shown.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const other = levelOf(num, list, at)
        const format = shown.legal ? 'decimal' : (other?.format ?? 'decimal')
        return numberText(counter[at] ?? other?.start ?? 1, format)
      })
    },
    levelOfStyle: (numId, style) => {
      const num = nums.get(numId)
      const { list } = num ? listOf(num) : { list: undefined }
      for (const [level, { style: bound }] of list?.levels ?? []) if (bound === style) return level
      return 0
    },
  }
}
