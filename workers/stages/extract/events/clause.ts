/** A clause of a sentence, between commas: its place in the sentence and its print with telling-like names blanked out. */
export type Clause = { readonly start: number; readonly end: number; readonly text: string }

/** A telling phrase found in a clause: `before` and `after` are the rest of the clause, `clauses` all of the sentence. */
export type Spot = {
  readonly clause: Clause
  readonly previous: readonly Clause[]
  readonly next: readonly Clause[]
  readonly start: number
  readonly end: number
  readonly text: string
  readonly before: string
  readonly after: string
}

/** The clauses of a sentence: commas and semicolons part them, commas within brackets do not. */
export function clausesOf(text: string): Clause[] {
  return [...text.matchAll(/(?:\([^()]*\)|[^,;])+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
}

/** The phrase from `start` to `end` of a sentence with the clauses around it; it belongs to the clause in which it ends. */
export function spotOf(sentence: string, clauses: readonly Clause[], start: number, end: number): Spot | undefined {
  const index = clauses.findIndex((clause) => end > clause.start && end <= clause.end)
  const clause = clauses[index]
  if (clause === undefined) return undefined
  return {
    clause,
    previous: clauses.slice(0, index),
    next: clauses.slice(index + 1),
    start,
    end,
    text: sentence.slice(start, end),
    before: sentence.slice(clauses.findLast((one) => one.start <= start)?.start ?? start, start),
    after: sentence.slice(end, clause.end),
  }
}
