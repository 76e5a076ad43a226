const inNameOrder = new Intl.Collator('zh-CN', { numeric: true })

const compareNames = (a: string, b: string) => inNameOrder.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

/**
 * The order in which a folder's files are read from the command line: by name at every level, 第2章 before 第10章. A review through
 * the service numbers its documents in the same way, so that both give the same report.
 */
export function compareFiles(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')]
  for (let level = 0; level < Math.min(left.length, right.length); level += 1) {
    const order = compareNames(left[level] ?? '', right[level] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length
}
