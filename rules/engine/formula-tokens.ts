/** One token of a formula and where it begins, counted from 1. */
export type Token = { readonly kind: 'number' | 'word' | 'sign' | 'end'; readonly text: string; readonly at: number }

/** A formula that cannot be read: what is wrong and at which character, so that a faulty edition fails when it is loaded. */
export class FormulaError extends Error {
  constructor(what: string, at: number, formula: string) {
    super(`${what} at character ${at} of "${formula}"`)
    this.name = 'FormulaError'
  }
}

const pattern = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_][A-Za-z0-9_.]*|\p{Script=Han}+)|(>=|<=|[-+*/^(),<>=]))/uy

/** The tokens of a formula or condition, ending in one of kind `end`. Throws a FormulaError on any other character. */
export function readTokens(formula: string): Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  let at = 0
  while (at < formula.trimEnd().length) {
    pattern.lastIndex = at
    const match = pattern.exec(formula)
    if (match === null) throw new FormulaError('unexpected character', formula.length - formula.slice(at).trimStart().length + 1, formula)
    const [whole, number, word, sign] = match
    const text = number ?? word ?? sign ?? ''
    tokens.push({
      kind: number !== undefined ? 'number' : word !== undefined ? 'word' : 'sign',
      text,
      at: at + whole.length - text.length + 1,
    })
    at += whole.length
  }
  return [...tokens, { kind: 'end', text: '', at: formula.length + 1 }]
}

/** Reads tokens one by one; every failure says where. */
export class TokenReader {
  readonly formula: string
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(formula: string) {
    this.formula = formula
    this.#tokens = readTokens(formula)
  }

  get token(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: this.formula.length + 1 }
  }

  advance(): Token {
    const token = this.token
    this.#next += 1
    return token
  }

  /** Takes the next token if it is this sign or word. */
  take(text: string): boolean {
    if (this.token.kind === 'number' || this.token.kind === 'end' || this.token.text !== text) return false
    this.#next += 1
    return true
  }

  expect(text: string): void {
    if (!this.take(text)) this.fail(`expected "${text}"`)
  }

  word(what: string): string {
    return this.token.kind === 'word' ? this.advance().text : this.fail(`expected ${what}`)
  }

  end(): void {
    if (this.token.kind !== 'end') this.fail(`unexpected "${this.token.text}"`)
  }

  fail(what: string): never {
    throw new FormulaError(what, this.token.at, this.formula)
  }
}
