import { Decimal } from '../../rules/engine/decimal.ts'
import type { Block, Cell, TruthFact } from '../variants/document.ts'
import { type Park, thresholds } from './park.ts'
import { factorOf, type Subject, subjectOf } from './subjects.ts'

/**
 * Documents are written as text with their facts in place, so that text and truth cannot part:
 *   {iva 2022 亿元 2}   a value of the park, printed with its unit and so many decimals, and a fact
 *   {=约三百亿元|iva 2022 3000000}   print as it stands, and the fact in canonical unit (or a verdict)
 * flags behind: bare (no unit printed), sep (1,234.5), wide (１２．５), opt (optional), @x (cites source x);
 * a year may end in t (target) or be s (the Standard's) or - (none).
 *   # title · ## ### headings · ~ centred · > right-aligned · --- new page · anything else a paragraph
 *   !table style landscape heads=N  then "!cols …", "||" header rows, "|" rows, whose last cell may be "=> …" (what holds for the row).
 * In a table `*` is the value that its column (!cols) and its row (=>) name together; `<` joins the cell at the left, `^` the one above.
 */
export type Markup = { text: string; file: string; park: Park; sources: Record<string, string> }

type Binding = {
  subject?: string
  unit?: string
  places?: number
  year?: number | null
  kind?: TruthFact['kind']
  flags: string[]
  source?: string
  role?: 'unit' | 'src'
}

