/** Lines of cells under one another: the first column to the left, the others to the right. */
export function table(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => width(line[i] ?? ''))))
  return lines.map((line) => line.map((cell, i) => pad(cell, (widths[i] ?? 0) - width(cell), i === 0)).join('  ')).join('\n')
}

const width = (text: string): number => [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0)
const pad = (text: string, spaces: number, left: boolean): string => (left ? text + ' '.repeat(spaces) : ' '.repeat(spaces) + text)
