import { shortDecimal } from '../text/shortDecimal.ts'

/**
 * Returns the number that Python's `float` reads from a text, or `null` where it is none.
 *
 * `nan` and `inf` are numbers in any spelling that `float` takes; `1.00%`, `12s` and `` are not.
 */
export function readPythonNumber(text: string): number | null {
  const short = shortDecimal(text, 0, text.length)
  if (!Number.isNaN(short)) return short
  const trimmed = text.trim()
  const decimal = isOfDecimal(trimmed) ? Number(trimmed) : NaN
  return Number.isNaN(decimal) ? readNonFinite(trimmed) : decimal
}

/** Whether all of it is what decimal numbers are written with; `Number` takes more than `float` does. */
function isOfDecimal(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const isSign = code === 0x2b || code === 0x2d || code === 0x2e
    if (!isSign && (code | 0x20) !== 0x65 && (code < 0x30 || code > 0x39)) return false
  }
  return text !== ''
}

function readNonFinite(text: string): number | null {
  if (text.length > '-infinity'.length) return null
  const isNegative = text.startsWith('-')
  const word = isNegative || text.startsWith('+') ? text.slice(1) : text
  switch (word.toLowerCase()) {
    case 'nan':
      return NaN
    case 'inf':
    case 'infinity':
      return isNegative ? -Infinity : Infinity
    default:
      return null
  }
}
