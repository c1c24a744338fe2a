import { readNumber } from '../text/readValue.ts'
import { canonicalJson, readJsonText } from './jsonParam.ts'
import type { ParamValue } from './run.ts'

/**
 * Returns a text that two values share if and only if they are equal on the parameter's own scale.
 *
 * Numbers are equal where they are the same double, however they are spelled: `1`, `'1.0'` and
 * `'1e0'`, but not `0.3` and `0.1 + 0.2`, which a log holds as another number. So are `'True'` and
 * `true`, and lists and objects kept as JSON text that hold the same: `[1, 2]` and `[1,2]`.
 */
export function paramKey(value: ParamValue): string {
  const number = paramNumber(value)
  if (number !== null) return `number:${number}`
  if (typeof value !== 'string') return exactKey(value)
  const word = value.trim().toLowerCase()
  if (word === 'true' || word === 'false') return `boolean:${word}`
  const json = readJsonText(value)
  const canonical = json === null ? null : canonicalJson(json)
  return canonical === null ? exactKey(value) : `json:${canonical}`
}

/** Returns a text that two values share if and only if they are of one type and equal. */
export function exactKey(value: ParamValue): string {
  return `${typeof value}:${String(value)}`
}

/** Returns the number that a parameter's value is or spells, `null` where it is none. */
export function paramNumber(value: ParamValue): number | null {
  return isLongId(value) ? null : readNumber(value)
}

/** Whether a text such as `20240501123456789012` has more digits than a number can tell apart. */
function isLongId(value: ParamValue): boolean {
  return typeof value === 'string' && /^\d{16}/.test(value.trim())
}
