/**
 * The price basis that a print names, in its normal form: "2020年不变价", "不变价", "当年价"; null where it names none.
 */
export function findPriceBasis(print: string): string | null {
  const constant = /(?:(\d{4})年?)?(?:为基期的)?(?:价格)?(?:不变价|可比价)/.exec(print)
  if (constant) return constant[1] ? `${constant[1]}年不变价` : '不变价'
  return /当年价|现行价|现价|当期价/.test(print) ? '当年价' : null
}
