/** The least number of characters to insert, drop or change that makes one text of the other. */
export function editDistance(from: string, to: string): number {
  const [a, b] = [[...from], [...to]]
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, character] of a.entries()) {
    const row = [i + 1]
    for (let j = 0; j < b.length; j++)
      row.push(Math.min((above[j] as number) + (character === b[j] ? 0 : 1), (above[j + 1] as number) + 1, (row[j] as number) + 1))
    above = row
  }
  return above[b.length] as number
}
