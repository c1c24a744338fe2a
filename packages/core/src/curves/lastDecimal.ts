/**
 * Returns one unit of the last decimal place that any of the finite values is written with: 0.01
 * for 0.5 and 0.25, 1 for whole numbers. It is what a value that was rounded for a log may be off by.
 *
 * A value with all the digits of a double tells of no rounding, and its last place is next to 0.
 * Missing: 1 where nothing is finite.
 */
export function lastDecimal(values: Float64Array): number {
  let places = 0
  for (const value of values) {
    if (Number.isFinite(value)) places = Math.max(places, decimalsOf(value))
    // Nothing below this changes an answer, and turning a number into text is what costs.
    if (places >= 15) break
  }
  return 10 ** -places
}

function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  const point = digits.indexOf('.')
  const written = point < 0 ? 0 : digits.length - point - 1
  return Math.max(0, written - Number(exponent))
}
