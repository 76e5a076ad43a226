import type { Package } from '../ooxml/package.ts'
import { type Attributes, isOn, readXml } from '../ooxml/xml.ts'

/** What the readers need of one style, with what it inherits. Levels count from 1; sizes are in half points. */
export type Style = {
  id: string
  name: string
  basedOn: string | null
  level: number | null
  numbering: { id: string; level: number | null } | null
  bold: boolean | null
  size: number | null
  font: string | null
  hidden: boolean | null
  centred: boolean | null
}

export type Styles = {
  /** The style of that id with everything it inherits, or the document's defaults. */
  find: (id: string | null) => Style
  /** Runs may have a character style: only its bold, size, font and hidden count, and only where it sets them. */
  findRun: (id: string) => Style | undefined
}

const blank = (id: string): Style => ({
  id,
  name: '',
  basedOn: null,
  level: null,
  numbering: null,
  bold: null,
  size: null,
  font: null,
  hidden: null,
  centred: null,
})

/** heading 3, 标题 3: the built-in names, which have their level even where the style does not state it. */
function levelOfName(name: string) {
  const digit = /^(?:heading|标题)\s*([1-9])(?:\s|$|字符)/i.exec(name)?.[1]
  return digit === undefined ? null : Number(digit)
}

const setters: Record<string, (style: Style, value: string | undefined, attributes: Attributes) => void> = {
  'w:name': (style, value = '') => {
    style.name = value
    style.level ??= levelOfName(value)
  },
  'w:basedOn': (style, value) => {
    style.basedOn = value ?? null
  },
  'w:outlineLvl': (style, value) => {
    const level = Number(value)
    style.level = level >= 0 && level < 9 ? level + 1 : style.level
  },
  'w:numId': (style, value = '0') => {
    style.numbering = { id: value, level: style.numbering?.level ?? null }
  },
  'w:ilvl': (style, value) => {
    style.numbering = { id: style.numbering?.id ?? '', level: Number(value) || 0 }
  },
  'w:b': (style, value) => {
    style.bold = isOn(value)
  },
  'w:sz': (style, value) => {
    style.size = Number(value) || null
  },
  'w:rFonts': (style, _, attributes) => {
    style.font = attributes['w:eastAsia'] ?? style.font
  },
  'w:vanish': (style, value) => {
    style.hidden = isOn(value)
  },
  'w:jc': (style, value) => {
    style.centred = value === 'center'
  },
}

function inherit(style: Style, parent: Style): Style {
  const level = style.level ?? parent.level
  const numbering = style.numbering
    ? { id: style.numbering.id || parent.numbering?.id || '0', level: style.numbering.level }
    : parent.numbering
  return {
    ...style,
    level,
    numbering,
    bold: style.bold ?? parent.bold,
    size: style.size ?? parent.size,
    font: style.font ?? parent.font,
    hidden: style.hidden ?? parent.hidden,
    centred: style.centred ?? parent.centred,
  }
}

/** Reads word/styles.xml; a document without it has the defaults only. */
export async function readStyles(source: Package, part: string | undefined): Promise<Styles> {
  const own = new Map<string, Style>()
  const defaults = blank('')
  let current: Style = defaults
  let usual: string | null = null
  if (part !== undefined && source.has(part))
    await readXml(source.stream(part), {
      open: (name, attributes) => {
        if (name === 'w:style') {
          current = blank(attributes['w:styleId'] ?? '')
          own.set(current.id, current)
          if (attributes['w:type'] === 'paragraph' && attributes['w:default'] !== undefined && isOn(attributes['w:default']))
            usual = current.id
        } else setters[name]?.(current, attributes['w:val'], attributes)
      },
    })
  const resolved = new Map<string, Style>()
  const resolve = (id: string, seen: ReadonlySet<string>): Style => {
    const known = resolved.get(id)
    if (known) return known
    const style = own.get(id)
    if (!style) return defaults
    const parent = style.basedOn !== null && !seen.has(style.basedOn) ? resolve(style.basedOn, new Set([...seen, id])) : defaults
    const found = inherit(style, parent)
    resolved.set(id, found)
    return found
  }
  const normal = usual === null ? defaults : resolve(usual, new Set())
  return {
    find: (id) => (id !== null && own.has(id) ? resolve(id, new Set()) : normal),
    findRun: (id) => (own.has(id) ? resolve(id, new Set()) : undefined),
  }
}