const numeric = (digits: string, flags: readonly string[]): string => {
  const [whole = '', part] = digits.split('.')
  const grouped = flags.includes('sep') ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  const text = part === undefined ? grouped : `${grouped}.${part}`
  return flags.includes('wide') ? text.replace(/[0-9.%]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : text
}

/** Tokens that bind a column, a row or a placeholder: a2022 t2025 s subject subject:unit:places unit src flags. */
function bind(tokens: readonly string[], into: Binding = { flags: [] }): Binding {
  for (const token of tokens) if (token !== '-' && token !== '') Object.assign(into, meaningOf(token, into))
  return into
}

function meaningOf(token: string, { flags }: Binding): Partial<Binding> {
  const [, kind, year] = /^([at])(\d{4}|-)$/.exec(token) ?? []
  if (year) return { kind: kind === 't' ? 'target' : 'actual', year: year === '-' ? null : Number(year) }
  if (token === 's') return { kind: 'standard', year: null }
  if (token === 'unit' || token === 'src') return { role: token }
  if (/^[.]\d$/.test(token)) return { places: Number(token.slice(1)) }
  if (/^(bare|sep|wide|opt|show)$/.test(token)) return { flags: [...flags, token] }
  if (token.startsWith('@')) return { source: token.slice(1) }
  const [subject, unit, places] = token.split(':')
  return { subject: subject as string, ...(unit ? { unit } : {}), ...(places ? { places: Number(places) } : {}) }
}

export class Reader {
  readonly facts: TruthFact[] = []
  readonly markup: Markup
  constructor(markup: Markup) {
    this.markup = markup
  }

  #tell(subject: Subject, binding: Binding, value: string | null, text: string | undefined, printed: string, unit: string): void {
    const kind = binding.kind ?? 'actual'
    const source = kind === 'actual' && binding.source ? this.markup.sources[binding.source] : undefined
    if (binding.source && this.markup.sources[binding.source] === undefined) throw new Error(`no source ${binding.source}`)
    this.facts.push({
      file: this.markup.file,
      subject: subject.id,
      year: binding.year ?? null,
      kind,
      value,
      ...(text === undefined ? { printed, unit } : { text }),
      ...(source ? { source } : {}),
      ...(kind === 'standard' || binding.flags.includes('opt') ? { optional: true } : {}),
    })
  }

  /** Prints the value that a binding names, and records the fact. */
  #print(binding: Binding, withUnit: boolean): string {
    const subject = subjectOf(binding.subject as string)
    const unit = binding.unit ?? (subject.family === 'percent' ? '%' : '')
    if (subject.family === 'verdict') {
      const verdict = thresholds[subject.name] as string
      this.#tell(subject, binding, null, verdict, verdict, '')
      return verdict
    }
    const digits =
      binding.kind === 'standard'
        ? (thresholds[subject.name] as string)
        : this.markup.park.digits(subject, binding.year as number, unit, binding.places ?? 0, binding.kind === 'target')
    const value = new Decimal(digits).mul(String(factorOf(subject, unit))).toString()
    this.#tell(subject, binding, value, undefined, digits, unit)
    return numeric(digits, binding.flags) + (withUnit ? unit : '')
  }

  /** Text with its placeholders printed. */
  text(source: string): string {
    return source.replace(/\{([^{}]+)\}/g, (_, inside: string) => {
      if (inside.startsWith('=')) {
        const [printed = '', bound = ''] = inside.slice(1).split('|')
        const [name = '', year = '', value = '', ...flags] = bound.trim().split(/\s+/)
        const binding = this.#yearOf(year, bind(flags))
        const subject = subjectOf(name)
        if (subject.family === 'verdict') this.#tell(subject, binding, null, value, printed, '')
        else this.#tell(subject, binding, new Decimal(value).toString(), undefined, printed, '')
        return printed
      }
      const [name = '', year = '', unit = '', places = '0', ...flags] = inside.trim().split(/\s+/)
      const binding = this.#yearOf(year, bind(flags))
      return this.#print({ ...binding, subject: name, ...(unit ? { unit } : {}), places: Number(places) }, !binding.flags.includes('bare'))
    })
  }

  #yearOf(year: string, binding: Binding): Binding {
    if (year === 's') return { ...binding, kind: 'standard', year: null }
    if (year === '-') return { ...binding, year: null }
    const [, digits, target] = /^(\d{4})(t?)$/.exec(year) ?? []
    if (!digits) throw new Error(`no year ${year}`)
    return { ...binding, year: Number(digits), kind: target ? 'target' : 'actual' }
  }

  /** The cells of a table's lines; spans are told by < and ^. */
  table(lines: readonly string[], columns: readonly string[], bound: Binding): { rows: Cell[][]; heads: number } {
    const grid = lines.map((line) => {
      const parts = line
        .replace(/^\|+/, '')
        .split(/\|(?![^{}]*\})/)
        .map((part) => part.trim())
      if (parts.at(-1) === '') parts.pop()
      const last = parts.at(-1) ?? ''
      const row = last.startsWith('=>') ? (parts.pop() as string).slice(2).trim().split(/\s+/) : []
      return { parts, row }
    })
    const texts = grid.map(({ parts, row }) => {
      const columnBindings = parts.map((_, at) => (columns[at] ?? '-').split('+'))
      const unitAt = columnBindings.findIndex((tokens) => tokens.includes('unit'))
      const sourceAt = columnBindings.findIndex((tokens) => tokens.includes('src'))
      const rowUnit = unitAt >= 0 ? (parts[unitAt] as string) : undefined
      const cited = sourceAt >= 0 ? /^@(\w+)$/.exec(parts[sourceAt] as string)?.[1] : undefined
      return parts.map((part, at) => {
        if (at === sourceAt && cited) return this.markup.sources[cited] as string
        const starred = /^(.*)\*(.*)$/s.exec(part)
        if (!starred) return this.text(part)
        const binding = bind(row, bind(columnBindings[at] as string[], { ...bound, flags: [...bound.flags] }))
        if (rowUnit && rowUnit !== '^' && !row.some((token) => token.includes(':'))) binding.unit = rowUnit
        if (cited) binding.source = cited
        if (!binding.subject) throw new Error(`no subject for ${part} in ${parts.join('|')}`)
        return `${starred[1]}${this.#print(binding, binding.flags.includes('show'))}${starred[2]}`
      })
    })
    return { rows: spans(texts), heads: lines.filter((line) => line.startsWith('||')).length }
  }

  blocks(): Block[] {
    const blocks: Block[] = []
    const lines = this.markup.text.split('\n')
    let sheet: string | undefined
    for (let at = 0; at < lines.length; at++) {
      const line = (lines[at] as string).trimEnd()
      if (line.startsWith('!sheet ')) sheet = line.slice(7)
      else if (line.startsWith('!table')) {
        const end = lines.findIndex((one, index) => index > at && !/^(!cols|\|)/.test(one))
        const body = lines.slice(at + 1, end < 0 ? lines.length : end)
        blocks.push({ ...this.#tableBlock(line.split(/\s+/).slice(1), body), ...(sheet ? { sheet } : {}) })
        at += body.length
      } else if (line !== '') blocks.push(this.#textBlock(line))
    }
    return blocks
  }

  #tableBlock(options: readonly string[], lines: readonly string[]): Block & { kind: 'table' } {
    const columns = lines.filter((line) => line.startsWith('!cols')).flatMap((line) => line.split(/\s+/).slice(1))
    const rows = lines.filter((line) => line.startsWith('|')).map((line) => line.replaceAll('\\n', '\n'))
    const style = options.find((one): one is 'three-line' => /^(ruled|filled|three-line|borderless)$/.test(one))
    const bound = bind(options.filter((one) => /^(@|[at]\d{4}$|\.\d$|sep$|wide$|show$|opt$)/.test(one) || one.includes(':')))
    const landscape = options.includes('landscape') ? { landscape: true } : {}
    return { kind: 'table', ...this.table(rows, columns, bound), ...(style ? { style } : {}), ...landscape }
  }

  #textBlock(line: string): Block {
    const [mark = '', text = ''] = /^(#{1,3}|[~>]) (.*)$/s.exec(line)?.slice(1) ?? []
    if (line === '---') return { kind: 'page' }
    if (mark === '#') return { kind: 'title', text: this.text(text) }
    if (mark.startsWith('#')) return { kind: 'heading', level: mark.length - 1, text: this.text(text) }
    if (mark) return { kind: 'paragraph', align: mark === '~' ? 'center' : 'right', text: this.text(text) }
    return { kind: 'paragraph', text: this.text(line) }
  }
}

/** Joins `<` to the cell at its left and `^` to the one above. */
function spans(texts: readonly (readonly string[])[]): Cell[][] {
  return texts.map((row, r) =>
    row.flatMap((text, c): Cell[] => {
      if (text === '<' || text === '^') return []
      let columns = 1
      while (row[c + columns] === '<') columns++
      let rows = 1
      while (texts[r + rows]?.[c] === '^') rows++
      return rows * columns === 1 ? [text] : [{ text, rows, columns }]
    }),
  )
}
