const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * Returns the number that Python's `float` reads from a text, or `null` where it is none.
 *
 * `nan` and `inf` are numbers in any spelling that `float` takes; `1.00%`, `12s` and `` are not.
 */
export function readPythonNumber(text: string): number | null {
  const trimmed = text.trim()
  return decimal.test(trimmed) ? Number(trimmed) : readNonFinite(trimmed)
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
