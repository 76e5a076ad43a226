/** Most answers that one memory keeps; a document that prints more different texts starts it anew. */
const mostAnswers = 20_000

/** The same function of a text, its answers kept: tables print the same few hundred labels over and over. */
export function remember<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined || answers.has(text)) return known as Answer
    if (answers.size >= mostAnswers) answers.clear()
    const found = answer(text)
    answers.set(text, found)
    return found
  }
}
