export type Place = { row: number; column: number; rowSpan: number; columnSpan: number }

/** Says whether a line parts row `row - 1` from `row` at `column`, or column `column - 1` from `column` at `row`. */
export type Partings = { above(row: number, column: number): boolean; before(column: number, row: number): boolean }

/**
 * The cells of a grid, merged where no line parts two neighbours. A merged area that is no rectangle (a line is missing)
 * is cut into rectangles again, so that cells never overlap.
 */
export function mergeCells(rows: number, columns: number, partings: Partings): Place[] {
  const group = label(rows, columns, partings)
  const places: Place[] = []
  const done = new Set<number>()
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      if (done.has(at)) continue
      const own = group[at]
      const free = (r: number, c: number) => r < rows && c < columns && group[r * columns + c] === own && !done.has(r * columns + c)
      let columnSpan = 1
      while (free(row, column + columnSpan)) columnSpan++
      let rowSpan = 1
      while (allFree(free, row + rowSpan, column, columnSpan)) rowSpan++
      for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) done.add(r * columns + c)
      places.push({ row, column, rowSpan, columnSpan })
    }
  return places
}

function allFree(free: (row: number, column: number) => boolean, row: number, column: number, columnSpan: number): boolean {
  for (let c = column; c < column + columnSpan; c++) if (!free(row, c)) return false
  return true
}

function label(rows: number, columns: number, partings: Partings): number[] {
  const parent = Array.from({ length: rows * columns }, (_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root] ?? root
    parent[index] = root
    return root
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      if (column > 0 && !partings.before(column, row)) parent[find(at)] = find(at - 1)
      if (row > 0 && !partings.above(row, column)) parent[find(at)] = find(at - columns)
    }
  return parent.map((_, index) => find(index))
}
