/** A number in JSON, which has no `NaN`, no infinities and loses the sign of zero. */
export type NumberJson = number | 'NaN' | 'Infinity' | '-Infinity' | '-0'

/** Returns a number as JSON can hold it. */
export function numberToJson(value: number): NumberJson {
  if (Number.isNaN(value)) return 'NaN'
  if (value === Infinity) return 'Infinity'
  if (value === -Infinity) return '-Infinity'
  return Object.is(value, -0) ? '-0' : value
}
